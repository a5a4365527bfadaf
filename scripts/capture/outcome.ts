import type { Capture, CaptureState } from '../../utils/case/capture.ts';
import { captureFolder } from '../../utils/bundle/layout.ts';
import type { Failure } from '../../utils/case/result.ts';

/** What became of one URL: an element of `captures` in the command line's answer. */
export interface Outcome {
  /** As given on the command line. */
  readonly url: string;
  /** Where the page ended up; empty where none was reached. */
  readonly finalUrl: string;
  readonly state: CaptureState;
  /** Folder inside the bundle; null where no capture was made. */
  readonly dir: string | null;
  /** Digest of `capture.json`; null where the capture did not get that far. */
  readonly digest: string | null;
  /** Why, where the state is not `complete`. */
  readonly failure?: Failure;
}

/** The outcome a capture's row stands for. */
export function outcomeOf(url: string, capture: Capture): Outcome {
  const failure = capture.failure ?? capture.steps.find((step) => step.failure)?.failure;
  return {
    url,
    finalUrl: capture.urlFinal,
    state: capture.state,
    dir: captureFolder(capture).replace(/\/$/, ''),
    digest: capture.digest ?? null,
    ...(failure ? { failure } : {}),
  };
}

/** The outcome of a URL that never became a capture. */
export function notCaptured(url: string, failure: Failure): Outcome {
  return { url, finalUrl: '', state: 'failed', dir: null, digest: null, failure };
}

/** 0 all complete, 3 some partial and the rest complete, 1 otherwise. */
export function exitCodeOf(outcomes: readonly Pick<Outcome, 'state'>[], bundle: string | null): 0 | 1 | 3 {
  if (bundle === null || outcomes.length === 0) return 1;
  if (outcomes.every((outcome) => outcome.state === 'complete')) return 0;
  return outcomes.every((outcome) => outcome.state === 'complete' || outcome.state === 'partial') ? 3 : 1;
}
