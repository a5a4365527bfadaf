import type { HostingWarning } from '../case/hosting.ts';
import { registrableDomain } from './host-name.ts';
import type { HostReport } from './host-report.ts';
import type { Resolution } from './observe/dns.ts';
import { sameNetwork, type Announced } from './same-network.ts';
import { warning } from './warning.ts';

const BROWSER = 'browser';

/**
 * The address used held against what the public resolvers name, these against each other, and the browser's own
 * resolver (Firefox) against them. The browser's answer is no witness for its own connection: whoever bends the one
 * has bent the other.
 */
export function resolutionWarnings(report: HostReport, known: readonly Announced[]): HostingWarning[] {
  const { subject, address, resolutions } = report;
  const named = resolutions.filter(({ resolver }) => resolver !== BROWSER);
  const own = resolutions.find(({ resolver }) => resolver === BROWSER);
  const strange =
    subject.observed !== null && address !== null && !explained([address.text], named, own, known)
      ? [warning('address-not-resolved', subject.host, { address: address.text })]
      : [];
  return [
    ...strange,
    // The connection follows the browser's answer: that it differs is then already said.
    ...(own && strange.length === 0 ? browserWarnings(own, named, report, known) : []),
    ...resolverWarnings(named, report, known),
  ];
}

function browserWarnings(
  own: Resolution,
  named: readonly Resolution[],
  { subject: { host } }: HostReport,
  known: readonly Announced[],
): HostingWarning[] {
  if (own.addresses.length === 0 || explained(own.addresses, named, own, known)) return [];
  const all = [...new Set(named.flatMap(({ addresses }) => addresses))];
  return [warning('browser-resolver-differs', host, { one: shown(own.addresses), two: shown(all) })];
}

/** Whether the public resolvers name each of the addresses or its network, or end at the same alias. */
function explained(
  addresses: readonly string[],
  named: readonly Resolution[],
  own: Resolution | undefined,
  known: readonly Announced[],
): boolean {
  const resolved = named.flatMap((one) => one.addresses);
  if (resolved.length === 0) return true;
  if (own && named.some((one) => sameAliasEnd(one.cnames, own.cnames))) return true;
  return covers(resolved, addresses, known);
}

/** Sets are compared: one address in common does not excuse another that only one resolver gives. */
function resolverWarnings(
  [first, ...others]: readonly Resolution[],
  { subject: { host } }: HostReport,
  known: readonly Announced[],
): HostingWarning[] {
  if (!first) return [];
  return others
    .filter((other) => !agree(first, other, known))
    .map((other) =>
      warning('resolvers-disagree', host, {
        first: first.resolver,
        one: answerOf(first),
        second: other.resolver,
        two: answerOf(other),
      }),
    );
}

function agree(first: Resolution, other: Resolution, known: readonly Announced[]): boolean {
  if (first.addresses.length === 0 || other.addresses.length === 0)
    return first.addresses.length === other.addresses.length;
  if (sameAliasEnd(first.cnames, other.cnames)) return true;
  const [one, two] = comparable(first.addresses, other.addresses);
  return covers(one, two, known) && covers(two, one, known);
}

/** A question for IPv6 alone may have failed: only kinds of address that both name are compared, where there are any. */
function comparable(one: readonly string[], two: readonly string[]): [readonly string[], readonly string[]] {
  const kind = (address: string) => address.includes(':');
  const both = [true, false].filter((six) => [one, two].every((list) => list.some((a) => kind(a) === six)));
  if (both.length === 0) return [one, two];
  const kept = (list: readonly string[]) => list.filter((address) => both.includes(kind(address)));
  return [kept(one), kept(two)];
}

function covers(by: readonly string[], addresses: readonly string[], known: readonly Announced[]): boolean {
  return addresses.every(
    (address) => by.includes(address) || by.some((one) => sameNetwork(one, address, known)),
  );
}

function answerOf({ addresses, rcode }: Resolution): string {
  return addresses.length > 0 ? shown(addresses) : rcode === 3 ? 'NXDOMAIN' : '–';
}

function shown(addresses: readonly string[]): string {
  const more = addresses.length > 3 ? ` (+${addresses.length - 3})` : '';
  return addresses.slice(0, 3).join(', ') + more;
}

function sameAliasEnd(one: readonly string[], two: readonly string[]): boolean {
  const [a, b] = [one.at(-1), two.at(-1)];
  if (a === undefined || b === undefined) return false;
  const domain = registrableDomain(a);
  return domain !== null && domain === registrableDomain(b);
}
