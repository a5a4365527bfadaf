import type { ArtifactDraft } from '../../case/artifact.ts';
import type { Box } from '../../case/facts.ts';
import { FailureError, failureOf } from '../../case/result.ts';
import { pngSize } from '../png.ts';
import { withPixels } from '../pixel-session.ts';
import type { PixelMethod, PixelSession, SessionChange } from '../ports.ts';
import { orAborted } from '../run-capture.ts';
import type { Step, StepContext } from '../step.ts';

/** Steps that read the page beside this one. */
const READERS = ['page-html', 'page-archive'];

/**
 * The whole page in tiles, by the first method that works. The tiles are the API's exact bytes; `about.box` says which
 * part of the page each shows. Where a method breaks off (the user took the debugger away), its tiles stay, and the
 * next method starts anew in a folder of its own.
 */
export const wholePageStep: Step = {
  id: 'whole-page',
  required: false,
  timeoutMs: 300_000,
  async *run(context, signal) {
    const failed: string[] = [];
    let taken = 0;
    for (const method of context.tab.pixelMethods) {
      // What scrolls the page and hides parts of it must not be seen in the DOM that is read beside this.
      if (method.touchesPage) await Promise.all(READERS.map(context.finished));
      const attempt = takeTiles(
        method,
        taken === 0 ? 'tiles' : `tiles-${method.id}`,
        failed,
        context,
        signal,
      );
      try {
        for await (const draft of attempt) {
          taken += 1;
          yield draft;
        }
        return;
      } catch (error) {
        signal.throwIfAborted();
        const { code, detail } = failureOf(error, 'browser-refused');
        failed.push(`${method.id}: ${code} ${detail}`.trim());
      }
    }
    throw new FailureError('not-available', failed.join('; ') || 'no method in this browser');
  },
};

/** Longest side of a picture in device pixels that browsers make without shrinking or repeating it. */
const MAXIMUM_SIDE = 16_384;

/** The rectangles that cover a page, left to right, top to bottom. Sizes are whole CSS pixels. */
export function tileBoxes(
  page: { width: number; height: number },
  tileHeight: number,
  tileWidth: number,
): Box[] {
  const boxes: Box[] = [];
  for (let y = 0; y < page.height; y += tileHeight) {
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

async function* takeTiles(
  method: PixelMethod,
  folder: string,
  failedBefore: readonly string[],
  context: StepContext,
  signal: AbortSignal,
): AsyncGenerator<ArtifactDraft> {
  const { findings } = context;
  let changes: readonly SessionChange[] = [];
  try {
    yield* withPixels(method, signal, async function* (session) {
      changes = session.changes;
      for await (const tile of tilesOf(session, context, signal)) {
        yield {
          ...tile,
          path: `${folder}/${tile.path}`,
          method: method.id,
          about: { kind: method.kind, ...tile.about, failedBefore: [...failedBefore] },
        };
      }
    });
  } finally {
    // Read after the session was closed: closing it says what could be undone.
    const made = changes.map((change) => ({ ...change, step: wholePageStep.id }));
    findings.changes = [...(findings.changes ?? []), ...made];
  }
}

async function* tilesOf(
  session: PixelSession,
  { findings, environment, progress, notCaptured }: StepContext,
  signal: AbortSignal,
): AsyncGenerator<ArtifactDraft> {
  const { page, scale } = session;
  const height = Math.min(page.height, environment.settings.maximumPageHeight);
  findings.truncated = height < page.height;
  if (findings.truncated) notCaptured('whole-page.below', `the page goes on to ${page.height} px`);
  const side = Math.max(1, Math.floor(MAXIMUM_SIDE / scale));
  const boxes = tileBoxes({ width: page.width, height }, Math.min(session.tileHeight, side), side);
  for (const [index, box] of boxes.entries()) {
    const { bytes, box: shown } = await orAborted(session.shot(box, signal), signal);
    const size = pngSize(bytes);
    if (!size) throw new FailureError('browser-refused', `tile ${index} is empty`);
    if (!isOfBox(size, shown, session)) {
      const asked = `${shown.width} × ${shown.height} CSS pixels at ${scale}`;
      throw new FailureError(
        'browser-refused',
        `tile ${index} is ${size.width} × ${size.height} for ${asked}`,
      );
    }
    yield {
      path: `${String(index).padStart(3, '0')}.png`,
      mediaType: 'image/png',
      bytes,
      role: 'original',
      takenAt: environment.now().toISOString(),
      about: { box: shown, scale, ...size },
    };
    progress(index + 1, boxes.length);
  }
}
