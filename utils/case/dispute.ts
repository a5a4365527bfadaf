import type { Box } from './facts.ts';
import type { Digest, Id, Instant } from './values.ts';

/** All about one dispute. */
export interface Case {
  readonly id: Id;
  readonly title: string;
  readonly status: 'open' | 'closed';
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Where the person captures from, as typed by them; never inferred. */
  readonly captureLocation?: string;
  readonly notes?: string;
  /** Files that belong to the case as a whole: identity documents by reference are not among them. */
  readonly documents?: readonly AttachedDocument[];
  /** Until when the evidence is to be kept, as the user decided. */
  readonly retentionUntil?: Instant;
}

/** A file the user attached (a title document, a power of attorney): kept as an artifact. */
export interface AttachedDocument {
  readonly digest: Digest;
  readonly name: string;
  readonly kind: TitleDocumentKind;
  readonly addedAt: Instant;
}

/** Kinds of document that show title or authority. */
export type TitleDocumentKind =
  | 'registration-certificate'
  | 'publication'
  | 'manuscript'
  | 'original-file'
  | 'contract'
  | 'assignment'
  | 'licence'
  | 'power-of-attorney'
  | 'other';

/** Exclusive rights a notice can name. Reproduction, adaptation and distribution count beside network dissemination. */
export type Right =
  | 'network-dissemination'
  | 'reproduction'
  | 'distribution'
  | 'adaptation'
  | 'translation'
  | 'public-performance'
  | 'broadcasting'
  | 'making-available'
  | 'communication-to-the-public'
  | 'rental'
  | 'exhibition'
  | 'attribution'
  | 'integrity';

/** The protected original. */
export interface Work {
  readonly id: Id;
  readonly caseId: Id;
  readonly title: string;
  readonly kind:
    | 'literary'
    | 'comic'
    | 'art'
    | 'photograph'
    | 'music'
    | 'film'
    | 'series'
    | 'software'
    | 'game'
    | 'character'
    | 'dataset'
    | 'other';
  readonly author: string;
  readonly rightsClaimed: readonly Right[];
  readonly firstPublication?: string;
  readonly registrationNumber?: string;
  readonly authorisedUrls: readonly string[];
  readonly titleDocuments: readonly AttachedDocument[];
}

/** Notifier, right holder or agent. Identity documents by reference only. */
export interface Party {
  readonly id: Id;
  readonly caseId: Id;
  readonly role: 'right-holder' | 'notifier' | 'agent';
  readonly kind: 'person' | 'organisation';
  readonly legalName: string;
  /** The natural person who signs, where the party is an organisation. */
  readonly contactName?: string;
  /** The legal representative, which China's model form asks for. */
  readonly legalRepresentative?: string;
  readonly address: string;
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly phone: string;
  readonly email: string;
  readonly authority: 'owner' | 'exclusive' | 'agent';
  /** Which identity document, and where it can be asked for; the number itself only if the person wants it. */
  readonly identityReference?: string;
  readonly powerOfAttorney?: AttachedDocument;
}

/** 'Ought to know' factors and other facts about how an item is presented. */
export type ObservationKind =
  | 'front-page'
  | 'recommendation'
  | 'chart'
  | 'advertising'
  | 'membership'
  | 'points-or-incentives'
  | 'category-placement'
  | 'editing-or-selecting'
  | 'same-account-repeat'
  | 'access-count'
  | 'no-review-terms'
  | 'complaint-channel-absent'
  | 'ai-model';

/** A fact with its source and time, tied to the capture that shows it. */
export interface Observation {
  readonly kind: ObservationKind;
  readonly text: string;
  readonly captureId?: Id;
  readonly observedAt: Instant;
  /** For `ai-model`: model, version, base model, trigger words … as filled from the page. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** One infringing thing on a captured page, tied to a work and a right. */
export interface Item {
  readonly id: Id;
  readonly caseId: Id;
  readonly workId?: Id;
  readonly captureIds: readonly Id[];
  /** The page the reader saw. */
  readonly pageUrl: string;
  /** The exact URLs of the infringing thing itself (image, video, manifest, model file). */
  readonly urls: readonly string[];
  readonly description: string;
  readonly right?: Right;
  readonly mode:
    'full-copy' | 'partial-copy' | 'adaptation' | 'link' | 'stream' | 'model-training-output' | 'other';
  readonly account?: string;
  readonly foundAt: Instant;
  readonly observations: readonly Observation[];
  readonly mark?: { readonly box: Box; readonly cropPath?: string; readonly text?: string };
}
