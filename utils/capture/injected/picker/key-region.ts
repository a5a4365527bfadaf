import type { Rect } from './marks.ts';

/** Arrow keys move by so many CSS pixels, with Shift by one. */
const STEP = 16;
const SMALL_STEP = 1;
/** The place of a corner that is not yet set is shown so large. */
const CORNER = 13;

const WAYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Texts told while a region is drawn; `{x}`, `{y}`, `{width}`, `{height}` stand for CSS pixels. */
export interface RegionWords {
  readonly regionPlace: string;
  readonly regionSize: string;
  readonly regionMarked: string;
}

/** A region drawn by the keyboard: the arrow keys move one corner, Enter sets it, then the other. */
export interface KeyRegion {
  /** What to draw. */
  rect(): Rect;
  /** What to tell. */
  text(): string;
  /** Takes a key. Returns whether it was one of these keys. */
  move(key: string, small: boolean): boolean;
  /** Enter: the region, once both corners are set; null after the first. */
  enter(): Rect | null;
}

/** Begins at a place of the viewport, and stays in it. */
export function keyRegion(
  start: { readonly x: number; readonly y: number },
  words: RegionWords,
  viewport: { readonly width: number; readonly height: number },
): KeyRegion {
  const clamp = (value: number, most: number) => Math.min(Math.max(Math.round(value), 0), most);
  let corner: { x: number; y: number } | null = null;
  let at = { x: clamp(start.x, viewport.width), y: clamp(start.y, viewport.height) };
  const spanned = (from: { x: number; y: number }): Rect => ({
    x: Math.min(from.x, at.x),
    y: Math.min(from.y, at.y),
    width: Math.abs(from.x - at.x),
    height: Math.abs(from.y - at.y),
  });
  const fill = (text: string, { x, y, width, height }: Rect) =>
    Object.entries({ x, y, width, height }).reduce(
      (filled, [name, value]) => filled.replace(`{${name}}`, String(value)),
      text,
    );
  return {
    rect: () =>
      corner
        ? spanned(corner)
        : { x: at.x - (CORNER - 1) / 2, y: at.y - (CORNER - 1) / 2, width: CORNER, height: CORNER },
    text: () =>
      corner
        ? fill(words.regionSize, spanned(corner))
        : fill(words.regionPlace, { ...at, width: 0, height: 0 }),
    move(key, small) {
      const way = WAYS[key];
      if (!way) return false;
      const by = small ? SMALL_STEP : STEP;
      at = { x: clamp(at.x + way[0] * by, viewport.width), y: clamp(at.y + way[1] * by, viewport.height) };
      return true;
    },
    enter() {
      if (corner) return spanned(corner);
      corner = at;
      return null;
    },
  };
}
