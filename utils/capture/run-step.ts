import type { ArtifactDraft } from '../case/artifact.ts';
import { FailureError, failureOf, type Failure } from '../case/result.ts';
import type { Step, StepContext } from './step.ts';
import { orAborted, sleep } from './waiting.ts';

/** How long a step that was told to stop may take to tidy up (detach the debugger, scroll back). */
const TIDY_MS = 5_000;

/** A step that takes nothing more from the page. */
export interface StepTaken {
  /** Why it broke off, or null. */
  readonly failure: Failure | null;
  /** Resolves when its last artifact is stored: to null, or to why it could not be. Never rejects. */
  readonly stored: Promise<Failure | null>;
}

/**
 * Pulls a step's artifacts and stores each while the next is taken. Resolves when there is no more to take: the last
 * artifact may still be on its way to the store, so that the next step need not wait for it.
 * @param room resolves when what earlier steps took is stored: no more than two artifacts are ever held.
 */
export async function runStep(
  step: Step,
  context: StepContext,
  signal: AbortSignal,
  { keep, room }: { readonly keep: (draft: ArtifactDraft) => Promise<void>; readonly room: Promise<unknown> },
): Promise<StepTaken> {
  const timeout = new AbortController();
  const timer = setTimeout(
    () => timeout.abort(new FailureError('timeout', `${step.id} took longer than ${step.timeoutMs} ms`)),
    step.timeoutMs,
  );
  const stop = AbortSignal.any([signal, timeout.signal]);
  const drafts = step.run(context, stop)[Symbol.asyncIterator]();
  let storing: Promise<void> = Promise.resolve();
  const stored = () =>
    storing.then(
      () => null,
      (error: unknown) => failureOf(error, 'browser-refused'),
    );
  try {
    for (;;) {
      const next = await orAborted(drafts.next(), stop);
      if (next.done) return { failure: null, stored: stored() };
      await Promise.all([storing, room]);
      storing = keep(next.value);
      // A failure to store is seen at the next await; until then it must not count as unhandled.
      storing.catch(() => undefined);
    }
  } catch (error) {
    return { failure: failureOf(error, 'browser-refused'), stored: stored() };
  } finally {
    clearTimeout(timer);
    // The step has its outcome; what fails while it tidies up changes nothing about it.
    await Promise.race([Promise.resolve(drafts.return?.()).catch(() => undefined), sleep(TIDY_MS)]);
  }
}
