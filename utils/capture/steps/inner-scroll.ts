import type { ArtifactDraft } from '../../case/artifact.ts';
import { FailureError } from '../../case/result.ts';
import type { InnerScroller } from '../injected/inner-scrollers.ts';
import { withPixels } from '../pixel-session.ts';
import { pngSize } from '../png.ts';
import type { PixelSession } from '../ports.ts';
import { orAborted } from '../run-capture.ts';
import type { Step, StepContext } from '../step.ts';

/** Containers beyond these are counted as not captured. */
const MAXIMUM_SCROLLERS = 4;

/** Readers that scroll inside the page: each to its full height, piece by piece, and back. */
export const innerScrollStep: Step = {
  id: 'inner-scroll',
  required: false,
  timeoutMs: 90_000,
  async *run(context, signal) {
    const found = await orAborted(context.tab.innerScrollers(MAXIMUM_SCROLLERS + 1), signal);
    if (found.length === 0) return;
    if (found.length > MAXIMUM_SCROLLERS) {
      context.notCaptured(
        'inner-scroll.more',
        `only the ${MAXIMUM_SCROLLERS} largest scrolling elements were taken`,
      );
    }
    const [method] = context.tab.pixelMethods;
    if (!method) throw new FailureError('not-available', 'no method in this browser');
    yield* withPixels(method, signal, async function* (session) {
      for (const scroller of found.slice(0, MAXIMUM_SCROLLERS)) {
        yield* pieces(scroller, session, method.id, context, signal);
      }
    });
  },
};

async function* pieces(
  scroller: InnerScroller,
  session: PixelSession,
  method: string,
  { tab, environment, findings, notCaptured }: StepContext,
  signal: AbortSignal,
): AsyncGenerator<ArtifactDraft> {
  const { index, box, scrollTop } = scroller;
  const height = Math.min(scroller.scrollHeight, environment.settings.maximumPageHeight);
  if (height < scroller.scrollHeight) {
    notCaptured(`inner-scroll.${index}.below`, `it goes on to ${scroller.scrollHeight} px`);
  }
  const at = environment.now().toISOString();
  try {
    for (let top = 0, piece = 0; top < height; top += box.height, piece += 1) {
      const reached = await orAborted(tab.scrollInner(index, top), signal);
      if (reached < 0) throw new FailureError('page-changed', `${scroller.name} is gone`);
      const { bytes } = await orAborted(
        session.shot({ ...box, x: box.x - (session.left ?? 0) }, signal),
        signal,
      );
      const size = pngSize(bytes);
      if (!size) throw new FailureError('browser-refused', `piece ${piece} of ${scroller.name} is empty`);
      yield {
        path: `inner/${index}/${String(piece).padStart(3, '0')}.png`,
        mediaType: 'image/png',
        bytes,
        role: 'original',
        method,
        takenAt: environment.now().toISOString(),
        about: {
          kind: 'screenshot',
          element: scroller.name,
          box,
          // The last piece overlaps the one before: an element cannot be scrolled below its end.
          scrollTop: reached,
          scrollHeight: scroller.scrollHeight,
          scale: session.scale,
          ...size,
        },
      };
    }
  } finally {
    // A tab that no longer answers cannot be scrolled back: the record says −1, and not undone.
    const back = await tab.scrollInner(index, scrollTop).catch(() => -1);
    findings.changes = [
      ...(findings.changes ?? []),
      {
        at,
        step: innerScrollStep.id,
        what: `scroll-position of ${scroller.name}`,
        before: scrollTop,
        after: back,
        why: 'what it holds is taller than what it shows',
        undone: back === scrollTop,
      },
    ];
  }
}
