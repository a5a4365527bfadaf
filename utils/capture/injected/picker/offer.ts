import type { Box } from '../../../case/facts.ts';
import type { Mark } from '../../../case/mark.ts';
import { createMarks } from './marks.ts';
import type { PickerWords } from './overlay.ts';
import { startSession, type PickerSession } from './session.ts';

/** What the background may ask of the marks in a page. */
export interface MarkingInPage {
  start(words: PickerWords): void;
  /** Whether the user is marking, and how many things are marked. */
  state(): { marking: boolean; count: number };
  /** Takes the overlay off the page and returns what is marked, which stays until `clear`, and how often it was shown. */
  finish(): { shown: boolean; marks: Mark[]; sessions: number };
  boxes(): { key: number; box: Box }[];
  clear(): void;
}

/** Kept in the isolated world, which the page cannot reach. */
export interface MarkingWorld {
  primaFacieMarking?: MarkingInPage;
}

/** Makes marking available in this document; a second injection finds the marks of the first. */
export function offerMarking(now: () => Date): true {
  const world = globalThis as MarkingWorld;
  if (world.primaFacieMarking) return true;
  const marks = createMarks(now);
  let session: PickerSession | null = null;
  let sessions = 0;
  world.primaFacieMarking = {
    start(words) {
      if (!session) sessions += 1;
      session ??= startSession(marks, words, () => {
        session = null;
      });
    },
    state: () => ({ marking: session !== null, count: marks.size }),
    finish() {
      const shown = session !== null;
      session?.end();
      return { shown, marks: marks.list(), sessions };
    },
    boxes: () => marks.boxes(),
    clear: () => marks.clear(),
  };
  return true;
}
