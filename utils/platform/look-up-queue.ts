import type { LookUpQueue } from '../capture/look-up-again.ts';
import { browser } from './browser.ts';

const PREFIX = 'look-up-again:';
const ALARM = 'look-up-again';
/** Alarms that ring sooner are rounded up by the browsers all the same. */
const SOONEST_MS = 30_000;

/** The times of next tries, by capture. Each has a key of its own, so that writers do not undo each other. */
async function waiting(): Promise<{ readonly captureId: string; readonly at: string }[]> {
  const all = await browser.storage.local.get(null);
  return Object.entries(all).flatMap(([key, at]) =>
    key.startsWith(PREFIX) && typeof at === 'string' ? [{ captureId: key.slice(PREFIX.length), at }] : [],
  );
}

/** Sets the alarm for the earliest next try. Browsers drop alarms when they close, so also at every start. */
async function setAlarm(): Promise<void> {
  const [first] = (await waiting()).map(({ at }) => Date.parse(at)).toSorted((a, b) => a - b);
  if (first === undefined) await browser.alarms.clear(ALARM);
  else browser.alarms.create(ALARM, { when: Math.max(first, Date.now() + SOONEST_MS) });
}

/** The queue in the extension's local storage. */
export const lookUpQueue: LookUpQueue = {
  async put(captureId, at) {
    const key = PREFIX + captureId;
    if (at === null) await browser.storage.local.remove(key);
    else await browser.storage.local.set({ [key]: at });
    await setAlarm();
  },
  due: async (now) => {
    const due = (await waiting()).filter(({ at }) => !(Date.parse(at) > now.getTime()));
    return due.map(({ captureId }) => captureId);
  },
};

/** Calls back when lookups are due. Register in the worker's first turn: the alarm wakes it. */
export function onLookUpsDue(retry: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    // What is due stays in the queue until it has been tried, and the alarm is set again either way.
    if (name === ALARM) void retry().then(setAlarm, setAlarm);
  });
  // Without the alarm nothing is lost: the next capture or look-up sets it.
  setAlarm().catch(() => undefined);
}
