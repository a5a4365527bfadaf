import { failureOf } from '../case/result.ts';
import { convertStore, isConversionDue } from '../store/convert-store.ts';
import type { Store } from '../store/store.ts';
import { stayAwake } from './background-life.ts';
import { browser } from './browser.ts';

const ALARM = 'prima-facie:vault';
/** Alarms come no sooner than this in either browser. */
const SHORTEST_ALARM_MS = 30_000;
/** What the work of sealing stopped at is tried again after this. */
const AGAIN_MS = 5 * 60_000;

/** Looks after the vault in the background. */
export interface VaultKeeper {
  /** The vault was opened, turned on or off, or something was stored: go on with what waited for it. */
  tend(): void;
}

/**
 * Registers the alarm that locks an idle vault, and goes on with sealing (or opening) what is stored wherever the
 * last background stopped. To be called in the first turn of the background.
 * @param opened told when the vault is open: what could not be written while it was locked can be now.
 */
export function keepVault(store: Store, opened: () => void): VaultKeeper {
  const look = async (): Promise<void> => {
    const state = await store.vault.lock.state();
    if (state.state === 'locked') return;
    // Nobody has to look: the alarm rings when the idle time would be over, and looks whether it is.
    await browser.alarms.create(ALARM, { when: Date.now() + Math.max(state.locksInMs, SHORTEST_ALARM_MS) });
    opened();
    await navigator.locks.request(ALARM, () => convert(store));
  };
  const tend = (): void => {
    // What it stopped at stands in the store, the options say it, and the next alarm or start tries again.
    look().catch((error: unknown) => store.vault.records.setTrouble(failureOf(error, 'storage-failed')));
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) tend();
  });
  tend();
  return { tend };
}

async function convert(store: Store): Promise<void> {
  if (!(await isConversionDue(store))) return;
  const held = await store.vault.hold();
  if (!held.ok) return;
  const rest = stayAwake();
  try {
    const done = await convertStore(store);
    if (!done.ok) await browser.alarms.create(ALARM, { when: Date.now() + AGAIN_MS });
  } finally {
    rest();
    held.value();
  }
}
