import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Artifact, ArtifactEntry } from '../case/artifact.ts';
import type { Capture } from '../case/capture.ts';
import type { StoredCustodyEntry } from '../case/custody.ts';
import type { NoticeRequest } from '../case/case-file.ts';
import type { Delivery, Recheck } from '../case/delivery.ts';
import type { Case, Item, Party, Work } from '../case/dispute.ts';
import type { StoredImport } from '../case/import.ts';
import type { Notice, NoticeDraft, NoticeProvider } from '../case/notice.ts';
import type { Redaction } from '../case/redaction.ts';
import type { Failure } from '../case/result.ts';
import type { Settings } from '../case/settings.ts';
import type { Digest, Id, Instant } from '../case/values.ts';
import type { ProviderOverride } from '../hosting/directory/directory.ts';
import type { CachedAnswer } from '../hosting/environment.ts';
import type { VaultRecord } from '../integrity/at-rest/vault.ts';
import type { SigningKey } from '../integrity/signing-key.ts';
import type { StampItem } from '../integrity/timestamp/stamp-queue.ts';

/** A small picture of a capture, kept apart from its row so that lists stay quick. */
export interface Thumbnail {
  readonly captureId: Id;
  /** The picture, or its sealed form. */
  readonly blob: Blob;
  /** Whether `blob` is sealed by the vault; then `digest` is that of the picture, and `mediaType` its kind. */
  readonly sealed?: 1;
  readonly digest?: Digest;
  readonly mediaType?: string;
}

/** The vault, and what the work of sealing or opening everything stopped at. There is one of each at most. */
export type VaultRow =
  | { readonly id: 'vault'; readonly record: VaultRecord }
  | { readonly id: 'trouble'; readonly failure: Failure };

/** The last number given to a capture of a case: numbers are never used again, even after a deletion. */
export interface CaptureCounter {
  readonly caseId: Id;
  readonly last: number;
}

/** When a timestamp authority was last asked: requests to it keep a distance. */
export interface StampPaceRow {
  readonly url: string;
  readonly askedAt: Instant;
}

/** What a case file says besides its lists, and the order of these: import then export is the identity. */
export interface CaseFileRow {
  readonly caseId: Id;
  readonly request?: NoticeRequest;
  /** Ids of each list the file had, also of empty ones, in their order. */
  readonly order: Readonly<Record<string, readonly Id[]>>;
}

/** An artifact that an import still under way has laid down or counts on: nothing may free it meanwhile. */
export interface StagedArtifact {
  readonly importId: Id;
  readonly digest: Digest;
}

/** A draft. `untouched`: prepared by the rules, and nobody has changed it: not among what a person entered. */
export type DraftRow = NoticeDraft & { readonly untouched?: true };

/** The settings row; there is one. */
export interface SettingsRow {
  readonly id: 'settings';
  readonly value: Partial<Settings>;
}

/**
 * The one database of the extension. Every schema version stays listed, each with a frozen example in
 * `test/fixtures/store`, so that data of any age opens.
 *
 * Version 1:
 * - `artifacts` by digest: equal bytes are kept once. Never changed; deleted with the last entry that names them.
 * - `artifactEntries` by capture and index: where each artifact stands in its capture.
 * - `captures` by id; `[caseId+startedAt]` lists a case's newest without a sort. Append-only once ended.
 * - `settings`: one row of settings, and rows `typed:…` of forms that were left before they were saved.
 * - `custody` by case and sequence number: a second writer of the same number fails instead of forking the chain.
 *
 * Version 2 adds `signingKeys` by fingerprint: the installation's key, and the public halves of those it replaced.
 *
 * Version 3 adds `stampQueue` and `stampPace`: what waits for a timestamp, and when each authority was last asked.
 *
 * Version 4 adds `lookupCache`, answers of resolvers and registries, kept for a day; what notices are made of
 * (`drafts`, `notices`, `deliveries`, `rechecks`, `noticeProviders`); `caseFiles`, what a case file says besides its
 * lists; and `providerOverrides`, the user's corrections of the provider directory.
 *
 * Version 5 adds `redactions`: what the user does not want others than counsel to see.
 *
 * Version 6 adds `imports`, the bundles a case was imported from with their custody logs and signatures, and
 * `importStaging`, what an import under way has laid down and no row names yet.
 *
 * Version 7 adds `vault`, the wrapped key of what is encrypted, and finds sealed `artifacts` and `thumbnails` by
 * `sealed`. Rows stay as they are: plain and sealed ones stand side by side.
 */
export class PrimaFacieDatabase extends Dexie {
  declare readonly cases: EntityTable<Case, 'id'>;
  declare readonly works: EntityTable<Work, 'id'>;
  declare readonly parties: EntityTable<Party, 'id'>;
  declare readonly items: EntityTable<Item, 'id'>;
  declare readonly captures: EntityTable<Capture, 'id'>;
  declare readonly captureCounters: EntityTable<CaptureCounter, 'caseId'>;
  declare readonly artifactEntries: Table<ArtifactEntry, [Id, number]>;
  declare readonly artifacts: Table<Artifact, Digest>;
  declare readonly thumbnails: EntityTable<Thumbnail, 'captureId'>;
  declare readonly custody: Table<StoredCustodyEntry, [Id, number]>;
  declare readonly settings: EntityTable<SettingsRow, 'id'>;
  declare readonly signingKeys: EntityTable<SigningKey, 'fingerprint'>;
  declare readonly stampQueue: EntityTable<StampItem, 'id'>;
  declare readonly stampPace: EntityTable<StampPaceRow, 'url'>;
  declare readonly lookupCache: EntityTable<CachedAnswer, 'key'>;
  declare readonly drafts: EntityTable<DraftRow, 'id'>;
  declare readonly notices: EntityTable<Notice, 'id'>;
  declare readonly deliveries: EntityTable<Delivery, 'id'>;
  declare readonly rechecks: EntityTable<Recheck, 'id'>;
  declare readonly noticeProviders: Table<NoticeProvider & { readonly caseId: Id }, [Id, string]>;
  declare readonly caseFiles: EntityTable<CaseFileRow, 'caseId'>;
  declare readonly providerOverrides: EntityTable<ProviderOverride, 'id'>;
  declare readonly redactions: EntityTable<Redaction, 'id'>;
  declare readonly imports: Table<StoredImport, [Id, string]>;
  declare readonly importStaging: Table<StagedArtifact, [Id, Digest]>;
  declare readonly vault: Table<VaultRow, VaultRow['id']>;

  constructor(name = 'prima-facie') {
    super(name);
    this.version(1).stores({
      cases: 'id, updatedAt',
      works: 'id, caseId',
      parties: 'id, caseId',
      items: 'id, caseId, *captureIds',
      captures: 'id, [caseId+startedAt], state',
      captureCounters: 'caseId',
      artifactEntries: '[captureId+index], captureId, digest',
      artifacts: 'digest',
      thumbnails: 'captureId',
      custody: '[caseId+seq], caseId',
      settings: 'id',
    });
    this.version(2).stores({ signingKeys: 'fingerprint, createdAt' });
    this.version(3).stores({ stampQueue: 'id, subjectId', stampPace: 'url' });
    this.version(4).stores({
      lookupCache: 'key, expires',
      drafts: 'id, caseId',
      notices: 'id, caseId',
      deliveries: 'id, caseId, noticeId',
      rechecks: 'id, caseId',
      noticeProviders: '[caseId+id], caseId',
      caseFiles: 'caseId',
      providerOverrides: 'id',
    });
    this.version(5).stores({ redactions: 'id, caseId' });
    this.version(6).stores({
      imports: '[caseId+id], caseId',
      importStaging: '[importId+digest], digest',
    });
    this.version(7).stores({
      vault: 'id',
      artifacts: 'digest, sealed',
      thumbnails: 'captureId, sealed',
    });
  }
}
