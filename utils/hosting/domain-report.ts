import type { RoleFinding } from '../case/hosting.ts';
import { classifyNameServers } from './classify.ts';
import type { Directory } from './directory/directory.ts';
import type { HostingEnvironment } from './environment.ts';
import { evidenceOf, whySentence } from './explain.ts';
import { mayAskName } from './host-report.ts';
import { hostName, registrableDomain } from './host-name.ts';
import type { Bootstrap } from './observe/bootstrap.ts';
import type { Ledger } from './observe/ledger.ts';
import { recordsOfDomain, type DomainRecords } from './observe/names.ts';
import { lookUpName, type NameRegistration } from './observe/rdap.ts';
import { ownName } from './own-name.ts';

/** All that is known of a registered name after the lookups. */
export interface DomainReport {
  readonly domain: string;
  /** The host for whose sake it was asked about. */
  readonly host: string;
  readonly serves: RoleFinding['serves'];
  readonly records: DomainRecords;
  readonly registration: NameRegistration | null;
}

const MAXIMUM_UNKNOWN_DNS = 2;

/** Looks a host's registered name up; null where it has none, or none that anybody may be asked about. */
export async function reportOnDomain(
  host: string,
  serves: RoleFinding['serves'],
  ledger: Ledger,
  env: HostingEnvironment,
  bootstrap: Bootstrap,
): Promise<DomainReport | null> {
  const domain = registrableDomain(host);
  if (domain === null || !mayAskName(domain, env)) return null;
  const [records, registration] = await Promise.all([
    recordsOfDomain(ledger, env.settings.dohUrls.slice(0, 3), domain),
    ownName(host) === null ? null : lookUpName(ledger, env, bootstrap, host),
  ]);
  return { domain, host, serves, records, registration };
}

/** DNS and registrar of a name. */
export function domainRoles(report: DomainReport, directory: Directory): RoleFinding[] {
  return [...dnsRoles(report, directory), ...registrarRole(report, directory)];
}

function dnsRoles({ domain, serves, records }: DomainReport, directory: Directory): RoleFinding[] {
  const known = classifyNameServers(records.ns).map((found) => {
    const provider = directory.get(found.providerId);
    const evidence = evidenceOf(found);
    const name = provider?.name ?? found.providerId;
    return finding('dns', domain, serves, {
      provider: name,
      providerId: found.providerId,
      class: provider?.class ?? 'dns',
      why: whySentence({ name }, 'probable', evidence),
      evidence,
      contacts: [],
    });
  });
  return known.length > 0 ? known : unknownDns(domain, serves, records.ns);
}

/** A name server that no rule knows is named by its own registered name. */
function unknownDns(
  domain: string,
  serves: RoleFinding['serves'],
  servers: readonly string[],
): RoleFinding[] {
  const names = [...new Set(servers.map((server) => registrableDomain(server) ?? server))];
  return names.slice(0, MAXIMUM_UNKNOWN_DNS).map((name) => {
    const server = servers.find((one) => one === name || one.endsWith(`.${name}`)) ?? name;
    const evidence = [{ id: 'evidence-ns', values: { name: server } }];
    return finding('dns', domain, serves, {
      provider: name,
      providerId: `dns:${name}`,
      class: 'dns',
      why: whySentence({ name }, 'probable', evidence),
      evidence,
      contacts: [],
    });
  });
}

function registrarRole({ domain, serves, registration }: DomainReport, directory: Directory): RoleFinding[] {
  if (!registration?.registrar) return [];
  const { name, ianaId } = registration.registrar;
  const provider = directory.all.find(
    (one) => one.class === 'registrar' && name.toLowerCase().startsWith(one.name.toLowerCase()),
  );
  const evidence = [{ id: 'evidence-registrar', values: { domain } }];
  return [
    finding('registrar', domain, serves, {
      provider: provider?.name ?? name,
      providerId: provider?.id ?? `registrar:${ianaId ?? name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
      class: 'registrar',
      why: whySentence({ name }, 'probable', evidence),
      evidence,
      contacts: registration.contacts,
    }),
  ];
}

function finding(
  role: 'dns' | 'registrar',
  domain: string,
  serves: RoleFinding['serves'],
  rest: Pick<RoleFinding, 'provider' | 'providerId' | 'class' | 'why' | 'evidence' | 'contacts'>,
): RoleFinding {
  const { unicode } = hostName(domain);
  return {
    role,
    ...rest,
    confidence: 'probable',
    host: domain,
    ...(unicode === undefined ? {} : { hostUnicode: unicode }),
    address: null,
    addressSource: null,
    asn: null,
    serves,
  };
}
