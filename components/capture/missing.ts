import type { Capture } from '../../utils/case/capture.ts';
import type { Failure } from '../../utils/case/result.ts';

/** One thing that a capture lacks. */
export interface Missing {
  /** Id of the step, or of what is not there. */
  readonly what: string;
  readonly failure?: Failure;
  /** Technical reason, in English; empty where only the failure is known. */
  readonly why: string;
}

/** Steps that were not done and everything recorded as not captured, without saying the same twice. */
export function missingOf({ steps, notCaptured }: Pick<Capture, 'steps' | 'notCaptured'>): Missing[] {
  const failed = steps
    .filter((step) => step.state === 'failed' || step.state === 'cancelled' || step.state === 'skipped')
    .map((step) => ({
      what: step.id,
      why: step.failure?.detail ?? '',
      ...(step.failure ? { failure: step.failure } : {}),
    }));
  const named = new Set(failed.map(({ what }) => what));
  const rest = new Map(notCaptured.filter(({ what }) => !named.has(what)).map((one) => [one.what, one]));
  return [...failed, ...rest.values()];
}
