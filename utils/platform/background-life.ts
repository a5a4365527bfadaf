import { browser } from './browser.ts';

/** Both browsers stop an idle background after about 30 s; any call of the API counts as work. */
const PULSE_MS = 15_000;

/** Keeps the background alive until the returned function is called. */
export function stayAwake(): () => void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), PULSE_MS);
  return () => clearInterval(timer);
}

/** Bytes this origin may still store, or null where the browser does not say. */
export async function freeBytes(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? null : quota - usage;
}

const THUMBNAIL_WIDTH = 320;

/** A small JPEG of a viewport: the top, at most 4 : 3. */
export async function thumbnailOf(viewport: Blob): Promise<Blob> {
  const picture = await createImageBitmap(viewport);
  const width = Math.min(THUMBNAIL_WIDTH, picture.width);
  const height = Math.max(1, Math.min(Math.round((picture.height * width) / picture.width), (width * 3) / 4));
  const canvas = new OffscreenCanvas(width, height);
  // On the processor: a picture this small is not worth waking the graphics process for.
  canvas
    .getContext('2d', { willReadFrequently: true })
    ?.drawImage(picture, 0, 0, width, (picture.height * width) / picture.width);
  picture.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}
