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
    unnoticed: true,
    async open() {
      const [{ width, height, left, scale }, zoom] = await Promise.all([
        callInTab(tabId, measurePage),
        browser.tabs.getZoom(tabId),
      ]);
      return {
        page: { width, height },
        scale,
        left,
        tileHeight: TILE_HEIGHT,
        changes: [],
        measure: () => callInTab(tabId, measurePage),
        shot: async (box) => ({
          bytes: bytesOfDataUrl(
            await browser.tabs.captureTab(tabId, {
              format: 'png',
              rect: { ...box, x: box.x + left },
              // `captureTab` applies the browser's zoom by itself.
              scale: scale / zoom,
            }),
          ),
          box,
        }),
        close: () => Promise.resolve(),
      };
    },
  };
}
