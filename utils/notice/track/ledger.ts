import { getDomain } from 'tldts';
import type { Delivery, LedgerEntry, Recheck } from '../../case/delivery.ts';
import type { Item } from '../../case/dispute.ts';
import type { Notice } from '../../case/notice.ts';
import type { Id } from '../../case/values.ts';
import { hostOf } from '../addresses.ts';
import { historyOf, withdrawnOf } from './history.ts';
import type { ItemHistory } from './history.ts';

/** What the ledger is made from. */
export interface LedgerSources {
  readonly items: readonly Item[];
  readonly notices: readonly Notice[];
  readonly deliveries: readonly Delivery[];
  readonly rechecks: readonly Recheck[];
}

/**
 * Infringers by account, site and host: what was found, written about, removed, and came back. The entries with the
 * most reappearances first, then those with the most items. An item counts as removed when somebody who holds
 * it said so or a re-check showed it gone: delisting and an emptied cache are no removal, and `unreachable` is not
 * `gone`. What was restored, and what was taken back, counts for nobody's guilt.
 */
export function ledgerOf(sources: LedgerSources): LedgerEntry[] {
  const history = historyOf(sources);
  const noticed = noticesByItem(sources.notices);
  const groups = new Map<string, { kind: LedgerEntry['kind']; name: string; items: Item[] }>();
  for (const item of sources.items) {
    for (const { kind, name } of infringersOf(item)) {
      const key = `${kind} ${name}`;
      const group = groups.get(key) ?? { kind, name, items: [] };
      group.items.push(item);
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .map(({ kind, name, items }) => entryOf(kind, name, items, { noticed, history }))
    .toSorted(
      (a, b) =>
        b.reappearances - a.reappearances ||
        b.itemIds.length - a.itemIds.length ||
        (a.name < b.name ? -1 : 1),
    );
}

/** Account at site, registrable name, and host of an item's page. */
function infringersOf(item: Item): { kind: LedgerEntry['kind']; name: string }[] {
  const host = hostOf(item.pageUrl);
  const site = host === null ? null : (getDomain(host, { allowPrivateDomains: true }) ?? host);
  const account = item.account?.trim();
  return [
    ...(account && site ? [{ kind: 'account' as const, name: `${account}@${site}` }] : []),
    ...(site ? [{ kind: 'site' as const, name: site }] : []),
    ...(host ? [{ kind: 'host' as const, name: host }] : []),
  ];
}

/** What is known of items, by their ids. */
interface Known {
  readonly noticed: ReadonlyMap<Id, readonly Id[]>;
  readonly history: ReadonlyMap<Id, ItemHistory>;
}

/** The notices that name each item and were not taken back. */
function noticesByItem(notices: readonly Notice[]): Map<Id, Id[]> {
  const found = new Map<Id, Id[]>();
  const withdrawn = withdrawnOf(notices);
  for (const { id, content } of notices.filter((one) => !withdrawn.has(one.id)))
    for (const item of content.items) {
      const mine = found.get(item.id);
      if (mine) mine.push(id);
      else found.set(item.id, [id]);
    }
  return found;
}

function entryOf(
  kind: LedgerEntry['kind'],
  name: string,
  items: readonly Item[],
  { noticed, history }: Known,
): LedgerEntry {
  const ids = new Set(items.map((item) => item.id));
  const times = items.map((item) => item.foundAt).toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const goneAt = firstGone(items, history);
  const again = items.filter(({ workId, foundAt }) => {
    const gone = workId === undefined ? undefined : goneAt.get(workId);
    return gone !== undefined && Date.parse(foundAt) > gone;
  });
  return {
    kind,
    name,
    itemIds: [...ids],
    workIds: [...new Set(items.flatMap((item) => (item.workId === undefined ? [] : [item.workId])))],
    noticeIds: [...new Set([...ids].flatMap((id) => noticed.get(id) ?? []))],
    firstFoundAt: times[0] ?? '',
    lastFoundAt: times.at(-1) ?? '',
    removals: items.filter((item) => history.get(item.id)?.removedAt !== undefined).length,
    reappearances: items.reduce((sum, { id }) => sum + (history.get(id)?.returns ?? 0), again.length),
  };
}

/** When an item of each work was first gone, in milliseconds: what is found later has come back. */
function firstGone(items: readonly Item[], history: ReadonlyMap<Id, ItemHistory>): Map<Id, number> {
  const first = new Map<Id, number>();
  for (const { id, workId } of items) {
    const gone = Date.parse(history.get(id)?.removedAt ?? '');
    if (workId !== undefined && gone < (first.get(workId) ?? Infinity)) first.set(workId, gone);
  }
  return first;
}
