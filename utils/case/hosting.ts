import type { Instant } from './values.ts';

/** What a server does for the page. The notice follows the role. */
export type ServerRole = 'edge' | 'content-host' | 'media-host' | 'dns' | 'registrar' | 'platform';

/** What kind of business a provider is; decides the measure that can be asked of it. */
export type ProviderClass =
  | 'proxy'
  | 'shield'
  | 'cdn'
  | 'host'
  | 'iaas'
  | 'storage'
  | 'platform'
  | 'transit'
  | 'registrar'
  | 'dns'
  /** Known only by a registry entry: somebody to whom the address, number or name is registered. */
  | 'unclassified';

/**
 * How sure a finding is. `confirmed`: a network fact (observed address in a published range or in the network, or
 * CNAME) and a header agree; `probable`: a network fact alone; `claimed`: headers alone, which anyone can forge.
 */
export type Confidence = 'confirmed' | 'probable' | 'claimed';

/** Ways to reach a provider. */
export type ChannelKind = 'email' | 'form' | 'postal' | 'fax' | 'phone' | 'procedure';

/** What a provider is known to do with a notice. */
export type ProviderBehaviour =
  | 'takes-down'
  | 'forwards-to-customer'
  | 'forwards-and-names-host'
  | 'customer-deadline'
  | 'acts-as-cache'
  | 'needs-rights-documents'
  | 'unknown';

/** Where an entry about a provider comes from: shown with it. `user` outranks `bundled`. */
export type EntryOrigin = 'bundled' | 'user' | 'rdap' | 'dns';

/** A way to reach a provider, with what is known about it. */
export interface Channel {
  readonly kind: ChannelKind;
  /** The e-mail address, URL, postal address or number. */
  readonly address: string;
  /** Languages it reads (BCP 47). Empty: not known. */
  readonly languages: readonly string[];
  /** Whether files may be attached; null: not known. */
  readonly attachments: boolean | null;
  /** Limits in words, e.g. `250 URLs of one host name`. */
  readonly limits?: string;
  /** Whether the provider designated it for copyright notices; an RDAP abuse address never is. */
  readonly designated: boolean;
  readonly origin: EntryOrigin;
  /** Page, registry or person it was read from. */
  readonly source: string;
  /** Date (`YYYY-MM-DD`) or {@link Instant} of the reading. */
  readonly checkedOn: string;
}

/** Whoever plays a role. */
export interface Provider {
  /** Stable id, e.g. `cloudflare`; `as64496` or `rdap:<handle>` for one that no entry of the directory names. */
  readonly id: string;
  readonly name: string;
  readonly legalEntity?: string;
  readonly class: ProviderClass;
  /** Providers of one family are reached by one channel: `cloudflare` and `cloudflare-hosted`. */
  readonly family: string;
  readonly behaviour: ProviderBehaviour;
  /** What to know before writing, in a sentence. */
  readonly note?: string;
  readonly channels: readonly Channel[];
  readonly origin: EntryOrigin;
  readonly source: string;
  readonly checkedOn: string;
}

/** An abuse contact as a registry or the directory gives it. */
export interface Contact {
  readonly email?: string;
  readonly url?: string;
  readonly phone?: string;
  readonly name?: string;
  /** Roles of the RDAP entity it was read from. */
  readonly roles: readonly string[];
  readonly origin: EntryOrigin;
  /** Address of the registry answer, or source of the directory entry. */
  readonly source: string;
  /** RDAP object it stands in, e.g. `ip network 192.0.2.0/24`. */
  readonly about: string;
}

/** One reason for a finding. `id` and `values` are for translation; the English sentence is in the finding's `why`. */
export interface Evidence {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
  /** Rule that matched, where one did. */
  readonly ruleId?: string;
}

/**
 * How far contacts were looked for. `complete`: registry of the address, of the network and Abusix were read;
 * `own-entry`: the network's own entry; `incomplete`: one of them gave no answer; `not-made`: nobody was asked;
 * `not-of-address`: known by name, so that the contacts of its address are another's.
 */
export type ContactSearch = 'complete' | 'own-entry' | 'incomplete' | 'not-made' | 'not-of-address';

/** A role one provider plays for one host. */
export interface RoleFinding {
  readonly role: ServerRole;
  /** Name of the provider. */
  readonly provider: string;
  readonly providerId: string;
  readonly class: ProviderClass;
  readonly confidence: Confidence;
  /** A sentence, in English. */
  readonly why: string;
  readonly evidence: readonly Evidence[];
  /** A-label host name (or IP literal) the role is played for. */
  readonly host: string;
  /** The same in Unicode, where it differs. */
  readonly hostUnicode?: string;
  /** Address this browser used, else the first one resolved; null where none is known. */
  readonly address: string | null;
  /** Whether `address` was seen on the browser's own connection or only resolved. */
  readonly addressSource: 'connection' | 'dns' | null;
  readonly asn: number | null;
  /** ISO 3166-1 alpha-2 of the *registration* of the address block: not a place where a server stands. */
  readonly registrationCountry?: string;
  readonly contacts: readonly Contact[];
  /** Absent in older captures, and for DNS and registrar. */
  readonly contactSearch?: ContactSearch;
  /** What the host serves for the capture. */
  readonly serves: readonly ('page' | 'item' | 'media')[];
  /** What the provider asks to be quoted, e.g. Bunny's `cdn-pullzone`. */
  readonly reference?: { readonly name: string; readonly value: string };
}

/** A hint at who may be behind an edge. Never a finding, never a recipient. */
export interface Lead {
  readonly host: string;
  readonly kind: 'mx' | 'spf' | 'sibling' | 'ptr' | 'redirect' | 'header';
  readonly value: string;
  readonly why: string;
}

/** What can be said of the server behind a host's edge. */
export interface OriginStatement {
  readonly host: string;
  /** `behind-edge`: an edge stands in front, and the name says who keeps the content behind it. */
  readonly state: 'not-publicly-determinable' | 'direct' | 'hosted-by-edge' | 'behind-edge' | 'unknown';
  /** Who would know: name of the edge's provider. */
  readonly ask?: string;
  readonly leads: readonly Lead[];
}

/** Someone to write to, in the order to write. */
export interface Recipient {
  /** Name of the provider. */
  readonly provider: string;
  readonly providerId: string;
  readonly class: ProviderClass;
  readonly role: ServerRole;
  readonly hosts: readonly string[];
  /** Null: none published; then `why` says where was looked. */
  readonly channel: Channel | null;
  /** Other channels, best first. */
  readonly alternatives: readonly Channel[];
  /** Why this recipient, and why at this place in the order. */
  readonly why: string;
  readonly reason: Evidence;
  /** What else to know before writing: whose channel it is, what to quote, whom to ask. Absent in older captures. */
  readonly notes?: readonly Evidence[];
  readonly behaviour: ProviderBehaviour;
}

/** A lookup that could not be made. */
export interface PendingLookup {
  readonly id: string;
  readonly kind: LookupKind;
  readonly question: string;
  readonly source: string;
  readonly reason: string;
  readonly retryable: boolean;
  /** Earliest time of the next try; absent where it may be tried at once or never. */
  readonly retryAt?: Instant;
  readonly attempts: number;
}

/** What an observation asked. */
export type LookupKind = 'dns' | 'rdap-ip' | 'rdap-domain' | 'rdap-registrar' | 'rdap-autnum' | 'bootstrap';

/**
 * A network fact from a public record, with its source and time. The browser's own connection is not one of these:
 * it stands in the network log. `raw` is stored as an artifact, untouched.
 */
export interface NetworkObservation {
  readonly kind: LookupKind;
  /** Who was asked: URL of the resolver or registry, or `browser` for Firefox's own resolver. */
  readonly source: string;
  readonly at: Instant;
  readonly durationMs: number;
  /** `example.com AAAA`, `192.0.2.1`. */
  readonly question: string;
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  /** Body as received, cut at the bound; null where none came. */
  readonly raw: Uint8Array<ArrayBuffer> | null;
  readonly mediaType: string;
  /** The path in the capture's folder at which `raw` is to be kept. */
  readonly path: string;
  /** What was understood of it; JSON only. */
  readonly parsed: unknown;
  /** Set where the answer could not be had or not be used. */
  readonly failure?: string;
  /** True where it was answered out of the cache; `at` is then the time of the original answer. */
  readonly cached?: true;
  /** Redirects that were followed. */
  readonly hops?: readonly string[];
}

/** Something about the lookups that a reader must know, e.g. resolvers that disagree. */
export interface HostingWarning {
  readonly id:
    | 'address-not-resolved'
    | 'resolvers-disagree'
    | 'browser-resolver-differs'
    | 'from-cache'
    | 'through-proxy'
    | 'service-worker'
    | 'not-observed'
    | 'private-address'
    | 'disguised-segments'
    | 'lookups-off'
    | 'lookups-incomplete'
    | 'lookups-given-up'
    | 'hosts-left-out'
    | 'list-disagrees-with-registry'
    | 'remarks'
    | 'no-rdap'
    | 'verification-differs';
  readonly host: string;
  readonly values: Readonly<Record<string, string>>;
  /** English sentence. */
  readonly text: string;
}

/** `hosting` in `capture.json`. */
export interface HostingSummary {
  readonly schema: 'prima-facie/hosting/1';
  readonly at: Instant;
  /** `complete`: every lookup was answered; `partial`: see `pending`; `off`: the user turned lookups off. */
  readonly state: 'complete' | 'partial' | 'off';
  readonly roles: readonly RoleFinding[];
  readonly origins: readonly OriginStatement[];
  readonly recipients: readonly Recipient[];
  readonly pending: readonly PendingLookup[];
  readonly warnings: readonly HostingWarning[];
  /** Dates of the data the rules were applied from: id of the list → date. */
  readonly dataDates: Readonly<Record<string, string>>;
}
