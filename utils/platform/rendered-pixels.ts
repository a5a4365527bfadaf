import { measurePage } from '../capture/injected/measure-page.ts';
import { renderBox } from '../capture/injected/rendering.ts';
import type { PixelMethod } from '../capture/ports.ts';
import { bytesOfDataUrl } from './png-bytes.ts';
import { callInTab, runInTab } from './run-in-tab.ts';

/** Pieces are small: a canvas this high works everywhere, also at device pixel ratio 2. */
const PIECE_HEIGHT = 4_096;

/** The last resort: html2canvas re-draws the DOM. Labelled a rendering, never passed off as a screenshot. */
export function renderedPixels(tabId: number): PixelMethod {
  return {
    id: 'html2canvas',
    kind: 'rendering',
    async open() {
      const { width, height, left, scale } = await callInTab(tabId, measurePage);
      await runInTab(tabId, { files: ['rendering.js'] });
      return {
        page: { width, height },
        scale,
        left,
        tileHeight: PIECE_HEIGHT,
        changes: [],
        measure: () => callInTab(tabId, measurePage),
        shot: async (box) => ({ bytes: bytesOfDataUrl(await callInTab(tabId, renderBox, box)), box }),
        close: () => Promise.resolve(),
      };
    },
  };
}
