import { FailureError } from '../case/result.ts';
import type { PixelMethod } from '../capture/ports.ts';
import { browser } from './browser.ts';
import { bytesOfDataUrl } from './png-bytes.ts';

/** Size of the page and device pixels per CSS pixel; runs in the page's isolated world. */
function measure(): { width: number; height: number; scale: number } {
  const element = document.scrollingElement ?? document.documentElement;
  return { width: element.scrollWidth, height: element.scrollHeight, scale: devicePixelRatio };
}

/** Firefox: any part of any tab by `captureTab`, without scrolling. */
export function captureTabPixels(tabId: number): PixelMethod {
  return {
    id: 'captureTab',
    kind: 'screenshot',
    async open() {
      const [answer] = await browser.scripting.executeScript({ target: { tabId }, func: measure });
      if (!answer?.result) throw new FailureError('page-unresponsive', 'the page did not tell its size');
      const { width, height, scale } = answer.result as ReturnType<typeof measure>;
      return {
        page: { width, height },
        scale,
        shot: async (box) =>
          bytesOfDataUrl(await browser.tabs.captureTab(tabId, { format: 'png', rect: box, scale })),
        close: () => Promise.resolve(),
      };
    },
  };
}
