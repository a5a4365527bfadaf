import type { ClockReading } from '../../case/capture-document.ts';
import type { Digest } from '../../case/values.ts';
import type { Bytes } from '../bytes.ts';
import { requestTimestamp, type Timestamp, type TimestampEnvironment } from './request-timestamp.ts';
import type { TimestampRefusal } from './refusal.ts';
import type { StampQueueStore } from './run-stamp-queue.ts';
import type { StampPolicy } from './stamp-queue.ts';

/** A stamp that somebody waits for: at export, where the file is written once. */
export interface StampWanted extends TimestampEnvironment {
  readonly digest: Digest;
  readonly policy: StampPolicy;
  readonly roots: readonly Bytes[];
  /** For each authority. */
  readonly timeoutMs: number;
  readonly pace: Pick<StampQueueStore, 'pace' | 'setAsked'>;
  /** Waits; rejects with the signal's reason where it is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly signal?: AbortSignal;
  /** Told before each wait for an authority's pace and before each request, for the person who waits. */
  readonly onStep?: (step: { readonly url: string; readonly waitMs: number }) => void;
}

/** A stamp, or why none of the authorities gave one. */
export type StampOutcome =
  | { readonly ok: true; readonly value: Timestamp }
  | {
      readonly ok: false;
      readonly refusals: readonly { readonly url: string; readonly refusal: TimestampRefusal }[];
      readonly readings: readonly ClockReading[];
    };

/** Asks each authority once, in order and at its pace, until one stamps. */
export async function stampNow(wanted: StampWanted): Promise<StampOutcome> {
  const refusals: { url: string; refusal: TimestampRefusal }[] = [];
  const readings: ClockReading[] = [];
  const { digest, roots, timeoutMs, signal } = wanted;
  for (const url of wanted.policy.urls) {
    await keepPace(wanted, url);
    const request = { url, digest, roots, timeoutMs };
    const outcome = await requestTimestamp(wanted, signal ? { ...request, signal } : request);
    await wanted.pace.setAsked(url, wanted.now().toISOString());
    if (outcome.ok) return outcome;
    refusals.push({ url, refusal: outcome.refusal });
    readings.push(...outcome.readings);
    if (outcome.refusal.reason === 'cancelled') break;
  }
  return { ok: false, refusals, readings };
}

async function keepPace(wanted: StampWanted, url: string): Promise<void> {
  const last = (await wanted.pace.pace()).get(url);
  const now = wanted.now().getTime();
  const from = last === undefined ? -Infinity : Math.min(Date.parse(last), now);
  const waitMs = Math.max(0, from + wanted.policy.intervalMs(url) - now);
  wanted.onStep?.({ url, waitMs });
  if (waitMs > 0) await wanted.sleep(waitMs, wanted.signal);
  await wanted.pace.setAsked(url, wanted.now().toISOString());
}
