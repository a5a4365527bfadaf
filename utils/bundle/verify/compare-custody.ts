import type { CustodyAction, CustodyEntry, WithheldEntry } from '../../case/custody.ts';
import { canonicalJson, type Json } from '../../integrity/canonical-json.ts';
import { custodyEntries } from './case-checks.ts';
import type { OpenedBag } from './types.ts';

type ShownEntry = CustodyEntry | WithheldEntry;

/** The logs of a copy and of its full bundle beside each other. */
export interface TwoLogs {
  readonly copy: readonly ShownEntry[];
  /** Entries of the full bundle that the copy has, too; as many as both have. */
  readonly common: readonly CustodyEntry[];
  /** Time of the last of them: what came later, the other need not know. */
  readonly until: string;
  /** Entries that only one of them has. */
  readonly further: readonly ShownEntry[];
  /** First entry whose hash is another; null where there is none. */
  readonly forkAt: number | null;
}

/** Reads both logs. A copy may have been made before the full bundle or after it: one begins with the other. */
export async function twoLogs(bag: OpenedBag, originals: OpenedBag): Promise<TwoLogs> {
  const copy: ShownEntry[] = [];
  for await (const entry of custodyEntries(bag)) if (entry) copy.push(entry);
  const full: CustodyEntry[] = [];
  for await (const entry of custodyEntries(originals)) if (entry && !('withheld' in entry)) full.push(entry);
  const common = full.slice(0, copy.length);
  const fork = common.findIndex(({ hash }, index) => hash !== copy[index]?.hash);
  return {
    copy,
    common,
    until: common.at(-1)?.at ?? '',
    further: copy.length > full.length ? copy.slice(full.length) : full.slice(copy.length),
    forkAt: fork < 0 ? null : fork,
  };
}

/** Position of the first entry that the copy shows otherwise than it must; null where there is none. */
export function shownOtherwise(shown: readonly ShownEntry[], must: readonly ShownEntry[]): number | null {
  const at = must.findIndex((entry, index) => text(entry) !== text(shown[index]));
  return at < 0 ? null : at;
}

function text(value: unknown): string {
  return canonicalJson((value ?? null) as Json);
}

/** What changes nothing that a copy is made from. */
const QUIET: ReadonlySet<CustodyAction> = new Set(['exported', 'original-viewed', 'redacted']);

/** Whether case or captures may have changed between the two exports. */
export function changedBetween({ further }: TwoLogs): boolean {
  return further.some(({ action }) => !QUIET.has(action));
}
