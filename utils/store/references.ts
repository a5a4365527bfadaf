import { FailureError } from '../case/result.ts';
import type { Digest, Id } from '../case/values.ts';
import { documentsNamedBy } from '../case/documents.ts';
import type { PrimaFacieDatabase } from './database.ts';

/** The tables a transaction holds that stores artifacts: whether to seal is decided in the same transaction. */
export function artifactTables(db: PrimaFacieDatabase) {
  return [db.artifacts, db.vault] as const;
}

/** The tables whose rows name artifacts; a transaction that frees artifacts holds them all. */
export function referringTables(db: PrimaFacieDatabase) {
  return [
    db.artifactEntries,
    db.cases,
    db.works,
    db.parties,
    db.notices,
    db.deliveries,
    db.imports,
    db.importStaging,
  ] as const;
}

/**
 * Ends a transaction that would add to a capture which somebody has deleted meanwhile: neither rows nor custody entry
 * come in then. To be called inside a transaction over `captures`.
 * @throws FailureError `not-found`.
 */
export async function mustExist(db: PrimaFacieDatabase, captureId: Id): Promise<void> {
  if (!(await db.captures.get(captureId))) throw new FailureError('not-found', `capture ${captureId}`);
}

/**
 * Of the given digests, those that some row still names: a place in a capture, an attached document, a file of a
 * finalised notice or a document it names, proof of a delivery, a file of an imported bundle; or that an import
 * under way counts on. To be called inside a transaction over {@link referringTables}.
 */
export async function stillReferred(
  db: PrimaFacieDatabase,
  digests: readonly Digest[],
): Promise<ReadonlySet<Digest>> {
  const [entries, cases, works, parties, notices, deliveries, imports, staged] = await Promise.all([
    db.artifactEntries.where('digest').anyOf(digests).toArray(),
    db.cases.toArray(),
    db.works.toArray(),
    db.parties.toArray(),
    db.notices.toArray(),
    db.deliveries.toArray(),
    db.imports.toArray(),
    db.importStaging.where('digest').anyOf(digests).toArray(),
  ]);
  return new Set([
    ...entries.map(({ digest }) => digest),
    ...cases.flatMap(({ documents = [] }) => documents.map(({ digest }) => digest)),
    ...works.flatMap(({ titleDocuments }) => titleDocuments.map(({ digest }) => digest)),
    ...parties.flatMap(({ powerOfAttorney }) => powerOfAttorney?.digest ?? []),
    ...notices.flatMap(({ renderings }) => renderings.map(({ digest }) => digest)),
    ...notices.flatMap(({ content }) => documentsNamedBy(content).map(({ digest }) => digest)),
    ...deliveries.flatMap(({ proof }) => proof),
    ...imports.flatMap(({ files }) => files.map(({ digest }) => digest)),
    ...staged.map(({ digest }) => digest),
  ]);
}

/** Deletes those of the given artifacts that no row names any more. Inside the same transaction; returns bytes freed. */
export async function freeArtifacts(db: PrimaFacieDatabase, digests: readonly Digest[]): Promise<number> {
  const kept = await stillReferred(db, digests);
  let freed = 0;
  for (const digest of new Set(digests)) {
    if (kept.has(digest)) continue;
    freed += (await db.artifacts.get(digest))?.size ?? 0;
    await db.artifacts.delete(digest);
  }
  return freed;
}
