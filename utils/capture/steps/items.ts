import type { ArtifactDraft } from '../../case/artifact.ts';
import type { CapturedItem, Mark } from '../../case/mark.ts';
import { FailureError, failureOf, succeed, type Failure, type Result } from '../../case/result.ts';
import { planCrop, tilesOf, type CropPlan } from '../crops.ts';
import { markPlaces, placeInTiles, type PlaceInTiles } from '../mark-places.ts';
import { itemOf } from '../marks.ts';
import type { TabMarks } from '../ports.ts';
import { orAborted } from '../run-capture.ts';
import type { Step, StepContext } from '../step.ts';

const NO_TILE = 'no tile of the whole page shows the place of this item';

const whyOf = ({ code, detail }: Failure) => `${code}: ${detail}`;

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
    const places = await placesOf(context, marks);
    const tiles = tilesOf(context.artifacts());
    const items: CapturedItem[] = [];
    const failed: Failure[] = [];
    findings.capturedItems = items;
    for (const [index, mark] of marks.entries()) {
      const place = places[index] ?? placeInTiles(mark, undefined, undefined);
      const { key: _key, ...rest } = mark;
      const { box, placedBy } = place;
      const item: CapturedItem = {
        ...rest,
        id: environment.newId(),
        box,
        placedBy,
        ...(place.moved ? { movedWhileTaken: true } : {}),
      };
      const name = `items/${String(index + 1).padStart(2, '0')}.png`;
      const plan = place.noCrop ? null : planCrop(tiles, box);
      const crop = await cropOf(tab.marks, plan, signal);
      const bytes = crop.ok ? crop.value : null;
      if (!crop.ok) failed.push(crop.failure);
      if (!bytes) notCaptured(name, crop.ok ? (place.noCrop ?? NO_TILE) : whyOf(crop.failure));
      items.push(bytes ? { ...item, cropPath: name } : item);
      if (plan && bytes) yield draftOf(name, bytes, plan, item);
      progress(index + 1, marks.length);
    }
    const pageUrl = findings.facts?.url ?? capture.urlFinal;
    findings.items = items.map((item) => itemOf(item, capture, pageUrl));
    const [failure] = failed;
    if (failure) throw new FailureError(failure.code, failure.detail);
  },
};

/** Where each was while the tiles were taken; measured now where the tiles were cut short, on the same page only. */
async function placesOf(context: StepContext, marks: readonly Mark[]): Promise<PlaceInTiles[]> {
  const { before, after } = context.findings.markPlaces ?? {};
  const late = after ?? ((await context.samePage()) ? await markPlaces(context) : new Map<number, never>());
  return marks.map((mark) => placeInTiles(mark, before?.get(mark.key), late.get(mark.key)));
}

/** The picture of one item, null where there can be none; that of another does not depend on it. */
async function cropOf(
  marks: TabMarks,
  plan: CropPlan | null,
  signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer> | null>> {
  try {
    return succeed(plan ? await orAborted(marks.crop(plan, signal), signal) : null);
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, failure: failureOf(error, 'browser-refused') };
  }
}

function draftOf(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  plan: CropPlan,
  { id, box, placedBy, movedWhileTaken }: CapturedItem,
): ArtifactDraft {
  return {
    path,
    mediaType: 'image/png',
    bytes,
    role: 'derived',
    derivedFrom: plan.pieces.map(({ tile }) => tile.path),
    method: 'prima-facie',
    about: {
      itemId: id,
      box,
      scale: plan.pieces[0]?.tile.scale ?? 1,
      placedBy,
      ...(movedWhileTaken ? { movedWhileTaken } : {}),
    },
  };
}
