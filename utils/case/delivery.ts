import type { AttachedDocument } from './dispute.ts';
import type { Digest, Id, Instant } from './values.ts';

/** What can happen to a notice after it was finalised. */
export const DELIVERY_TYPES = [
  'sent',
  'bounced',
  'redirected',
  'deficient',
  'acknowledged',
  'forwarded',
  'removed',
  'refused',
  'counter',
  'restored',
  'published',
] as const;

/** One of {@link DELIVERY_TYPES}. */
export type DeliveryType = (typeof DELIVERY_TYPES)[number];

/** An event in the life of a finalised notice. Append-only: a mistake is corrected by a later event. */
export interface Delivery {
  readonly id: Id;
  readonly caseId: Id;
  readonly noticeId: Id;
  readonly type: DeliveryType;
  readonly at: Instant;
  /** Address of the channel it went by or came from. */
  readonly channel: string;
  /** Of the exact bytes sent or received; required for `sent`. */
  readonly digest?: Digest;
  /** Digests of attached proof (a receipt, a reply, a screenshot). */
  readonly proof: readonly Digest[];
  /** The same files with their names. Absent in older rows and where nothing was attached. */
  readonly proofDocuments?: readonly AttachedDocument[];
  /** For `redirected`: the channel the provider named; the notice is then re-issued there. */
  readonly redirectedTo?: string;
  /** A date the provider or the other side named; on `sent`, the day the user chose to ask. */
  readonly deadline?: Instant;
  /** For `counter`: when the provider received it, as the provider or the other side said. */
  readonly providerReceivedAt?: Instant;
  readonly note?: string;
}

/** What a later capture of an item showed. `unreachable` is not `gone`. */
export type RecheckResult =
  'up' | 'changed' | 'gone' | 'geo-blocked' | 'login' | 'cdn-interstitial' | 'unreachable';

/** A later look at an item. */
export interface Recheck {
  readonly id: Id;
  readonly caseId: Id;
  readonly itemId: Id;
  /** The notice whose effect is measured, where there is one. */
  readonly noticeId?: Id;
  readonly scheduledAt: Instant;
  /** Absent until it was made. */
  readonly at?: Instant;
  readonly result?: RecheckResult;
  readonly captureId?: Id;
  /** From where it was looked at, as the user typed it. */
  readonly vantage?: string;
}

/** A date by which somebody should have done something. */
export interface Deadline {
  readonly id: string;
  readonly noticeId: Id;
  readonly at: Instant;
  readonly who: 'provider' | 'notifier' | 'other-party';
  /** Plain text in the language asked for. */
  readonly label: string;
  readonly citation: string;
  /** How the date was counted, in the language asked for; absent where there is nothing to say. */
  readonly counted?: string;
  /** The delivery it is counted from. */
  readonly deliveryId: Id;
}

/** All that is known of one infringer: an account, a site or a host. */
export interface LedgerEntry {
  readonly kind: 'account' | 'site' | 'host';
  /** `account@site`, a registrable name, or a host name. */
  readonly name: string;
  readonly itemIds: readonly Id[];
  readonly workIds: readonly Id[];
  readonly noticeIds: readonly Id[];
  readonly firstFoundAt: Instant;
  readonly lastFoundAt: Instant;
  readonly removals: number;
  /** Items found after an earlier item of the same infringer and work had been removed. */
  readonly reappearances: number;
}
