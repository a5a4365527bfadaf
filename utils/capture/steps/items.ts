import type { Box } from '../../case/facts.ts';
import type { CapturedItem } from '../../case/mark.ts';
import { failureOf } from '../../case/result.ts';
import { planCrop, tilesOf } from '../crops.ts';
import { itemOf, parsePlaces, placeNow } from '../marks.ts';
import { orAborted } from '../run-capture.ts';
import type { Step, StepContext } from '../step.ts';

/** A page that does not say by then where its marks are is taken at its word from before. */
const MEASURE_MS = 5_000;

/**
 * Makes items out of what the user marked, each with a picture cut out of the tiles. It runs in any case: a capture
 * that was cut short keeps the marks, with the pictures there are.
 */
export const itemsStep: Step = {
  id: 'items',
  required: false,
  timeoutMs: 120_000,
  always: true,
  async *run(context, signal) {
    const { findings, tab, capture, environment, progress, notCaptured } = context;
    const marks = findings.marks ?? [];
    if (marks.length === 0 || !tab.marks) return;
    const measured = await placesNow(context);
    const tiles = tilesOf(context.artifacts());
    const items: CapturedItem[] = [];
    findings.capturedItems = items;
    for (const [index, mark] of marks.entries()) {
      const { key: _key, ...rest } = mark;
      const item: CapturedItem = {
        ...rest,
        id: environment.newId(),
        box: placeNow(mark, measured, findings.facts),
      };
      const name = `items/${String(index + 1).padStart(2, '0')}.png`;
      const plan = planCrop(tiles, item.box);
      if (!plan) notCaptured(name, 'no tile of the whole page shows the place of this item');
      const bytes = plan ? await orAborted(tab.marks.crop(plan, signal), signal) : null;
      items.push(bytes ? { ...item, cropPath: name } : item);
      if (plan && bytes) {
        yield {
          path: name,
          mediaType: 'image/png',
          bytes,
          role: 'derived',
          derivedFrom: plan.pieces.map(({ tile }) => tile.path),
          method: 'prima-facie',
          about: { itemId: item.id, box: item.box, scale: plan.pieces[0]?.tile.scale ?? 1 },
        };
      }
      progress(index + 1, marks.length);
    }
    const pageUrl = findings.facts?.url ?? capture.urlFinal;
    findings.items = items.map((item) => itemOf(item, capture, pageUrl));
  },
};

async function placesNow({ tab, notCaptured }: StepContext): Promise<ReadonlyMap<number, Box>> {
  try {
    return parsePlaces(
      await orAborted(tab.marks?.boxes() ?? Promise.resolve([]), AbortSignal.timeout(MEASURE_MS)),
    );
  } catch (error) {
    notCaptured('items.places', `as marked: the page no longer says (${failureOf(error, 'timeout').code})`);
    return new Map();
  }
}
