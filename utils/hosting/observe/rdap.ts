import type { Contact, LookupKind } from '../../case/hosting.ts';
import { isInCidr, type Address } from '../address.ts';
import { isStillGood, type HostingEnvironment } from '../environment.ts';
import { registeredDomain } from '../host-name.ts';
import { refusal, type FetchOutcome } from './bounded-fetch.ts';
import { serviceForAddress, serviceForName, serviceForNumber, type Bootstrap } from './bootstrap.ts';
import type { Keeping, Ledger, LookupAnswer, LookupQuestion } from './ledger.ts';
import { abuseContacts, holderName, registrarOf, remarksWorthReading } from './rdap-contacts.ts';
import { parseRdap, type RdapObject } from './rdap-object.ts';

/** What a registry says of a block, number or name. */
export interface Registration {
  readonly holder: string;
  /** Block, number or name it is about. */
  readonly about: string;
  readonly handle: string;
  readonly country: string;
  readonly contacts: readonly Contact[];
  readonly remarks: readonly string[];
  readonly source: string;
  readonly at: string;
}

/** What registry and registrar say of a name. */
export interface NameRegistration extends Registration {
  readonly registrar: { readonly name: string; readonly ianaId?: string } | null;
}

const RDAP_TYPE = 'application/rdap+json, application/json';
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const QUARTER_MS = 900_000;
/**
 * An answer for one address stands for its whole block only where that is as small as what a customer is given: a
 * larger one may hold smaller ones of other holders (/29 in a /24 is common), and their contact would be missed.
 */
const SHORTEST_SHARED_V4 = 28;
const SHORTEST_SHARED_V6 = 64;

/** Asks the registry of an address for its most specific network. Null: no answer, which is then pending. */
export async function lookUpAddress(
  ledger: Ledger,
  env: HostingEnvironment,
  bootstrap: Bootstrap,
  address: Address,
): Promise<Registration | null> {
  const base = serviceForAddress(bootstrap, address.text);
  const question = questionFor('rdap-ip', address.text, base, `ip/${address.text}`);
  if (question === null) return noRegistry(ledger, 'rdap-ip', address.text);
  const shared = await sharedAnswer(env, address.text);
  const answer = shared ? ledger.reuse(question, shared) : await ledger.ask(question);
  const object = understand(ledger, answer);
  if (!object) return null;
  const block = blockOf(object, address.text);
  return registration(object, answer, question.url, `ip network ${block}`, env);
}

/** Asks the registry of an AS number. */
export async function lookUpNumber(
  ledger: Ledger,
  env: HostingEnvironment,
  bootstrap: Bootstrap,
  asn: number,
): Promise<Registration | null> {
  const question = questionFor('rdap-autnum', `AS${asn}`, serviceForNumber(bootstrap, asn), `autnum/${asn}`);
  if (question === null) return noRegistry(ledger, 'rdap-autnum', `AS${asn}`);
  const answer = await ledger.ask(question);
  const object = understand(ledger, answer);
  if (!object) return null;
  return registration(object, answer, question.url, `AS${asn}`, env);
}

/** Asks the registry of a name, and once the registrar that it refers to. */
export async function lookUpName(
  ledger: Ledger,
  env: HostingEnvironment,
  bootstrap: Bootstrap,
  host: string,
): Promise<NameRegistration | null> {
  const domain = registeredDomain(host);
  if (domain === null) return null;
  const question = questionFor('rdap-domain', domain, serviceForName(bootstrap, domain), `domain/${domain}`);
  if (question === null) return noRegistry(ledger, 'rdap-domain', domain);
  const answer = await ledger.ask(question);
  const object = understand(ledger, answer);
  if (!object) return null;
  const about = `domain ${domain}`;
  const registry = registration(object, answer, question.url, about, env);
  const referred = await askRegistrar(ledger, env, domain, object);
  const registrar = registrarOf(object) ?? (referred ? registrarOf(referred.object) : null);
  const contacts = referred
    ? abuseContacts(referred.object, { source: referred.url, about }, env.settings.allowPrivateAddresses)
    : [];
  const known = new Set(registry.contacts.map(({ email }) => email?.toLowerCase()));
  const added = contacts.filter(({ email }) => !known.has(email?.toLowerCase()));
  return { ...registry, contacts: [...registry.contacts, ...added], registrar };
}

async function askRegistrar(
  ledger: Ledger,
  env: HostingEnvironment,
  domain: string,
  registry: RdapObject,
): Promise<{ object: RdapObject; url: string } | null> {
  const url = registry.related;
  if (url === null) return null;
  const source = URL.canParse(url) ? new URL(url).host : 'registrar';
  const refused = refusal(url, env.settings.allowPrivateAddresses);
  if (refused !== null) {
    ledger.postpone(
      { kind: 'rdap-registrar', question: domain, source, url },
      `referral refused: ${refused}`,
      false,
    );
    return null;
  }
  const question: LookupQuestion = {
    kind: 'rdap-registrar',
    question: domain,
    source,
    url,
    accept: RDAP_TYPE,
    keeping,
    alsoAnswers: [404],
  };
  const answer = await ledger.ask(question);
  const object = understand(ledger, answer);
  if (!object) return null;
  return { object, url };
}

function questionFor(
  kind: LookupKind,
  question: string,
  base: string | null,
  path: string,
): LookupQuestion | null {
  if (base === null || !URL.canParse(path, base)) return null;
  const url = new URL(path, base);
  return {
    kind,
    question,
    source: url.host,
    url: url.href,
    accept: RDAP_TYPE,
    keeping,
    alsoAnswers: [404],
  };
}

/**
 * A registration for a day, 'not registered there' for an hour (names get registered), and what cannot be read for a
 * quarter: a registry that answers with a web page does so the next minute too.
 */
function keeping({ ok, status, body }: FetchOutcome): Keeping | null {
  if (status === 404) return { ms: HOUR_MS };
  if (!ok || !body) return null;
  const object = parseRdap(body);
  return object ? { ms: DAY_MS, cidrs: sharedBlocks(object) } : { ms: QUARTER_MS };
}

/** The object in an answer; null, with the reason noted, where there is none. */
function understand(ledger: Ledger, answer: LookupAnswer): RdapObject | null {
  if (!answer.body) return null;
  if (answer.status === 404) {
    ledger.understood(answer, null, 'not registered there (404)');
    return null;
  }
  const object = parseRdap(answer.body);
  if (!object)
    ledger.understood(answer, null, `not an RDAP answer (${answer.mediaType || 'no content type'})`);
  else ledger.understood(answer, object);
  return object;
}

/** `.to` for a name, the address or number itself otherwise. */
function noRegistry(ledger: Ledger, kind: LookupKind, question: string): null {
  const what = kind === 'rdap-domain' ? `.${question.split('.').at(-1) ?? ''}` : question;
  if (!ledger.withoutRegistry.includes(what)) ledger.withoutRegistry.push(what);
  return null;
}

function registration(
  object: RdapObject,
  answer: LookupAnswer,
  url: string,
  about: string,
  env: HostingEnvironment,
): Registration {
  const source = answer.hops.at(-1) ?? url;
  return {
    holder: holderName(object),
    about,
    handle: object.handle,
    country: object.country,
    contacts: abuseContacts(object, { source, about }, env.settings.allowPrivateAddresses),
    remarks: remarksWorthReading(object),
    source,
    at: answer.at,
  };
}

/** How the block is shown: as the registry's CIDR that holds the address, else from first to last address. */
function blockOf(object: RdapObject, address: string): string {
  const cidr = object.cidrs.find((one) => isInCidr(address, one));
  if (cidr !== undefined) return cidr;
  return object.startAddress && object.endAddress ? `${object.startAddress} - ${object.endAddress}` : address;
}

function sharedBlocks(object: RdapObject): string[] {
  return object.cidrs.filter((cidr) => {
    const length = Number(cidr.split('/')[1]);
    return length >= (cidr.includes(':') ? SHORTEST_SHARED_V6 : SHORTEST_SHARED_V4);
  });
}

async function sharedAnswer(env: HostingEnvironment, address: string) {
  const kept = await env.cache.list('rdap-ip:');
  return kept.find((one) => isStillGood(one, env) && one.cidrs?.some((cidr) => isInCidr(address, cidr)));
}
