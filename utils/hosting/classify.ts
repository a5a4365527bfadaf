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
  /** The chain of aliases, in order. */
  readonly cnames?: readonly string[];
  /** Networks announcing the address. */
  readonly asns?: readonly number[];
  readonly headers?: readonly Pick<Header, 'name' | 'value'>[];
  readonly ptr?: readonly string[];
}

/** A provider found for a host, with every rule that fits. */
export interface Found {
  readonly providerId: string;
  readonly role: ServerRole;
  readonly confidence: Confidence;
  readonly matches: readonly Match[];
}

const ADDRESS_KINDS: ReadonlySet<RuleKind> = new Set<RuleKind>(['cidr', 'asn', 'ptr']);
const NAME_KINDS: ReadonlySet<RuleKind> = new Set<RuleKind>(['host', 'cname']);
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
  for (const providers of grouped(matches)) found.push(...layersOfFamily(providers));
  return found.length > 1 ? withoutSharedNetworks(found).toSorted((a, b) => rank(a) - rank(b)) : found;
}

/** Matches by family, and in it by provider and role. They are few, so lists are searched. */
function grouped(matches: readonly Match[]): Match[][][] {
  const families: { readonly family: string; readonly providers: Match[][] }[] = [];
  for (const match of matches) {
    const { provider, role } = match.rule;
    const family = FAMILIES.get(provider) ?? provider;
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

/** Who runs a domain's name servers. A name server no rule knows is named by nobody: see `dns-role.ts`. */
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
  if (address) index.address(address, found);
  for (const asn of facts.asns ?? []) index.asn(asn, found);
  for (const name of facts.cnames ?? []) index.name('cname', name, found);
  for (const name of facts.ptr ?? []) index.name('ptr', name, found);
  for (const { name, value } of facts.headers ?? []) index.header(name, value, found);
  return found;
}

/**
 * The layers of one family (one company). Where its edge is proven, the address belongs to the edge and says
 * nothing of a host behind it; where the host is proven by name, nothing of the family stands in front of it.
 */
function layersOfFamily(providers: readonly (readonly Match[])[]): Found[] {
  const [only] = providers;
  if (only && providers.length === 1) return [assess(only, [])].filter((one) => one !== null);
  const edges = providers.filter((matches) => matches[0]?.rule.role === 'edge');
  const hosts = providers.filter((matches) => matches[0]?.rule.role !== 'edge');
  const named = hosts.filter((matches) => has(matches, NAME_KINDS));
  if (named.length > 0) {
    const best = named.reduce((a, b) => (specificity(b) > specificity(a) ? b : a));
    const rest = providers.filter((matches) => matches !== best).flat();
    return [assess(best, rest)].filter((one) => one !== null);
  }
  const layers = edges.map((own) => assess(own, [])).filter((one) => one !== null);
  const edgeProven = layers.some((layer) => layer.confidence !== 'claimed');
  const addressMatches = edgeProven ? [] : hosts.flat().filter(({ rule }) => ADDRESS_KINDS.has(rule.kind));
  const own = hosts
    .map((matches) => (edgeProven ? matches.filter(({ rule }) => !ADDRESS_KINDS.has(rule.kind)) : matches))
    .map((matches) => assess(matches, addressMatches))
    .filter((one) => one !== null);
  return [...layers, ...mostSpecific(own)];
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
function assess(own: readonly Match[], lent: readonly Match[]): Found | null {
  const first = own[0]?.rule;
  if (!first || !own.some(({ rule }) => rule.strength === 'decides')) return null;
  const matches = lent.length === 0 ? own : [...own, ...lent.filter((match) => !own.includes(match))];
  const network = has(matches, ADDRESS_KINDS) || has(matches, NAME_KINDS);
  const header = has(matches, HEADER_KINDS);
  const supported = own.some(({ rule }) => rule.strength === 'supports' && ADDRESS_KINDS.has(rule.kind));
  const confidence = network ? (header ? 'confirmed' : 'probable') : supported ? 'probable' : 'claimed';
  return { providerId: first.provider, role: first.role, confidence, matches };
}

/**
 * Some providers sit on another's network (bunny.net on Datacamp): with the tenant's own header, the network's
 * number alone no longer speaks for its owner.
 */
function withoutSharedNetworks(found: readonly Found[]): Found[] {
  return found.filter((owner) => {
    if (!owner.matches.every(({ rule }) => rule.kind === 'asn')) return true;
    return !found.some((tenant) => tenant !== owner && sitsOn(tenant, owner));
  });
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

/** A platform comes first whatever network it sits on; then the surest. */
function rank(found: Found): number {
  if (found.role === 'platform') return -1;
  return CONFIDENCES.indexOf(found.confidence) * 10 + ROLES.indexOf(found.role);
}
