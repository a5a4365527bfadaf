import type { Digest, Id, Instant } from '../../case/values.ts';
import type { TimestampReason } from './refusal.ts';

/**
 * The queue of things to be stamped: a pure model. Whoever runs it keeps the items and the pace in a store.
 *
 * ```
 *            an authority granted ────────────────────> leaves the queue, stamped
 * waiting ──┤ an authority refused or was not reached ─> waiting; the next authority is asked at once
 *            every authority was asked ───────────────> waiting; all are asked again after a back-off
 * ```
 * Nothing leaves the queue unstamped but by the user's hand: offline for a week means stamped a week later, with both
 * times shown.
 */
export interface StampItem {
  readonly id: Id;
  readonly caseId: Id;
  /** What waits: a capture's `capture.json`, or an export's tag manifest. */
  readonly purpose: 'capture' | 'export';
  /** The capture, or the export. */
  readonly subjectId: Id;
  readonly digest: Digest;
  /** When the stamp was first wanted: the local time that stands beside the authority's. */
  readonly wantedAt: Instant;
  /** Rounds through all authorities that ended without a stamp. */
  readonly rounds: number;
  /** Authorities asked in this round. */
  readonly asked: readonly string[];
  /** Not asked before this moment. */
  readonly notBefore: Instant;
  readonly lastRefusal?: { readonly url: string; readonly reason: TimestampReason; readonly at: Instant };
}

/** What the queue is run by. */
export interface StampPolicy {
  /** Authorities in the order they are asked. */
  readonly urls: readonly string[];
  /** Least time between two requests to one authority. */
  readonly intervalMs: (url: string) => number;
}

/** When each authority was last asked. */
export type StampPace = ReadonlyMap<string, Instant>;

/** What to do now. `idle`: nothing waits, or no authority is chosen. */
export type StampStep =
  | { readonly kind: 'ask'; readonly item: StampItem; readonly url: string }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'idle' };

const FIRST_BACKOFF_MS = 30_000;
const LONGEST_BACKOFF_MS = 6 * 3600 * 1000;

/** A new item of the queue. */
export function stampItem(
  what: Pick<StampItem, 'id' | 'caseId' | 'purpose' | 'subjectId' | 'digest' | 'wantedAt'>,
): StampItem {
  return { ...what, rounds: 0, asked: [], notBefore: what.wantedAt };
}

/**
 * The next step: the oldest item that may be asked about now, at the first authority in order that was not asked in
 * this round. Waits for that authority's pace rather than going on to the next: the order is the user's choice.
 */
export function nextStep(
  items: readonly StampItem[],
  pace: StampPace,
  policy: StampPolicy,
  now: Date,
): StampStep {
  let wait = Infinity;
  for (const item of items.toSorted((a, b) => (a.wantedAt < b.wantedAt ? -1 : 1))) {
    const url = policy.urls.find((one) => !item.asked.includes(one));
    if (url === undefined) continue;
    const last = pace.get(url);
    const paced = last === undefined ? -Infinity : pacedFrom(last, policy.intervalMs(url), now);
    const ms = Math.max(Date.parse(item.notBefore), paced) - now.getTime();
    if (ms <= 0) return { kind: 'ask', item, url };
    wait = Math.min(wait, ms);
  }
  return Number.isFinite(wait) ? { kind: 'wait', ms: wait } : { kind: 'idle' };
}

/** A clock that was set back must not stop the queue: an authority 'asked in the future' was asked just now. */
function pacedFrom(last: Instant, intervalMs: number, now: Date): number {
  return Math.min(Date.parse(last), now.getTime()) + intervalMs;
}

/** The item after an authority did not stamp it. */
export function afterRefusal(
  item: StampItem,
  url: string,
  reason: TimestampReason,
  policy: StampPolicy,
  now: Date,
): StampItem {
  const at = now.toISOString();
  const asked = [...item.asked, url];
  const lastRefusal = { url, reason, at };
  if (policy.urls.some((one) => !asked.includes(one))) return { ...item, asked, lastRefusal };
  const rounds = item.rounds + 1;
  const notBefore = new Date(now.getTime() + backoffMs(rounds)).toISOString();
  return { ...item, rounds, asked: [], notBefore, lastRefusal };
}

/** The item when the user presses 'try now', or the machine comes online: a new round at once. */
export function retryNow(item: StampItem, now: Date): StampItem {
  return { ...item, asked: [], notBefore: now.toISOString() };
}

/** 30 s, doubled each round, at most six hours. */
export function backoffMs(rounds: number): number {
  return Math.min(FIRST_BACKOFF_MS * 2 ** Math.max(0, rounds - 1), LONGEST_BACKOFF_MS);
}
