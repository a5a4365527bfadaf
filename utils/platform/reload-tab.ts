import { sleep } from '../capture/run-capture.ts';
import { browser } from './browser.ts';

/** A page that has not finished by now is taken as it is. */
const LOAD_MS = 30_000;
/** What scripts fetch right after the load belongs to it. */
const SETTLE_MS = 1_000;

/** Tabs that are being loaded anew at our own wish: their new document does not end the capture. */
const reloading = new Set<number>();

/** Whether a tab's next document is our own doing. */
export function isReloading(tabId: number): boolean {
  return reloading.has(tabId);
}

/** Loads a tab anew, past the cache, and resolves when it has loaded or {@link LOAD_MS} have passed. */
export async function reloadTab(tabId: number, signal: AbortSignal): Promise<void> {
  reloading.add(tabId);
  try {
    const loaded = new Promise<void>((resolve) => {
      const done = () => {
        browser.tabs.onUpdated.removeListener(updated);
        resolve();
      };
      let began = false;
      const updated = (id: number, change: { status?: string }) => {
        if (id !== tabId) return;
        if (change.status === 'loading') began = true;
        if (began && change.status === 'complete') done();
      };
      browser.tabs.onUpdated.addListener(updated);
      signal.addEventListener('abort', done, { once: true });
      setTimeout(done, LOAD_MS);
    });
    await browser.tabs.reload(tabId, { bypassCache: true });
    await loaded;
    await sleep(SETTLE_MS);
    signal.throwIfAborted();
  } finally {
    reloading.delete(tabId);
  }
}
