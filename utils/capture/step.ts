import type { ArtifactDraft, ArtifactEntry } from '../case/artifact.ts';
import type { Capture, NotCaptured, StepRecord } from '../case/capture.ts';
import type { AddressChange } from '../case/capture-document.ts';
import type { Settings } from '../case/settings.ts';
import type { CaptureEnvironment, Findings, TabPort } from './ports.ts';

/** What a step works with. */
export interface StepContext {
  readonly capture: Capture;
  readonly tab: TabPort;
  readonly environment: CaptureEnvironment;
  readonly findings: Findings;
  /** Steps as they stand, for the final document. */
  readonly steps: () => readonly StepRecord[];
  /** Artifacts kept so far. */
  readonly artifacts: () => readonly ArtifactEntry[];
  /** Whether the tab still shows the document this capture is of. */
  readonly samePage: () => Promise<boolean>;
  /** Addresses that the page has given itself since the capture began. */
  readonly addressChanges: () => readonly AddressChange[];
  /** Resolves when an earlier step has ended, whichever way. */
  readonly finished: (stepId: string) => Promise<void>;
  /** For steps over a second: how far they are. */
  readonly progress: (done: number, total: number) => void;
  /** Records that something a reader could expect is not there, and why. */
  readonly notCaptured: (what: string, why: string) => void;
  /** What was recorded so by all steps until now. */
  readonly missing: () => readonly NotCaptured[];
}

/**
 * One part of a capture. It yields artifacts as it takes them; each is digested and stored while the next is taken,
 * so at most two are held. It may throw a `FailureError`; what it yielded before stays.
 */
export interface Step {
  readonly id: string;
  readonly required: boolean;
  readonly timeoutMs: number;
  /** Runs even when the capture was cancelled or a required step failed: it only writes down what there is. */
  readonly always?: true;
  /**
   * Runs beside the steps that follow it; the run waits for it before the `always` steps. It takes no pixels and
   * leaves the page as it is. Where it reads the `page`, what it took counts only if the tab still shows the same
   * document when it ends; what asks `elsewhere` does not depend on that.
   */
  readonly beside?: 'page' | 'elsewhere';
  /**
   * Steps before it, not `beside`, that it need not wait for on this tab: it neither touches the page nor needs what they
   * find.
   */
  readonly alongside?: (tab: TabPort) => readonly string[];
  /** It loads the page anew: what the tab shows afterwards is the captured document. */
  readonly reloads?: true;
  /** Why the step is not wanted this time, in a sentence; null where it is. */
  skip?(settings: Settings): string | null;
  run(context: StepContext, signal: AbortSignal): AsyncIterable<ArtifactDraft>;
}
