import type { CustodyAction, CustodyEntry } from '../../case/custody.ts';

/**
 * How an imported chain stands to the case's own. `fork`: how many entries they share.
 * `new`: the case has none yet; `known`: the own one holds all of it; `ahead`: it goes on from the own one;
 * `forked`: both went on, each in its own way.
 */
export interface ChainRelation {
  readonly kind: 'new' | 'known' | 'ahead' | 'forked';
  readonly fork: number;
}

/** Compares two chains by their hashes. Each chain holds by itself; that was checked before. */
export function relateChains(
  own: readonly Pick<CustodyEntry, 'hash'>[],
  other: readonly Pick<CustodyEntry, 'hash'>[],
): ChainRelation {
  let fork = 0;
  while (fork < own.length && fork < other.length && own[fork]?.hash === other[fork]?.hash) fork += 1;
  if (fork === other.length) return { kind: own.length === 0 ? 'new' : 'known', fork };
  if (own.length === 0) return { kind: 'new', fork };
  return { kind: fork === own.length ? 'ahead' : 'forked', fork };
}

/** What leaves everything a person entered as it was. */
const NOTHING_ENTERED: ReadonlySet<CustodyAction> = new Set([
  'capture-started',
  'capture-ended',
  'capture-interrupted',
  'capture-deleted',
  'original-viewed',
  'looked-up',
  'time-stamped',
  'exported',
  'export-failed',
]);

/** Whose case file counts where two went on from a common beginning. */
export type CaseFileChoice = 'ours' | 'theirs' | 'both';

/** Decides by the logs: whoever entered nothing since the chains parted has nothing to lose. */
export function chooseCaseFile(
  { kind, fork }: ChainRelation,
  own: readonly CustodyEntry[],
  other: readonly CustodyEntry[],
): CaseFileChoice {
  if (kind === 'new' || kind === 'ahead') return 'theirs';
  if (kind === 'known') return 'ours';
  const changed = (entries: readonly CustodyEntry[]) =>
    entries.slice(fork).some(({ action }) => !NOTHING_ENTERED.has(action));
  if (!changed(other)) return 'ours';
  return changed(own) ? 'both' : 'theirs';
}
