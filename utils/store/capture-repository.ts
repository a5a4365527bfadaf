import { Dexie } from 'dexie';
import { isRunning, type Capture, type CaptureTrigger } from '../case/capture.ts';
import { FailureError } from '../case/result.ts';
import type { Id } from '../case/values.ts';
import { digestOf } from '../integrity/digest.ts';
import type { PrimaFacieDatabase, Thumbnail } from './database.ts';
import type { VaultAccess } from './vault-access.ts';

/** What is known of a capture before any work starts. */
export interface NewCapture {
  readonly id: Id;
  readonly caseId: Id;
  readonly trigger: CaptureTrigger;
  readonly urlTyped: string;
  readonly urlFinal: string;
  readonly title: string;
  readonly startedAt: string;
  readonly steps: Capture['steps'];
}

/** Captures. Once ended, a row never changes again. */
export interface CaptureRepository {
  /** Adds the row, `running`, with the next number of its case. */
  create(capture: NewCapture): Promise<Capture>;
  get(id: Id): Promise<Capture | undefined>;
  /**
   * Changes a running capture.
   * @throws FailureError `rejected` for one that has ended: captures are append-only.
   */
  update(id: Id, change: Partial<Omit<Capture, 'id' | 'caseId' | 'number'>>): Promise<Capture>;
  /** A case's captures, newest first. */
  ofCase(caseId: Id, limit?: number): Promise<Capture[]>;
  running(): Promise<Capture[]>;
  /** Keeps a capture's thumbnail, sealed where there is a vault. */
  setThumbnail(captureId: Id, blob: Blob): Promise<void>;
  /** The thumbnails of captures, in their order; undefined where there is none, or it cannot be opened now. */
  thumbnails(captureIds: readonly Id[]): Promise<(Blob | undefined)[]>;
}

/** Captures in IndexedDB. */
export function captureRepository(db: PrimaFacieDatabase, vault: VaultAccess): CaptureRepository {
  const ofCase = (caseId: Id) =>
    db.captures.where('[caseId+startedAt]').between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]);
  return {
    create: (capture) =>
      db.transaction('rw', db.captures, db.captureCounters, async () => {
        const number = ((await db.captureCounters.get(capture.caseId))?.last ?? 0) + 1;
        const row: Capture = { ...capture, number, state: 'running', notCaptured: [] };
        await db.captureCounters.put({ caseId: capture.caseId, last: number });
        await db.captures.add(row);
        return row;
      }),
    get: (id) => db.captures.get(id),
    update: (id, change) =>
      db.transaction('rw', db.captures, async () => {
        const row = await db.captures.get(id);
        if (!row) throw new FailureError('not-found', `capture ${id}`);
        if (!isRunning(row)) throw new FailureError('rejected', `capture ${id} has ended and is append-only`);
        const changed = { ...row, ...change };
        await db.captures.put(changed);
        return changed;
      }),
    ofCase: (caseId, limit = Infinity) => ofCase(caseId).reverse().limit(limit).toArray(),
    running: () => db.captures.where('state').equals('running').toArray(),
    async setThumbnail(captureId, blob) {
      const digest = await digestOf(new Uint8Array(await blob.arrayBuffer()));
      const sealed = await vault.seal(digest, blob);
      await db.transaction('rw', db.thumbnails, db.vault, async () => {
        const isSealed = sealed !== null && (await vault.records.read())?.id === sealed.vaultId;
        const row: Thumbnail = isSealed
          ? { captureId, blob: sealed.blob, sealed: 1, digest, mediaType: blob.type }
          : { captureId, blob };
        await db.thumbnails.put(row);
      });
    },
    async thumbnails(captureIds) {
      const rows = await db.thumbnails.bulkGet([...captureIds]);
      return Promise.all(rows.map((row) => row && openThumbnail(vault, row)));
    },
  };
}

/** The picture of a thumbnail's row. */
async function openThumbnail(vault: VaultAccess, row: Thumbnail): Promise<Blob | undefined> {
  if (!row.sealed || !row.digest) return row.blob;
  const opened = await vault.open(row.digest, row.blob, row.mediaType ?? '');
  return opened.ok ? opened.value : undefined;
}
