import type { ArtifactDraft } from '../case/artifact.ts';
import type { Box } from '../case/facts.ts';
import { FailureError } from '../case/result.ts';
import { pngSize } from './png.ts';
import type { PixelSession } from './ports.ts';
import { orAborted } from './run-capture.ts';
import type { StepContext } from './step.ts';

/** Longest side of a picture in device pixels that browsers make without shrinking or repeating it. */
const MAXIMUM_SIDE = 16_384;
/** A page that grows while its tiles are taken is followed so many times: some grow for ever. */
const MAXIMUM_GROWTHS = 2;

/** The rectangles that cover a page, left to right, top to bottom. Sizes are whole CSS pixels. */
export function tileBoxes(
  page: { width: number; height: number },
  tileHeight: number,
  tileWidth: number,
  top = 0,
): Box[] {
  const boxes: Box[] = [];
  for (let y = top; y < page.height; y += tileHeight) {
    for (let x = 0; x < page.width; x += tileWidth) {
      const width = Math.min(tileWidth, page.width - x);
      boxes.push({ x, y, width, height: Math.min(tileHeight, page.height - y) });
    }
  }
  return boxes;
}

/** Whether a picture is as large as the part it is said to show: to one CSS pixel, by which browsers round. */
export function isOfBox(
  size: { readonly width: number; readonly height: number },
  box: Box,
  { scale, scrollbars }: Pick<PixelSession, 'scale' | 'scrollbars'>,
): boolean {
  const round = Math.max(1, scale);
  const more = round + (scrollbars ?? 0) * scale;
  const fits = (pixels: number, side: number) =>
    pixels >= side * scale - round && pixels <= side * scale + more;
  return fits(size.width, box.width) && fits(size.height, box.height);
}

/**
 * The tiles of a page. It is measured again after the last: what a page that grew meanwhile has below is taken too,
 * a few times; then, and beyond the user's bound, `truncated` says that it goes on.
 */
export async function* tilesOf(
  session: PixelSession,
  { findings, environment, progress, notCaptured }: StepContext,
  signal: AbortSignal,
): AsyncGenerator<ArtifactDraft> {
  const { scale, left = 0 } = session;
  const { maximumPageHeight } = environment.settings;
  const side = Math.max(1, Math.floor(MAXIMUM_SIDE / scale));
  const tileHeight = Math.min(session.tileHeight, side);
  const tileWidth = Math.min(session.tileWidth ?? side, side);
  let { page } = session;
  let taken = 0;
  let top = 0;
  for (let growth = 0; ; growth += 1) {
    const height = Math.min(page.height, maximumPageHeight);
    const boxes = tileBoxes({ width: page.width, height }, tileHeight, tileWidth, top);
    for (const [index, box] of boxes.entries()) {
      const { bytes, box: shown } = await orAborted(session.shot(box, signal), signal);
      const size = sizeOf(bytes, taken, shown, session);
      if (shown.y > box.y || shown.x > box.x)
        notCaptured(
          'whole-page.gap',
          `the page would not show ${box.x}, ${box.y}; ${shown.x}, ${shown.y} came`,
        );
      yield {
        path: `${String(taken).padStart(3, '0')}.png`,
        mediaType: 'image/png',
        bytes,
        role: 'original',
        takenAt: environment.now().toISOString(),
        about: { box: shown, scale, ...size, ...(left === 0 ? {} : { left }) },
      };
      taken += 1;
      progress(taken, taken + boxes.length - index - 1);
    }
    top = Math.max(top, height);
    const now = await orAborted(session.measure(), signal);
    if (now.height < page.height)
      notCaptured(
        'whole-page.place',
        `the page became ${now.height} px high while it was taken, from ${page.height}`,
      );
    page = { width: page.width, height: now.height };
    if (page.height <= top || top >= maximumPageHeight || growth === MAXIMUM_GROWTHS) break;
  }
  findings.truncated = top < page.height;
  if (findings.truncated) notCaptured('whole-page.below', `the page goes on to ${page.height} px`);
}

/** @throws FailureError where a picture is empty, or not of the part of the page it should be of. */
function sizeOf(
  bytes: Uint8Array,
  index: number,
  shown: Box,
  session: PixelSession,
): { width: number; height: number } {
  const size = pngSize(bytes);
  if (!size) throw new FailureError('browser-refused', `tile ${index} is empty`);
  if (isOfBox(size, shown, session)) return size;
  const asked = `${shown.width} × ${shown.height} CSS pixels at ${session.scale}`;
  throw new FailureError('browser-refused', `tile ${index} is ${size.width} × ${size.height} for ${asked}`);
}
