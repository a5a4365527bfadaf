import type { Digest } from '../case/values.ts';
import { FailureError } from '../case/result.ts';
import type { TabMarks } from '../capture/ports.ts';
import type { CropPlan } from '../capture/crops.ts';
import {
  beginMarking,
  clearMarks,
  finishMarking,
  markedBoxes,
  markingState,
} from '../capture/injected/marking.ts';
import type { PickerWords } from '../capture/injected/picker/overlay.ts';
import { browser } from './browser.ts';
import { callInTab, runInTab } from './run-in-tab.ts';

/** Tabs in which marking was begun in this session; others need not be asked, which a frozen page would delay. */
const flag = (tabId: number) => `marking:${tabId}`;

async function wasMarked(tabId: number): Promise<boolean> {
  return (await browser.storage.session.get(flag(tabId)))[flag(tabId)] === true;
}

/** Lets the user mark items in a tab, or go on marking. */
export async function startMarking(tabId: number, words: PickerWords): Promise<void> {
  await browser.storage.session.set({ [flag(tabId)]: true });
  await runInTab(tabId, { files: ['picker.js'] });
  await callInTab(tabId, beginMarking, words);
}

/** Whether the user is marking in a tab, and how much is marked; not yet parsed. */
export async function marksIn(tabId: number): Promise<unknown> {
  return (await wasMarked(tabId)) ? callInTab(tabId, markingState) : { marking: false, count: 0 };
}

/** The marks of a tab, as a capture uses them. */
export function tabMarks(tabId: number, keptBlob: (digest: Digest) => Promise<Blob>): TabMarks {
  // Items follow one another down the page, so the tile of the last is mostly the tile of the next.
  let last: { readonly digest: Digest; readonly picture: ImageBitmap } | null = null;
  const pictureOf = async (digest: Digest) => {
    if (last?.digest === digest) return last.picture;
    last?.picture.close();
    last = null;
    const picture = await createImageBitmap(await keptBlob(digest), {
      colorSpaceConversion: 'none',
      premultiplyAlpha: 'none',
    });
    last = { digest, picture };
    return picture;
  };
  return {
    finish: async () =>
      (await wasMarked(tabId)) ? callInTab(tabId, finishMarking) : { shown: false, marks: [] },
    boxes: () => callInTab(tabId, markedBoxes),
    async clear() {
      last?.picture.close();
      last = null;
      await browser.storage.session.remove(flag(tabId));
      await callInTab(tabId, clearMarks);
    },
    async crop(plan: CropPlan, signal: AbortSignal) {
      const canvas = new OffscreenCanvas(plan.width, plan.height);
      const context = canvas.getContext('2d');
      if (!context) throw new FailureError('browser-refused', 'no canvas');
      for (const { tile, sourceX, sourceY, width, height, x, y } of plan.pieces) {
        signal.throwIfAborted();
        context.drawImage(await pictureOf(tile.digest), sourceX, sourceY, width, height, x, y, width, height);
      }
      return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
    },
  };
}
