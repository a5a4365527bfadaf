import { FailureError } from '../../case/result.ts';
import { parseFinished } from '../marks.ts';
import type { Step } from '../step.ts';

/**
 * Ends the marking of items, so that the overlay is off the page before the first picture, and takes the marks. A tab
 * in which nothing was marked is not asked.
 */
export const marksStep: Step = {
  id: 'marks',
  required: false,
  timeoutMs: 10_000,
  async *run({ tab, environment, findings }) {
    if (!tab.marks) return;
    const parsed = parseFinished(await tab.marks.finish());
    if (!parsed.ok) throw new FailureError(parsed.failure.code, parsed.failure.detail);
    findings.marks = parsed.value.marks;
    const { shown, sessions = shown ? 1 : 0 } = parsed.value;
    // The user may have ended it before: while it was shown, keys of theirs scrolled the page.
    if (sessions === 0) return;
    findings.changes = [
      ...(findings.changes ?? []),
      {
        at: environment.now().toISOString(),
        step: 'marks',
        what: 'overlay of the marking tool',
        before: `shown ${sessions} time(s) while the user marked items`,
        after: shown ? 'removed' : 'removed when the user had ended marking',
        why: 'it must be in no picture',
        undone: true,
      },
    ];
    yield* [];
  },
};
