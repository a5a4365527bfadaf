import type { ArtifactDraft } from '../../case/artifact.ts';
import { FailureError } from '../../case/result.ts';
import type { PageChange } from '../changes.ts';
import type { InnerScroller } from '../injected/inner-scrollers.ts';
import { withPixels } from '../pixel-session.ts';
import { pngSize } from '../png.ts';
import type { PixelSession } from '../ports.ts';
import { orAborted } from '../run-capture.ts';
import type { Step, StepContext } from '../step.ts';

/** Containers beyond these are counted as not captured. */
const MAXIMUM_SCROLLERS = 4;
/** For what loads in one of them when it is seen. */
const LOAD_MS = 8_000;

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
        yield* reader(scroller, session, method.id, context, signal);
      }
    });
  },
};

/** One reader: what loads when seen is made to load, its pieces are taken, and it is left as it was. */
async function* reader(
  scroller: InnerScroller,
  session: PixelSession,
  method: string,
  context: StepContext,
  signal: AbortSignal,
): AsyncGenerator<ArtifactDraft> {
  const { tab, environment } = context;
  const { index, name, scrollTop } = scroller;
  const at = environment.now().toISOString();
  let hidden: readonly string[] = [];
  try {
    const loaded = environment.settings.scrollPass
      ? await orAborted(tab.loadInner(index, LOAD_MS), signal)
      : scroller.scrollHeight;
    if (loaded < 0) throw new FailureError('page-changed', `${name} is gone`);
    for await (const piece of pieces({ ...scroller, scrollHeight: loaded }, session, context, signal)) {
      yield { ...piece, method };
      hidden = [...hidden, ...(await orAborted(tab.hideStuck(index), signal)).names];
    }
  } finally {
    // A tab that no longer answers cannot be put back: the record says −1, and not undone.
    const shown = await tab.showStuck().catch(() => -1);
    const back = await tab.scrollInner(index, scrollTop).catch(() => -1);
    if (hidden.length > 0)
      say(context, at, {
        what: `style of elements that stay in view in ${name}`,
        before: 'visible',
        after: { visibility: 'hidden', names: hidden },
        why: 'they would appear in every piece',
        undone: shown >= hidden.length,
      });
    say(context, at, {
      what: `scroll-position of ${name}`,
      before: scrollTop,
      after: back,
      why: 'what it holds is taller than what it shows, and may load only when it is seen',
      undone: back === scrollTop,
    });
  }
}

function say({ findings }: StepContext, at: string, change: Omit<PageChange, 'at' | 'step'>): void {
  findings.changes = [...(findings.changes ?? []), { at, step: innerScrollStep.id, ...change }];
}

async function* pieces(
  scroller: InnerScroller,
  session: PixelSession,
  { tab, environment, notCaptured }: StepContext,
  signal: AbortSignal,
): AsyncGenerator<ArtifactDraft> {
  const { index, box, name, scrollHeight } = scroller;
  const height = Math.min(scrollHeight, environment.settings.maximumPageHeight);
  if (height < scrollHeight) notCaptured(`inner-scroll.${index}.below`, `it goes on to ${scrollHeight} px`);
  for (let top = 0, piece = 0; top < height; top += box.height, piece += 1) {
    const reached = await orAborted(tab.scrollInner(index, top), signal);
    if (reached < 0) throw new FailureError('page-changed', `${name} is gone`);
    const place = { ...box, x: box.x - (session.left ?? 0) };
    const { bytes } = await orAborted(session.shot(place, signal), signal);
    const size = pngSize(bytes);
    if (!size) throw new FailureError('browser-refused', `piece ${piece} of ${name} is empty`);
    yield {
      path: `inner/${index}/${String(piece).padStart(3, '0')}.png`,
      mediaType: 'image/png',
      bytes,
      role: 'original',
      takenAt: environment.now().toISOString(),
      about: {
        kind: 'screenshot',
        element: name,
        box,
        // The last piece overlaps the one before: an element cannot be scrolled below its end.
        scrollTop: reached,
        scrollHeight,
        scale: session.scale,
        ...size,
      },
    };
  }
}
