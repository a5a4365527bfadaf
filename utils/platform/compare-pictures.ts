/** Colour steps (of 255) up to which two pixels count as the same: encoders and dithering differ by less. */
const TOLERANCE = 8;

/** Share, 0 to 1, of pixels in which two pictures of one size differ; null where their sizes do. */
export async function differingShare(first: Blob, second: Blob): Promise<number | null> {
  const [a, b] = await Promise.all([pixelsOf(first), pixelsOf(second)]);
  if (a.width !== b.width || a.height !== b.height) return null;
  let different = 0;
  for (let index = 0; index < a.data.length; index += 4) {
    for (let channel = index; channel < index + 3; channel += 1) {
      if (Math.abs((a.data[channel] ?? 0) - (b.data[channel] ?? 0)) <= TOLERANCE) continue;
      different += 1;
      break;
    }
  }
  return different / (a.width * a.height);
}

async function pixelsOf(picture: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(picture);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
}
