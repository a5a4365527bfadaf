import type { RequestEvent } from './request-events.ts';

/** Events of one document beyond which further sub-resources are counted, not kept. */
export const MAXIMUM_EVENTS = 16_000;
/** Events per stored piece: only the last piece is written again. */
export const PIECE = 250;

/**
 * An event, or what makes it of the browser's details when somebody reads.
 * @param seen origins whose headers the log of this document has in full already; the maker adds its own.
 */
export type LazyEvent = RequestEvent | ((seen: Set<string>) => RequestEvent);

/** What is known of one tab, in memory. */
export interface TabEvents {
  events: RequestEvent[];
  /** Came since the events were last read or written, and not yet looked at. */
  fresh: LazyEvent[];
  /** Origins that have answered since the document was committed. */
  seen: Set<string>;
  dropped: number;
  /** Ids of the requests that brought documents: these are never dropped. */
  mains: Set<string>;
  /** Events kept, and dropped, since the tab last asked for a document. */
  since: { kept: number; dropped: number };
  /** Events already in session storage, in whole pieces. */
  stored: number;
  dirty: boolean;
}

/** A tab of which nothing is known. */
export function noEvents(): TabEvents {
  return {
    events: [],
    fresh: [],
    seen: new Set(),
    dropped: 0,
    mains: new Set(),
    since: { kept: 0, dropped: 0 },
    stored: 0,
    dirty: false,
  };
}

/** Puts what an earlier worker wrote before what came since. */
export function restoreInto(tab: TabEvents, events: readonly RequestEvent[]): void {
  tab.events = [...events, ...tab.events];
  tab.since.kept += events.length;
  for (const event of events)
    if (event.kind === 'request' && event.type === 'main_frame') tab.mains.add(event.id);
}

/** Looks at what came since the last time. */
export function takeIn(tab: TabEvents): void {
  const { fresh } = tab;
  tab.fresh = [];
  for (const one of fresh) takeOne(tab, typeof one === 'function' ? one(tab.seen) : one);
}

/** The bound is for one document: a page that asked for too much must not keep the next one out of the log. */
function takeOne(tab: TabEvents, event: RequestEvent): void {
  if (event.kind === 'request' && event.type === 'main_frame') {
    tab.mains.add(event.id);
    tab.since = { kept: 0, dropped: 0 };
  }
  if (event.kind === 'committed') {
    keepDocument(tab, event.at);
    tab.dropped = tab.since.dropped;
    tab.seen.clear();
  }
  const { length } = tab.events;
  const full = length >= 2 * MAXIMUM_EVENTS || Math.min(length, tab.since.kept) >= MAXIMUM_EVENTS;
  if (full && !bringsDocument(tab, event)) {
    tab.dropped += 1;
    tab.since.dropped += 1;
    return;
  }
  tab.since.kept += 1;
  tab.events.push(event);
}

function bringsDocument(tab: TabEvents, event: RequestEvent): boolean {
  return event.kind === 'committed' || tab.mains.has(event.id);
}

/**
 * A new document: what belongs to the one before the last is of no use any more. The last document's events stay,
 * since a client redirect makes them part of the way to this one; of a very busy one only those that brought it.
 */
function keepDocument(tab: TabEvents, at: number): void {
  const lastCommit = tab.events.findLast((event) => event.kind === 'committed');
  if (!lastCommit || tab.events.length < PIECE) return;
  const start = mainRequestBefore(tab.events, lastCommit.at);
  const own = mainRequestBefore(tab.events, at);
  const busy = tab.events.length > MAXIMUM_EVENTS;
  tab.events = tab.events.filter(
    (event) =>
      event.at >= start &&
      event.at <= at + 60_000 &&
      (!busy || event.at >= own || bringsDocument(tab, event)),
  );
  const kept = new Set(tab.events.map((event) => (event.kind === 'committed' ? '' : event.id)));
  tab.mains = new Set([...tab.mains].filter((id) => kept.has(id)));
  tab.stored = 0;
}

function mainRequestBefore(events: readonly RequestEvent[], at: number): number {
  const main = events.findLast(
    (event) => event.kind === 'request' && event.type === 'main_frame' && event.at <= at,
  );
  return main?.at ?? at;
}
