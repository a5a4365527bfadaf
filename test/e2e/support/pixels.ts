import type { PNG } from 'pngjs';

/** A colour of the film that stands in its counter at every moment (`test/fixtures/site/media/make.ts`). */
export const FILM_YELLOW = [255, 206, 112] as const;

/** Whether a pixel has a colour, each channel to within `tolerance` steps of 255. */
function isNear({ data }: PNG, pixel: number, color: readonly number[], tolerance: number): boolean {
  return color.every((value, channel) => Math.abs((data[pixel * 4 + channel] ?? -999) - value) <= tolerance);
}

/** How many pixels of a picture have a colour. */
export function countOf(png: PNG, color: readonly number[], tolerance = 0): number {
  let count = 0;
  for (let pixel = 0; pixel < png.width * png.height; pixel += 1) {
    if (isNear(png, pixel, color, tolerance)) count += 1;
  }
  return count;
}

/** How many lines of something darker than the ground are in the first `width` columns: lines of text, top to bottom. */
export function linesOfInk(png: PNG, width: number): number {
  let lines = 0;
  let before = false;
  for (let y = 0; y < png.height; y += 1) {
    let inked = false;
    for (let x = 0; x < Math.min(width, png.width) && !inked; x += 1) {
      const at = (y * png.width + x) * 4;
      inked = (png.data[at] ?? 255) + (png.data[at + 1] ?? 255) + (png.data[at + 2] ?? 255) < 3 * 128;
    }
    if (inked && !before) lines += 1;
    before = inked;
  }
  return lines;
}
