import { browser, chromium, isFirefox } from './browser.ts';
import { isReloading } from './reload-tab.ts';

/** Tells when a tab closes, crashes or its document is replaced. Register in the worker's first turn. */
export function watchTabs(lost: (tabId: number, code: 'tab-closed' | 'page-changed') => void): void {
  browser.tabs.onRemoved.addListener((tabId) => lost(tabId, 'tab-closed'));
  browser.tabs.onReplaced.addListener((_, tabId) => lost(tabId, 'page-changed'));
  browser.webNavigation.onCommitted.addListener(({ frameId, tabId }) => {
    if (frameId === 0 && !isReloading(tabId)) lost(tabId, 'page-changed');
  });
  if (isFirefox) return;
  chromium.debugger.onDetach.addListener(({ tabId }, reason) => {
    if (tabId !== undefined && reason === 'target_closed') lost(tabId, 'tab-closed');
  });
}
