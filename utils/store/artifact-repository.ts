import { Dexie } from 'dexie';
import type { ArtifactDraft, ArtifactEntry } from '../case/artifact.ts';
import { fail, succeed, type Result } from '../case/result.ts';
import type { Digest, Id } from '../case/values.ts';
import { blobSource, fingerprintBytes, fingerprintSource } from '../integrity/digest.ts';
import type { PrimaFacieDatabase } from './database.ts';

/** Artifacts and their places in captures. */
export interface ArtifactRepository {
  /** Digests a draft and stores bytes and place in one transaction. Equal bytes are stored once. */
  save(place: { captureId: Id; index: number; step: string }, draft: ArtifactDraft): Promise<ArtifactEntry>;
  /** A capture's artifacts in the order they were taken. */
  entries(captureId: Id): Promise<ArtifactEntry[]>;
  /** The bytes of a digest, as stored: not checked again here. */
  blob(digest: Digest): Promise<Result<Blob>>;
}

/** Artifacts in IndexedDB. `now` dates drafts that carry no time of their own. */
export function artifactRepository(db: PrimaFacieDatabase, now: () => Date): ArtifactRepository {
  return {
    async save({ captureId, index, step }, draft) {
      const { bytes, takenAt, ...rest } = draft;
      const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
      const fingerprint =
        content instanceof Blob
          ? await fingerprintSource(blobSource(content))
          : await fingerprintBytes(content);
      const blob = new Blob([content], { type: draft.mediaType });
      const entry: ArtifactEntry = {
        captureId,
        index,
        step,
        ...rest,
        ...fingerprint,
        takenAt: takenAt ?? now().toISOString(),
      };
      await db.transaction('rw', db.artifacts, db.artifactEntries, async () => {
        const known = await db.artifacts.where('digest').equals(fingerprint.digest).count();
        if (known === 0) await db.artifacts.add({ ...fingerprint, mediaType: draft.mediaType, blob });
        await db.artifactEntries.add(entry);
      });
      return entry;
    },

    entries: (captureId) =>
      db.artifactEntries
        .where('[captureId+index]')
        .between([captureId, Dexie.minKey], [captureId, Dexie.maxKey])
        .toArray(),

    async blob(digest) {
      const artifact = await db.artifacts.get(digest);
      return artifact ? succeed(artifact.blob) : fail('not-found', digest);
    },
  };
}
