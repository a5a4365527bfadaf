import type { Confidence, ServerRole } from '../case/hosting.ts';
import type { Header } from '../case/network.ts';
import { canonicalAddress } from './address.ts';
import { BUNDLED_PROVIDERS } from './directory/bundled.ts';
import type { Match, RuleIndex } from './rule-index.ts';
import { ruleIndex } from './rules/all.ts';
import type { RuleKind } from './rules/rule.ts';

/** What is known of one host. Names are A-labels in lower case without trailing dot. */
export interface HostFacts {
  readonly host: string;
  /** The address the browser used, else one that was resolved; null where none is known. */
  readonly address: string | null;
  /** `dns`: the address was only looked up, so that nothing ties it to the headers. Absent: seen. */
  readonly addressSource?: 'connection' | 'dns' | null;
  /** The chain of aliases, in order. */
  readonly cnames?: readonly string[];
  /** Networks announcing the address. */
  readonly asns?: readonly number[];
  readonly headers?: readonly Pick<Header, 'name' | 'value'>[];
  /** The headers are those of an earlier visit: they claim, and support nothing seen or looked up today. */
  readonly fromCache?: boolean;
  readonly ptr?: readonly string[];
}

/** A provider found for a host, with every rule that fits. */
export interface Found {
  readonly providerId: string;
  readonly role: ServerRole;
  readonly confidence: Confidence;
  readonly matches: readonly Match[];
}

/** Reverse names are not among them: whoever rents a server sets them. */
const ADDRESS_KINDS: ReadonlySet<RuleKind> = new Set<RuleKind>(['cidr', 'asn']);
/** What ties a name to a provider. */
export const NAME_KINDS: ReadonlySet<RuleKind> = new Set<RuleKind>(['host', 'cname']);
const HEADER_KINDS: ReadonlySet<RuleKind> = new Set<RuleKind>(['header', 'cookie']);
const FAMILIES: ReadonlyMap<string, string> = new Map(
  BUNDLED_PROVIDERS.map((provider) => [provider.id, provider.family]),
);

/**
 * Who serves a host, by the rules: every layer that shows, the surest first. A finding that rests on headers
 * alone is never more than `claimed`.
 */
export function classifyHost(facts: HostFacts, index: RuleIndex = ruleIndex()): Found[] {
  const matches = matchesOf(facts, index);
  if (matches.length === 0) return [];
  const found: Found[] = [];
  for (const providers of grouped(matches)) found.push(...layersOfFamily(providers, facts, index));
  return found.length > 1 ? found.toSorted((a, b) => rank(a, found) - rank(b, found)) : found;
}

/** The company a provider belongs to. */
export function familyOf(provider: string): string {
  return FAMILIES.get(provider) ?? provider;
}

/** Published ranges that hold the address although today's routing gives it to networks of other companies. */
export function contradictedRanges(facts: HostFacts, index: RuleIndex = ruleIndex()): Match[] {
  const { asns = [] } = facts;
  const address = facts.address ? canonicalAddress(facts.address) : null;
  if (address === null || asns.length === 0) return [];
  const found: Match[] = [];
  index.address(address, found);
  return found.filter(({ rule }) => isContradicted(familyOf(rule.provider), asns, index));
}

function isContradicted(family: string, asns: readonly number[], index: RuleIndex): boolean {
  const numbers = numbersOf(family, index);
  return numbers.size > 0 && !asns.some((asn) => numbers.has(asn));
}

const NUMBERS = new WeakMap<RuleIndex, Map<string, Set<number>>>();

/** Numbers of all networks of a company that a rule names. Empty: none is known, which contradicts nothing. */
function numbersOf(family: string, index: RuleIndex): ReadonlySet<number> {
  let byFamily = NUMBERS.get(index);
  if (!byFamily) {
    byFamily = new Map<string, Set<number>>();
    for (const { provider, asn } of index.numbers) {
      const of = familyOf(provider);
      byFamily.set(of, (byFamily.get(of) ?? new Set<number>()).add(asn));
    }
    NUMBERS.set(index, byFamily);
  }
  return byFamily.get(family) ?? NO_NUMBERS;
}

const NO_NUMBERS: ReadonlySet<number> = new Set<number>();

/** Matches by family, and in it by provider and role. They are few, so lists are searched. */
function grouped(matches: readonly Match[]): Match[][][] {
  const families: { readonly family: string; readonly providers: Match[][] }[] = [];
  for (const match of matches) {
    const { provider, role } = match.rule;
    const family = familyOf(provider);
    let known = families.find((one) => one.family === family);
    if (!known) families.push((known = { family, providers: [] }));
    const own = known.providers.find(
      ([first]) => first?.rule.provider === provider && first.rule.role === role,
    );
    if (own) own.push(match);
    else known.providers.push([match]);
  }
  return families.map(({ providers }) => providers);
}

/** Who runs a domain's name servers. A name server no rule knows is named by its own name: see `domain-report.ts`. */
export function classifyNameServers(names: readonly string[], index: RuleIndex = ruleIndex()): Found[] {
  const byProvider = new Map<string, Match[]>();
  const found: Match[] = [];
  for (const name of names) index.name('ns', name, found);
  for (const match of found) {
    byProvider.set(match.rule.provider, [...(byProvider.get(match.rule.provider) ?? []), match]);
  }
  return [...byProvider].map(([providerId, matches]) => ({
    providerId,
    role: 'dns',
    confidence: 'probable',
    matches,
  }));
}

function matchesOf(facts: HostFacts, index: RuleIndex): Match[] {
  const found: Match[] = [];
  index.name('host', facts.host, found);
  const address = facts.address ? canonicalAddress(facts.address) : null;
  if (address) addListed(address, facts.asns ?? [], index, found);
  for (const asn of facts.asns ?? []) index.asn(asn, found);
  for (const name of facts.cnames ?? []) index.name('cname', name, found);
  for (const name of facts.ptr ?? []) index.name('ptr', name, found);
  for (const { name, value } of facts.headers ?? []) index.header(name, value, found);
  return found;
}

/** Lists age: where the address is announced by another company today, the live answer counts. */
function addListed(address: string, asns: readonly number[], index: RuleIndex, found: Match[]): void {
  const listed: Match[] = [];
  index.address(address, listed);
  for (const match of listed)
    if (asns.length === 0 || !isContradicted(familyOf(match.rule.provider), asns, index)) found.push(match);
}

/**
 * The layers of one family (one company). Where its edge is proven by a network fact of its own, the address belongs
 * to the edge and says nothing of a host behind it; where the host is proven by name, of the family only an edge that
 * a name proves too stands in front of it.
 */
function layersOfFamily(
  providers: readonly (readonly Match[])[],
  facts: HostFacts,
  index: RuleIndex,
): Found[] {
  const weigh = (own: readonly Match[], lent: readonly Match[]) => assess(own, lent, facts, index);
  const [only] = providers;
  if (only && providers.length === 1) return [weigh(only, [])].filter((one) => one !== null);
  const edges = providers.filter((matches) => matches[0]?.rule.role === 'edge');
  const hosts = providers.filter((matches) => matches[0]?.rule.role !== 'edge');
  const named = hosts.filter((matches) => has(matches, NAME_KINDS));
  if (named.length > 0) {
    const best = named.reduce((a, b) => (specificity(b) > specificity(a) ? b : a));
    const front = edges.filter((matches) => hasOtherName(matches, best));
    const rest = providers.filter((matches) => matches !== best && !front.includes(matches)).flat();
    return [weigh(best, rest), ...front.map((own) => weigh(own, []))].filter((one) => one !== null);
  }
  const layers = edges.map((own) => weigh(own, [])).filter((one) => one !== null);
  const edgeProven = edges.some((own) => has(own, ADDRESS_KINDS) || has(own, NAME_KINDS));
  const addressMatches = edgeProven ? [] : hosts.flat().filter(({ rule }) => ADDRESS_KINDS.has(rule.kind));
  const own = hosts
    .map((matches) => (edgeProven ? matches.filter(({ rule }) => !ADDRESS_KINDS.has(rule.kind)) : matches))
    .map((matches) => weigh(matches, addressMatches))
    .filter((one) => one !== null);
  return [...layers, ...mostSpecific(own)];
}

/** Whether an edge is known by a name that is not the one by which the host is known. */
function hasOtherName(edge: readonly Match[], host: readonly Match[]): boolean {
  const names = (matches: readonly Match[]) =>
    matches.flatMap(({ rule, values }) => (NAME_KINDS.has(rule.kind) ? [values.name] : []));
  const known = new Set(names(host));
  return names(edge).some((name) => !known.has(name));
}

/** Of one family's hosts, those known by their own headers stand for those known by the shared address only. */
function mostSpecific(hosts: readonly Found[]): readonly Found[] {
  const byHeader = hosts.filter((host) => has(host.matches, HEADER_KINDS));
  return byHeader.length > 0 ? byHeader : hosts;
}

/** The longest name of the provider that fits: `s3.amazonaws.com` says more than `amazonaws.com`. */
function specificity(matches: readonly Match[]): number {
  const weights = matches.map(({ rule }) =>
    !NAME_KINDS.has(rule.kind) ? 0 : rule.pattern.startsWith('~') ? 1000 : rule.pattern.length,
  );
  return Math.max(...weights);
}

function has(matches: readonly Match[], kinds: ReadonlySet<RuleKind>): boolean {
  return matches.some(({ rule }) => rule.strength === 'decides' && kinds.has(rule.kind));
}

/** Weighs one provider's matches; `lent` are those of its family. Null: nothing decides. */
function assess(
  own: readonly Match[],
  lent: readonly Match[],
  facts: HostFacts,
  index: RuleIndex,
): Found | null {
  const first = own[0]?.rule;
  if (!first || !own.some(({ rule }) => rule.strength === 'decides')) return null;
  const matches = lent.length === 0 ? own : [...own, ...lent.filter((match) => !own.includes(match))];
  const confidence = confidenceOf(matches, own, facts, index);
  return { providerId: first.provider, role: first.role, confidence, matches };
}

/**
 * Confirmed takes one moment: a header, and a name or the address that the browser used. An address that was looked
 * up and headers of an earlier visit are two facts, of two times.
 */
function confidenceOf(
  matches: readonly Match[],
  own: readonly Match[],
  facts: HostFacts,
  index: RuleIndex,
): Confidence {
  const header = facts.fromCache !== true && has(matches, HEADER_KINDS);
  const named = has(matches, NAME_KINDS);
  if (named || has(matches, ADDRESS_KINDS)) {
    const seen = named || facts.addressSource !== 'dns';
    return header && seen ? 'confirmed' : 'probable';
  }
  return header && own.some((match) => supports(match, facts, index)) ? 'probable' : 'claimed';
}

/** A network shared with others supports a header, unless the provider publishes its own addresses in it. */
function supports({ rule }: Match, { address }: HostFacts, index: RuleIndex): boolean {
  if (rule.strength !== 'supports' || !ADDRESS_KINDS.has(rule.kind)) return false;
  return rule.kind === 'cidr' || address === null || !index.lists(rule.provider, address);
}

/** Some providers sit on another's network (bunny.net on Datacamp): the tenant is the nearer to the content. */
function hasTenant(owner: Found, found: readonly Found[]): boolean {
  if (!owner.matches.every(({ rule }) => rule.kind === 'asn')) return false;
  return found.some((tenant) => tenant !== owner && sitsOn(tenant, owner));
}

function sitsOn(tenant: Found, owner: Found): boolean {
  if (tenant.confidence === 'claimed') return false;
  return tenant.matches.some(
    ({ rule }) =>
      rule.kind === 'asn' &&
      rule.strength === 'supports' &&
      owner.matches.some((match) => match.rule.pattern === rule.pattern),
  );
}

const CONFIDENCES: readonly Confidence[] = ['confirmed', 'probable', 'claimed'];
const ROLES: readonly ServerRole[] = ['platform', 'content-host', 'media-host', 'edge', 'dns', 'registrar'];

/** A platform comes first whatever network it sits on; then the surest, a tenant before the network's owner. */
function rank(one: Found, found: readonly Found[]): number {
  if (one.role === 'platform') return -1;
  const place = hasTenant(one, found) ? ROLES.length : ROLES.indexOf(one.role);
  return CONFIDENCES.indexOf(one.confidence) * 10 + place;
}
