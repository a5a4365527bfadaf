import { FailureError, failureOf, succeed, type Failure, type Result } from '../case/result.ts';
import { removeVault } from '../integrity/at-rest/vault.ts';
import { blobSource, digestOf, fingerprintSource, type ByteSource } from '../integrity/digest.ts';
import type { Store } from './store.ts';

type ConvertStore = Pick<Store, 'db' | 'vault'>;

/** One row that is to be turned: from plain to sealed, or back. */
type Turn = () => Promise<void>;

/**
 * Turns everything that is stored into what the vault asks for: sealed, or plain again where the vault is being left,
 * which then goes. To be run by one context at a time, inside {@link VaultAccess.hold}; nothing is left half done by
 * stopping it, and the next run goes on where it stopped.
 *
 * Each row is replaced in one transaction, after its new form has been opened and compared byte by byte through its
 * fingerprint. One that cannot be turned stays as it is; the others go on, and the first reason is kept.
 * @returns how many rows were turned; the first failure where one could not be.
 */
export async function convertStore(
  store: ConvertStore,
  signal: AbortSignal = new AbortController().signal,
): Promise<Result<number>> {
  const { records } = store.vault;
  let turned = 0;
  let trouble: Failure | null = null;
  const failed = new Set<string>();
  for (let found = true; found;) {
    const record = await records.read();
    if (!record) break;
    const turns = await pending(store, record.leaving ?? false);
    found = false;
    for (const [name, turn] of turns) {
      signal.throwIfAborted();
      if (failed.has(name)) continue;
      found = true;
      const failure = await attempt(turn);
      if (!failure) turned += 1;
      else {
        trouble ??= failure;
        failed.add(name);
        // Neither goes away by trying the next one.
        if (failure.code === 'no-space' || failure.code === 'locked') return end(store, failure, turned);
      }
    }
    if (!found && record.leaving && failed.size === 0) {
      // Refused where a row was sealed in the meantime: the loop looks again.
      found = !(await removeVault({ store: records })).ok;
      if (!found) await store.vault.lock.lock();
    }
  }
  return end(store, trouble, turned);
}

/** Whether {@link convertStore} would have something to do. */
export async function isConversionDue({ vault }: Pick<Store, 'vault'>): Promise<boolean> {
  const record = await vault.records.read();
  if (!record) return false;
  const { sealed, total } = await vault.records.count();
  return record.leaving === true || sealed < total;
}

async function end(
  { vault }: ConvertStore,
  failure: Failure | null,
  turned: number,
): Promise<Result<number>> {
  await vault.records.setTrouble(failure);
  return failure ? { ok: false, failure } : succeed(turned);
}

async function attempt(turn: Turn): Promise<Failure | null> {
  try {
    await turn();
    return null;
  } catch (error) {
    return failureOf(error, 'storage-failed');
  }
}

/** What is still to be turned, by keys only: memory does not grow with what is stored. */
async function pending(store: ConvertStore, isLeaving: boolean): Promise<[string, Turn][]> {
  const { db } = store;
  const [digests, ids] = await Promise.all([
    keysOf(db.artifacts, isLeaving),
    keysOf(db.thumbnails, isLeaving),
  ]);
  return [
    ...digests.map((key): [string, Turn] => [
      `artifact ${key}`,
      () => (isLeaving ? openArtifactRow(store, key) : sealArtifactRow(store, key)),
    ]),
    ...ids.map((key): [string, Turn] => [
      `thumbnail ${key}`,
      () => (isLeaving ? openThumbnailRow(store, key) : sealThumbnailRow(store, key)),
    ]),
  ];
}

async function keysOf<K extends string>(
  table: {
    toCollection(): { primaryKeys(): PromiseLike<K[]> };
    where(index: 'sealed'): { equals(value: 1): { primaryKeys(): PromiseLike<K[]> } };
  },
  isSealed: boolean,
): Promise<K[]> {
  const sealed = await table.where('sealed').equals(1).primaryKeys();
  if (isSealed) return sealed;
  const known = new Set<string>(sealed);
  return (await table.toCollection().primaryKeys()).filter((key) => !known.has(key));
}

async function sealArtifactRow({ db, vault }: ConvertStore, digest: string): Promise<void> {
  const row = await db.artifacts.get(digest as `sha256:${string}`);
  if (!row || row.sealed) return;
  const sealed = await vault.seal(row.digest, row.blob);
  if (!sealed) return;
  await assertSame(blobSource(row.blob), await vault.source(row.digest, sealed.blob));
  await db.transaction('rw', db.artifacts, db.vault, async () => {
    const now = await db.artifacts.get(row.digest);
    if (!now || now.sealed || (await vault.records.read())?.id !== sealed.vaultId) return;
    await db.artifacts.put({ ...now, blob: sealed.blob, sealed: 1 });
  });
}

async function openArtifactRow({ db, vault }: ConvertStore, digest: string): Promise<void> {
  const row = await db.artifacts.get(digest as `sha256:${string}`);
  if (!row?.sealed) return;
  const plain = await plainOf(await vault.open(row.digest, row.blob, row.mediaType));
  await assertSame(await vault.source(row.digest, row.blob), blobSource(plain));
  await db.transaction('rw', db.artifacts, async () => {
    const now = await db.artifacts.get(row.digest);
    if (!now?.sealed) return;
    const { sealed: _, ...rest } = now;
    await db.artifacts.put({ ...rest, blob: plain });
  });
}

async function sealThumbnailRow({ db, vault }: ConvertStore, captureId: string): Promise<void> {
  const row = await db.thumbnails.get(captureId);
  if (!row || row.sealed) return;
  const digest = await digestOf(new Uint8Array(await row.blob.arrayBuffer()));
  const sealed = await vault.seal(digest, row.blob);
  if (!sealed) return;
  await assertSame(blobSource(row.blob), await vault.source(digest, sealed.blob));
  await db.transaction('rw', db.thumbnails, db.vault, async () => {
    const now = await db.thumbnails.get(captureId);
    if (!now || now.sealed || (await vault.records.read())?.id !== sealed.vaultId) return;
    await db.thumbnails.put({ captureId, blob: sealed.blob, sealed: 1, digest, mediaType: row.blob.type });
  });
}

async function openThumbnailRow({ db, vault }: ConvertStore, captureId: string): Promise<void> {
  const row = await db.thumbnails.get(captureId);
  if (!row?.sealed || !row.digest) return;
  const plain = await plainOf(await vault.open(row.digest, row.blob, row.mediaType ?? ''));
  await db.transaction('rw', db.thumbnails, async () => {
    if ((await db.thumbnails.get(captureId))?.sealed) await db.thumbnails.put({ captureId, blob: plain });
  });
}

function plainOf(opened: Result<Blob>): Blob {
  if (!opened.ok) throw new FailureError(opened.failure.code, opened.failure.detail);
  return opened.value;
}

/** The last look before a row is replaced. @throws FailureError `digest-mismatch`. */
async function assertSame(before: ByteSource, after: ByteSource): Promise<void> {
  const [one, other] = [await fingerprintSource(before), await fingerprintSource(after)];
  if (one.digest === other.digest && one.size === other.size) return;
  throw new FailureError('digest-mismatch', `${one.digest}: ${other.digest} after it was turned`);
}
