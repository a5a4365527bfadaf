import type { ArtifactDraft } from '../../case/artifact.ts';
import { FailureError, failureOf } from '../../case/result.ts';
import { markPlaces } from '../mark-places.ts';
import { withPixels } from '../pixel-session.ts';
import type { PixelMethod, PixelSession, SessionChange } from '../ports.ts';
import type { Step, StepContext } from '../step.ts';
import { tilesOf } from '../take-tiles.ts';

/** Steps that look at the page before this one, or beside it. */
const UNTOUCHED = ['viewport', 'facts', 'network'];
const READERS = [...UNTOUCHED, 'page-html', 'page-archive'];

/**
 * The whole page in tiles, by the first method that works. The tiles are the API's exact bytes; `about.box` says which
 * part of the page each shows. Where a method breaks off (the user took the debugger away), its tiles stay, and the
 * next method starts anew in a folder of its own.
 */
export const wholePageStep: Step = {
  id: 'whole-page',
  required: false,
  timeoutMs: 300_000,
  alongside: ({ pixelMethods: [first] }) => (first?.unnoticed ? UNTOUCHED : []),
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
      } catch (error) {
        signal.throwIfAborted();
        const { code, detail } = failureOf(error, 'browser-refused');
        failed.push(`${method.id}: ${code} ${detail}`.trim());
        continue;
      }
      if (method.kind === 'screenshot') return;
      // A drawing of the DOM is no proof of what was seen: the capture is partial, and says so.
      throw new FailureError(
        'not-available',
        `only a rendering of the DOM could be made, no screenshot; ${failed.join('; ')}`,
      );
    }
    throw new FailureError('not-available', failed.join('; ') || 'no method in this browser');
  },
};

/** The browser shows a bar while its debugger is attached: the page is then laid out for a lower window. */
function sayViewport({ viewportHeight = 0 }: PixelSession, { findings, environment }: StepContext): void {
  const before = findings.facts?.viewport.height;
  if (viewportHeight === 0 || before === undefined || before === viewportHeight) return;
  findings.changes = [
    ...(findings.changes ?? []),
    {
      at: environment.now().toISOString(),
      step: wholePageStep.id,
      what: 'height of the viewport',
      before,
      after: viewportHeight,
      why: 'the browser shows a bar for as long as its debugger is attached',
      undone: false,
    },
  ];
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
      sayViewport(session, context);
      const before = await markPlaces(context);
      findings.markPlaces = { before };
      for await (const tile of tilesOf(session, context, signal)) {
        yield {
          ...tile,
          path: `${folder}/${tile.path}`,
          method: method.id,
          about: { kind: method.kind, ...tile.about, failedBefore: [...failedBefore] },
        };
      }
      findings.markPlaces = { before, after: await markPlaces(context) };
    });
  } finally {
    // Read after the session was closed: closing it says what could be undone.
    const made = changes.map((change) => ({ ...change, step: wholePageStep.id }));
    findings.changes = [...(findings.changes ?? []), ...made];
  }
}
