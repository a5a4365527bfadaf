import { setTimeout as sleep } from 'node:timers/promises';
import { openDriver, RefusedSettingsError, type Driver, type DriverOptions } from '../drive/driver.ts';
import { say } from '../support/progress.ts';
import { NoBrowserError } from '../setup/install-browser.ts';
import type { CaptureOptions } from './options.ts';

/** How often a start is tried. */
const START_ATTEMPTS = 3;

/** A driver that is started again, on the same profile, after its browser has crashed. */
export interface Session {
  /** The running driver; a new one where the last has died. */
  driver(): Promise<Driver>;
  /** How often the browser had to be started again. */
  restarts(): number;
  close(): Promise<void>;
}

/** Opens a session on a work folder. The browser starts with the first call of `driver`. */
export function openSession(options: CaptureOptions, folder: string): Session {
  let current: Driver | null = null;
  let restarts = 0;
  return {
    async driver() {
      if (current?.isAlive()) return current;
      if (current) {
        restarts++;
        say('The browser has crashed: starting it again. What was captured is kept.');
        await closeQuietly(current);
      }
      current = await openPatiently({
        browser: options.browser,
        folder,
        ...(options.settings ? { settings: options.settings } : {}),
        ...(options.hostRules ? { hostRules: options.hostRules } : {}),
      });
      return current;
    },
    restarts: () => restarts,
    close: async () => {
      if (current) await closeQuietly(current);
      current = null;
    },
  };
}

/** A busy machine or a dying browser's locks may spoil a start; what no second try can mend is thrown at once. */
async function openPatiently(options: DriverOptions): Promise<Driver> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await openDriver(options);
    } catch (error) {
      const hopeless = error instanceof NoBrowserError || error instanceof RefusedSettingsError;
      if (hopeless || attempt === START_ATTEMPTS) throw error;
      say(
        `The browser did not start (${error instanceof Error ? error.message : String(error)}): trying again.`,
      );
      await sleep(attempt * 1_000);
    }
  }
}

/** A browser that has died cannot be closed in order; its end is what was wanted. */
async function closeQuietly(driver: Driver): Promise<void> {
  try {
    await driver.close();
  } catch (error) {
    say(`The browser did not close in order: ${String(error)}`);
  }
}
