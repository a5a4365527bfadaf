import type { HostingWarning, NetworkObservation } from '../case/hosting.ts';
import type { NetworkLog } from '../case/network.ts';
import { canonicalAddress, isInCidr } from './address.ts';
import type { Directory } from './directory/directory.ts';
import { englishText } from './explain.ts';
import { registrableDomain } from './host-name.ts';
import type { HostReport } from './host-report.ts';
import { RULES } from './rules/all.ts';

/** The verification fetch, for comparison with the page shown. */
export interface Verification {
  readonly url: string;
  readonly status: number;
  readonly ip: string | null;
}

/** Everything a reader must know about how the findings came to be. */
export function warningsFor(
  reports: readonly HostReport[],
  log: NetworkLog,
  directory: Directory,
): HostingWarning[] {
  const page = reports.find(({ subject }) => subject.serves.includes('page'));
  return [
    ...(page ? pageWarnings(page, log) : []),
    ...reports.flatMap((report) => [
      ...addressWarnings(report),
      ...resolverWarnings(report),
      ...listWarnings(report, directory),
      ...remarkWarnings(report),
    ]),
  ];
}

/** Differences between the page shown and a later fetch of its address. */
export function verificationWarnings(
  page: HostReport | undefined,
  log: NetworkLog,
  verification: Verification | undefined,
): HostingWarning[] {
  const shown = log.mainResponse;
  if (!page || !shown || !verification) return [];
  const differences: string[] = [];
  if (verification.status !== shown.status)
    differences.push(`status ${verification.status}, not ${shown.status}`);
  if (verification.url !== shown.url.split('#')[0])
    differences.push(`it ended at ${verification.url.slice(0, 300)}`);
  const [one, two] = [verification.ip, page.subject.observed];
  if (one !== null && two !== null && one !== two && !sameNetwork(page, one))
    differences.push(`it came from ${one}, not ${two}`);
  if (differences.length === 0) return [];
  return [warning('verification-differs', page.subject.host, { difference: differences.join('; ') })];
}

/** Why nothing, or not everything, was looked up. */
export function lookupWarnings(
  host: string,
  state: 'off' | 'partial' | 'complete',
  pending: number,
  withoutRegistry: readonly string[],
): HostingWarning[] {
  const none = withoutRegistry.map((question) => warning('no-rdap', host, { question }));
  if (state === 'off') return [warning('lookups-off', host, {})];
  return state === 'partial'
    ? [...none, warning('lookups-incomplete', host, { count: String(pending) })]
    : none;
}

/** Whether any answer was had from the network at all. */
export function anyAnswer(observations: readonly NetworkObservation[]): boolean {
  return observations.some(({ status, source }) => status > 0 || source === 'browser');
}

function pageWarnings({ subject: { host, fromCache } }: HostReport, log: NetworkLog): HostingWarning[] {
  if (log.proxy) return [warning('through-proxy', host, {})];
  if (log.notObserved === 'service-worker') return [warning('service-worker', host, {})];
  if (fromCache) return [warning('from-cache', host, {})];
  return log.mainResponse
    ? []
    : [warning('not-observed', host, { reason: log.notObserved ?? 'no response seen' })];
}

function addressWarnings(report: HostReport): HostingWarning[] {
  const { subject, address, resolutions } = report;
  const { host, observed, disguised } = subject;
  const list: HostingWarning[] = [];
  if (disguised) list.push(warning('disguised-segments', host, {}));
  if (!address) return list;
  if (address.kind !== 'public')
    list.push(warning('private-address', host, { address: address.text, kind: address.kind }));
  const resolved = resolutions.flatMap((one) => one.addresses);
  const known = resolved.some((one) => canonicalAddress(one) === address.text || sameNetwork(report, one));
  if (observed !== null && resolved.length > 0 && !known)
    list.push(warning('address-not-resolved', host, { address: address.text }));
  return list;
}

/**
 * Two resolvers may give different addresses of one anycast network, so sets are compared first, then the announced
 * block and the registered name that the aliases end at.
 */
function resolverWarnings(report: HostReport): HostingWarning[] {
  const resolvers = report.resolutions.filter(({ resolver }) => resolver !== 'browser');
  const [first, ...others] = resolvers;
  if (!first) return [];
  return others.flatMap((other) => {
    if (first.addresses.length === 0 && other.addresses.length === 0) return [];
    if (first.addresses.some((one) => other.addresses.includes(one))) return [];
    if (sameAliasEnd(first.cnames, other.cnames)) return [];
    const all = [...first.addresses, ...other.addresses];
    if (
      first.addresses.length > 0 &&
      other.addresses.length > 0 &&
      all.every((one) => sameNetwork(report, one))
    )
      return [];
    return [
      warning('resolvers-disagree', report.subject.host, {
        first: first.resolver,
        one: shownAnswer(first),
        second: other.resolver,
        two: shownAnswer(other),
      }),
    ];
  });
}

function shownAnswer({ addresses, rcode }: { addresses: readonly string[]; rcode: number | null }): string {
  if (addresses.length === 0) return rcode === 3 ? 'NXDOMAIN' : 'no address';
  const more = addresses.length > 3 ? ` and ${addresses.length - 3} more` : '';
  return addresses.slice(0, 3).join(', ') + more;
}

function sameAliasEnd(one: readonly string[], two: readonly string[]): boolean {
  const [a, b] = [one.at(-1), two.at(-1)];
  return (
    a !== undefined &&
    b !== undefined &&
    registrableDomain(a) !== null &&
    registrableDomain(a) === registrableDomain(b)
  );
}

function sameNetwork({ names }: HostReport, address: string): boolean {
  return names?.networks.some(({ prefix }) => isInCidr(address, prefix)) === true;
}

/** A bundled list says one provider, the routing table of today another. */
function listWarnings(
  { found, names, address, subject }: HostReport,
  directory: Directory,
): HostingWarning[] {
  const asn = names?.networks[0]?.asn;
  if (asn === undefined || !address) return [];
  return found.flatMap(({ providerId, matches }) => {
    const listed = matches.find(({ rule }) => rule.kind === 'cidr');
    const family = directory.get(providerId)?.family;
    const owns = RULES.some(
      ({ kind, pattern, provider }) =>
        kind === 'asn' && pattern === String(asn) && directory.get(provider)?.family === family,
    );
    const numbered = RULES.some(
      ({ kind, provider }) => kind === 'asn' && directory.get(provider)?.family === family,
    );
    if (!listed || owns || !numbered) return [];
    const provider = directory.get(providerId)?.name ?? providerId;
    const date = listed.values.date ?? '';
    return [
      warning('list-disagrees-with-registry', subject.host, {
        date,
        address: address.text,
        provider,
        asn: String(asn),
      }),
    ];
  });
}

function remarkWarnings({ subject, network }: HostReport): HostingWarning[] {
  return (network?.remarks ?? [])
    .slice(0, 3)
    .map((text) =>
      warning('remarks', subject.host, { about: network?.about ?? '', text: text.slice(0, 600) }),
    );
}

function warning(
  id: HostingWarning['id'],
  host: string,
  values: Readonly<Record<string, string>>,
): HostingWarning {
  return { id, host, values, text: englishText(`warning-${id}`, { host, ...values }) };
}
