import type { Failure } from './result.ts';
import type { Digest, Id, Instant } from './values.ts';

/**
 * State machine of a capture. The row exists before any work starts.
 *
 * ```
 *            every required step done, every optional one too ──> complete
 * running ──┤ an optional step failed ─────────────────────────> partial
 *            a required step failed ───────────────────────────> failed
 *            the user pressed cancel ──────────────────────────> cancelled
 *            the worker or browser stopped (seen on next start) > interrupted
 * ```
 * Every state but `running` is final: the row and its artifacts are then append-only.
 */
export type CaptureState = 'running' | 'complete' | 'partial' | 'failed' | 'cancelled' | 'interrupted';

/** What made a capture start. */
export type CaptureTrigger = 'toolbar' | 'shortcut' | 'menu' | 'panel' | 'command-line' | 're-check';

/** State of one step. `skipped`: not attempted, with the reason. */
export type StepState = 'waiting' | 'running' | 'done' | 'failed' | 'skipped' | 'cancelled';

/** The record of one step of a capture. */
export interface StepRecord {
  readonly id: string;
  readonly required: boolean;
  readonly state: StepState;
  readonly startedAt?: Instant;
  readonly durationMs?: number;
  readonly failure?: Failure;
  /** How far a long step has come, for the person who waits. */
  readonly progress?: { readonly done: number; readonly total: number };
}

/** Something a reader could expect in the capture and that is not there. */
export interface NotCaptured {
  /** What is missing: a stable id such as `tls-chain`, `page-mhtml`, `frame-dom`. */
  readonly what: string;
  /** Why, in a sentence; English, technical. */
  readonly why: string;
}

/** One run against one URL. */
export interface Capture {
  readonly id: Id;
  readonly caseId: Id;
  /** Position within the case, from 1; never reused. */
  readonly number: number;
  readonly state: CaptureState;
  readonly trigger: CaptureTrigger;
  /** The address as typed or followed, before redirects; what the tab showed when nothing else is known. */
  readonly urlTyped: string;
  /** The address of the captured document, with query and fragment. */
  readonly urlFinal: string;
  readonly title: string;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  readonly steps: readonly StepRecord[];
  readonly notCaptured: readonly NotCaptured[];
  /** Digest of `capture.json`; absent until the final step is done. */
  readonly digest?: Digest;
  /** Where this machine's clock was seen to be off by more than two seconds: the other clock minus ours. */
  readonly clockOffMs?: number;
  /** Whose clock showed it, as `ClockReading.source`; absent in captures of older versions. */
  readonly clockOffBy?: string;
  /** The failure that ended the capture, where one did. */
  readonly failure?: Failure;
}

/** Whether a capture may still change. */
export function isRunning(capture: Pick<Capture, 'state'>): boolean {
  return capture.state === 'running';
}

/** The state that the steps of an ended run amount to. */
export function stateFromSteps(steps: readonly StepRecord[]): Exclude<CaptureState, 'running'> {
  if (steps.some((step) => step.state === 'cancelled')) return 'cancelled';
  if (steps.some((step) => step.required && step.state !== 'done')) return 'failed';
  return steps.every((step) => step.state === 'done' || step.state === 'skipped') ? 'complete' : 'partial';
}
