import type { ArtifactEntry } from '../case/artifact.ts';
import { STAMP_STEP } from '../capture/stamp-drafts.ts';
import { isRunning, type Capture } from '../case/capture.ts';
import type { CustodyEntry } from '../case/custody.ts';
import type { StoredImport } from '../case/import.ts';
import { fail, FailureError, succeed, type Result } from '../case/result.ts';
import { hexOf, type Digest, type Id } from '../case/values.ts';
import type { ArtifactRepository } from '../store/artifact-repository.ts';
import type { CaptureRepository } from '../store/capture-repository.ts';
import type { CaseRepository } from '../store/case-repository.ts';
import type { CustodyRepository } from '../store/custody-repository.ts';
import type { ImportRepository } from '../store/import-repository.ts';
import { redactionsOf } from '../store/redactions.ts';
import type { Store } from '../store/store.ts';
import type { VaultAccess } from '../store/vault-access.ts';
import { custodyObjects } from './custody-objects.ts';
import { IMPORTED_BAG, CUSTODY } from './layout.ts';
import type { BundleSource } from './ports.ts';
import { CUSTODY_ENTRY_SCHEMA, parseJson } from './schemas.ts';

/** The parts of the store that an export reads. */
export interface ExportableStore {
  readonly cases: Pick<CaseRepository, 'caseFile'>;
  readonly captures: Pick<CaptureRepository, 'ofCase'>;
  readonly artifacts: Pick<ArtifactRepository, 'entries' | 'blob'>;
  readonly custody: Pick<CustodyRepository, 'entries'>;
  readonly imports: Pick<ImportRepository, 'ofCase' | 'brokenCaptures'>;
  readonly vault: Pick<VaultAccess, 'state'>;
  readonly db: Store['db'];
}

/** How often rows and log are read again until they fit, and the pause between. */
const ATTEMPTS = 20;
const PAUSE_MS = 100;

interface Snapshot {
  readonly captures: readonly Capture[];
  readonly custody: readonly CustodyEntry[];
  /** Entries of logs that came with imports and stand beside the case's own. */
  readonly branches: readonly CustodyEntry[];
  readonly imports: readonly StoredImport[];
}

/**
 * A case of the store as a {@link BundleSource}. Captures still running are left out: they have no final state.
 * Row and custody entry of a capture that ends just now are written one after the other; the snapshot waits until
 * both are there, so that neither stands in a bundle without the other.
 */
export async function storeSource(store: ExportableStore, caseId: Id): Promise<Result<BundleSource>> {
  if ((await store.vault.state()) === 'locked') return fail('locked', 'the case to be read');
  if ((await store.vault.state()) === 'locked') return fail('locked', 'the case to be read');
  const file = await store.cases.caseFile(caseId);
  if (!file.ok) return file;
  const takenUntil = new Date().toISOString();
  const { captures, custody, imports } = await settledSnapshot(store, caseId);
  const redactions = await redactionsOf(store, caseId);
  return succeed({
    caseFile: file.value,
    captureCount: captures.length,
    redactions,
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
    blob: (digest) => openedBlob(store, digest),
    imports,
    brokenCaptures: await store.imports.brokenCaptures(caseId),
  });
}

/** A producer may go on without a file that is not held; without one that cannot be opened now none may. */
async function openedBlob(store: Pick<ExportableStore, 'artifacts'>, digest: Digest): Promise<Result<Blob>> {
  const blob = await store.artifacts.blob(digest);
  if (!blob.ok && blob.failure.code === 'locked') throw new FailureError('locked', digest);
  return blob;
}

/** A stamp that comes while the bundle is written waits for the next one: every reading of a capture is the same. */
function isInSnapshot({ step, takenAt }: ArtifactEntry, takenUntil: string): boolean {
  return step !== STAMP_STEP || takenAt <= takenUntil;
}

async function settledSnapshot(store: ExportableStore, caseId: Id): Promise<Snapshot> {
  for (let attempt = 1; ; attempt += 1) {
    const all = await store.captures.ofCase(caseId);
    const custody = await store.custody.entries(caseId);
    const imports = await store.imports.ofCase(caseId);
    const branches = await branchEntries(store, imports);
    const captures = all.filter((capture) => !isRunning(capture)).toSorted((a, b) => a.number - b.number);
    const snapshot = { captures, custody, branches, imports };
    if (attempt === ATTEMPTS || fits(snapshot)) return snapshot;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}

/** Whether every finished capture stands in the log, and every one the log says ended is there or was deleted. */
function fits({ captures, custody, branches }: Snapshot): boolean {
  const { ended, deleted } = custodyObjects([...custody, ...branches]);
  const held = new Set(captures.flatMap((capture) => (capture.digest ? [hexOf(capture.digest)] : [])));
  return (
    [...held].every((digest) => ended.has(digest)) &&
    [...ended].every((digest) => held.has(digest) || deleted.has(digest))
  );
}

/** The logs that stand beside the case's own: as much of each as can be read, since a broken one may end early. */
async function branchEntries(
  store: Pick<ExportableStore, 'artifacts'>,
  imports: readonly StoredImport[],
): Promise<CustodyEntry[]> {
  const entries: CustodyEntry[] = [];
  for (const { files } of imports) {
    const log = files.find(({ path }) => path === IMPORTED_BAG + CUSTODY);
    const blob = log && (await openedBlob(store, log.digest));
    if (!blob?.ok) continue;
    for (const line of (await blob.value.text()).split('\n')) {
      const entry = parseJson(CUSTODY_ENTRY_SCHEMA, line);
      if (!entry) break;
      entries.push(entry);
    }
  }
  return entries;
}
