import type { Id, Instant } from '../../case/values.ts';
import type { Bytes } from '../bytes.ts';
import { requestTimestamp, type Timestamp, type TimestampEnvironment } from './request-timestamp.ts';
import type { TimestampRefusal } from './refusal.ts';
import { afterRefusal, nextStep, type StampItem, type StampPace, type StampPolicy } from './stamp-queue.ts';

/** Where the queue outlives the worker. */
export interface StampQueueStore {
  items(): Promise<StampItem[]>;
  put(item: StampItem): Promise<void>;
  remove(id: Id): Promise<void>;
  pace(): Promise<StampPace>;
  setAsked(url: string, at: Instant): Promise<void>;
}

/** What a run of the queue takes from its surroundings. */
export interface StampRun extends TimestampEnvironment {
  readonly store: StampQueueStore;
  readonly policy: StampPolicy;
  readonly roots: readonly Bytes[];
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
  /** Keeps a granted stamp. The item leaves the queue only after this has come back. */
  readonly keep: (item: StampItem, stamp: Timestamp) => Promise<void>;
  /** Told of each refusal, for the log and the person who waits. */
  readonly onRefusal?: (item: StampItem, url: string, refusal: TimestampRefusal) => void;
}

/**
 * Asks for stamps until nothing may be asked for now. One run at a time (the caller holds a lock): a second one
 * would break the pace.
 * @returns milliseconds until there is something to ask again, for an alarm; null where nothing waits.
 */
export async function runStampQueue(run: StampRun): Promise<number | null> {
  for (;;) {
    if (run.signal?.aborted) return null;
    const [items, pace] = await Promise.all([run.store.items(), run.store.pace()]);
    const step = nextStep(items, pace, run.policy, run.now());
    if (step.kind === 'idle') return null;
    if (step.kind === 'wait') return step.ms;
    if (!(await ask(run, step.item, step.url))) return null;
  }
}

/** @returns false where the run was cancelled: the item then stays as it was. */
async function ask(run: StampRun, item: StampItem, url: string): Promise<boolean> {
  await run.store.setAsked(url, run.now().toISOString());
  const { roots, timeoutMs, signal } = run;
  const request = { url, digest: item.digest, roots, timeoutMs };
  const outcome = await requestTimestamp(run, signal ? { ...request, signal } : request);
  // Counted from the end as well: a slow way to the authority must not bring two requests closer together there.
  await run.store.setAsked(url, run.now().toISOString());
  if (outcome.ok) {
    await run.keep(item, outcome.value);
    await run.store.remove(item.id);
    return true;
  }
  if (outcome.refusal.reason === 'cancelled') return false;
  await run.store.put(afterRefusal(item, url, outcome.refusal.reason, run.policy, run.now()));
  run.onRefusal?.(item, url, outcome.refusal);
  return true;
}
