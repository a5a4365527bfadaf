import type { NetworkLog, NetworkRequest } from '../case/network.ts';
import { foldEvents, lastExchangeTo } from './fold-events.ts';
import type { RequestEvent } from './request-events.ts';
import {
  MAXIMUM_EVENTS,
  noEvents,
  PIECE,
  restoreInto,
  takeIn,
  type LazyEvent,
  type TabEvents,
} from './tab-events.ts';

/** Session storage: goes when the browser closes, survives the worker's sleep. */
export interface SessionStorage {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Requests without a tab (service workers): the last so many. */
const MAXIMUM_WORKER_EVENTS = 3_000;
/** Tabs whose logs are kept; the one longest without events goes first. */
const MAXIMUM_TABS = 40;
/** Longer than most pages load: writing is work that the page would wait for. */
const WRITE_DELAY_MS = 2_000;

/** The tab id under which browsers report requests made by service workers. */
export const NO_TAB = -1;

/**
 * Remembers, per tab, how the document in front of the user came over the wire.
 *
 * A page load makes thousands of events, and each delays the page if it is slow; so an event is appended to an
 * array and nothing else happens. Writing (in pieces) waits for a pause, and folding waits for a reader.
 */
export interface RequestLog {
  append(tabId: number, event: LazyEvent): void;
  forget(tabId: number): void;
  /** What is known of the document now in the tab. */
  read(tabId: number): Promise<NetworkLog>;
  /** When the tab's document was committed, in milliseconds since the epoch; null where that was not seen. */
  committedAt(tabId: number): Promise<number | null>;
  /** The last request of a tab (or of {@link NO_TAB}) that began at `notBefore` (ms since 1970) or later and ended here. */
  lastExchange(tabId: number, url: string, notBefore: number): Promise<NetworkRequest | null>;
}

/** Makes a request log. Call before any event can arrive; it restores what an earlier worker wrote. */
export function requestLog(
  storage: SessionStorage,
  wait: (task: () => void, ms: number) => unknown = setTimeout,
): RequestLog {
  const tabs = new Map<number, TabEvents>();
  let scheduled = false;

  const tabOf = (tabId: number): TabEvents => {
    let tab = tabs.get(tabId);
    if (!tab) {
      tab = noEvents();
      tabs.set(tabId, tab);
    }
    return tab;
  };

  const restored = restore(storage).then((old) => {
    for (const [tabId, events] of old) {
      const tab = tabOf(tabId);
      restoreInto(tab, events);
    }
  });

  const write = async () => {
    scheduled = false;
    await restored;
    for (const tab of tabs.values()) takeIn(tab);
    forgetOldest(tabs, drop);
    for (const [tabId, tab] of tabs) {
      if (!tab.dirty) continue;
      // Session storage holds 10 MB. Where it is full the log in memory stays whole: only what a killed worker could
      // have read again becomes less, that of the tab longest without events first.
      while (!(await writeTab(storage, tabId, tab))) {
        const oldest = byAge(tabs).find(([id, other]) => id !== tabId && other.stored > 0);
        if (!oldest) break;
        oldest[1].stored = 0;
        await storage.remove(keysOf(...oldest));
      }
    }
  };

  const eventsOf = (tabId: number): readonly RequestEvent[] => {
    const tab = tabs.get(tabId);
    if (tab) takeIn(tab);
    return tab?.events ?? [];
  };

  const drop = (tabId: number) => {
    const tab = tabs.get(tabId);
    tabs.delete(tabId);
    if (tab) void storage.remove(keysOf(tabId, tab));
  };

  return {
    append(tabId, event) {
      const tab = tabOf(tabId);
      tab.fresh.push(event);
      if (tab.events.length + tab.fresh.length > MAXIMUM_EVENTS) takeIn(tab);
      if (tabId === NO_TAB && tab.events.length + tab.fresh.length > 2 * MAXIMUM_WORKER_EVENTS) {
        takeIn(tab);
        tab.events = tab.events.slice(-MAXIMUM_WORKER_EVENTS);
        tab.stored = 0;
      }
      tab.dirty = true;
      if (scheduled) return;
      scheduled = true;
      wait(() => void write(), WRITE_DELAY_MS);
    },
    forget: drop,
    async committedAt(tabId) {
      await restored;
      return eventsOf(tabId).findLast((event) => event.kind === 'committed')?.at ?? null;
    },
    async lastExchange(tabId, url, notBefore) {
      await restored;
      return lastExchangeTo(eventsOf(tabId), url, notBefore);
    },
    async read(tabId) {
      await restored;
      // Whoever reads is about to use it: a worker killed from now on must not take it along.
      void write();
      const events = eventsOf(tabId);
      return foldEvents(tabId, events, eventsOf(NO_TAB), tabs.get(tabId)?.dropped ?? 0);
    },
  };
}

function forgetOldest(tabs: Map<number, TabEvents>, drop: (tabId: number) => void): void {
  const excess = tabs.size - MAXIMUM_TABS;
  if (excess <= 0) return;
  for (const [tabId] of byAge(tabs).slice(0, excess)) drop(tabId);
}

/** Tabs, the one longest without events first. */
function byAge(tabs: ReadonlyMap<number, TabEvents>): [number, TabEvents][] {
  return [...tabs]
    .filter(([tabId]) => tabId !== NO_TAB)
    .toSorted(([, a], [, b]) => (a.events.at(-1)?.at ?? 0) - (b.events.at(-1)?.at ?? 0));
}

const KEY = /^request-log:(-?\d+):(\d+)$/;

function keyOf(tabId: number, piece: number): string {
  return `request-log:${tabId}:${piece}`;
}

function keysOf(tabId: number, { events }: TabEvents): string[] {
  return Array.from({ length: Math.ceil(events.length / PIECE) + 1 }, (_, piece) => keyOf(tabId, piece));
}

/** @returns false where there is no room. */
async function writeTab(storage: SessionStorage, tabId: number, tab: TabEvents): Promise<boolean> {
  tab.dirty = false;
  const items: Record<string, unknown> = {};
  const length = tab.events.length;
  for (let start = tab.stored; start < length; start += PIECE) {
    items[keyOf(tabId, start / PIECE)] = tab.events.slice(start, start + PIECE);
  }
  // An empty piece marks the end, so that pieces of a longer, older log are not read back.
  items[keyOf(tabId, Math.ceil(length / PIECE))] = [];
  try {
    await storage.set(items);
  } catch {
    // The only failure there is: beyond the quota. The next event tries again.
    tab.stored = 0;
    return false;
  }
  tab.stored = Math.floor(length / PIECE) * PIECE;
  return true;
}

async function restore(storage: SessionStorage): Promise<Map<number, RequestEvent[]>> {
  const pieces = new Map<number, RequestEvent[][]>();
  for (const [key, value] of Object.entries(await storage.get(null))) {
    const [, tabId, piece] = KEY.exec(key) ?? [];
    if (tabId === undefined || piece === undefined || !Array.isArray(value)) continue;
    const ofTab = pieces.get(Number(tabId)) ?? [];
    ofTab[Number(piece)] = value as RequestEvent[];
    pieces.set(Number(tabId), ofTab);
  }
  const events = new Map<number, RequestEvent[]>();
  for (const [tabId, ofTab] of pieces) {
    const end = ofTab.findIndex((piece) => !piece || piece.length === 0);
    events.set(tabId, (end < 0 ? ofTab : ofTab.slice(0, end)).flat());
  }
  return events;
}
