import type { Contact, Evidence, Provider, RoleFinding, ServerRole } from '../case/hosting.ts';
import type { Found } from './classify.ts';
import type { Directory } from './directory/directory.ts';
import { evidenceOf, whySentence } from './explain.ts';
import { isBlockOf, registeredTo } from './holder.ts';
import type { HostReport } from './host-report.ts';
import { takesWriting } from './observe/rdap-contacts.ts';

/** The roles played for one host: those the rules find, and whoever the registry names for its address. */
export function hostRoles(report: HostReport, directory: Directory): RoleFinding[] {
  const serving = report.found.some(({ confidence }) => confidence !== 'claimed');
  const sublet = report.found.some((found) => isSublet(found, report, directory));
  const holder = !serving || sublet ? holderFinding(report, directory, sublet) : null;
  const findings = report.found.map((found) => {
    const provider = directory.get(found.providerId) ?? nameless(found.providerId);
    return findingFor(
      report,
      found,
      provider,
      reasonsFor(found, report, provider),
      registryPart(found, report, provider),
    );
  });
  return holder ? [holder, ...findings] : findings;
}

/** Contacts of a provider's directory entry, as they stand beside those of the registry. */
export function directoryContacts(provider: Provider): Contact[] {
  return provider.channels.flatMap(({ kind, address, origin, source }): Contact[] => {
    const common = { roles: ['directory'], origin, source, about: provider.name };
    if (kind === 'email') return [{ ...common, email: address }];
    if (kind === 'phone') return [{ ...common, phone: address }];
    return kind === 'form' || kind === 'procedure' ? [{ ...common, url: address }] : [];
  });
}

/** Abuse contacts of the registries for the host's address: of the block, else of the network, else of Abusix. */
export function registryContacts({ network, number, abusix, address }: HostReport): readonly Contact[] {
  if (network?.contacts.some(takesWriting)) return network.contacts;
  if (number?.contacts.some(takesWriting)) return number.contacts;
  // What can only be called comes last: of the block, else of the network.
  if (abusix === null) return [...(network?.contacts ?? []), ...(number?.contacts ?? [])];
  const source = 'abuse-contacts.abusix.zone (DNS)';
  return [
    { email: abusix, roles: ['abuse'], origin: 'dns', source, about: `address ${address?.text ?? ''}` },
  ];
}

/** What the registries of the address contribute to a finding. */
type RegistryPart = Required<Pick<RoleFinding, 'contacts' | 'contactSearch'>>;

/**
 * The registry's contacts belong to whoever runs the address: never to a platform, nor to a provider known by name
 * or by the network it rents. Of a block that another holds, the network's own entry is the provider's.
 */
function registryPart(found: Found, report: HostReport, provider: Provider): RegistryPart {
  if (found.confidence === 'claimed' || found.role === 'platform' || !runsAddress(found))
    return { contacts: [], contactSearch: 'not-of-address' };
  if (isOwnBlock(found, report, provider))
    return { contacts: registryContacts(report), contactSearch: report.contactSearch };
  const announced = report.names?.networks[0]?.asn;
  const own = found.matches.some(({ rule }) => rule.kind === 'asn' && rule.pattern === String(announced));
  if (!own || !report.number) return { contacts: [], contactSearch: 'incomplete' };
  return { contacts: report.number.contacts, contactSearch: 'own-entry' };
}

function runsAddress({ matches }: Found): boolean {
  return matches.some(
    ({ rule }) => rule.strength === 'decides' && (rule.kind === 'cidr' || rule.kind === 'asn'),
  );
}

/** A block in a published list is the provider's own; one that its network only announces may be another's. */
function isOwnBlock({ matches }: Found, { network, names }: HostReport, provider: Provider): boolean {
  if (!network || matches.some(({ rule }) => rule.kind === 'cidr' && rule.strength === 'decides'))
    return true;
  const announcing = (names?.networks ?? []).filter(({ asn }) =>
    matches.some(({ rule }) => rule.kind === 'asn' && rule.pattern === String(asn)),
  );
  const known = [
    provider.id,
    provider.name,
    provider.legalEntity ?? '',
    ...announcing.map(({ name }) => name),
  ];
  return isBlockOf(network, known);
}

/** Whether a host is known by its network alone, in a block of another holder: then that holder is the nearer. */
function isSublet(found: Found, report: HostReport, directory: Directory): boolean {
  if (found.role !== 'content-host' || found.confidence === 'claimed') return false;
  const byName = found.matches.some(({ rule }) => rule.kind === 'host' || rule.kind === 'cname');
  const provider = directory.get(found.providerId) ?? nameless(found.providerId);
  return !byName && runsAddress(found) && !isOwnBlock(found, report, provider);
}

/** A block of another holder is named beside the network that announces it. */
function reasonsFor(found: Found, report: HostReport, provider: Provider): Evidence[] {
  const reasons = evidenceOf(found);
  const { network } = report;
  const foreign = network && runsAddress(found) && !isOwnBlock(found, report, provider);
  return foreign ? [...reasons, registeredTo(network)] : reasons;
}

/**
 * A delivery network or host that serves media and not the page is the media host. A proxy or shield keeps nothing:
 * it stays an edge, whatever comes through it.
 */
function roleFor(role: ServerRole, { class: of }: Provider, { subject }: HostReport): ServerRole {
  const mediaOnly = subject.serves.includes('media') && !subject.serves.includes('page');
  const delivers = role === 'content-host' || (role === 'edge' && of !== 'proxy' && of !== 'shield');
  return mediaOnly && delivers ? 'media-host' : role;
}

function findingFor(
  report: HostReport,
  { role, confidence }: Pick<Found, 'role' | 'confidence'>,
  provider: Provider,
  reasons: readonly Evidence[],
  { contacts, contactSearch }: RegistryPart,
): RoleFinding {
  const { subject, address, addressSource, names, network } = report;
  const byAddress = reasons.some(({ id }) => /-(cidr|asn|registered|announced)$/.test(id));
  const resolvedOnly = byAddress && addressSource === 'dns';
  const evidence = resolvedOnly ? [...reasons, { id: 'evidence-resolved-only', values: {} }] : reasons;
  const country = network?.country || names?.networks[0]?.country;
  const quoted = subject.headers.find(({ name }) => name.toLowerCase() === 'cdn-pullzone');
  return {
    role: roleFor(role, provider, report),
    provider: provider.name,
    providerId: provider.id,
    class: provider.class,
    confidence,
    why: whySentence(provider, confidence, evidence),
    evidence,
    host: subject.host,
    ...(subject.hostUnicode === undefined ? {} : { hostUnicode: subject.hostUnicode }),
    address: address?.text ?? null,
    addressSource,
    asn: names?.networks[0]?.asn ?? null,
    ...(country ? { registrationCountry: country } : {}),
    contacts: [...directoryContacts(provider), ...contacts],
    contactSearch,
    serves: subject.serves,
    ...(provider.id === 'bunny' && quoted ? { reference: { name: quoted.name, value: quoted.value } } : {}),
  };
}

/** Whoever the registry names for the address; `blockOnly`: the network that announces it has its own finding. */
function holderFinding(report: HostReport, directory: Directory, blockOnly: boolean): RoleFinding | null {
  const { network, names } = report;
  const announced = names?.networks[0];
  if (!network && !announced) return null;
  const evidence: Evidence[] = network ? [registeredTo(network)] : [];
  if (announced)
    evidence.push({ id: 'evidence-announced', values: { asn: String(announced.asn), name: announced.name } });
  const ids = [
    ...(network?.handle ? [`rdap:${network.handle.toLowerCase()}`] : []),
    ...(blockOnly ? [] : [`as${announced?.asn ?? 0}`]),
  ];
  const [id = `rdap:${network?.holder.toLowerCase() ?? ''}`] = ids;
  const name = network?.holder || announced?.name || id;
  // The user may have entered the block or the network by its number.
  const entered = ids.map(directory.get).find((one) => one !== undefined);
  const provider: Provider = entered ?? {
    ...nameless(id),
    name,
    origin: 'rdap',
    source: network?.source ?? 'DNS',
  };
  const found = { role: 'content-host', confidence: 'probable' } as const;
  const contacts = blockOnly && network ? network.contacts : registryContacts(report);
  const contactSearch = blockOnly ? 'own-entry' : report.contactSearch;
  return findingFor(report, found, provider, evidence, { contacts, contactSearch });
}

function nameless(id: string): Provider {
  return {
    id,
    name: id,
    class: 'unclassified',
    family: id,
    behaviour: 'unknown',
    channels: [],
    origin: 'bundled',
    source: 'rule table',
    checkedOn: 'never',
  };
}
