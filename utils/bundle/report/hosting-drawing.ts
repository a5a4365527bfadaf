import type { HostingSummary } from '../../case/hosting.ts';
import type { DiagramNode } from '../../case/hosting-diagram.ts';
import { HOSTING_CATALOG } from '../../i18n/catalog/hosting.ts';
import { translator } from '../../i18n/translate.ts';
import { diagramOf } from '../../hosting/diagram.ts';
import { hostingText } from './hosting-text.ts';
import { html, type Html } from './html.ts';
import type { ReportWriter } from './writer.ts';

/** Space in a box for text, in half-widths of a character. */
const TITLE_SPACE = 21;
const LINE_SPACE = 26;

/** The way from this browser to the content, as a drawing; null where nobody was identified. */
export function hostingDrawing(hosting: HostingSummary, w: ReportWriter): Html | null {
  const { width, height, nodes, links } = diagramOf(hosting);
  if (links.length === 0) return null;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const lines = links.map(({ from, to, dashed }) => {
    const [start, end] = [byId.get(from), byId.get(to)];
    if (!start || !end) return null;
    const points = [start.x + start.width, start.y + start.height / 2, end.x, end.y + end.height / 2];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points;
    return html`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" class="${dashed ? 'dashed' : ''}" />`;
  });
  return html`<svg
    class="way"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    role="img"
    aria-label="${spoken(nodes, w)}"
  >
    ${lines}${nodes.map((node) => nodeHtml(node, w))}
  </svg>`;
}

function titleOf({ title, titleKey }: DiagramNode, w: ReportWriter): string {
  return titleKey ? hostingText(w, titleKey.key, titleKey.parameters, title) : title;
}

function nodeHtml(node: DiagramNode, w: ReportWriter): Html {
  const { x, y, width, height, kind, confidence } = node;
  const h = translator(HOSTING_CATALOG, w.language);
  const server = kind !== 'reader' && kind !== 'unknown-origin';
  const above = server
    ? [h(`role-${kind}`), confidence ? h(`confidence-${confidence}`) : ''].filter(Boolean)
    : [];
  const title = fitted(titleOf(node, w), TITLE_SPACE, server ? 1 : 4);
  const texts = [
    ...above.slice(0, 1).map(() => ['small', above.join(' · ')] as const),
    ...title.map((line) => ['title', line] as const),
    ...withCountry(node, w).map((line) => ['small', fitted(line, LINE_SPACE, 1)[0] ?? ''] as const),
  ];
  const rows = texts.map(
    ([size, text], at) => html`<text x="${x + 10}" y="${y + 20 + at * 17}" class="${size}">${text}</text>`,
  );
  return html`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" class="${kind}" />${rows}`;
}

/** The last line with the country of registration, which is no place: the box has no room for another line. */
function withCountry({ lines, registrationCountry }: DiagramNode, w: ReportWriter): readonly string[] {
  if (registrationCountry === undefined) return lines;
  const country = hostingText(w, 'diagram-country', { country: registrationCountry }, registrationCountry);
  return lines.map((line, at) => (at === lines.length - 1 && at > 0 ? `${line} · ${country}` : line));
}

/** Breaks a text into at most `most` lines of `space` half-widths, at spaces where there are any; a rest is cut. */
function fitted(text: string, space: number, most: number): string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== '' && lines.length < most) {
    const fits = widthOf(rest) <= space ? rest : heading(rest, lines.length + 1 === most ? space - 1 : space);
    const at = fits === rest || lines.length + 1 === most ? -1 : fits.lastIndexOf(' ');
    const line = at > 0 ? fits.slice(0, at) : fits;
    rest = rest.slice(line.length).trim();
    lines.push(lines.length + 1 === most && rest !== '' ? `${line}…` : line);
  }
  return lines;
}

/** The longest beginning of a text that fits. */
function heading(text: string, space: number): string {
  let taken = '';
  for (const character of text) {
    if (widthOf(taken + character) > space) break;
    taken += character;
  }
  return taken;
}

/** Half-widths a text takes: East Asian characters are twice as wide as others. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
}

/** The drawing in words, for those who cannot see it. */
function spoken(nodes: readonly DiagramNode[], w: ReportWriter): string {
  return nodes
    .map((node) => [titleOf(node, w), ...withCountry(node, w)].filter(Boolean).join(', '))
    .join(' → ');
}
