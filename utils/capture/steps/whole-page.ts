import type { ArtifactDraft } from '../../case/artifact.ts';
import type { Box } from '../../case/facts.ts';
import { FailureError, failureOf } from '../../case/result.ts';
import { pngSize } from '../png.ts';
import type { PixelMethod, PixelSession } from '../ports.ts';
import { orAborted } from '../run-capture.ts';
import type { Step, StepContext } from '../step.ts';

/** The whole page in tiles, by the first method that works. The tiles are the API's exact bytes. */
export const wholePageStep: Step = {
  id: 'whole-page',
  required: false,
  timeoutMs: 180_000,
  async *run(context, signal) {
    const failed: string[] = [];
    for (const method of context.tab.pixelMethods) {
      const opened = await open(method, signal);
      if ('failure' in opened) {
        failed.push(`${method.id}: ${opened.failure}`);
        continue;
      }
      yield* tiles(opened.session, method, failed, context, signal);
      return;
    }
    throw new FailureError('not-available', failed.join('; ') || 'no method in this browser');
  },
};

async function open(
  method: PixelMethod,
  signal: AbortSignal,
): Promise<{ session: PixelSession } | { failure: string }> {
  try {
    return { session: await orAborted(method.open(signal), signal) };
  } catch (error) {
    signal.throwIfAborted();
    const { code, detail } = failureOf(error, 'browser-refused');
    return { failure: `${code} ${detail}`.trim() };
  }
}

/** The rectangles that cover a page, top to bottom. Sizes are whole CSS pixels. */
export function tileBoxes(page: { width: number; height: number }, tileHeight: number): Box[] {
  const boxes: Box[] = [];
  for (let y = 0; y < page.height; y += tileHeight) {
    boxes.push({ x: 0, y, width: page.width, height: Math.min(tileHeight, page.height - y) });
  }
  return boxes;
}

async function* tiles(
  session: PixelSession,
  method: PixelMethod,
  failedBefore: readonly string[],
  { findings, environment, progress, notCaptured }: StepContext,
  signal: AbortSignal,
): AsyncGenerator<ArtifactDraft> {
  try {
    const { page, scale } = session;
    const height = Math.min(page.height, environment.settings.maximumPageHeight);
    findings.truncated = height < page.height;
    if (findings.truncated) notCaptured('whole-page.below', `the page goes on to ${page.height} px`);
    const boxes = tileBoxes({ width: page.width, height }, session.tileHeight);
    for (const [index, box] of boxes.entries()) {
      const { bytes, box: shown } = await orAborted(session.shot(box, signal), signal);
      const size = pngSize(bytes);
      if (!size) throw new FailureError('browser-refused', `tile ${index} is empty`);
      yield {
        path: `tiles/${String(index).padStart(3, '0')}.png`,
        mediaType: 'image/png',
        bytes,
        role: 'original',
        method: method.id,
        takenAt: environment.now().toISOString(),
        about: { kind: method.kind, box: shown, scale, ...size, failedBefore },
      };
      progress(index + 1, boxes.length);
    }
  } finally {
    await session.close();
    findings.changes = [
      ...(findings.changes ?? []),
      ...session.changes.map((change) => ({ ...change, step: wholePageStep.id })),
    ];
  }
}
