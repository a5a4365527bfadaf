import type { Lead, OriginStatement, RoleFinding } from '../case/hosting.ts';
import type { Header, NetworkLog } from '../case/network.ts';
import { canonicalAddress, isInCidr, parseAddress } from './address.ts';
import { classifyHost, familyOf, NAME_KINDS } from './classify.ts';
import type { DomainReport } from './domain-report.ts';
import { hostOfUrl, registrableDomain } from './host-name.ts';
import type { HostReport } from './host-report.ts';

const MAXIMUM_LEADS = 12;

/**
 * What can be said of the server behind a host. Behind a proven edge it is not publicly determinable, whatever the
 * leads suggest: they are listed as leads, and never become a finding or a recipient.
 */
export function originOf(
  report: HostReport,
  roles: readonly RoleFinding[],
  domain: DomainReport | null,
  log: NetworkLog,
): OriginStatement {
  const host = report.subject.host;
  const proven = report.found.filter(({ confidence }) => confidence !== 'claimed');
  const edge = proven.find(({ role }) => role === 'edge');
  const hosted = proven.find(({ role }) => role === 'content-host' || role === 'platform');
  const named = hosted?.role === 'platform' || hosted?.matches.some(({ rule }) => NAME_KINDS.has(rule.kind));
  // Of one company, what answers may be the edge as well as the host: who keeps the content is not seen.
  if (edge && (!hosted || (!named && familyOf(hosted.providerId) === familyOf(edge.providerId)))) {
    const ask = providerName(roles, host, edge.providerId);
    const leads = leadsFor(report, roles, domain, log).slice(0, MAXIMUM_LEADS);
    return { host, state: 'not-publicly-determinable', ...(ask === undefined ? {} : { ask }), leads };
  }
  if (edge) return { host, state: named ? 'behind-edge' : 'unknown', leads: [] };
  const registered = roles.some(
    (one) =>
      one.host === host && one.confidence !== 'claimed' && one.role !== 'dns' && one.role !== 'registrar',
  );
  // Somebody unknown answers, and headers speak of an edge that no list of addresses can deny: either may be true.
  const perhapsEdge = report.found.some(({ role }) => role === 'edge');
  if (!hosted && (!registered || perhapsEdge)) return { host, state: 'unknown', leads: [] };
  const byEdge = hosted?.providerId === 'cloudflare-hosted';
  return { host, state: byEdge ? 'hosted-by-edge' : 'direct', leads: [] };
}

function providerName(roles: readonly RoleFinding[], host: string, id: string): string | undefined {
  return roles.find(({ providerId, host: of }) => providerId === id && of === host)?.provider;
}

function leadsFor(
  report: HostReport,
  roles: readonly RoleFinding[],
  domain: DomainReport | null,
  log: NetworkLog,
): Lead[] {
  return [
    ...mailLeads(report, domain),
    ...siblingLeads(report, log),
    ...redirectLeads(report, log),
    ...reverseLeads(report),
    ...headerLeads(report, roles),
  ];
}

/** Mail often runs on the server that the edge hides. */
function mailLeads({ subject: { host } }: HostReport, domain: DomainReport | null): Lead[] {
  if (!domain) return [];
  const mx = domain.records.mx
    .map((record) => record.split(' ')[1] ?? '')
    .filter((name) => name !== '' && registrableDomain(name) === domain.domain)
    .map((value): Lead => ({
      host,
      kind: 'mx',
      value,
      why: 'mail for the domain goes to a server of its own',
    }));
  const spf = domain.records.txt
    .filter((text) => text.startsWith('v=spf1'))
    .flatMap((text) => [...text.matchAll(/\bip[46]:(\S+)/g)].map(([, block = '']) => block))
    .filter((block) => parseAddress(block.split('/')[0] ?? '') !== null)
    .map((value): Lead => ({ host, kind: 'spf', value, why: 'the domain lets this address send its mail' }));
  return [...mx, ...spf];
}

/** Other hosts of the same domain that the browser reached without an edge. */
function siblingLeads(report: HostReport, log: NetworkLog): Lead[] {
  const { host } = report.subject;
  const domain = registrableDomain(host);
  const seen = new Set<string>();
  return log.requests.flatMap((request): Lead[] => {
    const name = hostOfUrl(request.url)?.host;
    if (domain === null || name === undefined || name === host || seen.has(name)) return [];
    if (registrableDomain(name) !== domain || !request.ip || request.fromCache) return [];
    if (isEdge(report, name, request.ip, request.headers)) return [];
    seen.add(name);
    const why = 'a host of the same domain answered without the edge';
    return [{ host, kind: 'sibling', value: `${name} ${request.ip}`, why }];
  });
}

function redirectLeads(report: HostReport, log: NetworkLog): Lead[] {
  const { host } = report.subject;
  return log.hops.slice(0, -1).flatMap(({ url, ip, fromCache }): Lead[] => {
    const name = hostOfUrl(url)?.host;
    if (name === undefined || name === host || !ip || fromCache) return [];
    if (isEdge(report, name, ip)) return [];
    return [{ host, kind: 'redirect', value: `${name} ${ip}`, why: 'a redirect on the way came from here' }];
  });
}

function reverseLeads({ subject: { host }, names }: HostReport): Lead[] {
  const domain = registrableDomain(host);
  return (names?.ptr ?? [])
    .filter((name) => domain !== null && registrableDomain(name) === domain)
    .map((value): Lead => ({
      host,
      kind: 'ptr',
      value,
      why: 'the reverse name of the address is of the domain',
    }));
}

function headerLeads({ subject: { host }, found }: HostReport, roles: readonly RoleFinding[]): Lead[] {
  return found
    .filter(({ role, confidence }) => role === 'content-host' && confidence === 'claimed')
    .map(({ providerId, matches }): Lead => {
      const header = matches.find(({ values }) => values.header !== undefined)?.values.header ?? '';
      return {
        host,
        kind: 'header',
        value: providerName(roles, host, providerId) ?? providerId,
        why: `the header ${header} names it; headers can be forged`,
      };
    });
}

/** Whether an address is an edge's: by the rules, by the headers it sent, or because it is the page's own network. */
function isEdge(
  { address: own, names }: HostReport,
  host: string,
  address: string,
  headers: readonly Pick<Header, 'name' | 'value'>[] = [],
): boolean {
  const text = canonicalAddress(address);
  if (text !== null && text === own?.text) return true;
  if (names?.networks.some(({ prefix }) => isInCidr(address, prefix))) return true;
  return classifyHost({ host, address, headers }).some(({ role }) => role === 'edge');
}
