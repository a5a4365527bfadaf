import ipaddr from 'ipaddr.js';
import * as v from 'valibot';
import { BOOTSTRAP, BOOTSTRAP_DATES, type BootstrapRow } from '../data/bootstrap.ts';
import { isInCidr } from '../address.ts';

/** Which registry to ask (RFC 9224). Built from the bundled copy, or from files that were fetched. */
export interface Bootstrap {
  readonly date: string;
  readonly names: ReadonlyMap<string, string>;
  /** Address blocks, in CIDR notation, with the service's base URL. */
  readonly blocks: readonly (readonly [cidr: string, base: string])[];
  /** Ranges of AS numbers, both ends included. */
  readonly numbers: readonly (readonly [from: number, to: number, base: string])[];
}

/**
 * Country codes that run RDAP and stand in no bootstrap file, so that longest-match finds nothing. Every other
 * missing one is said to have none.
 */
const OVERRIDES: readonly BootstrapRow[] = [
  ['https://rdap.identitydigital.services/rdap/', 'io me ag bz'],
  ['https://rdap.nic.{}/', 'ch li co us'],
  ['https://rdap.denic.de/', 'de'],
];

const fileSchema = v.object({
  publication: v.fallback(v.pipe(v.string(), v.maxLength(40)), ''),
  services: v.pipe(
    v.array(
      v.tuple([v.array(v.pipe(v.string(), v.maxLength(260))), v.array(v.pipe(v.string(), v.maxLength(500)))]),
    ),
    v.maxLength(5_000),
  ),
});

let bundled: Bootstrap | undefined;

/** The copy in the package. */
export function bundledBootstrap(): Bootstrap {
  bundled ??= {
    date: BOOTSTRAP_DATES['dns-amended'],
    names: new Map([...OVERRIDES, ...BOOTSTRAP.dns].flatMap(unfold)),
    blocks: [...BOOTSTRAP.ipv4, ...BOOTSTRAP.ipv6].flatMap(unfold).map(([cidr, base]) => [cidr, base]),
    numbers: BOOTSTRAP.asn.flatMap(unfold).flatMap(([range, base]) => numberRange(range, base)),
  };
  return bundled;
}

/**
 * Joins bootstrap files as IANA publishes them; null where none is one. Entries are told apart by their form. Only
 * https services count, or http too where a test network allows it.
 */
export function bootstrapFrom(files: readonly unknown[], allowHttp: boolean): Bootstrap | null {
  const names = new Map<string, string>();
  const blocks: [string, string][] = [];
  const numbers: [number, number, string][] = [];
  let date = '';
  for (const file of files) {
    const parsed = v.safeParse(fileSchema, file);
    if (!parsed.success) continue;
    date = parsed.output.publication > date ? parsed.output.publication : date;
    for (const [entries, urls] of parsed.output.services) {
      const url = urls.find((one) => one.startsWith('https://')) ?? (allowHttp ? urls[0] : undefined);
      if (url === undefined || !URL.canParse(url)) continue;
      const base = url.endsWith('/') ? url : `${url}/`;
      for (const entry of entries) {
        if (entry.includes('/') && ipaddr.isValidCIDR(entry)) blocks.push([entry, base]);
        else if (/^\d+(-\d+)?$/.test(entry)) numbers.push(...numberRange(entry, base));
        else names.set(entry.toLowerCase().replace(/^\.|\.$/g, ''), base);
      }
    }
  }
  return names.size + blocks.length + numbers.length === 0 ? null : { date, names, blocks, numbers };
}

/** IANA's own files, and the country codes that stand in none of them; what a file says outranks those. */
export function bootstrapFromIana(files: readonly unknown[]): Bootstrap | null {
  const read = bootstrapFrom(files, false);
  return read && { ...read, names: new Map([...OVERRIDES.flatMap(unfold), ...read.names]) };
}

/** Base URL of the registry for a name: the longest label match; null where there is none. */
export function serviceForName(bootstrap: Bootstrap, domain: string): string | null {
  for (let at = 0; at >= 0; at = domain.indexOf('.', at) + 1 || -1) {
    const base = bootstrap.names.get(domain.slice(at));
    if (base !== undefined) return base;
  }
  return null;
}

/** Base URL of the registry for an address: the longest prefix; null where there is none. */
export function serviceForAddress(bootstrap: Bootstrap, address: string): string | null {
  let best: readonly [length: number, base: string] | null = null;
  for (const [cidr, base] of bootstrap.blocks) {
    const length = Number(cidr.split('/')[1]);
    if ((best === null || length > best[0]) && isInCidr(address, cidr)) best = [length, base];
  }
  return best?.[1] ?? null;
}

/** Base URL of the registry for an AS number. */
export function serviceForNumber(bootstrap: Bootstrap, asn: number): string | null {
  return bootstrap.numbers.find(([from, to]) => asn >= from && asn <= to)?.[2] ?? null;
}

function unfold([url, entries]: BootstrapRow): [string, string][] {
  return entries.split(' ').map((entry) => [entry, url.replaceAll('{}', entry)]);
}

function numberRange(range: string, base: string): [number, number, string][] {
  const [from = NaN, to = from] = range.split('-').map(Number);
  return Number.isSafeInteger(from) && Number.isSafeInteger(to) ? [[from, to, base]] : [];
}
