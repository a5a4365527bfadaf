import { STAMP_TIMEOUT_MS, stampPolicy } from '../integrity/timestamp/policy.ts';
import { timestampEnvironment } from '../integrity/timestamp/request-timestamp.ts';
import { trustedRoots } from '../integrity/timestamp/roots.ts';
import { runStampQueue } from '../integrity/timestamp/run-stamp-queue.ts';
import { retryNow } from '../integrity/timestamp/stamp-queue.ts';
import { keepStamp } from '../store/stamps.ts';
import type { Store } from '../store/store.ts';
import { stayAwake } from './background-life.ts';
import { browser } from './browser.ts';

const NAME = 'prima-facie:stamps';
/** Alarms come no sooner than this in either browser; a shorter wait is sat out. */
const SHORTEST_ALARM_MS = 30_000;

/** Runs the queue of captures that wait for a trusted timestamp, one run at a time in all contexts. */
export interface Stamping {
  /** Something may have come to wait, or may be asked for again. */
  wake(): void;
}

/**
 * Registers what wakes the queue: its alarm, the machine coming online, and `wake`. To be called in the first turn of
 * the background. What waits outlives the background: it stands in the store.
 */
export function startStamping(store: Store): Stamping {
  let isWanted = false;
  const wake = (): void => {
    if (isWanted) return;
    isWanted = true;
    void navigator.locks.request(NAME, async () => {
      isWanted = false;
      await run(store, wake);
    });
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) wake();
  });
  self.addEventListener('online', () => {
    void askAllAgain(store).then(wake);
  });
  // Whatever ended the last background, what waited then waits still.
  wake();
  return { wake };
}

async function askAllAgain({ stampQueue }: Store): Promise<void> {
  const now = new Date();
  for (const item of await stampQueue.items()) await stampQueue.put(retryNow(item, now));
}

async function run(store: Store, wake: () => void): Promise<void> {
  const { tsaUrls, tsaRootPem } = await store.settings.read();
  // Roots that cannot be read are refused by the options; until mended, nothing is asked: no answer could be accepted.
  const roots = trustedRoots(tsaRootPem);
  if (tsaUrls.length === 0 || !roots.ok || (await store.stampQueue.items()).length === 0) return;
  // A stamp could not be kept now: what waits goes on waiting, and unlocking wakes the queue.
  const held = await store.vault.hold();
  if (!held.ok) return;
  const rest = stayAwake();
  try {
    const waitMs = await runStampQueue({
      ...timestampEnvironment,
      store: store.stampQueue,
      policy: stampPolicy(tsaUrls),
      roots: roots.value,
      timeoutMs: STAMP_TIMEOUT_MS,
      keep: (item, stamp) => keepStamp(store, item, stamp, new Date()),
    });
    if (waitMs === null) return;
    // Both: the timer is lost with the background, the alarm is not exact.
    await browser.alarms.create(NAME, { when: Date.now() + Math.max(waitMs, SHORTEST_ALARM_MS) });
    if (waitMs < SHORTEST_ALARM_MS) setTimeout(wake, waitMs + 10);
  } finally {
    rest();
    held.value();
  }
}
