import type { CachedAnswer, LookupCache } from '../environment.ts';
import type { FetchOutcome } from './bounded-fetch.ts';

/** An answer as all who wait for it get it. */
export interface Flight {
  readonly outcome: FetchOutcome;
  readonly at: string;
  readonly cached: boolean;
}

/** Shared by all captures of one environment: what is being asked now, and who asked to be left alone until when. */
export interface Shared {
  readonly flights: Map<string, Promise<Flight>>;
  /** Milliseconds since the epoch, by origin. */
  readonly restUntil: Map<string, number>;
  /** Resolvers that turned the JSON form down. */
  readonly wireOnly: Set<string>;
}

const SHARED = new WeakMap<LookupCache, Shared>();

/** What hangs on a cache: one background has one cache, so one set of flights. */
export function sharedFor(cache: LookupCache): Shared {
  const known = SHARED.get(cache);
  if (known) return known;
  const shared: Shared = { flights: new Map(), restUntil: new Map(), wireOnly: new Set() };
  SHARED.set(cache, shared);
  return shared;
}

/**
 * Runs `work` once for all who want the same at the same time. `work` must do everything that makes asking again
 * needless, reading and filling the cache included: between its end and the next beginning nothing is remembered.
 */
export function onceAtATime<T>(
  flights: Map<string, Promise<T>>,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const known = flights.get(key);
  if (known) return known;
  const flight = work().finally(() => flights.delete(key));
  flights.set(key, flight);
  return flight;
}

/** An answer out of the cache. */
export function flightFrom(kept: CachedAnswer): Flight {
  const { status, mediaType, raw, hops } = kept;
  const outcome: FetchOutcome = {
    ok: status >= 200 && status < 300,
    detail: `HTTP ${status}`,
    status,
    mediaType,
    body: raw,
    hops,
    durationMs: 0,
    retryable: false,
  };
  return { outcome, at: kept.at, cached: true };
}

/** What is said instead of asking a server that asked to be left alone for so many milliseconds. */
export function resting(ms: number): FetchOutcome {
  return {
    ok: false,
    failure: 'rate-limited',
    detail: 'not asked: the server asked to wait',
    status: 0,
    mediaType: '',
    body: null,
    hops: [],
    durationMs: 0,
    retryAfterMs: ms,
    retryable: true,
  };
}
