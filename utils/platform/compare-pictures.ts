import type { PictureDifference } from '../capture/ports.ts';

/** Colour steps (of 255) up to which two pixels count as the same: encoders and dithering differ by less. */
const TOLERANCE = 8;

/** How two pictures of one width differ, from the top down to where the shorter ends; null where their widths do. */
export async function pictureDifference(first: Blob, second: Blob): Promise<PictureDifference | null> {
  const [a, b] = await Promise.all([createImageBitmap(first), createImageBitmap(second)]);
  try {
    if (a.width !== b.width) return null;
    const rows = Math.min(a.height, b.height);
    return { share: differing(pixelsOf(a, rows), pixelsOf(b, rows)) / (a.width * rows), rows };
  } finally {
    a.close();
    b.close();
  }
}

/** Number of pixels that differ. Most are equal in all four bytes, which is seen in one look. */
function differing(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < a.length; at += 1) {
    if (a[at] !== b[at] && !isNear(a[at] ?? 0, b[at] ?? 0)) count += 1;
  }
  return count;
}

/** Whether no channel but the last, opacity, differs by more than {@link TOLERANCE}. */
function isNear(a: number, b: number): boolean {
  for (const shift of [0, 8, 16]) {
    if (Math.abs(((a >>> shift) & 0xff) - ((b >>> shift) & 0xff)) > TOLERANCE) return false;
  }
  return true;
}

function pixelsOf(bitmap: ImageBitmap, rows: number): Uint32Array {
  const { width } = bitmap;
  const context = new OffscreenCanvas(width, rows).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  return new Uint32Array(context.getImageData(0, 0, width, rows).data.buffer);
}
