import type { Box } from '../../../case/facts.ts';
import type { Mark } from '../../../case/mark.ts';
import { kindOf, labelOf, urlsOf } from './elements.ts';
import { isThere, rectOf } from './frames.ts';

/** Most marks on one page. */
export const MAXIMUM_MARKS = 200;

/** A mark with what it hangs on: the layout may move until the picture is taken. */
interface Held {
  readonly mark: Mark;
  readonly element: Element | null;
  /** For a region: where it lies from the corner of `element`. */
  readonly offset: { readonly x: number; readonly y: number } | null;
}

/** Place in the viewport, in CSS pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The marks of one document. */
export interface Marks {
  readonly size: number;
  toggle(element: Element): void;
  /** Adds a region of the viewport; it stays with the element in its middle when the layout moves. */
  addRegion(rect: Rect, under: Element | null): void;
  /** Takes the last one back. */
  undo(): void;
  clear(): void;
  list(): Mark[];
  /** Where each mark is in the viewport now; the box of a mark whose element is gone is left out. */
  rects(): { key: number; rect: Rect }[];
  /** Where each mark is on the page now. */
  boxes(): { key: number; box: Box }[];
}

/** Rounds to hundredths, as the probe does. */
function onPage({ x, y, width, height }: Rect): Box {
  const round = (value: number) => Math.round(value * 100) / 100;
  return { x: round(x + scrollX), y: round(y + scrollY), width: round(width), height: round(height) };
}

/** Makes an empty set of marks. */
export function createMarks(now: () => Date): Marks {
  let held: Held[] = [];
  let next = 0;
  const add = (make: (key: number) => Held) => {
    if (held.length >= MAXIMUM_MARKS) return;
    held.push(make(next));
    next += 1;
  };
  const rectNow = ({ mark, element, offset }: Held): Rect | null => {
    if (!element || !isThere(element))
      return element ? null : { ...mark.box, x: mark.box.x - scrollX, y: mark.box.y - scrollY };
    const { x, y, width, height } = rectOf(element);
    if (!offset) return { x, y, width, height };
    return { x: x + offset.x, y: y + offset.y, width: mark.box.width, height: mark.box.height };
  };
  const rects = () =>
    held.flatMap((one) => {
      const rect = rectNow(one);
      return rect ? [{ key: one.mark.key, rect }] : [];
    });
  return {
    get size() {
      return held.length;
    },
    toggle(element) {
      const known = held.find((one) => one.element === element && !one.offset);
      if (known) held = held.filter((one) => one !== known);
      else
        add((key) => ({
          mark: {
            key,
            kind: kindOf(element),
            urls: urlsOf(element),
            box: onPage(rectOf(element)),
            text: labelOf(element),
            markedAt: now().toISOString(),
          },
          element,
          offset: null,
        }));
    },
    addRegion(rect, under) {
      const corner = under ? rectOf(under) : null;
      add((key) => ({
        mark: {
          key,
          kind: 'region',
          urls: under ? urlsOf(under) : [],
          box: onPage(rect),
          text: under ? labelOf(under) : '',
          markedAt: now().toISOString(),
        },
        element: under,
        offset: corner ? { x: rect.x - corner.x, y: rect.y - corner.y } : null,
      }));
    },
    undo: () => void held.pop(),
    clear() {
      held = [];
    },
    list: () => held.map(({ mark }) => mark),
    rects,
    boxes: () => rects().map(({ key, rect }) => ({ key, box: onPage(rect) })),
  };
}
