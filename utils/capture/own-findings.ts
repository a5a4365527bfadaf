import type { Findings } from './ports.ts';

/** What a step did or holds, whatever page it turned out to be of: never dropped. */
const ALWAYS = [
  'changes',
  'scroll',
  'recorder',
  'recorded',
  'marks',
  'items',
  'capturedItems',
] as const satisfies readonly (keyof Findings)[];

/** A step's own view of the findings. */
export interface OwnFindings {
  /** Reads what the steps before it found; what it writes stays its own until {@link accept}. */
  readonly findings: Findings;
  /** Takes over what the step found. What it writes later, having been stopped, is not taken over. */
  readonly accept: () => void;
}

/**
 * Keeps what a step finds apart until it is known to be of the captured page: a browser tells of a navigation late, and
 * another page's title, address or servers must never stand in this capture's records.
 */
export function ownFindings(shared: Findings): OwnFindings {
  const findings = Object.create(shared) as Findings;
  for (const key of ALWAYS) {
    Object.defineProperty(findings, key, {
      get: () => shared[key],
      set(value) {
        Object.assign(shared, { [key]: value });
      },
    });
  }
  return { findings, accept: () => void Object.assign(shared, findings) };
}
