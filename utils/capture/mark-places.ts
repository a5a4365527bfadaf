import type { Box } from '../case/facts.ts';
import type { CapturedItem, Mark } from '../case/mark.ts';
import { FailureError, failureOf } from '../case/result.ts';
import { parsePlaces } from './marks.ts';
import { parseFacts } from './page-facts.ts';
import { orAborted } from './run-capture.ts';
import type { StepContext } from './step.ts';

/** A page that does not say by then where its marks are is not asked again. */
const MEASURE_MS = 5_000;
/** Boxes that differ by less, in CSS pixels, are of one place: browsers round. */
const ROUNDING = 1;
/** Where what is marked moved further than this, as a share of its own area, a picture of all its way shows too much. */
const LARGEST_WAY = 4;

/** Where a mark is on the page, and how that is known. */
export interface MarkPlace {
  readonly box: Box;
  readonly by: 'measured' | 'by-address';
}

/** Marks by their key. */
export type MarkPlaces = ReadonlyMap<number, MarkPlace>;

/**
 * Where the marks are now. The element that was marked is asked; where it is gone (the page was loaded anew), the
 * element with the same address is meant. What neither tells is not in the answer.
 */
export async function markPlaces({
  tab,
  findings,
  notCaptured,
}: Pick<StepContext, 'tab' | 'findings' | 'notCaptured'>): Promise<MarkPlaces> {
  const marks = findings.marks ?? [];
  const places = new Map<number, MarkPlace>();
  if (marks.length === 0 || !tab.marks) return places;
  try {
    const measured = parsePlaces(await orAborted(tab.marks.boxes(), AbortSignal.timeout(MEASURE_MS)));
    for (const [key, box] of measured) places.set(key, { box, by: 'measured' });
    const rest = marks.filter(
      ({ key, kind, urls }) => !places.has(key) && kind !== 'region' && urls.length > 0,
    );
    if (rest.length === 0) return places;
    const facts = parseFacts(await orAborted(tab.probe(), AbortSignal.timeout(MEASURE_MS)));
    if (!facts.ok) throw new FailureError(facts.failure.code, facts.failure.detail);
    for (const mark of rest) {
      const box = sameAddress(mark, facts.value.resources);
      if (box) places.set(mark.key, { box, by: 'by-address' });
    }
  } catch (error) {
    notCaptured('items.places', `the page no longer says (${failureOf(error, 'timeout').code})`);
  }
  return places;
}

/** The element with the address that the mark showed, the nearest to where it was. */
function sameAddress(
  mark: Mark,
  resources: readonly { readonly url: string; readonly box: Box | null }[],
): Box | null {
  const far = (box: Box) => Math.hypot(box.x - mark.box.x, box.y - mark.box.y);
  const boxes = resources.flatMap(({ url, box }) => (box && url === mark.urls[0] ? [box] : []));
  return boxes.toSorted((a, b) => far(a) - far(b))[0] ?? null;
}

/** Where a mark was while the tiles were taken. */
export interface PlaceInTiles {
  readonly box: Box;
  readonly placedBy: NonNullable<CapturedItem['placedBy']>;
  /** Why no picture can be cut out; absent where one can. */
  readonly noCrop?: string;
  /** It moved while the tiles were taken: the box holds both places. */
  readonly moved?: true;
}

/** Puts together what was measured right before the tiles and right after them. */
export function placeInTiles(
  mark: Mark,
  before: MarkPlace | undefined,
  after: MarkPlace | undefined,
): PlaceInTiles {
  const last = after ?? before;
  if (!last) {
    return {
      box: mark.box,
      placedBy: 'as-marked',
      noCrop: 'what was marked is no longer on the page: where it was may show something else',
    };
  }
  const placedBy = before?.by === 'by-address' ? before.by : last.by;
  if (!before || !after || isSame(before.box, after.box)) return { box: last.box, placedBy };
  const way = union(before.box, after.box);
  const largest = Math.max(area(before.box), area(after.box));
  if (area(way) > LARGEST_WAY * largest)
    return { box: after.box, placedBy, noCrop: 'it moved while the tiles were taken', moved: true };
  return { box: way, placedBy, moved: true };
}

function isSame(a: Box, b: Box): boolean {
  const near = (side: keyof Box) => Math.abs(a[side] - b[side]) <= ROUNDING;
  return near('x') && near('y') && near('width') && near('height');
}

function area({ width, height }: Box): number {
  return width * height;
}

function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const right = Math.max(a.x + a.width, b.x + b.width);
  const bottom = Math.max(a.y + a.height, b.y + b.height);
  return { x, y, width: right - x, height: bottom - y };
}
