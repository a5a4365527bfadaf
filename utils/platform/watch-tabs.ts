import { browser, chromium, isFirefox } from './browser.ts';
import { isReloading } from './reload-tab.ts';

const CRASHED = 'the page crashed';

/** Tells when a tab closes, crashes or its document is replaced. Register in the worker's first turn. */
export function watchTabs(
  lost: (tabId: number, code: 'tab-closed' | 'page-changed', detail?: string) => void,
): void {
  browser.tabs.onRemoved.addListener((tabId) => lost(tabId, 'tab-closed'));
  browser.tabs.onReplaced.addListener((_, tabId) => lost(tabId, 'page-changed'));
  browser.webNavigation.onCommitted.addListener(({ frameId, tabId }) => {
    if (frameId === 0 && !isReloading(tabId)) lost(tabId, 'page-changed');
  });
  if (isFirefox) {
    // The tab keeps its address; what it shows from now on is the browser's own page.
    browser.webNavigation.onDOMContentLoaded.addListener(({ frameId, tabId, url }) => {
      if (frameId === 0 && url.startsWith('about:tabcrashed')) lost(tabId, 'tab-closed', CRASHED);
    });
    return;
  }
  chromium.debugger.onDetach.addListener(({ tabId }, reason) => {
    if (tabId !== undefined && reason === 'target_closed') lost(tabId, 'tab-closed');
  });
}

const LOOK_MS = 1_000;

/**
 * Chromium tells no extension that a page has crashed, and some calls to such a tab never return; but it calls the
 * tab `unloaded`. So whoever works on a tab looks now and then. Returns the end of the looking.
 */
export function watchCrash(tabId: number, lost: (code: 'tab-closed', detail: string) => void): () => void {
  const look = () =>
    browser.tabs.get(tabId).then(
      ({ status }) => {
        if (status === 'unloaded') lost('tab-closed', CRASHED);
      },
      // It has closed: that is told by an event.
      () => undefined,
    );
  const timer = setInterval(() => void look(), LOOK_MS);
  return () => clearInterval(timer);
}
