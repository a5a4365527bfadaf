import type { Lead, OriginStatement, RoleFinding } from '../case/hosting.ts';
import type { NetworkLog } from '../case/network.ts';
import { parseAddress } from './address.ts';
import { classifyHost } from './classify.ts';
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
  if (edge && !hosted) {
    const ask = roles.find(
      ({ providerId, host: of }) => providerId === edge.providerId && of === host,
    )?.provider;
    const leads = leadsFor(report, domain, log).slice(0, MAXIMUM_LEADS);
    return { host, state: 'not-publicly-determinable', ...(ask === undefined ? {} : { ask }), leads };
  }
  const known =
    hosted !== undefined || roles.some((one) => one.host === host && one.confidence !== 'claimed');
  if (!known) return { host, state: 'unknown', leads: [] };
  const byEdge = hosted !== undefined && hosted.providerId === 'cloudflare-hosted';
  return { host, state: byEdge ? 'hosted-by-edge' : 'direct', leads: [] };
}

function leadsFor(report: HostReport, domain: DomainReport | null, log: NetworkLog): Lead[] {
  return [
    ...mailLeads(report, domain),
    ...siblingLeads(report, log),
    ...redirectLeads(report, log),
    ...reverseLeads(report),
    ...headerLeads(report),
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
function siblingLeads({ subject: { host } }: HostReport, log: NetworkLog): Lead[] {
  const domain = registrableDomain(host);
  const seen = new Set<string>();
  return log.requests.flatMap((request): Lead[] => {
    const name = hostOfUrl(request.url)?.host;
    if (domain === null || name === undefined || name === host || seen.has(name)) return [];
    if (registrableDomain(name) !== domain || !request.ip || request.fromCache || isEdge(name, request.ip))
      return [];
    seen.add(name);
    const why = 'a host of the same domain answered without the edge';
    return [{ host, kind: 'sibling', value: `${name} ${request.ip}`, why }];
  });
}

function redirectLeads({ subject: { host } }: HostReport, log: NetworkLog): Lead[] {
  return log.hops.slice(0, -1).flatMap(({ url, ip, fromCache }): Lead[] => {
    const name = hostOfUrl(url)?.host;
    if (name === undefined || name === host || !ip || fromCache || isEdge(name, ip)) return [];
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

function headerLeads({ subject: { host }, found }: HostReport): Lead[] {
  return found
    .filter(({ role, confidence }) => role === 'content-host' && confidence === 'claimed')
    .map(({ providerId, matches }): Lead => {
      const header = matches.find(({ values }) => values.header !== undefined)?.values.header ?? '';
      return {
        host,
        kind: 'header',
        value: providerId,
        why: `the header ${header} names it; headers can be forged`,
      };
    });
}

function isEdge(host: string, address: string): boolean {
  return classifyHost({ host, address }).some(({ role }) => role === 'edge');
}
