import type { PickerWords } from './picker/overlay.ts';
import type { MarkingWorld } from './picker/offer.ts';

/*
 * Injected as functions: each may use nothing from outside itself. Where the document was never marked (or is another
 * one by now) the answers say so.
 */

/** Shows the marking overlay. */
export function beginMarking(words: PickerWords): true {
  (globalThis as MarkingWorld).primaFacieMarking?.start(words);
  return true;
}

/** Whether the user is marking, and how many things are marked. */
export function markingState(): unknown {
  return (globalThis as MarkingWorld).primaFacieMarking?.state() ?? { marking: false, count: 0 };
}

/** Takes the overlay off the page, waits until the page is drawn without it, and returns the marks. */
export async function finishMarking(): Promise<unknown> {
  const finished = (globalThis as MarkingWorld).primaFacieMarking?.finish();
  if (!finished) return { shown: false, marks: [], sessions: 0 };
  if (finished.shown) {
    // A tab in the background draws no frames: then nothing waits for one.
    await new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
      setTimeout(resolve, 500);
    });
  }
  return finished;
}

/** Where each mark is on the page now. */
export function markedBoxes(): unknown {
  return (globalThis as MarkingWorld).primaFacieMarking?.boxes() ?? [];
}

/** Forgets the marks: a capture has taken them. */
export function clearMarks(): true {
  (globalThis as MarkingWorld).primaFacieMarking?.clear();
  return true;
}
