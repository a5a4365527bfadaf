import type { Menus } from 'webextension-polyfill';
import type { CaptureTrigger } from '../case/capture.ts';
import { browser, chromium, isFirefox } from './browser.ts';

const MENU_ITEM = 'capture-page';

/** Shows the panel. Must be called in the same turn as the user's gesture, before any `await`. */
function openPanel(windowId: number | undefined): Promise<void> {
  if (isFirefox) return browser.sidebarAction.open();
  return windowId === undefined ? Promise.resolve() : chromium.sidePanel.open({ windowId });
}

/**
 * Wires the toolbar button, the keyboard shortcut and the context menu. Each opens the panel, where the user sees
 * the capture's progress and result, and starts a capture of the tab.
 */
export function onStartButtons(start: (tabId: number, trigger: CaptureTrigger) => Promise<void>): void {
  const begin = (
    tab: { id?: number | undefined; windowId?: number | undefined } | undefined,
    trigger: CaptureTrigger,
  ) => {
    if (tab?.id === undefined) return;
    const { id } = tab;
    // The panel may be refused (a window without one); the capture goes on, its result stands in the dashboard.
    const opened = openPanel(tab.windowId).catch(() => undefined);
    // Opening it makes the page narrower: the pixels are taken when it has come to rest.
    void opened.then(() => start(id, trigger));
  };
  browser.action.onClicked.addListener((tab) => begin(tab, 'toolbar'));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'capture-page') begin(tab, 'shortcut');
  });
  const menus: Menus.Static = isFirefox ? browser.menus : browser.contextMenus;
  menus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === MENU_ITEM) begin(tab, 'menu');
  });
  browser.runtime.onInstalled.addListener(() => {
    menus.create({
      id: MENU_ITEM,
      title: browser.i18n.getMessage('actionTitle'),
      contexts: ['page', 'frame', 'image', 'video', 'audio', 'link', 'selection'],
    });
  });
}

/** Shows on the toolbar button of a tab whether a capture runs there and how it ended. */
export async function showBadge(tabId: number, badge: 'running' | 'done' | 'failed' | 'none'): Promise<void> {
  const look = {
    running: { text: '…', color: '#2457a6' },
    done: { text: '✓', color: '#1d6b3c' },
    failed: { text: '!', color: '#a62424' },
    none: { text: '', color: '#2457a6' },
  }[badge];
  // The tab may have closed by now; then there is no button to mark.
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: look.text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: look.color }),
  ]).catch(() => undefined);
}
