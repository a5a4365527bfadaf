import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../scripts/setup/find-browser.ts';

/** The browsers' own calls, as an extension has them. */
interface BareApi {
  readonly debugger: {
    attach(target: { tabId: number }, version: string): Promise<void>;
    detach(target: { tabId: number }): Promise<void>;
    sendCommand(
      target: { tabId: number },
      method: string,
      parameters?: object,
    ): Promise<{ readonly data?: string; readonly cssContentSize?: { width: number; height: number } }>;
  };
  readonly tabs: {
    captureTab(tabId: number, options: object): Promise<string>;
    captureVisibleTab(options: object): Promise<string>;
  };
}

/** The bare picture of the viewport, as a capture has to take it before anything else. */
export async function takeBareViewport(
  kind: BrowserKind,
  from: Page,
  tab: { readonly id: number },
): Promise<void> {
  await from.evaluate(kind === 'chromium' ? bareVisible : bareVisibleTab, tab.id);
}

/** Runs in a page of the extension in Chromium: the tab is the one in front. */
async function bareVisible(): Promise<void> {
  await (globalThis as unknown as { readonly chrome: BareApi }).chrome.tabs.captureVisibleTab({
    format: 'png',
  });
}

/** Runs in a page of the extension in Firefox. */
async function bareVisibleTab(tabId: number): Promise<void> {
  await (globalThis as unknown as { readonly browser: BareApi }).browser.tabs.captureTab(tabId, {
    format: 'png',
  });
}

/**
 * The bare tiled picture of a tab, from a page of the extension, nothing else done with it: what a capture is
 * measured against. Tiles of 8,192 px, lossless, as a capture takes them. Resolves to the number of tiles.
 */
export function takeBarePixels(
  kind: BrowserKind,
  from: Page,
  tab: { readonly id: number; readonly width: number; readonly height: number; readonly scale: number },
): Promise<number> {
  return kind === 'chromium' ? from.evaluate(bareDebugger, tab.id) : from.evaluate(bareCaptureTab, tab);
}

/** Runs in a page of the extension in Chromium. */
async function bareDebugger(tabId: number): Promise<number> {
  const api = (globalThis as unknown as { readonly chrome: BareApi }).chrome.debugger;
  const target = { tabId };
  await api.attach(target, '1.3');
  try {
    const { cssContentSize } = await api.sendCommand(target, 'Page.getLayoutMetrics');
    const { width, height } = cssContentSize ?? { width: 0, height: 0 };
    let tiles = 0;
    for (let y = 0; y < height; y += 8192, tiles += 1) {
      const clip = { x: 0, y, width, height: Math.min(8192, height - y), scale: 1 };
      const options = { format: 'png', optimizeForSpeed: true, captureBeyondViewport: true, clip };
      const { data } = await api.sendCommand(target, 'Page.captureScreenshot', options);
      if (!data) throw new Error('empty picture');
    }
    return tiles;
  } finally {
    await api.detach(target);
  }
}

/** Runs in a page of the extension in Firefox. */
async function bareCaptureTab(tab: {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}): Promise<number> {
  const api = (globalThis as unknown as { readonly browser: BareApi }).browser.tabs;
  let tiles = 0;
  for (let y = 0; y < tab.height; y += 8192, tiles += 1) {
    const rect = { x: 0, y, width: tab.width, height: Math.min(8192, tab.height - y) };
    const data = await api.captureTab(tab.id, { format: 'png', rect, scale: tab.scale });
    if (data.length < 100) throw new Error('empty picture');
  }
  return tiles;
}
