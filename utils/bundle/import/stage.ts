import { FailureError } from '../../case/result.ts';
import type { Digest, Id } from '../../case/values.ts';
import type { Fingerprint } from '../../integrity/digest.ts';
import { artifactTables, freeArtifacts, referringTables } from '../../store/references.ts';
import type { Store } from '../../store/store.ts';
import { blobBuilder } from '../zip/blob-builder.ts';
import { entryBytes, entryData } from '../zip/entry-data.ts';
import type { OpenedBag } from '../verify/types.ts';

/** Files up to this size, in bytes, are held whole on their way; larger ones stay where they are until copied. */
const HELD = 32 * 1024 * 1024;

/** A file of a bag that is to become an artifact. */
export interface WantedFile extends Fingerprint {
  readonly bag: OpenedBag;
  readonly bagPath: string;
  readonly mediaType: string;
}

/**
 * Lays the bytes of an import down, one file at a time, so that the rows that name them can follow in one
 * transaction. Each is marked as staged in the same transaction that stores it: whatever stops the browser, the next
 * {@link tidyStaging} finds them, and meanwhile no deletion frees what the import counts on.
 * @throws FailureError `digest-mismatch` where the file changed since it was verified.
 */
export async function stageFiles(
  store: Pick<Store, 'db' | 'artifacts'>,
  importId: Id,
  files: readonly WantedFile[],
  options: { readonly signal: AbortSignal; readonly onBytes: (bytes: number) => void },
): Promise<void> {
  const { db, artifacts } = store;
  const seen = new Set<Digest>();
  for (const file of files) {
    options.signal.throwIfAborted();
    const { digest } = file;
    if (!seen.has(digest)) {
      seen.add(digest);
      const isKnown = await db.transaction('rw', db.artifacts, db.importStaging, async () => {
        await db.importStaging.put({ importId, digest });
        return (await db.artifacts.where('digest').equals(digest).count()) > 0;
      });
      if (!isKnown) await layDown(store, file, options.signal);
    }
    options.onBytes(file.size);
  }
  // The rows that follow name each of these: none may be missing.
  const held = await artifacts.holding([...seen]);
  if (held < seen.size) throw new FailureError('storage-failed', `${seen.size - held} files were not stored`);
}

async function layDown(
  { db, artifacts }: Pick<Store, 'db' | 'artifacts'>,
  file: WantedFile,
  signal: AbortSignal,
): Promise<void> {
  const bytes = await contentOf(file, signal);
  const prepared = await artifacts.prepare({
    path: file.bagPath,
    mediaType: file.mediaType,
    bytes,
    role: 'original',
  });
  if (prepared.artifact.digest !== file.digest) {
    throw new FailureError('digest-mismatch', `${file.bagPath} changed while it was imported`);
  }
  await db.transaction('rw', artifactTables(db), () => artifacts.keep(prepared));
}

async function contentOf(
  { bag, bagPath }: WantedFile,
  signal: AbortSignal,
): Promise<Blob | Uint8Array<ArrayBuffer>> {
  const entry = bag.files.get(bagPath);
  if (!entry) throw new FailureError('invalid-bundle', `${bagPath} is not there`);
  if (entry.size <= HELD) return entryBytes(bag.archive, entry, HELD);
  const builder = blobBuilder();
  for await (const chunk of entryData(bag.archive, entry, { signal })) builder.add(chunk);
  return builder.finish('');
}

/**
 * Takes away what an import left that did not come to its end: bytes that no row names. To be called while no import
 * runs.
 */
export async function tidyStaging({ db }: Pick<Store, 'db'>, importId?: Id): Promise<number> {
  const staged = importId
    ? await db.importStaging
        .where('[importId+digest]')
        .between([importId, ''], [importId, '\uffff'])
        .toArray()
    : await db.importStaging.toArray();
  if (staged.length === 0) return 0;
  return db.transaction('rw', [db.artifacts, ...referringTables(db)], async () => {
    await db.importStaging.bulkDelete(staged.map((row) => [row.importId, row.digest]));
    return freeArtifacts(
      db,
      staged.map(({ digest }) => digest),
    );
  });
}
