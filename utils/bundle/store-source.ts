import type { ArtifactEntry } from '../case/artifact.ts';
import { STAMP_STEP } from '../capture/stamp-drafts.ts';
import { isRunning, type Capture } from '../case/capture.ts';
import type { CustodyEntry } from '../case/custody.ts';
import { succeed, type Result } from '../case/result.ts';
import { hexOf, type Id } from '../case/values.ts';
import type { ArtifactRepository } from '../store/artifact-repository.ts';
import type { CaptureRepository } from '../store/capture-repository.ts';
import type { CaseRepository } from '../store/case-repository.ts';
import type { CustodyRepository } from '../store/custody-repository.ts';
import { custodyObjects } from './custody-objects.ts';
import type { BundleSource } from './ports.ts';

/** The parts of the store that an export reads. */
export interface ExportableStore {
  readonly cases: Pick<CaseRepository, 'caseFile'>;
  readonly captures: Pick<CaptureRepository, 'ofCase'>;
  readonly artifacts: Pick<ArtifactRepository, 'entries' | 'blob'>;
  readonly custody: Pick<CustodyRepository, 'entries'>;
}

/** How often rows and log are read again until they fit, and the pause between. */
const ATTEMPTS = 20;
const PAUSE_MS = 100;

interface Snapshot {
  readonly captures: readonly Capture[];
  readonly custody: readonly CustodyEntry[];
}

/**
 * A case of the store as a {@link BundleSource}. Captures still running are left out: they have no final state.
 * Row and custody entry of a capture that ends just now are written one after the other; the snapshot waits until
 * both are there, so that neither stands in a bundle without the other.
 */
export async function storeSource(store: ExportableStore, caseId: Id): Promise<Result<BundleSource>> {
  const file = await store.cases.caseFile(caseId);
  if (!file.ok) return file;
  const takenUntil = new Date().toISOString();
  const { captures, custody } = await settledSnapshot(store, caseId);
  return succeed({
    caseFile: file.value,
    captureCount: captures.length,
    async *captures(numbers) {
      for (const capture of captures) {
        if (numbers && !numbers.has(capture.number)) continue;
        const entries = await store.artifacts.entries(capture.id);
        yield { capture, entries: entries.filter((entry) => isInSnapshot(entry, takenUntil)) };
      }
    },
    async *custody() {
      yield* custody;
    },
    blob: (digest) => store.artifacts.blob(digest),
  });
}

/** A stamp that comes while the bundle is written waits for the next one: every reading of a capture is the same. */
function isInSnapshot({ step, takenAt }: ArtifactEntry, takenUntil: string): boolean {
  return step !== STAMP_STEP || takenAt <= takenUntil;
}

async function settledSnapshot(store: ExportableStore, caseId: Id): Promise<Snapshot> {
  for (let attempt = 1; ; attempt += 1) {
    const all = await store.captures.ofCase(caseId);
    const custody = await store.custody.entries(caseId);
    const captures = all.filter((capture) => !isRunning(capture)).toSorted((a, b) => a.number - b.number);
    if (attempt === ATTEMPTS || fits({ captures, custody })) return { captures, custody };
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}

/** Whether every finished capture stands in the log, and every one the log says ended is there or was deleted. */
function fits({ captures, custody }: Snapshot): boolean {
  const { ended, deleted } = custodyObjects(custody);
  const held = new Set(captures.flatMap((capture) => (capture.digest ? [hexOf(capture.digest)] : [])));
  return (
    [...held].every((digest) => ended.has(digest)) &&
    [...ended].every((digest) => held.has(digest) || deleted.has(digest))
  );
}
