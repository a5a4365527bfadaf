import { canonicalAddress, isInCidr, parseAddress, type Address } from './address.ts';
import { mayAskAddress, type HostReport } from './host-report.ts';
import type { HostingEnvironment } from './environment.ts';
import { announcedBy, type AnnouncedBy } from './observe/names.ts';
import type { Ledger } from './observe/ledger.ts';
import type { Match } from './rule-index.ts';
import { ruleIndex } from './rules/all.ts';

/** A network as the routing tables give it. */
export type Announced = Pick<AnnouncedBy, 'asn' | 'prefix'>;

/** Addresses of one host whose networks are asked for, beyond the one it was reached at. */
const MAXIMUM_ASKED = 3;

/**
 * Whether two addresses belong to one network: announced under one number, or by one provider's numbers and lists.
 * An anycast network gives each reader other addresses, so that different ones are no disagreement.
 */
export function sameNetwork(one: string, other: string, known: readonly Announced[]): boolean {
  const [a, b] = [canonicalAddress(one), canonicalAddress(other)];
  if (a === null || b === null) return false;
  if (a === b) return true;
  const owners = ownersOf(a, known);
  return [...ownersOf(b, known)].some((owner) => owners.has(owner));
}

/** Every network that a host's own report names. */
export function knownNetworks(reports: readonly HostReport[]): Announced[] {
  return reports.flatMap(({ names }) => names?.networks ?? []);
}

/**
 * Asks for the networks of addresses that differ from each other, so that two blocks of one network are no alarm. A
 * few a host at most; `more` are addresses that the page was fetched from later.
 */
export async function networksInDoubt(
  reports: readonly HostReport[],
  more: readonly string[],
  ledger: Ledger,
  env: HostingEnvironment,
): Promise<Announced[]> {
  const known = knownNetworks(reports);
  const wanted = new Map<string, Address>();
  for (const { address, resolutions, subject } of reports) {
    if (!address) continue;
    const others = resolutions.flatMap((one) => one.addresses);
    const all = subject.serves.includes('page') ? [...more, ...others] : others;
    const strange = [...new Set(all)].filter((one) => !sameNetwork(one, address.text, known));
    for (const text of strange.slice(0, MAXIMUM_ASKED)) {
      const parsed = parseAddress(text);
      if (parsed && mayAskAddress(parsed, env)) wanted.set(parsed.text, parsed);
    }
  }
  const resolvers = env.settings.dohUrls.slice(0, 3);
  const asked = await Promise.all(
    [...wanted.values()].map((address) => announcedBy(ledger, resolvers, address)),
  );
  return [...known, ...asked.flat()];
}

function ownersOf(address: string, known: readonly Announced[]): Set<string> {
  const matches: Match[] = [];
  const index = ruleIndex();
  index.address(address, matches);
  const owners = new Set<string>();
  for (const { asn, prefix } of known) {
    if (!isInCidr(address, prefix)) continue;
    owners.add(`AS${asn}`);
    index.asn(asn, matches);
  }
  for (const { rule } of matches) if (rule.strength === 'decides') owners.add(rule.provider);
  return owners;
}
