import type { ArtifactDraft } from '../case/artifact.ts';
import type { Capture } from '../case/capture.ts';
import type { HostingSummary } from '../case/hosting.ts';
import { failureOf } from '../case/result.ts';
import type { Settings } from '../case/settings.ts';
import { hexOf, type Digest, type Id } from '../case/values.ts';
import { judgeClock } from '../case/clock.ts';
import type { CaptureEnvironment, TabPort } from './ports.ts';
import { runCapture, type CaptureOutcome } from './run-capture.ts';
import type { Step } from './step.ts';
import { CAPTURE_DOCUMENT_PATH } from './steps/finalise.ts';
import { captureEvent, type CaptureStore } from './store-port.ts';

/** What running one capture takes. */
export interface ExecutePorts {
  readonly store: CaptureStore;
  readonly environment: Omit<CaptureEnvironment, 'settings' | 'startedMonotonic'>;
  readonly thumbnail: (viewport: Blob) => Promise<Blob>;
  /** Told of the findings on who serves the page once the capture has ended: what is pending is tried again later. */
  readonly hostingFound?: (captureId: Id, summary: HostingSummary) => Promise<void>;
}

/** Runs a capture whose row exists, from its first step to its custody entry. Never rejects. */
export async function executeCapture(
  ports: ExecutePorts,
  steps: readonly Step[],
  run: {
    readonly capture: Capture;
    readonly tab: TabPort;
    readonly settings: Settings;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { store, environment } = ports;
  const { capture, settings } = run;
  const end = (
    change: Partial<Capture>,
    objectSha256: string | null,
    note: Record<string, string | number>,
  ) =>
    store.endCapture(
      capture.id,
      { ...change, endedAt: environment.now().toISOString() },
      captureEvent(settings, environment.now(), 'capture-ended', objectSha256, {
        captureId: capture.id,
        ...note,
      }),
    );
  let thumbnail: Promise<void> | undefined;
  let viewport: ArtifactDraft['bytes'] | undefined;
  const makeThumbnail = () => {
    if (viewport !== undefined) thumbnail ??= keepThumbnail(ports, capture.id, viewport);
    return thumbnail;
  };
  try {
    const outcome = await runCapture({
      ...run,
      steps,
      environment: { ...environment, settings, startedMonotonic: environment.monotonicNow() },
      sink: {
        saveArtifact: async (index, step, draft) => {
          const entry = await store.saveArtifact({ captureId: capture.id, index, step }, draft);
          if (entry.path === 'shots/viewport.png') viewport = draft.bytes;
          // Not before: its decoding would take the processor from the pictures.
          if (entry.path === 'changes.json') void makeThumbnail();
          return entry;
        },
        updateRow: async (change) => void (await store.updateCapture(capture.id, change)),
      },
    }).finally(() => run.tab.release?.());
    await Promise.all([makeThumbnail(), keepItems(ports, run, outcome)]);
    const document = documentOf(outcome);
    await end(rowOf(outcome), document ? hexOf(document) : null, {
      state: outcome.state,
      artifacts: outcome.artifacts.length,
    });
    const { hosting } = outcome.findings;
    // The capture is whole without it: what is pending stands in it, and the user can look up again.
    if (hosting) await ports.hostingFound?.(capture.id, hosting).catch(() => undefined);
  } catch (error) {
    // The run itself broke (a full disk, a bug). The row must not stay `running` for ever; what was taken stays.
    const failure = failureOf(error, 'storage-failed');
    // Where not even that can be written, the row is closed as `interrupted` at the next start.
    await end({ state: 'failed', failure }, null, { state: 'failed', why: failure.code }).catch(
      () => undefined,
    );
  }
}

/** Marked items become rows of the case; only then does the page forget them. */
async function keepItems(
  { store, environment }: ExecutePorts,
  { capture, tab, settings }: { capture: Capture; tab: TabPort; settings: Settings },
  { findings: { items } }: CaptureOutcome,
): Promise<void> {
  if (!items?.length) return;
  const note = { captureId: capture.id, saved: 'items', count: items.length };
  await store.saveItems(items, captureEvent(settings, environment.now(), 'case-changed', null, note));
  // A tab that has closed or gone elsewhere has forgotten them already.
  await tab.marks?.clear().catch(() => undefined);
}

async function keepThumbnail(
  ports: ExecutePorts,
  captureId: Id,
  picture: ArtifactDraft['bytes'],
): Promise<void> {
  try {
    await ports.store.saveThumbnail(captureId, await ports.thumbnail(new Blob([picture])));
  } catch {
    // A thumbnail is a convenience and no evidence: without one the list shows the title alone.
  }
}

function rowOf({
  state,
  steps,
  notCaptured,
  findings,
  failure,
  ...outcome
}: CaptureOutcome): Partial<Capture> {
  const document = documentOf({ ...outcome });
  const clock = judgeClock(findings.clock ?? []);
  return {
    state,
    steps,
    notCaptured,
    ...(findings.network?.hops[0] ? { urlTyped: findings.network.hops[0].url } : {}),
    ...(findings.facts ? { urlFinal: findings.facts.url, title: findings.facts.title.slice(0, 1000) } : {}),
    ...(document ? { digest: document } : {}),
    ...(clock.state === 'off' && clock.reading
      ? { clockOffMs: clock.reading.offsetMs, clockOffBy: clock.reading.source }
      : {}),
    ...(failure ? { failure } : {}),
  };
}

function documentOf({ artifacts }: Pick<CaptureOutcome, 'artifacts'>): Digest | undefined {
  return artifacts.find((entry) => entry.path === CAPTURE_DOCUMENT_PATH)?.digest;
}
