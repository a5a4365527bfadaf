import { FailureError } from '../../case/result.ts';
import { pngSize } from '../png.ts';
import type { Step } from '../step.ts';

/** The viewport once more, at the end: whether the page changed while it was captured is said, not hidden. */
export const viewportAgainStep: Step = {
  id: 'viewport-again',
  required: false,
  timeoutMs: 20_000,
  async *run({ tab, findings, artifacts, environment, notCaptured, finished }, signal) {
    const { bytes, method } = await tab.viewportAgain(signal);
    const size = pngSize(bytes);
    if (!size) throw new FailureError('browser-refused', 'the browser returned an empty picture');
    await finished('viewport');
    const first = artifacts().find(({ path }) => path === 'shots/viewport.png');
    const difference = first ? await tab.compare(first.digest, bytes) : null;
    if (!difference) notCaptured('viewport-again.difference', 'the two pictures differ in width');
    findings.viewportChanged = difference?.share ?? null;
    yield {
      path: 'shots/viewport-after.png',
      mediaType: 'image/png',
      bytes,
      role: 'original',
      method,
      takenAt: environment.now().toISOString(),
      about: {
        ...size,
        comparedWith: 'shots/viewport.png',
        changedShare: difference?.share ?? null,
        // The debugger's bar takes some of the window: then the first picture shows more.
        ...(difference ? { comparedRows: difference.rows } : {}),
      },
    };
  },
};
