import { cymruName, reverseName, type Address } from '../address.ts';
import { askResolver, type Resolved } from './dns.ts';
import type { RecordType } from './dns-answer.ts';
import type { Ledger } from './ledger.ts';

/** What the domain name system says of an address. */
export interface AddressNames {
  readonly ptr: readonly string[];
  readonly networks: readonly AnnouncedBy[];
}

/** A network that announces an address, by Team Cymru's reading of the routing tables. */
export interface AnnouncedBy {
  readonly asn: number;
  /** The announced block. */
  readonly prefix: string;
  /** Country of the registration. */
  readonly country: string;
  readonly name: string;
}

/** What the domain name system says of a registrable domain. */
export interface DomainRecords {
  readonly ns: readonly string[];
  readonly soa: readonly string[];
  readonly mx: readonly string[];
  readonly txt: readonly string[];
}

const MAXIMUM_NETWORKS = 4;

/** Reverse names and announcing networks of an address. */
export async function namesOfAddress(
  ledger: Ledger,
  resolvers: readonly string[],
  address: Address,
): Promise<AddressNames> {
  const [ptr, announced] = await Promise.all([
    askAny(ledger, resolvers, reverseName(address), 'PTR'),
    announcedBy(ledger, resolvers, address),
  ]);
  const networks = await Promise.all(
    announced.map(async (one) => ({ ...one, name: await nameOfNetwork(ledger, resolvers, one.asn) })),
  );
  return { ptr: dataOf(ptr, 'PTR').slice(0, 8), networks };
}

/** Numbers and blocks of the networks that announce an address, without their names. */
export async function announcedBy(
  ledger: Ledger,
  resolvers: readonly string[],
  address: Address,
): Promise<Omit<AnnouncedBy, 'name'>[]> {
  const origin = await askAny(ledger, resolvers, cymruName(address), 'TXT');
  return (origin?.records ?? [])
    .filter(({ type }) => type === 'TXT')
    .flatMap(({ data }) => originFrom(data))
    .slice(0, MAXIMUM_NETWORKS);
}

/** NS, SOA, MX and TXT of a registrable domain, of the first resolver that answers. */
export async function recordsOfDomain(
  ledger: Ledger,
  resolvers: readonly string[],
  domain: string,
): Promise<DomainRecords> {
  const types: readonly RecordType[] = ['NS', 'SOA', 'MX', 'TXT'];
  const answers = await Promise.all(types.map((type) => askAny(ledger, resolvers, domain, type)));
  const [ns = [], soa = [], mx = [], txt = []] = types.map((type, at) => dataOf(answers[at] ?? null, type));
  return { ns: ns.slice(0, 16), soa: soa.slice(0, 2), mx: mx.slice(0, 16), txt: txt.slice(0, 32) };
}

/** The name under which Abusix's list keeps an address. */
export function abusixName(address: Address): string {
  return reverseName(address).replace(/\.(in-addr|ip6)\.arpa$/, '.abuse-contacts.abusix.zone');
}

/** The address at which Abusix's public list of abuse contacts names one. */
export async function abusixContact(
  ledger: Ledger,
  resolvers: readonly string[],
  address: Address,
): Promise<string | null> {
  const answer = await askAny(ledger, resolvers, abusixName(address), 'TXT');
  return dataOf(answer, 'TXT').find((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) ?? null;
}

async function askAny(
  ledger: Ledger,
  resolvers: readonly string[],
  name: string,
  type: RecordType,
): Promise<Resolved | null> {
  for (const resolver of resolvers) {
    const answer = await askResolver(ledger, resolver, name, type);
    if (answer) {
      ledger.answered(`${name} ${type}`);
      return answer;
    }
  }
  return null;
}

function dataOf(answer: Resolved | null, type: RecordType): string[] {
  return (answer?.records ?? []).filter((record) => record.type === type).map(({ data }) => data);
}

/** `13335 209242 | 104.16.0.0/13 | US | arin | 2014-03-28`: the first field may hold several numbers. */
function originFrom(text: string): Omit<AnnouncedBy, 'name'>[] {
  const [numbers = '', prefix = '', country = ''] = text.split('|').map((field) => field.trim());
  return numbers
    .split(/\s+/)
    .map(Number)
    .filter((asn) => Number.isSafeInteger(asn) && asn > 0 && asn <= 4_294_967_295)
    .map((asn) => ({ asn, prefix: prefix.slice(0, 60), country: /^[A-Z]{2}$/.test(country) ? country : '' }));
}

/** `13335 | US | arin | 2010-07-14 | CLOUDFLARENET - Cloudflare, Inc., US`. */
async function nameOfNetwork(ledger: Ledger, resolvers: readonly string[], asn: number): Promise<string> {
  const answer = await askAny(ledger, resolvers, `AS${asn}.asn.cymru.com`, 'TXT');
  return (dataOf(answer, 'TXT')[0]?.split('|')[4] ?? '').trim().slice(0, 200);
}
