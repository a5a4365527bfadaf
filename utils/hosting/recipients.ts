import type {
  Channel,
  Contact,
  ContactSearch,
  OriginStatement,
  Provider,
  Recipient,
  RoleFinding,
} from '../case/hosting.ts';
import type { HOSTING_CATALOG } from '../i18n/catalog/hosting.ts';
import type { Directory } from './directory/directory.ts';
import { englishText } from './explain.ts';

type Reason = keyof typeof HOSTING_CATALOG & `recipient-${string}`;

/** A sentence beside the reason. */
interface Note {
  readonly id: Reason;
  readonly values: Readonly<Record<string, string>>;
}

interface Candidate {
  readonly finding: RoleFinding;
  readonly reason: Reason;
  readonly values: Readonly<Record<string, string>>;
}

/** What the order is made of. */
export interface Findings {
  readonly roles: readonly RoleFinding[];
  readonly origins: readonly OriginStatement[];
}

/**
 * Whom to write to, in order: where the media lies, where items lie, then the page's platform or host or, where only
 * an edge shows, the edge (which is asked who the host is), what lies underneath, and the registrar last. A claim is
 * no recipient, nor is a lead. A provider is written to once, with all its hosts.
 */
export function recipientsOf(findings: Findings, directory: Directory): Recipient[] {
  const proven = findings.roles.filter(isProven);
  const candidates = [
    ...serving(findings, ({ serves }) => serves.includes('media') && !serves.includes('page'), 'media'),
    ...serving(
      findings,
      ({ serves }) => serves.includes('item') && !serves.includes('page') && !serves.includes('media'),
      'item',
    ),
    ...serving(findings, ({ serves }) => serves.includes('page'), 'page'),
  ];
  return joined([...candidates, ...registrars(proven)], findings, directory);
}

type What = 'media' | 'item' | 'page';

function serving(
  { roles, origins }: Findings,
  wanted: (finding: RoleFinding) => boolean,
  what: What,
): Candidate[] {
  const hosts = new Map<string, RoleFinding[]>();
  for (const finding of roles.filter(isProven).filter(wanted)) {
    if (finding.role === 'dns' || finding.role === 'registrar') continue;
    hosts.set(finding.host, [...(hosts.get(finding.host) ?? []), finding]);
  }
  return [...hosts].flatMap(([host, layers]) =>
    candidatesOf(layers, what, origins.find((one) => one.host === host)?.state ?? 'unknown'),
  );
}

function isProven({ confidence }: RoleFinding): boolean {
  return confidence !== 'claimed';
}

/** A platform takes notices itself; else every proven layer is a candidate, the one that keeps the content first. */
function candidatesOf(
  layers: readonly RoleFinding[],
  what: What,
  origin: OriginStatement['state'],
): Candidate[] {
  const platform = layers.find(({ role }) => role === 'platform');
  if (platform) return [candidate(platform, 'recipient-platform')];
  const ordered = layers.toSorted((a, b) => Number(isFront(a)) - Number(isFront(b)));
  return ordered.map((finding, at) =>
    candidate(finding, at > 0 ? 'recipient-layer' : firstReason(finding, what, origin)),
  );
}

function firstReason(finding: RoleFinding, what: What, origin: OriginStatement['state']): Reason {
  const hidden = origin === 'not-publicly-determinable';
  if (what === 'media') return isFront(finding) || hidden ? 'recipient-media-edge' : 'recipient-media';
  if (isFront(finding)) return 'recipient-edge';
  if (origin === 'unknown' || hidden) return 'recipient-host-front';
  if (what === 'item') return keepsContent(finding) ? 'recipient-item' : 'recipient-item-likely';
  return keepsContent(finding) ? 'recipient-host' : 'recipient-host-likely';
}

/** Whether what was found only stands in front, so that it can be asked who keeps the content. */
function isFront({ role }: RoleFinding): boolean {
  return role === 'edge';
}

/** Known by more than the network of the address, which may be rented out: by the name, or by a header as well. */
function keepsContent({ confidence, class: of, evidence }: RoleFinding): boolean {
  if (of === 'transit' || of === 'unclassified') return false;
  return (
    confidence === 'confirmed' || evidence.some(({ id }) => id === 'evidence-host' || id === 'evidence-cname')
  );
}

function registrars(proven: readonly RoleFinding[]): Candidate[] {
  const onPlatform = proven.some(({ role, serves }) => role === 'platform' && serves.includes('page'));
  if (onPlatform) return [];
  return proven
    .filter(({ role, serves }) => role === 'registrar' && serves.includes('page'))
    .map((finding) => candidate(finding, 'recipient-registrar'));
}

function candidate(finding: RoleFinding, reason: Reason): Candidate {
  return {
    finding,
    reason,
    values: { provider: finding.provider, host: finding.hostUnicode ?? finding.host },
  };
}

function joined(candidates: readonly Candidate[], findings: Findings, directory: Directory): Recipient[] {
  const byFamily = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const family = directory.get(one.finding.providerId)?.family ?? one.finding.providerId;
    byFamily.set(family, [...(byFamily.get(family) ?? []), one]);
  }
  return [...byFamily.values()].map((group) => recipientFrom(group, findings, directory));
}

function recipientFrom(group: readonly Candidate[], findings: Findings, directory: Directory): Recipient {
  const [first] = group;
  if (!first) throw new RangeError('a group has at least one candidate');
  const { finding, reason, values } = first;
  const provider = directory.get(finding.providerId);
  const contacts = group.flatMap((one) => one.finding.contacts);
  const [channel = null, ...alternatives] = channelsOf(provider, contacts);
  const notes = [
    channel ? channelNote(channel) : withoutChannel(group),
    referenceNote(finding),
    originNote(finding, findings),
  ].filter((one) => one !== null);
  return {
    provider: finding.provider,
    providerId: finding.providerId,
    class: finding.class,
    role: finding.role,
    hosts: [...new Set(group.map((one) => one.finding.host))],
    channel,
    alternatives,
    why: [{ id: reason, values }, ...notes].map((one) => englishText(one.id, one.values)).join(' '),
    reason: { id: reason, values },
    ...(notes.length > 0 ? { notes } : {}),
    behaviour: provider?.behaviour ?? 'unknown',
  };
}

/** The directory's channels (the user's own, where there is an entry of theirs), then what the registries name. */
function channelsOf(provider: Provider | undefined, contacts: readonly Contact[]): Channel[] {
  const own = (provider?.channels ?? []).toSorted((a, b) => Number(b.designated) - Number(a.designated));
  const known = new Set(own.map(({ address }) => address.toLowerCase()));
  const registry = contacts
    .filter(({ origin }) => origin === 'rdap' || origin === 'dns')
    .map(channelFromContact)
    .filter(
      (channel) =>
        channel !== null &&
        !known.has(channel.address.toLowerCase()) &&
        known.add(channel.address.toLowerCase()),
    );
  const found = registry.filter((channel) => channel !== null);
  const spoken = (channel: Channel) => channel.kind === 'phone';
  return [...own, ...found.filter((one) => !spoken(one)), ...found.filter(spoken)];
}

/** A written channel where the contact has one; a telephone number is better than nothing, and is said to be all. */
function channelFromContact({ email, url, phone, origin, source, about }: Contact): Channel | null {
  const address = email ?? url ?? phone;
  if (address === undefined) return null;
  return {
    kind: email !== undefined ? 'email' : url !== undefined ? 'form' : 'phone',
    address,
    languages: [],
    attachments: null,
    designated: false,
    origin,
    source: `${source} (${about})`,
    checkedOn: 'at capture',
  };
}

/** Why there is no channel: nobody may say that none is published who has not read where it would stand. */
function withoutChannel(group: readonly Candidate[]): Note {
  const [first] = group;
  if (first?.finding.role === 'registrar') return { id: 'recipient-no-channel-entry', values: {} };
  const searches = group.map(({ finding }) => finding.contactSearch);
  const search = searches.find((one) => one !== 'not-of-address') ?? searches[0];
  return { id: NO_CHANNEL[search ?? 'incomplete'], values: first?.values ?? {} };
}

const NO_CHANNEL: Readonly<Record<ContactSearch, Reason>> = {
  complete: 'recipient-no-channel',
  'own-entry': 'recipient-no-channel-entry',
  incomplete: 'recipient-no-channel-incomplete',
  'not-made': 'recipient-not-looked-up',
  'not-of-address': 'recipient-no-channel-name',
};

function channelNote(channel: Channel): Note | null {
  if (channel.kind === 'phone') return { id: 'recipient-channel-phone', values: {} };
  if (channel.origin === 'user') return { id: 'recipient-channel-user', values: {} };
  if (channel.origin === 'bundled')
    return channel.checkedOn === 'never' ? { id: 'recipient-channel-unchecked', values: {} } : null;
  return { id: 'recipient-channel-registry', values: { source: channel.source } };
}

function referenceNote({ reference }: RoleFinding): Note | null {
  return reference
    ? { id: 'recipient-quote', values: { name: reference.name, value: reference.value } }
    : null;
}

function originNote(finding: RoleFinding, { origins }: Findings): Note | null {
  const hidden = origins.find(
    ({ host, state }) => host === finding.host && state === 'not-publicly-determinable',
  );
  return hidden && finding.role !== 'registrar'
    ? { id: 'recipient-ask-host', values: { provider: finding.provider } }
    : null;
}
