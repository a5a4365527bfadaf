import type { Capture, StepRecord } from '../case/capture.ts';
import { failureOf, type Failure } from '../case/result.ts';
import type { Settings } from '../case/settings.ts';
import { hexOf, type Id } from '../case/values.ts';
import type { ExecutePorts } from './execute-capture.ts';
import { CAPTURE_DOCUMENT_PATH, captureDocument } from './steps/finalise.ts';
import { captureEvent } from './store-port.ts';

const STOPPED: Failure = {
  code: 'worker-stopped',
  detail: 'the browser stopped the extension in mid-capture',
};

/**
 * On start no capture can be running: rows that say so were left by a worker that was killed. They become
 * `interrupted`, what they took stays, and a `capture.json` is written over it so that it can be exported and
 * checked like any other.
 * @returns ids of rows that could not be closed: they are still `running`, and the next recovery tries them again.
 * One of them keeps neither the others nor a new capture back.
 */
export async function recoverCaptures(ports: ExecutePorts, running: readonly Capture[]): Promise<Id[]> {
  const settings = await ports.store.settings();
  const left: Id[] = [];
  for (const capture of running) {
    try {
      await interrupt(ports, settings, capture);
    } catch {
      // It is tried again before the next capture, and at the next start.
      left.push(capture.id);
    }
  }
  return left;
}

async function interrupt(ports: ExecutePorts, settings: Settings, capture: Capture): Promise<void> {
  const { store, environment } = ports;
  const steps = capture.steps.map(stopped);
  const entries = await store.artifactEntries(capture.id);
  const known = entries.find((entry) => entry.path === CAPTURE_DOCUMENT_PATH);
  const digest = known?.digest ?? (await writeDocument(ports, settings, { ...capture, steps }, entries));
  await store.endCapture(
    capture.id,
    {
      state: 'interrupted',
      steps,
      failure: STOPPED,
      endedAt: environment.now().toISOString(),
      ...(digest ? { digest } : {}),
    },
    captureEvent(settings, environment.now(), 'capture-interrupted', digest ? hexOf(digest) : null, {
      captureId: capture.id,
      artifacts: entries.length,
    }),
  );
}

async function writeDocument(
  { store, environment }: ExecutePorts,
  settings: Settings,
  capture: Capture,
  entries: Awaited<ReturnType<ExecutePorts['store']['artifactEntries']>>,
) {
  const missing = capture.steps
    .filter((step) => step.state !== 'done')
    .map((step) => ({ what: step.id, why: STOPPED.detail }));
  try {
    const document = await captureDocument({
      capture,
      environment: { ...environment, settings, startedMonotonic: environment.monotonicNow() },
      findings: {},
      steps: () => capture.steps,
      artifacts: () => entries,
      missing: () => [...capture.notCaptured, ...missing],
    });
    const entry = await store.saveArtifact(
      // Steps run beside each other: one that was stopped may have left its place empty.
      { captureId: capture.id, index: (entries.at(-1)?.index ?? -1) + 1, step: 'finalise' },
      {
        path: CAPTURE_DOCUMENT_PATH,
        mediaType: 'application/json',
        bytes: JSON.stringify({ ...document, state: 'interrupted' }, null, 1),
        role: 'original',
        method: 'prima-facie',
      },
    );
    return entry.digest;
  } catch (error) {
    // A full disk must not keep the row from being closed: what was taken is there without its document.
    if (failureOf(error, 'storage-failed').code !== 'no-space') throw error;
    return undefined;
  }
}

function stopped(step: StepRecord): StepRecord {
  return step.state === 'running' || step.state === 'waiting'
    ? { ...step, state: 'failed', failure: STOPPED }
    : step;
}
