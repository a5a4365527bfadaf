import type { ArtifactDraft, ArtifactEntry } from '../case/artifact.ts';
import { stateFromSteps, type Capture, type NotCaptured, type StepRecord } from '../case/capture.ts';
import { FailureError, failureOf, type Failure } from '../case/result.ts';
import type { CaptureEnvironment, CaptureSink, Findings, TabPort } from './ports.ts';
import { ownFindings } from './own-findings.ts';
import { rowJournal } from './row-journal.ts';
import type { Step, StepContext } from './step.ts';

/** How long a step that was told to stop may take to tidy up (detach the debugger, scroll back). */
const TIDY_MS = 5_000;

const OTHER_PAGE: Failure = {
  code: 'page-changed',
  detail: 'the tab showed another page when the step ended',
};

/** What a run needs. `signal` is aborted with a `FailureError`: `cancelled`, `tab-closed` or `page-changed`. */
export interface CaptureRun {
  readonly capture: Capture;
  readonly steps: readonly Step[];
  readonly tab: TabPort;
  readonly sink: CaptureSink;
  readonly environment: CaptureEnvironment;
  readonly signal: AbortSignal;
}

/** How a run ended. The row is not yet final: the caller writes it together with the custody entry. */
export interface CaptureOutcome {
  readonly state: Exclude<Capture['state'], 'running'>;
  readonly steps: readonly StepRecord[];
  readonly notCaptured: readonly NotCaptured[];
  readonly artifacts: readonly ArtifactEntry[];
  readonly findings: Findings;
  readonly failure?: Failure;
}

/** The records of steps that have not started. */
export function waitingSteps(steps: readonly Step[]): StepRecord[] {
  return steps.map(({ id, required }) => ({ id, required, state: 'waiting' }));
}

/**
 * Runs the steps of a capture in order; the one loop that times and records them.
 *
 * A failed required step ends the run, a failed optional one does not; either way its reason is recorded and what
 * it had taken stays. A step that outlives its `timeoutMs` is stopped. Steps marked `beside` go on while the next
 * ones run; those marked `always` run last and in any case. The row follows the run without holding it up; an artifact
 * is stored only when the row says that its step runs.
 */
export async function runCapture(run: CaptureRun): Promise<CaptureOutcome> {
  const records = new Map(waitingSteps(run.steps).map((record) => [record.id, record]));
  const artifacts: ArtifactEntry[] = [];
  const notCaptured: NotCaptured[] = [];
  const findings: Findings = {};
  const beside = new Map<string, Promise<void>>();
  const broken = new AbortController();
  const stop = AbortSignal.any([run.signal, broken.signal]);
  let document = await run.tab.documentMark();
  let nextIndex = 0;
  let ended: Failure | undefined;

  const journal = rowJournal(
    () => ({ steps: [...records.values()], notCaptured: [...notCaptured] }),
    run.sink.updateRow,
  );
  const record = (id: string, change: Partial<StepRecord>) => {
    const known = records.get(id);
    if (!known) throw new Error(`no step ${id}`);
    records.set(id, { ...known, ...change });
  };
  const keep = async (step: Step, draft: ArtifactDraft) => {
    // Taken before the wait: steps that run beside others must not get the same place.
    const index = nextIndex;
    nextIndex += 1;
    await journal.written();
    artifacts.push(await run.sink.saveArtifact(index, step.id, draft));
  };
  const contextOf = (step: Step, own: Findings): StepContext => ({
    capture: run.capture,
    tab: run.tab,
    environment: run.environment,
    findings: own,
    steps: () => [...records.values()],
    artifacts: () => artifacts.toSorted((a, b) => a.index - b.index),
    samePage: async () => (await run.tab.documentMark()) === document,
    finished: (id) => beside.get(id) ?? Promise.resolve(),
    progress: (done, total) => {
      record(step.id, { progress: { done, total } });
      journal.note();
    },
    notCaptured: (what, why) => notCaptured.push({ what, why: why.slice(0, 500) }),
    missing: () => notCaptured,
  });
  const execute = async (step: Step): Promise<void> => {
    const startedAt = run.environment.now().toISOString();
    const before = run.environment.monotonicNow();
    record(step.id, { state: 'running', startedAt });
    journal.say();
    const own = ownFindings(findings);
    const context = contextOf(step, own.findings);
    const failed = await runStep(step, context, step.always ? broken.signal : stop, (draft) =>
      keep(step, draft),
    );
    // The browser may tell of a navigation late: what the step took could then be of another page.
    if (step.reloads) document = await run.tab.documentMark();
    const ofThePage = !step.always && step.beside !== 'elsewhere';
    const moved = ofThePage && (await run.tab.documentMark()) !== document;
    const failure = moved ? whyMoved(run.signal) : failed;
    if (step.always || !(moved || run.signal.aborted)) own.accept();
    if (moved) notCaptured.push(...disputed(artifacts, step.id));
    const durationMs = Math.round(run.environment.monotonicNow() - before);
    journal.note();
    if (!failure) return record(step.id, { state: 'done', durationMs });
    notCaptured.push({ what: step.id, why: `${failure.code}: ${failure.detail}` });
    const state = failure.code === 'cancelled' ? 'cancelled' : 'failed';
    record(step.id, { state, durationMs, failure });
    const over = failure === OTHER_PAGE || failure.code === 'tab-closed';
    if (step.required || run.signal.aborted || over) ended ??= failure;
  };

  const runAll = async () => {
    for (const step of run.steps) {
      journal.check();
      if (step.always) await Promise.all(beside.values());
      else if (run.signal.aborted) ended ??= failureOf(run.signal.reason, 'cancelled');
      if (!step.always && ended) {
        notCaptured.push({ what: step.id, why: `not attempted: ${ended.code}` });
        record(step.id, { state: ended.code === 'cancelled' ? 'cancelled' : 'failed', failure: ended });
        continue;
      }
      const skipped = step.skip?.(run.environment.settings);
      if (skipped) {
        notCaptured.push({ what: step.id, why: skipped });
        record(step.id, { state: 'skipped' });
        continue;
      }
      if (step.beside) {
        const going = execute(step);
        // Awaited below; where the run is broken off first, its own failure must not count as unhandled.
        going.catch(() => undefined);
        beside.set(step.id, going);
      } else await execute(step);
    }
    journal.check();
  };

  try {
    await runAll();
  } catch (error) {
    // The row can no longer be written. What still runs beside must not store anything once the row has been ended.
    broken.abort(new FailureError('storage-failed', 'the row of the capture could not be written'));
    await Promise.allSettled(beside.values());
    throw error;
  } finally {
    await journal.close();
  }
  return {
    state: stateFromSteps([...records.values()]),
    steps: [...records.values()],
    notCaptured,
    artifacts: artifacts.toSorted((a, b) => a.index - b.index),
    findings,
    ...(ended ? { failure: ended } : {}),
  };
}

const DISPUTED = 'kept, but disputed: the tab showed another page by the time it was taken';

/** Artifacts are never taken back: those that may be of another page are named. */
function disputed(artifacts: readonly ArtifactEntry[], step: string): NotCaptured[] {
  return artifacts.filter((entry) => entry.step === step).map(({ path }) => ({ what: path, why: DISPUTED }));
}

/** Whether an artifact may be of another page than the capture. */
export function isDisputed(missing: readonly NotCaptured[], path: string): boolean {
  return missing.some(({ what, why }) => what === path && why === DISPUTED);
}

/** A closed tab has no document either: where the run was told to stop, the reason it was given says more. */
function whyMoved(signal: AbortSignal): Failure {
  return signal.aborted ? failureOf(signal.reason, 'cancelled') : OTHER_PAGE;
}

/** Pulls a step's artifacts and stores each while the next is taken. Returns the failure, or null. */
async function runStep(
  step: Step,
  context: StepContext,
  signal: AbortSignal,
  keep: (draft: ArtifactDraft) => Promise<void>,
): Promise<Failure | null> {
  const timeout = new AbortController();
  const timer = setTimeout(
    () => timeout.abort(new FailureError('timeout', `${step.id} took longer than ${step.timeoutMs} ms`)),
    step.timeoutMs,
  );
  const stop = AbortSignal.any([signal, timeout.signal]);
  const drafts = step.run(context, stop)[Symbol.asyncIterator]();
  let storing: Promise<void> = Promise.resolve();
  try {
    for (;;) {
      const next = await orAborted(drafts.next(), stop);
      await storing;
      if (next.done) break;
      storing = keep(next.value);
      // A failure to store is seen at the next await; until then it must not count as unhandled.
      storing.catch(() => undefined);
    }
    return null;
  } catch (error) {
    return failureOf(error, 'browser-refused');
  } finally {
    clearTimeout(timer);
    // The step has its outcome; what fails while it tidies up, or while its last artifact is stored beside another
    // failure, changes nothing about it.
    await Promise.race([Promise.resolve(drafts.return?.()).catch(() => undefined), sleep(TIDY_MS)]);
    await storing.catch(() => undefined);
  }
}

/** Waits for a promise, or throws the signal's reason as soon as it is aborted. */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  // When the signal wins, the promise may still fail later: that failure has no reader any more.
  promise.catch(() => undefined);
  signal.throwIfAborted();
  let abort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** Resolves after so many milliseconds. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
