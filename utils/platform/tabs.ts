import type { Tabs } from 'webextension-polyfill';
import { browser } from './browser.ts';

/** A tab as the panel shows it. */
export interface TabSummary {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly incognito: boolean;
}

function summaryOf(tab: Tabs.Tab | undefined): TabSummary | null {
  if (tab?.id === undefined) return null;
  return { id: tab.id, url: tab.url ?? '', title: tab.title ?? '', incognito: tab.incognito };
}

/** The tab the user looks at in this window, or null where there is none. */
export async function activeTab(): Promise<TabSummary | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return summaryOf(tab);
}

/** Calls back whenever another tab or another page comes to the front. Returns the undoing. */
export function onActiveTabChange(changed: () => void): () => void {
  const updated = (_: number, change: { url?: string; title?: string; status?: string }) => {
    if (change.url !== undefined || change.title !== undefined || change.status === 'complete') changed();
  };
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(changed);
    browser.tabs.onUpdated.removeListener(updated);
  };
}

/** Shows one of our pages in a tab: the one that is open already, or a new one. */
export async function showPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  const [open] = await browser.tabs.query({ url: `${browser.runtime.getURL('')}${path.split('#')[0]}*` });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true, url });
}
