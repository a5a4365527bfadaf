import type { HostingSummary, OriginStatement, RoleFinding } from '../../utils/case/hosting.ts';

/** Servers that stand at one place of the way, and hosts behind them that nobody outside can name. */
export interface Layer {
  readonly findings: readonly RoleFinding[];
  readonly hidden: readonly OriginStatement[];
}

/** The way from the reader to the content, and who only carries the name. */
export interface Layers {
  readonly path: readonly Layer[];
  readonly others: readonly RoleFinding[];
}

/** Puts findings in the order of the way: edges, then hosts and platforms (or their absence), then media hosts. */
export function layersOf({ roles, origins }: Pick<HostingSummary, 'roles' | 'origins'>): Layers {
  const of = (...wanted: readonly RoleFinding['role'][]) => roles.filter(({ role }) => wanted.includes(role));
  const hidden = origins.filter(({ state }) => state === 'not-publicly-determinable' || state === 'unknown');
  const path: Layer[] = [
    { findings: of('edge'), hidden: [] },
    { findings: of('content-host', 'platform'), hidden },
    { findings: of('media-host'), hidden: [] },
  ];
  return {
    path: path.filter((layer) => layer.findings.length + layer.hidden.length > 0),
    others: of('dns', 'registrar'),
  };
}
