import type { CaptureState } from './capture.ts';
import type { Item, Party, Work } from './dispute.ts';
import type { ServerRole } from './hosting.ts';
import type {
  ElementName,
  ExceptionId,
  Measure,
  Regime,
  RegimeId,
  ServiceClass,
  Severity,
} from './regime.ts';
import type { Language } from './settings.ts';
import type { Digest, Id, Instant } from './values.ts';

/** Web forms whose fields and limits are known. */
export const FORM_IDS = [
  'cloudflare',
  'aws',
  'google-search',
  'alibaba-cloud',
  'tencent',
  'huawei-cloud',
  'hetzner',
  'ovh',
  'civitai',
  'hugging-face',
  'github',
] as const;

/** One of {@link FORM_IDS}. */
export type FormId = (typeof FORM_IDS)[number];

/** A way to hand over a notice. A support ticket is a channel, but not one that counts (Ali Cloud case). */
export interface NoticeChannel {
  readonly kind: 'email' | 'form' | 'postal' | 'fax' | 'phone' | 'procedure' | 'support-ticket';
  readonly address: string;
  /** Languages it reads (BCP 47). Empty: not known. */
  readonly languages: readonly string[];
  /** Whether files may be attached; null: not known. */
  readonly attachments: boolean | null;
  /** Whether the provider designated it for copyright notices. */
  readonly designated: boolean;
  readonly source: string;
  /** Date (`YYYY-MM-DD`) or time of the reading. */
  readonly checkedOn: string;
  readonly form?: FormId;
  /** Longest message it takes, in characters. */
  readonly maximumCharacters?: number;
  /** True where notices are made public (Lumen, a repository discussion). */
  readonly publishes?: true;
}

/** Whom a notice goes to, as the law sees them. A finalised notice keeps the copy it was written to. */
export interface NoticeProvider {
  /** Stable id, as in the provider directory. */
  readonly id: string;
  readonly name: string;
  readonly legalEntity?: string;
  readonly serviceClass: ServiceClass;
  /** Why this class: a finding of the hosting rules, or the user's own words. */
  readonly classBasis: string;
  readonly role?: ServerRole;
  /** ISO 3166-1 alpha-2 of the seat, where known. */
  readonly country?: string;
  /** Country in which its addresses are registered (RDAP), where no seat is known: a hint and no seat. */
  readonly registeredIn?: string;
  readonly regimes: readonly RegimeId[];
  readonly channels: readonly NoticeChannel[];
  /** Hosts of the pages for which the user named it; absent: found by a lookup, or not said. */
  readonly namedFor?: readonly string[];
}

/** A capture as a notice refers to it. `intact`: its artifacts still have the digests taken. */
export interface EvidenceCapture {
  readonly id: Id;
  readonly number: number;
  readonly state: CaptureState;
  readonly urlFinal: string;
  /** As typed or followed, before redirects, where that is another. */
  readonly urlTyped?: string;
  readonly title: string;
  readonly startedAt: Instant;
  /** Of `capture.json`; null where the capture never got that far. */
  readonly digest: Digest | null;
  readonly intact: boolean;
  /** Time of the RFC 3161 token, where there is one. */
  readonly timeStampedAt?: Instant;
  /** Server address the browser used for the page. */
  readonly ip?: string;
  /** Host name → server address the browser used, for the page's other hosts (media, images). */
  readonly hostAddresses?: Readonly<Record<string, string>>;
}

/** A declaration as the notifier confirmed it: the words shown, and when. */
export interface StatementConfirmation {
  readonly name: string;
  readonly text: string;
  readonly confirmedBy: string;
  readonly at: Instant;
}

/** An answer to one of the questions asked before signing. */
export interface ExceptionAnswer {
  readonly id: ExceptionId;
  readonly answer: 'does-not-apply' | 'unsure' | 'applies';
  readonly note?: string;
  readonly at: Instant;
}

/** The name typed last. `textDigest` fixes the words it was typed under. */
export interface Signature {
  readonly name: string;
  readonly at: Instant;
  readonly textDigest: Digest;
}

/** `letter`: to the uploader or site operator, outside the provider's procedure. */
export type NoticeKind = 'notice' | 'letter' | 'correction' | 'retraction';

/** A notice in the making. Ids are resolved when it is checked, rendered or finalised. */
export interface NoticeDraft {
  readonly id: Id;
  readonly caseId: Id;
  /** Shared by the linked notices of one matter. */
  readonly matterId: Id;
  /** From 1; a correction counts up. */
  readonly version: number;
  readonly kind: NoticeKind;
  readonly regime: RegimeId;
  readonly provider: NoticeProvider;
  readonly channel: NoticeChannel | null;
  readonly language: Language;
  readonly holderId: Id | null;
  readonly notifierId: Id | null;
  readonly itemIds: readonly Id[];
  readonly reason: string;
  readonly measures: readonly Measure[];
  readonly measureNote?: string;
  /** Hosts, of the items', that this recipient serves; empty: not narrowed. */
  readonly scopeHosts: readonly string[];
  readonly statements: readonly StatementConfirmation[];
  readonly exceptions: readonly ExceptionAnswer[];
  readonly signature?: Signature;
  /** Files the user means to attach, in bytes together. */
  readonly attachmentBytes?: number;
  /** Documents and captures that go along, by digest; the notice lists them. */
  readonly attached?: readonly Digest[];
  readonly supersedes?: Id;
  readonly retracts?: Id;
  readonly createdAt: Instant;
}

/** The other notices of the matter, as the text mentions them. */
export interface LinkedNotice {
  readonly noticeId: Id;
  readonly provider: string;
  readonly serviceClass: ServiceClass;
}

/** The notice that a later one corrects or takes back, so that the later one can be read without it. */
export interface EarlierNotice {
  readonly noticeId: Id;
  readonly version: number;
  readonly finalisedAt: Instant;
  /** Address of the channel it was made out to; null where it had none. */
  readonly channel: string | null;
  /** When and by which channel it went out, as recorded. */
  readonly sent: readonly { readonly at: Instant; readonly channel: string }[];
  /** URLs it complained of. */
  readonly addresses: readonly string[];
  /** Titles of the works it named. */
  readonly works: readonly string[];
}

/** All a notice says, resolved. Every rendering comes from this one model, so that they cannot disagree. */
export interface NoticeContent {
  readonly noticeId: Id;
  readonly caseId: Id;
  readonly matterId: Id;
  readonly version: number;
  readonly kind: NoticeKind;
  readonly regime: Regime;
  readonly provider: NoticeProvider;
  readonly channel: NoticeChannel | null;
  readonly language: Language;
  readonly holder: Party | null;
  readonly notifier: Party | null;
  readonly works: readonly Work[];
  readonly items: readonly Item[];
  readonly captures: readonly EvidenceCapture[];
  readonly reason: string;
  readonly measures: readonly Measure[];
  readonly measureNote?: string;
  readonly scopeHosts: readonly string[];
  readonly statements: readonly StatementConfirmation[];
  readonly exceptions: readonly ExceptionAnswer[];
  readonly linked: readonly LinkedNotice[];
  readonly signature?: Signature;
  readonly attachmentBytes?: number;
  /** Documents and captures that go along, by digest. */
  readonly attached?: readonly Digest[];
  readonly supersedes?: Id;
  readonly retracts?: Id;
  /** What it corrects or takes back, where that is held. */
  readonly earlier?: EarlierNotice;
  /** Fingerprint of the key that signs the bundle, where there is one. */
  readonly keyFingerprint?: string;
}

/** `full`: counsel; `recipient`: what the provider needs; `forward-safe`: may be passed on or published. */
export type Audience = 'full' | 'recipient' | 'forward-safe';

/** Forms a notice can be written in. */
export type NoticeFormat = 'text' | 'html' | 'xarf' | 'acns' | 'fields' | 'mailto';

/** A file of a finalised notice. */
export interface NoticeRendering {
  readonly format: NoticeFormat;
  readonly audience: Audience;
  /** Relative to the notice's folder in the bundle. */
  readonly path: string;
  readonly mediaType: string;
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
}

/** A finalised notice. Immutable; what comes after is a delivery, a new version or a retraction. */
export interface Notice {
  readonly schema: 'prima-facie/notice/1';
  readonly id: Id;
  readonly caseId: Id;
  readonly finalisedAt: Instant;
  readonly content: NoticeContent;
  readonly renderings: readonly NoticeRendering[];
  /** Formats that could not be written, and why. */
  readonly notRendered: readonly { readonly format: NoticeFormat; readonly why: string }[];
  /** SHA-256 of the canonical JSON (RFC 8785) of `content`. */
  readonly contentDigest: Digest;
}

/** Where the interface goes to mend a finding. */
export type FixPlace =
  | { readonly place: 'party'; readonly id: Id | null; readonly field: string }
  | { readonly place: 'work'; readonly id: Id | null; readonly field: string }
  | { readonly place: 'item'; readonly id: Id | null; readonly field: string }
  | { readonly place: 'capture'; readonly id: Id | null }
  | { readonly place: 'notice'; readonly field: string };

/** What a readiness rule found. `id` is `<regime>.<element>`; `code` says which finding of that rule. */
export interface Finding {
  readonly id: `${RegimeId}.${string}`;
  readonly element: ElementName | `statement-${string}`;
  readonly severity: Severity;
  /** `human`: only the notifier can mend it, by confirming, answering or signing. */
  readonly kind: 'machine' | 'human';
  /** Key of the readiness catalog. */
  readonly code: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  /** The law's own place; of a rule of this tool its English words, and then {@link Finding.rule} is there. */
  readonly citation: string;
  /** Key in the catalog of this tool's own rules, where no law is behind the finding. */
  readonly rule?: string;
  readonly fix: FixPlace;
}

/** What a notice still lacks. */
export interface Readiness {
  readonly regime: RegimeId;
  /** `missing`: something must be added; `to-confirm`: only the notifier's own confirmations are left. */
  readonly state: 'ready' | 'missing' | 'to-confirm';
  /** Ids of the rules that block, each once, in the order of the rules. */
  readonly missing: readonly string[];
  readonly findings: readonly Finding[];
  /** For the meter: rules that can block, and how many of them do not. */
  readonly done: number;
  readonly total: number;
}
