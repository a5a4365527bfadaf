import type { Language } from './settings.ts';
import type { DeliveryType } from './delivery.ts';

/** Laws that say what a notice must hold. The order is the order in which they are offered. */
export const REGIME_IDS = [
  'us-512',
  'cn-reg14',
  'cn-civ1195',
  'cn-ecom42',
  'cn-adm2005',
  'eu-dsa16',
  'jp-ipdpa',
  'uk-reg22',
  'ca-41.25',
  'nz-92C',
  'in-r75',
  'kr-103',
] as const;

/** One of {@link REGIME_IDS}. */
export type RegimeId = (typeof REGIME_IDS)[number];

/** What a provider does for the material, as the laws on intermediaries tell them apart. Decides the measure. */
export const SERVICE_CLASSES = [
  'hosting',
  'search_link',
  'cache_cdn',
  'conduit',
  'iaas',
  'dns_registrar',
  'ecommerce',
  'ai_model',
  'site_operator',
] as const;

/** One of {@link SERVICE_CLASSES}. */
export type ServiceClass = (typeof SERVICE_CLASSES)[number];

/** What is asked of the provider. */
export const MEASURES = [
  'remove',
  'disable-access',
  'delist',
  'purge-cache',
  'forward',
  'disclose-host',
  'withdraw-model',
  'suspend-account',
  'suspend-server',
  'delete-everything',
  'cease',
  'keep-evidence',
] as const;

/** One of {@link MEASURES}. */
export type Measure = (typeof MEASURES)[number];

/** Elements a regime can ask for; each names a readiness rule `<regime>.<element>`. */
export const ELEMENTS = [
  'notifier',
  'contact',
  'identity',
  'holder',
  'authority',
  'work',
  'right',
  'description',
  'address',
  'proof-title',
  'proof-capture',
  'reason',
  'measure',
  'channel',
  'language',
  'signature',
  'duplicate',
] as const;

/** One of {@link ELEMENTS}. */
export type ElementName = (typeof ELEMENTS)[number];

/** `block`: the notice cannot be finalised; `warn`: it may be weaker for it; `advise`: worth knowing. */
export type Severity = 'block' | 'warn' | 'advise';

/** A text in every language, written for its law and not translated word by word. */
export type Texts = Readonly<Record<Language, string>>;

/** Something the law, or this house where it says so, asks for. */
export interface RegimeElement {
  readonly element: ElementName;
  readonly severity: Severity;
  readonly citation: string;
}

/** Something the notifier declares. Confirmed one by one, in full, never in bulk. */
export interface RegimeStatement {
  /** Named in the rule id: `statement-<name>`. */
  readonly name: string;
  readonly severity: Severity;
  readonly citation: string;
  readonly text: Texts;
  /** True where a false declaration is perjury; the text says exactly what is under that penalty. */
  readonly perjury?: true;
  /** Made only to these classes and with this measure, and only where it is true: then it is for the notifier to say. */
  readonly when?: { readonly classes: readonly ServiceClass[]; readonly measure: Measure };
}

/** How long something takes after an event, as the law or a published practice says. */
export interface FollowUp {
  readonly id: string;
  /** The delivery event it is counted from. */
  readonly after: DeliveryType;
  /** Absent: the event itself. `provider-receipt`: the law counts from the day the provider received what came in. */
  readonly countsFrom?: 'provider-receipt';
  readonly amount: number;
  /** `undue-delay`: the law names no number (`amount` is 0); the day is the one the user chose to ask. */
  readonly unit: 'hours' | 'days' | 'working-days' | 'months' | 'undue-delay';
  /** Events after which it is no longer awaited. */
  readonly until?: readonly DeliveryType[];
  readonly who: 'provider' | 'notifier' | 'other-party';
  readonly label: Texts;
  readonly citation: string;
}

/** Questions asked, and answers kept, before a notice is signed. */
export const EXCEPTIONS = [
  'fair-use',
  'cn-art-24',
  'licence',
  'own-upload',
  'public-domain',
  'quotation-parody',
] as const;

/** One of {@link EXCEPTIONS}. */
export type ExceptionId = (typeof EXCEPTIONS)[number];

/** Fields of a party that make it reachable. */
export type ContactField = 'address' | 'phone' | 'email';

/** A law as data. JSON only: a finalised notice keeps the copy it was written under. */
export interface Regime {
  readonly id: RegimeId;
  /** ISO 3166-1 alpha-2, or `EU`. */
  readonly jurisdiction: string;
  readonly name: Texts;
  readonly law: string;
  /** False: not checked against its text; the user is told so. */
  readonly verified: boolean;
  /** What the record was read from. */
  readonly certainty: 'primary-text' | 'secondary-page' | 'memory';
  /** Date (`YYYY-MM-DD`) the sources were read. */
  readonly checkedOn: string;
  readonly classes: readonly ServiceClass[];
  /** The paragraph that covers a class, where the law has one for each. */
  readonly sections?: Readonly<Partial<Record<ServiceClass, string>>>;
  /** Languages a notice is written in, the first preferred. */
  readonly languages: readonly Language[];
  readonly elements: readonly RegimeElement[];
  readonly statements: readonly RegimeStatement[];
  readonly exceptions: readonly ExceptionId[];
  /** Each group is satisfied by any one of its fields. `warn`: fields recipients ask for beyond the law. */
  readonly contact: {
    readonly block: readonly (readonly ContactField[])[];
    readonly warn: readonly ContactField[];
  };
  /** `name`: the real name of the holder and of a natural person; `document`: an identity document as well. */
  readonly identity?: 'name' | 'document';
  /** Measures by class where they differ from the usual ones. */
  readonly measures?: Readonly<Partial<Record<ServiceClass, readonly Measure[]>>>;
  /** A notice is only passed on under this law, whatever the class. */
  readonly forwardsOnly?: true;
  readonly followUps: readonly FollowUp[];
  /** What a wrong notice costs. Shown before signing. */
  readonly liability: { readonly text: Texts; readonly citation: string };
}
