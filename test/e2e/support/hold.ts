import type { Page } from 'puppeteer-core';
import type { Driver } from './driver.ts';
import { ended } from './capture.ts';

/** The name of the extension's database. */
const DATABASE = 'prima-facie';

interface Held {
  readonly held: Promise<string>;
  release(): void;
}

/**
 * Stops a capture in the middle of a step for as long as the test wants: a page of the extension takes a write lock
 * on the store as soon as the row says that the step runs, so that neither the step's artifacts nor its end can be
 * written. It works in both browsers alike and needs no hook in the extension.
 *
 * @param page of the extension
 * @returns what waits until the capture is held in that step (it throws where the capture ended before), and what lets
 * it go again.
 */
export async function holdAt(
  driver: Driver,
  page: Page,
  step: string,
): Promise<{
  readonly held: (captureId: string) => Promise<void>;
  readonly release: () => Promise<void>;
}> {
  const name = `hold-${step}-${Date.now()}`;
  await page.evaluate(
    async (database, wanted, key) => {
      const opened = indexedDB.open(database);
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opened.addEventListener('success', () => resolve(opened.result));
        opened.addEventListener('error', () => reject(opened.error ?? new Error('no database')));
      });
      let released = false;
      const look = () =>
        new Promise<string | null>((resolve) => {
          const change = db.transaction(['captures', 'artifacts', 'artifactEntries'], 'readwrite');
          const captures = change.objectStore('captures');
          const rows = captures.index('state').getAll('running');
          rows.addEventListener('success', () => {
            const rowsFound = rows.result as { id: string; steps: { id: string; state: string }[] }[];
            const found = rowsFound.find(({ steps }) =>
              steps.some((each) => each.id === wanted && each.state === 'running'),
            );
            if (!found) return resolve(null);
            resolve(found.id);
            // A transaction lives as long as it is asked for something.
            const again = () => {
              if (!released) captures.count().addEventListener('success', again);
            };
            again();
          });
        });
      const find = async (): Promise<string> => {
        for (;;) {
          const found = await look();
          if (found) return found;
        }
      };
      // Two in line, so that one is always waiting when the row changes.
      const held = Promise.race([find(), find()]);
      const holds = globalThis as unknown as Record<string, Held>;
      holds[key] = {
        held,
        release: () => {
          released = true;
          db.close();
        },
      };
    },
    DATABASE,
    step,
    name,
  );
  return {
    held: async (captureId) => {
      const held = page.evaluate((key) => (globalThis as unknown as Record<string, Held>)[key]?.held, name);
      const over = ended(driver, captureId).then((row) => {
        throw new Error(
          `not held in ${step}: ${row.state} ${JSON.stringify([row.failure, row.notCaptured])}`,
        );
      });
      // The capture outlives the hold: how it ends is the test's to see.
      over.catch(() => undefined);
      const id = await Promise.race([held, over]);
      if (id !== captureId) throw new Error(`${id} is held instead of ${captureId}`);
    },
    release: () =>
      page.evaluate((key) => (globalThis as unknown as Record<string, Held>)[key]?.release(), name),
  };
}
