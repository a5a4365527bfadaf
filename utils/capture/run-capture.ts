import type { ArtifactDraft, ArtifactEntry } from '../case/artifact.ts';
import { stateFromSteps, type Capture, type NotCaptured, type StepRecord } from '../case/capture.ts';
import { FailureError, failureOf, type Failure } from '../case/result.ts';
import type { CaptureEnvironment, CaptureSink, Findings, TabPort } from './ports.ts';
import { ownFindings } from './own-findings.ts';
import { rowJournal } from './row-journal.ts';
import { runStep } from './run-step.ts';
import { stepOrder, type GoingStep } from './step-order.ts';
import type { Step, StepContext } from './step.ts';

export { orAborted, sleep } from './waiting.ts';

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
 * it had taken stays. A step that outlives its `timeoutMs` is stopped. A step begins when the one before it has taken
 * what it takes; steps marked `beside` go on while the next ones run; those marked `always` run last, when all is
 * stored, and in any case. The row follows the run without holding it up; an artifact
 * is stored only when the row says that its step runs.
 */
export async function runCapture(run: CaptureRun): Promise<CaptureOutcome> {
  const records = new Map(waitingSteps(run.steps).map((record) => [record.id, record]));
  const artifacts: ArtifactEntry[] = [];
  const notCaptured: NotCaptured[] = [];
  const findings: Findings = {};
  const going: GoingStep[] = [];
  const follows = stepOrder(run.tab, run.environment.settings);
  const broken = new AbortController();
  const stop = AbortSignal.any([run.signal, broken.signal]);
  const addresses = run.tab.watchAddress?.();
  let document = await run.tab.documentMark();
  let nextIndex = 0;
  let ended: Failure | undefined;

  const journal = rowJournal(
    () => ({ steps: [...records.values()], notCaptured: [...notCaptured] }),
    run.sink.updateRow,
    // Steps that begin together are told of together.
    (later, waiting) => {
      const still = new Set(later.steps.flatMap(({ id, state }) => (state === 'running' ? [id] : [])));
      return waiting.steps.every(({ id, state }) => state !== 'running' || still.has(id));
    },
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
    addressChanges: () => addresses?.changes() ?? [],
    samePage: async () => (await run.tab.documentMark()) === document,
    finished: (id) => going.find((one) => one.step.id === id)?.done ?? Promise.resolve(),
    progress: (done, total) => {
      record(step.id, { progress: { done, total } });
      journal.note();
    },
    notCaptured: (what, why) => notCaptured.push({ what, why: why.slice(0, 500) }),
    missing: () => notCaptured,
  });
  const execute = async (step: Step, room: Promise<unknown>, taken: () => void): Promise<void> => {
    const startedAt = run.environment.now().toISOString();
    const before = run.environment.monotonicNow();
    // The row tells of a step once what came before it is stored: whoever reads it finds that there.
    const told = room.then(() => {
      record(step.id, { state: 'running', startedAt });
      journal.say();
    });
    told.catch(() => undefined);
    const own = ownFindings(findings);
    const context = contextOf(step, own.findings);
    const signal = step.always ? broken.signal : stop;
    const result = await runStep(step, context, signal, { keep: (draft) => keep(step, draft), room: told });
    // The browser may tell of a navigation late: what the step took could then be of another page.
    if (step.reloads) document = await run.tab.documentMark();
    const ofThePage = !step.always && step.beside !== 'elsewhere';
    const moved = ofThePage && (await run.tab.documentMark()) !== document;
    if (step.always || !(moved || run.signal.aborted)) own.accept();
    if (!moved && !result.failure) taken();
    const [notStored] = await Promise.all([result.stored, told]);
    const failure = moved ? whyMoved(run.signal) : (result.failure ?? notStored);
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

  /** Gives a step its turn once those it follows have taken what they take. */
  const begin = (step: Step): GoingStep => {
    const before = follows(step, going);
    const turn = Promise.withResolvers<void>();
    const act = async () => {
      await Promise.all(before.map((one) => (step.always ? one.done : one.taken)));
      journal.check();
      if (!step.always && run.signal.aborted) ended ??= failureOf(run.signal.reason, 'cancelled');
      if (!step.always && ended) {
        notCaptured.push({ what: step.id, why: `not attempted: ${ended.code}` });
        return record(step.id, {
          state: ended.code === 'cancelled' ? 'cancelled' : 'failed',
          failure: ended,
        });
      }
      const skipped = step.skip?.(run.environment.settings);
      if (skipped) {
        notCaptured.push({ what: step.id, why: skipped });
        return record(step.id, { state: 'skipped' });
      }
      await execute(step, all(before), turn.resolve);
    };
    const done = act().finally(turn.resolve);
    // Awaited below; where the run is broken off first, its own failure must not count as unhandled.
    done.catch(() => undefined);
    return { step, taken: turn.promise, done };
  };

  const runAll = async () => {
    for (const step of run.steps) going.push(begin(step));
    await all(going);
    journal.check();
  };

  try {
    await runAll();
  } catch (error) {
    // The row can no longer be written. What still runs beside must not store anything once the row has been ended.
    broken.abort(new FailureError('storage-failed', 'the row of the capture could not be written'));
    await Promise.allSettled(going.map(({ done }) => done));
    throw error;
  } finally {
    addresses?.end();
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

async function all(steps: readonly GoingStep[]): Promise<void> {
  await Promise.all(steps.map(({ done }) => done));
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
