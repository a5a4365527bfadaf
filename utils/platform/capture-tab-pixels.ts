import { measurePage } from '../capture/injected/measure-page.ts';
import { TILE_HEIGHT, type PixelMethod } from '../capture/ports.ts';
import { browser } from './browser.ts';
import { bytesOfDataUrl } from './png-bytes.ts';
import { callInTab } from './run-in-tab.ts';

/** Firefox: any part of any tab by `captureTab`, without scrolling. */
export function captureTabPixels(tabId: number): PixelMethod {
  return {
    id: 'captureTab',
    kind: 'screenshot',
    async open() {
      const { width, height, left, scale } = await callInTab(tabId, measurePage);
      return {
        page: { width, height },
        scale,
        tileHeight: TILE_HEIGHT,
        changes: [],
        shot: async (box) => ({
          bytes: bytesOfDataUrl(
            await browser.tabs.captureTab(tabId, { format: 'png', rect: { ...box, x: box.x + left }, scale }),
          ),
          box,
        }),
        close: () => Promise.resolve(),
      };
    },
  };
}
