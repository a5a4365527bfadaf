import type { Contact, Evidence, Provider, RoleFinding, ServerRole } from '../case/hosting.ts';
import type { Found } from './classify.ts';
import type { Directory } from './directory/directory.ts';
import { evidenceOf, whySentence } from './explain.ts';
import type { HostReport } from './host-report.ts';

/** The roles played for one host: those the rules find, else whoever the registry names for its address. */
export function hostRoles(report: HostReport, directory: Directory): RoleFinding[] {
  const proven = report.found.filter(({ confidence }) => confidence !== 'claimed');
  const findings = report.found.map((found) => {
    const provider = directory.get(found.providerId) ?? nameless(found.providerId);
    return findingFor(report, found.role, found, provider, evidenceOf(found), proven[0] === found);
  });
  const serving = proven.some(({ role }) => role !== 'dns' && role !== 'registrar');
  const holder = serving ? null : holderFinding(report, directory);
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
  if (network && network.contacts.length > 0) return network.contacts;
  if (number && number.contacts.length > 0) return number.contacts;
  if (abusix === null) return [];
  const source = 'abuse-contacts.abusix.zone (DNS)';
  return [
    { email: abusix, roles: ['abuse'], origin: 'dns', source, about: `address ${address?.text ?? ''}` },
  ];
}

/** A media host is one wherever it stands; everything else keeps its role. */
function roleFor(role: ServerRole, { subject }: HostReport): ServerRole {
  const mediaOnly = subject.serves.includes('media') && !subject.serves.includes('page');
  return mediaOnly && (role === 'edge' || role === 'content-host') ? 'media-host' : role;
}

function findingFor(
  report: HostReport,
  role: ServerRole,
  { confidence }: Pick<Found, 'confidence'>,
  provider: Provider,
  reasons: readonly Evidence[],
  withRegistry: boolean,
): RoleFinding {
  const { subject, address, addressSource, names, network } = report;
  const byAddress = reasons.some(({ id }) => /-(cidr|asn|registered|announced)$/.test(id));
  const resolvedOnly = byAddress && addressSource === 'dns';
  const evidence = resolvedOnly ? [...reasons, { id: 'evidence-resolved-only', values: {} }] : reasons;
  const country = network?.country || names?.networks[0]?.country;
  const quoted = subject.headers.find(({ name }) => name.toLowerCase() === 'cdn-pullzone');
  return {
    role: roleFor(role, report),
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
    contacts: [...directoryContacts(provider), ...(withRegistry ? registryContacts(report) : [])],
    serves: subject.serves,
    ...(provider.id === 'bunny' && quoted ? { reference: { name: quoted.name, value: quoted.value } } : {}),
  };
}

/** Whoever the registry names for the address, where no rule knows the network. */
function holderFinding(report: HostReport, directory: Directory): RoleFinding | null {
  const { network, names } = report;
  const announced = names?.networks[0];
  if (!network && !announced) return null;
  const evidence: Evidence[] = [];
  if (network)
    evidence.push({
      id: 'evidence-registered',
      values: { range: network.about.replace('ip network ', ''), name: network.holder },
    });
  if (announced)
    evidence.push({ id: 'evidence-announced', values: { asn: String(announced.asn), name: announced.name } });
  const ids = [
    ...(network?.handle ? [`rdap:${network.handle.toLowerCase()}`] : []),
    `as${announced?.asn ?? 0}`,
  ];
  const [id = ''] = ids;
  const name = network?.holder || announced?.name || id;
  // The user may have entered the block or the network by its number.
  const entered = ids.map(directory.get).find((one) => one !== undefined);
  const provider: Provider = entered ?? {
    ...nameless(id),
    name,
    origin: 'rdap',
    source: network?.source ?? 'DNS',
  };
  return findingFor(report, 'content-host', { confidence: 'probable' }, provider, evidence, true);
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
