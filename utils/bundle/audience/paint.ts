import { decode, encode, type DecodedPng } from 'fast-png';
import { pngSize } from '../../capture/png.ts';
import type { Box } from '../../case/facts.ts';
import { fail, succeed, type Result } from '../../case/result.ts';

/** Largest picture that is painted over, in pixels: what a decoder holds in memory at four bytes each. */
const MAXIMUM_PIXELS = 64 * 1024 * 1024;

/** A picture's rectangle in whole pixels, cut at its edges, widened to whole pixels; null where nothing is left. */
export function pixelBox(box: Box, width: number, height: number): Box | null {
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const right = Math.min(width, Math.ceil(box.x + box.width));
  const bottom = Math.min(height, Math.ceil(box.y + box.height));
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : null;
}

/**
 * Paints areas of a PNG black and writes it anew, without anything else the file carried. Every other pixel stays
 * what it was, to the bit: no canvas, no colour management.
 * @param areas in pixels; what lies outside of the picture is cut off.
 * @returns fails with `invalid-data` where it is no PNG of a kind that can be painted.
 */
export function paintOver(
  png: Uint8Array<ArrayBuffer>,
  areas: readonly Box[],
): Result<Uint8Array<ArrayBuffer>> {
  try {
    const painted = paintedPixels(png, areas);
    if (!painted) return fail('invalid-data', 'a kind of PNG that is not painted over');
    const { width, height, data, channels, depth } = painted;
    const bytes = encode({ width, height, data, channels, depth }, { zlib: { level: 3 } });
    return succeed(new Uint8Array(bytes));
  } catch (error) {
    // What the decoder throws says what is wrong with the bytes; they stay out of the copy.
    return fail('invalid-data', String(error));
  }
}

/**
 * Whether a painted copy is the original everywhere but in the areas, and black there.
 * @throws what the decoder throws where either is no PNG.
 */
export function isPaintedCopy(
  original: Uint8Array<ArrayBuffer>,
  copy: Uint8Array<ArrayBuffer>,
  areas: readonly Box[],
): boolean {
  const expected = paintedPixels(original, areas);
  const size = pngSize(copy);
  // A header that states other sides is not unpacked.
  if (!expected || size?.width !== expected.width || size.height !== expected.height) return false;
  const { channels, depth, data } = decode(copy);
  return (
    channels === expected.channels &&
    depth === expected.depth &&
    data.length === expected.data.length &&
    data.every((value, at) => value === expected.data[at])
  );
}

function paintedPixels(png: Uint8Array<ArrayBuffer>, areas: readonly Box[]): DecodedPng | null {
  const size = pngSize(png);
  if (!size || size.width * size.height > MAXIMUM_PIXELS) return null;
  const picture = decode(png, { checkCrc: true });
  const { width, height, data, channels, depth } = picture;
  if (picture.palette || depth < 8) return null;
  const alpha = channels === 2 || channels === 4;
  const opaque = depth === 16 ? 65_535 : 255;
  for (const { x, y, ...area } of areas.flatMap((box) => pixelBox(box, width, height) ?? [])) {
    for (let row = y; row < y + area.height; row += 1) {
      const from = (row * width + x) * channels;
      const to = from + area.width * channels;
      data.fill(0, from, to);
      if (alpha) for (let at = from + channels - 1; at < to; at += channels) data[at] = opaque;
    }
  }
  return picture;
}
