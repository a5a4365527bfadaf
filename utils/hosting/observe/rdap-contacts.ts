import type { Contact } from '../../case/hosting.ts';
import type { RdapEntity, RdapObject } from './rdap-object.ts';

/** Where an RDAP answer came from. */
export interface AnswerSource {
  /** URL of the registry's answer. */
  readonly source: string;
  /** What it is about: `ip network 192.0.2.0/24`. */
  readonly about: string;
}

const ADDRESS = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[a-z0-9-]{2,}$/i;
const ADDRESS_IN_TEXT = /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/gi;

/** What registries write where no name or page is to be had. */
const PLACEHOLDER =
  /redacted|not[ ._-]?(disclosed|available|applicable)|withheld|gdpr.?masked|data.?protected|unspecified|please (query|contact|use)|anonymi[sz]ed/i;
/** The same as the part before the `@`. The domain is not looked at: somebody may be called notavailable.com. */
const PLACEHOLDER_MAILBOX =
  /redacted|not[._-]?(disclosed|available|applicable)|withheld|gdpr.?masked|data.?protected|unspecified|no[._-]?email|no[._-]?reply|do[._-]?not[._-]?reply|please[._-]?(query|contact|use)|anonymi[sz]ed|-not-arin$|^(none|null|email|nobody|unread)$/i;
const PLACEHOLDER_ADDRESSES = new Set([
  // Registries of numbers, which stand where a member named nobody: they act on no complaint.
  'irt@nic.or.kr',
  'hostmaster@nic.ad.jp',
  'hm-changed@apnic.net',
  'helpdesk@apnic.net',
  'no-email@apnic.net',
  'ripe-dbm@ripe.net',
  'nonregistered-dmarc@ripe.net',
  'ripencc-managed@ripe.net',
  'hostmaster@lacnic.net',
  'hostmaster@afrinic.net',
]);
const PLACEHOLDER_DOMAINS = /@(example\.(com|net|org)|(.+\.)?(invalid|example|localhost|test))$/i;

/** Whether an address was put there by a registry to say that there is none. `allowTest`: test domains count. */
export function isPlaceholder(address: string, allowTest = false): boolean {
  if (!ADDRESS.test(address) || PLACEHOLDER_MAILBOX.test(address.split('@')[0] ?? '')) return true;
  if (PLACEHOLDER_ADDRESSES.has(address.toLowerCase())) return true;
  return !allowTest && PLACEHOLDER_DOMAINS.test(address);
}

/**
 * The abuse contacts of an RDAP answer, best first: entities whose roles include `abuse`, wherever they stand, by
 * `pref`, without repeats and placeholders; then addresses in the remarks that speak of abuse. Empty: none published.
 */
export function abuseContacts(
  object: RdapObject,
  { source, about }: AnswerSource,
  allowTest = false,
): Contact[] {
  const entities = object.entities.filter(({ roles }) => roles.some((role) => role.includes('abuse')));
  const ranked = entities
    .flatMap((entity) => contactsOf(entity, source, about, allowTest))
    .toSorted((a, b) => a.pref - b.pref)
    .map(({ contact }) => contact);
  return withoutRepeats([...ranked, ...fromRemarks(object, source, about, allowTest)]);
}

/**
 * Name of whom an address block or number is registered to: the registrant, else the object's own name. RIPE gives the
 * role to maintainers too, which only say who may change the entry.
 */
export function holderName(object: RdapObject): string {
  const registrants = object.entities.filter(
    ({ roles, card }) => roles.includes('registrant') && card !== null,
  );
  const card = (
    registrants.find((one) => one.card?.kind === 'org') ??
    registrants.find(({ handle }) => !/(^|-)mnt(-|$)/i.test(handle))
  )?.card;
  const name = card?.organisation ?? card?.name ?? '';
  return name && !PLACEHOLDER.test(name) ? name : object.name || object.handle;
}

/** The registrar that a domain's registry names. */
export function registrarOf(object: RdapObject): { name: string; ianaId?: string } | null {
  const entity = object.entities.find(({ roles }) => roles.includes('registrar'));
  if (!entity) return null;
  const name = entity.card?.name ?? entity.card?.organisation ?? entity.handle;
  return name ? { name, ...(entity.publicId === undefined ? {} : { ianaId: entity.publicId }) } : null;
}

/** Remarks that a reader should see: they may hold the only contact there is. */
export function remarksWorthReading(object: RdapObject): string[] {
  return object.remarks.filter((remark) => /abuse|complain|copyright|dmca|contact|report/i.test(remark));
}

function contactsOf(
  { card, roles }: RdapEntity,
  source: string,
  about: string,
  allowTest: boolean,
): { contact: Contact; pref: number }[] {
  if (!card) return [];
  const name = card.name ?? card.organisation;
  const phone = card.phones.find((one) => /\d{3}/.test(one));
  const url = card.urls.find((one) => /^https:\/\//i.test(one) && !PLACEHOLDER.test(one));
  const common = {
    ...(name !== undefined && !PLACEHOLDER.test(name) ? { name } : {}),
    ...(phone === undefined ? {} : { phone }),
    roles,
    origin: 'rdap' as const,
    source,
    about,
  };
  const mails: { contact: Contact; pref: number }[] = card.emails
    .filter(({ value }) => !isPlaceholder(value, allowTest))
    .map(({ value, pref }) => ({ contact: { ...common, email: value }, pref }));
  const written = url === undefined ? mails : [...mails, { contact: { ...common, url }, pref: 200 }];
  // A telephone number alone is still a contact: without it, it would be said that none is published.
  return written.length > 0 || phone === undefined ? written : [{ contact: common, pref: 300 }];
}

function fromRemarks(object: RdapObject, source: string, about: string, allowTest: boolean): Contact[] {
  return object.remarks
    .filter((remark) => /abuse|complain|copyright|dmca/i.test(remark))
    .flatMap((remark) => remark.match(ADDRESS_IN_TEXT) ?? [])
    .filter((email) => !isPlaceholder(email, allowTest))
    .map((email) => ({ email, roles: ['remarks'], origin: 'rdap', source, about }));
}

function withoutRepeats(contacts: readonly Contact[]): Contact[] {
  const seen = new Set<string>();
  return contacts.filter(({ email, url, phone }) => {
    const key = (email ?? url ?? phone ?? '').toLowerCase();
    return key !== '' && !seen.has(key) && seen.add(key);
  });
}

/** Whether a contact takes writing: a telephone number alone ends no search for one that does. */
export function takesWriting({ email, url }: Contact): boolean {
  return email !== undefined || url !== undefined;
}
