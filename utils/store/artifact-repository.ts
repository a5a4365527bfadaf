import { Dexie } from 'dexie';
import type { Artifact, ArtifactDraft, ArtifactEntry } from '../case/artifact.ts';
import { fail, succeed, type Result } from '../case/result.ts';
import type { Digest, Id } from '../case/values.ts';
import { blobSource, fingerprintBytes, fingerprintSource } from '../integrity/digest.ts';
import type { PrimaFacieDatabase } from './database.ts';
import { artifactTables } from './references.ts';
import type { SealedBlob, VaultAccess } from './vault-access.ts';

/** An artifact with its digest, ready to be stored. */
export interface PreparedArtifact {
  readonly artifact: Artifact;
  /** Its sealed form, where there is a vault. */
  readonly sealed: SealedBlob | null;
  readonly entry: Omit<ArtifactEntry, 'captureId' | 'index' | 'step'>;
}

/** Artifacts and their places in captures. */
export interface ArtifactRepository {
  /** Digests a draft and stores bytes and place in one transaction. Equal bytes are stored once. */
  save(place: { captureId: Id; index: number; step: string }, draft: ArtifactDraft): Promise<ArtifactEntry>;
  /** Digests a draft, and seals it where there is a vault; nothing is stored yet. @throws FailureError `locked`. */
  prepare(draft: ArtifactDraft): Promise<PreparedArtifact>;
  /**
   * Stores prepared artifacts after those a capture has: to be called inside a transaction over
   * {@link artifactTables} and `artifactEntries`, so that they come in together with whatever speaks of them.
   */
  append(place: { captureId: Id; step: string }, prepared: readonly PreparedArtifact[]): Promise<void>;
  /** Stores a prepared artifact without a place, inside a transaction over {@link artifactTables}. */
  keep(prepared: PreparedArtifact): Promise<void>;
  /** Places known artifacts after those a capture has, inside a transaction over `artifactEntries`. */
  appendPlaces(captureId: Id, entries: readonly ArtifactEntry[]): Promise<void>;
  /** How many of the given digests are stored. */
  holding(digests: readonly Digest[]): Promise<number>;
  /** A capture's artifacts in the order they were taken. */
  entries(captureId: Id): Promise<ArtifactEntry[]>;
  /** Takes a capture's places away, inside a transaction over `artifactEntries`; returns the digests they named. */
  removePlaces(captureId: Id): Promise<Digest[]>;
  /**
   * The bytes of a digest, opened where they are sealed; their digest is not checked again here.
   * Failures: `not-found`; `locked`; `digest-mismatch` where what is sealed was changed.
   */
  blob(digest: Digest): Promise<Result<Blob>>;
}

/** A Blob of the wanted type; one that has it already is kept, since making a Blob asks another process. */
function blobOf(content: Uint8Array<ArrayBuffer> | Blob, type: string): Blob {
  return content instanceof Blob && content.type === type ? content : new Blob([content], { type });
}

/** Artifacts in IndexedDB. `now` dates drafts that carry no time of their own. */
export function artifactRepository(
  db: PrimaFacieDatabase,
  vault: VaultAccess,
  now: () => Date,
): ArtifactRepository {
  const ofCapture = (captureId: Id) =>
    db.artifactEntries
      .where('[captureId+index]')
      .between([captureId, Dexie.minKey], [captureId, Dexie.maxKey]);
  const prepare = async (draft: ArtifactDraft): Promise<PreparedArtifact> => {
    const { bytes, takenAt, ...rest } = draft;
    const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    const fingerprint =
      content instanceof Blob
        ? await fingerprintSource(blobSource(content))
        : await fingerprintBytes(content);
    const { mediaType } = draft;
    const blob = blobOf(content, mediaType);
    return {
      artifact: { ...fingerprint, mediaType, blob },
      sealed: await vault.seal(fingerprint.digest, blob),
      entry: { ...rest, ...fingerprint, takenAt: takenAt ?? now().toISOString() },
    };
  };
  const keep = async ({ artifact, sealed }: PreparedArtifact): Promise<void> => {
    const known = await db.artifacts.where('digest').equals(artifact.digest).count();
    if (known > 0) return;
    // The vault may have gone since: what is sealed by one that is no more could never be opened.
    const record = sealed && (await vault.records.read());
    const isSealed = sealed !== null && record?.id === sealed.vaultId;
    await db.artifacts.add(isSealed ? { ...artifact, blob: sealed.blob, sealed: 1 } : artifact);
  };
  const put = async (prepared: PreparedArtifact, entry: ArtifactEntry): Promise<void> => {
    await keep(prepared);
    await db.artifactEntries.add(entry);
  };
  return {
    prepare,
    keep,
    async save({ captureId, index, step }, draft) {
      const prepared = await prepare(draft);
      const entry: ArtifactEntry = { captureId, index, step, ...prepared.entry };
      await db.transaction('rw', [...artifactTables(db), db.artifactEntries], () => put(prepared, entry));
      return entry;
    },

    async append({ captureId, step }, prepared) {
      let index = ((await ofCapture(captureId).last())?.index ?? -1) + 1;
      for (const one of prepared) {
        await put(one, { captureId, index, step, ...one.entry });
        index += 1;
      }
    },

    async appendPlaces(captureId, entries) {
      const last = (await ofCapture(captureId).last())?.index ?? -1;
      await db.artifactEntries.bulkAdd(
        entries.map((entry, at) => ({ ...entry, captureId, index: last + 1 + at })),
      );
    },

    holding: (digests) => db.artifacts.where('digest').anyOf(digests).count(),

    entries: (captureId) => ofCapture(captureId).toArray(),

    async removePlaces(captureId) {
      const digests = (await ofCapture(captureId).toArray()).map(({ digest }) => digest);
      await ofCapture(captureId).delete();
      return digests;
    },

    async blob(digest) {
      const artifact = await db.artifacts.get(digest);
      if (!artifact) return fail('not-found', digest);
      const { blob, sealed, mediaType } = artifact;
      return sealed ? vault.open(digest, blob, mediaType) : succeed(blob);
    },
  };
}
