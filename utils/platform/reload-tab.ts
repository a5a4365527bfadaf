import { sleep } from '../capture/run-capture.ts';
import { browser } from './browser.ts';

/** A page that has not finished by now is taken as it is. */
const LOAD_MS = 30_000;
/** A page that is not being left by now asks its reader whether to leave it, and was told to stay, or nobody answers. */
const BEGIN_MS = 10_000;
/** What scripts fetch right after the load belongs to it. */
const SETTLE_MS = 1_000;

/** Tabs that are being loaded anew at our own wish: their new document does not end the capture. */
const reloading = new Set<number>();

/** Whether a tab's next document is our own doing. */
export function isReloading(tabId: number): boolean {
  return reloading.has(tabId);
}

/** A navigation of a tab as events tell of it. */
interface Watch {
  /** A new document was asked for. */
  began: boolean;
  /** Address of the last one that was committed. */
  url: string | null;
  readonly loaded: Promise<void>;
  end(): void;
}

/**
 * Loads a tab anew, past the cache, and resolves when it has loaded or {@link LOAD_MS} have passed.
 * @returns the address of the last document committed meanwhile; null where none was (the page asks whether to leave
 *   it, or its server does not answer).
 */
export async function reloadTab(tabId: number, signal: AbortSignal): Promise<string | null> {
  reloading.add(tabId);
  const watch = watchLoad(tabId);
  try {
    await browser.tabs.reload(tabId, { bypassCache: true });
    const aborted = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await Promise.race([watch.loaded, aborted, sleep(BEGIN_MS)]);
    if (watch.began) await Promise.race([watch.loaded, aborted, sleep(LOAD_MS - BEGIN_MS)]);
    signal.throwIfAborted();
    if (watch.url !== null) await sleep(SETTLE_MS);
    signal.throwIfAborted();
    return watch.url;
  } finally {
    watch.end();
    reloading.delete(tabId);
  }
}

function watchLoad(tabId: number): Watch {
  const { webNavigation, tabs } = browser;
  const loaded = Promise.withResolvers<void>();
  const isMain = (details: { tabId: number; frameId: number }) =>
    details.tabId === tabId && details.frameId === 0;
  const begun = (details: { tabId: number; frameId: number }) => {
    if (isMain(details)) watch.began = true;
  };
  const committed = (details: { tabId: number; frameId: number; url: string }) => {
    if (!isMain(details)) return;
    watch.began = true;
    watch.url = details.url;
  };
  const updated = (id: number, change: { status?: string }) => {
    if (id === tabId && watch.url !== null && change.status === 'complete') loaded.resolve();
  };
  webNavigation.onBeforeNavigate.addListener(begun);
  webNavigation.onCommitted.addListener(committed);
  tabs.onUpdated.addListener(updated);
  const watch: Watch = {
    began: false,
    url: null,
    loaded: loaded.promise,
    end() {
      webNavigation.onBeforeNavigate.removeListener(begun);
      webNavigation.onCommitted.removeListener(committed);
      tabs.onUpdated.removeListener(updated);
    },
  };
  return watch;
}
