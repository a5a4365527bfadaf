import type { Item, Work } from '../case/dispute.ts';
import type { EvidenceCapture, NoticeContent } from '../case/notice.ts';
import type { Id } from '../case/values.ts';

/** Rows by id, kept for as long as their list is: a notice can have thousands of items, and each asks for its own. */
const indexes = new WeakMap<readonly object[], ReadonlyMap<Id, unknown>>();

/** The index of a list that is never changed in place. */
function indexOf<T extends { readonly id: Id }>(rows: readonly T[]): ReadonlyMap<Id, T> {
  // What is kept for a list was made from that list, so it holds the list's own rows.
  const known = indexes.get(rows) as ReadonlyMap<Id, T> | undefined;
  if (known) return known;
  const index = new Map(rows.map((row) => [row.id, row]));
  indexes.set(rows, index);
  return index;
}

/** The work an item is tied to. Lists of works are never changed in place. */
export function workOf(content: Pick<NoticeContent, 'works'>, item: Pick<Item, 'workId'>): Work | undefined {
  return item.workId === undefined ? undefined : indexOf(content.works).get(item.workId);
}

/** Every capture an item rests on: those that show it, then those that show what was observed of it. Each once. */
export function captureIdsBehind(item: Pick<Item, 'captureIds' | 'observations'>): Id[] {
  const observed = item.observations.flatMap(({ captureId }) => captureId ?? []);
  return [...new Set([...item.captureIds, ...observed])];
}

/** The captures that show an item, in the order they were taken. */
export function capturesOf(
  content: Pick<NoticeContent, 'captures'>,
  item: Pick<Item, 'captureIds'>,
): EvidenceCapture[] {
  return inOrder(content, [...new Set(item.captureIds)]);
}

/** The captures that show what was observed of an item and not the item itself: terms, prices, a chart. */
export function observedCapturesOf(
  content: Pick<NoticeContent, 'captures'>,
  item: Pick<Item, 'captureIds' | 'observations'>,
): EvidenceCapture[] {
  return inOrder(
    content,
    captureIdsBehind(item).filter((id) => !item.captureIds.includes(id)),
  );
}

function inOrder(content: Pick<NoticeContent, 'captures'>, ids: readonly Id[]): EvidenceCapture[] {
  const index = indexOf(content.captures);
  const mine = ids.flatMap((id) => index.get(id) ?? []);
  return mine.length < 2 ? mine : mine.toSorted((a, b) => a.number - b.number);
}

/** A notice's content with one of its items alone; quick however many others there are. */
export function aloneWith(content: NoticeContent, item: Item): NoticeContent {
  const work = workOf(content, item);
  return {
    ...content,
    items: [item],
    works: work ? [work] : [],
    captures: inOrder(content, captureIdsBehind(item)),
  };
}

/** A notice's content with only some of its items, and the works and captures these stand on. */
export function narrowTo(content: NoticeContent, items: readonly Item[]): NoticeContent {
  const works = new Set(items.map(({ workId }) => workId));
  const captures = new Set(items.flatMap(captureIdsBehind));
  return {
    ...content,
    items,
    works: content.works.filter(({ id }) => works.has(id)),
    captures: content.captures.filter(({ id }) => captures.has(id)),
  };
}
