import type { HostingWarning, PendingLookup } from '../case/hosting.ts';
import type { NetworkLog } from '../case/network.ts';
import { resolutionWarnings } from './compare-resolutions.ts';
import { contradictedRanges, familyOf } from './classify.ts';
import type { Directory } from './directory/directory.ts';
import type { HostReport } from './host-report.ts';
import { sameNetwork, type Announced } from './same-network.ts';
import { warning } from './warning.ts';

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
  known: readonly Announced[],
): HostingWarning[] {
  const page = reports.find(({ subject }) => subject.serves.includes('page'));
  return [
    ...(page ? pageWarnings(page, log) : []),
    ...reports.flatMap((report) => [
      ...addressWarnings(report),
      ...resolutionWarnings(report, known),
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
  known: readonly Announced[],
): HostingWarning[] {
  const shown = log.mainResponse;
  if (!page || !shown || !verification) return [];
  const differences: string[] = [];
  if (verification.status !== shown.status)
    differences.push(`status ${verification.status}, not ${shown.status}`);
  if (verification.url !== shown.url.split('#')[0])
    differences.push(`it ended at ${verification.url.slice(0, 300)}`);
  const [one, two] = [verification.ip, page.subject.observed];
  if (one !== null && two !== null && !sameNetwork(one, two, known))
    differences.push(`it came from ${one}, not ${two}`);
  if (differences.length === 0) return [];
  return [warning('verification-differs', page.subject.host, { difference: differences.join('; ') })];
}

/** Why nothing, or not everything, was looked up. */
export function lookupWarnings(
  host: string,
  state: 'off' | 'partial' | 'complete',
  pending: readonly PendingLookup[],
  withoutRegistry: readonly string[],
): HostingWarning[] {
  const none = withoutRegistry.map((question) => warning('no-rdap', host, { question }));
  if (state === 'off') return [warning('lookups-off', host, {})];
  const waiting = pending.filter(({ retryAt }) => retryAt !== undefined).length;
  const given = pending.length - waiting;
  return [
    ...none,
    ...(waiting > 0 ? [warning('lookups-incomplete', host, { count: String(waiting) })] : []),
    ...(given > 0 ? [warning('lookups-given-up', host, { count: String(given) })] : []),
  ];
}

/** Hosts that were not looked at for want of room. */
export function leftOutWarnings(host: string, leftOut: readonly string[]): HostingWarning[] {
  if (leftOut.length === 0) return [];
  const more = leftOut.length > 20 ? ' …' : '';
  const hosts = leftOut.slice(0, 20).join(', ') + more;
  return [warning('hosts-left-out', host, { count: String(leftOut.length), hosts })];
}

function pageWarnings({ subject: { host, fromCache } }: HostReport, log: NetworkLog): HostingWarning[] {
  if (log.proxy) return [warning('through-proxy', host, {})];
  if (log.notObserved === 'service-worker') return [warning('service-worker', host, {})];
  if (fromCache) return [warning('from-cache', host, {})];
  return log.mainResponse
    ? []
    : [warning('not-observed', host, { reason: log.notObserved ?? 'no response seen' })];
}

function addressWarnings({ subject: { host, disguised }, address }: HostReport): HostingWarning[] {
  const list: HostingWarning[] = [];
  if (disguised) list.push(warning('disguised-segments', host, {}));
  if (address && address.kind !== 'public')
    list.push(warning('private-address', host, { address: address.text, kind: address.kind }));
  return list;
}

/** A bundled list says one provider, the routing table of today others: none of them its own. */
function listWarnings({ names, address, subject }: HostReport, directory: Directory): HostingWarning[] {
  const networks = names?.networks ?? [];
  if (!address || networks.length === 0) return [];
  const asns = networks.map(({ asn }) => asn);
  const announced = networks.map(({ asn, name }) => (name ? `${asn} (${name})` : String(asn))).join(', AS');
  const listed = contradictedRanges({ host: subject.host, address: address.text, asns });
  const first = listed.filter(
    ({ rule }, at) =>
      listed.findIndex((other) => familyOf(other.rule.provider) === familyOf(rule.provider)) === at,
  );
  return first.map(({ rule, values }) =>
    warning('list-disagrees-with-registry', subject.host, {
      date: values.date ?? '',
      address: address.text,
      provider: directory.get(rule.provider)?.name ?? rule.provider,
      asn: announced,
    }),
  );
}

function remarkWarnings({ subject, network }: HostReport): HostingWarning[] {
  return (network?.remarks ?? [])
    .slice(0, 3)
    .map((text) =>
      warning('remarks', subject.host, { about: network?.about ?? '', text: text.slice(0, 600) }),
    );
}
