import type { HostingSummary, OriginStatement, RoleFinding } from '../case/hosting.ts';
import type { DiagramLink, DiagramNode, HostingDiagram } from '../case/hosting-diagram.ts';

const WIDTH = 216;
const HEIGHT = 92;
const GAP_X = 56;
const GAP_Y = 20;
const MARGIN = 8;

/**
 * The drawing of a summary: reader at the left, one row for each host that serves the capture, its layers from front
 * to back. Behind a proven edge stands an unknown origin, on a dashed line. Claims are not drawn.
 */
export function diagramOf(summary: Pick<HostingSummary, 'roles' | 'origins'>): HostingDiagram {
  const rows = rowsOf(summary.roles);
  const nodes: DiagramNode[] = [];
  const links: DiagramLink[] = [];
  for (const [at, { host, layers }] of rows.entries()) {
    const origin = summary.origins.find((one) => one.host === host);
    const row = [...layers.map((finding) => nodeOf(finding)), ...unknownOrigin(origin)];
    for (const [column, node] of row.entries()) {
      nodes.push({ ...node, ...place(column + 1, at) });
      links.push({
        from: row[column - 1]?.id ?? 'reader',
        to: node.id,
        dashed: node.kind === 'unknown-origin' || column > 0,
      });
    }
  }
  const reader: DiagramNode = {
    id: 'reader',
    kind: 'reader',
    title: '',
    titleKey: { key: 'diagram-reader', parameters: {} },
    lines: [],
    ...place(0, Math.max(0, rows.length - 1) / 2),
  };
  const all = [reader, ...nodes];
  return {
    width: Math.max(...all.map(({ x, width }) => x + width)) + MARGIN,
    height: Math.max(...all.map(({ y, height }) => y + height)) + MARGIN,
    nodes: all,
    links,
  };
}

/** Proven serving roles by host, the page first, front before back. */
function rowsOf(roles: readonly RoleFinding[]): { host: string; layers: RoleFinding[] }[] {
  const rows = new Map<string, RoleFinding[]>();
  for (const finding of roles) {
    if (finding.confidence === 'claimed' || finding.role === 'dns' || finding.role === 'registrar') continue;
    rows.set(finding.host, [...(rows.get(finding.host) ?? []), finding]);
  }
  return [...rows]
    .map(([host, layers]) => ({ host, layers: layers.toSorted((a, b) => depth(a) - depth(b)) }))
    .toSorted((a, b) => Number(servesPage(b.layers)) - Number(servesPage(a.layers)));
}

function servesPage(layers: readonly RoleFinding[]): boolean {
  return layers.some(({ serves }) => serves.includes('page'));
}

function depth({ role }: RoleFinding): number {
  return role === 'platform' ? 0 : role === 'edge' ? 1 : 2;
}

function nodeOf(finding: RoleFinding): DiagramNode {
  const { role, provider, providerId, host, hostUnicode, address, asn, confidence, why } = finding;
  const lines = [hostUnicode ?? host, address ?? '', asn === null ? '' : `AS${asn}`].filter(Boolean);
  return {
    id: `${role} ${providerId} ${host}`,
    kind: role,
    title: provider,
    lines,
    ...(finding.registrationCountry === undefined
      ? {}
      : { registrationCountry: finding.registrationCountry }),
    confidence,
    why,
    ...place(0, 0),
  };
}

function unknownOrigin(origin: OriginStatement | undefined): DiagramNode[] {
  if (origin?.state !== 'not-publicly-determinable') return [];
  const titleKey = { key: 'origin-not-public', parameters: { provider: origin.ask ?? '' } };
  return [
    { id: `origin ${origin.host}`, kind: 'unknown-origin', title: '', titleKey, lines: [], ...place(0, 0) },
  ];
}

function place(column: number, row: number): Pick<DiagramNode, 'x' | 'y' | 'width' | 'height'> {
  return {
    x: MARGIN + column * (WIDTH + GAP_X),
    y: MARGIN + row * (HEIGHT + GAP_Y),
    width: WIDTH,
    height: HEIGHT,
  };
}
