import type { HostingSummary, OriginStatement, RoleFinding } from '../../utils/case/hosting.ts';

/** One host that serves the capture: its servers from front to back, and what can be said of the one behind them. */
export interface HostRow {
  readonly host: string;
  readonly serves: readonly RoleFinding['serves'][number][];
  readonly findings: readonly RoleFinding[];
  /** Null where the last server is the host itself. */
  readonly hidden: OriginStatement | null;
}

/** The ways from the reader to the content, and who only carries the name. */
export interface HostRows {
  readonly rows: readonly HostRow[];
  readonly others: readonly RoleFinding[];
}

/** From the reader's side: a platform or an edge stands before what it keeps or hides. */
const DEPTH: Readonly<Record<RoleFinding['role'], number>> = {
  platform: 0,
  edge: 1,
  'content-host': 2,
  'media-host': 2,
  dns: 3,
  registrar: 3,
};

/** Findings by host, the page's own first; servers of one host from front to back. */
export function hostRows({ roles, origins }: Pick<HostingSummary, 'roles' | 'origins'>): HostRows {
  const serving = roles.filter(({ role }) => role !== 'dns' && role !== 'registrar');
  const hosts = [...new Set(serving.map(({ host }) => host))];
  const rows = hosts.map((host): HostRow => {
    const findings = serving
      .filter((one) => one.host === host)
      .toSorted((a, b) => DEPTH[a.role] - DEPTH[b.role]);
    const origin = origins.find((one) => one.host === host);
    const hidden =
      origin?.state === 'not-publicly-determinable' || origin?.state === 'unknown' ? origin : null;
    return { host, serves: [...new Set(findings.flatMap((one) => one.serves))], findings, hidden };
  });
  const page = ({ serves }: HostRow) => Number(!serves.includes('page'));
  return {
    rows: rows.toSorted((a, b) => page(a) - page(b)),
    others: roles.filter(({ role }) => role === 'dns' || role === 'registrar'),
  };
}
