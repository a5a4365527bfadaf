import type { NetworkLog } from '../case/network.ts';
import { isLocalName, parseAddress } from './address.ts';
import type { HostingSettings } from './environment.ts';
import { bundledBootstrap, serviceForAddress, serviceForName } from './observe/bootstrap.ts';
import { REGISTRY_LIST_HOST } from './observe/registry-of-registries.ts';
import { ownName } from './own-name.ts';
import { subjectsOf } from './subjects.ts';

/**
 * Kinds of parties: a resolver; lists that are read through it; a registry by the bundled list, or by the user's own list; the registrar that a registry
 * refers to; the registries of addresses and numbers that only the answers name; and whoever publishes the list of registries, who learns nothing of the page.
 */
export type LookupParty =
  | 'lookup-resolver'
  | 'lookup-through-resolver'
  | 'lookup-registry'
  | 'lookup-registries-of'
  | 'lookup-number-registries'
  | 'lookup-registrar'
  | 'lookup-bootstrap';

/** Somebody who would be asked, and what about: shown before the first time. Keys are of the hosting catalog. */
export interface PlannedLookup {
  readonly key: LookupParty;
  /** Host name of who is asked; empty for the registrar, whom only the registry's answer names. */
  readonly who: string;
  /** Names and addresses it would learn. */
  readonly what: readonly string[];
}

/** Lists in the domain name system: whose network an address is, and where its abuse is reported. */
const THROUGH_RESOLVER = 'Team Cymru, Abusix';

/** Who would be asked about a page, by the bundled registry of registries. Asks nobody. */
export function planLookups(
  log: NetworkLog,
  itemUrls: readonly string[],
  settings: Pick<HostingSettings, 'dohUrls' | 'allowPrivateAddresses' | 'rdapBootstrapUrl'>,
  pageUrl?: string,
): PlannedLookup[] {
  const subjects = subjectsOf(log, itemUrls, pageUrl);
  const names = subjects
    .filter(({ host, isAddress }) => !isAddress && (settings.allowPrivateAddresses || !isLocalName(host)))
    .map(({ host }) => host);
  const addresses = subjects.flatMap(({ observed }) => {
    const address = observed === null ? null : parseAddress(observed);
    return address && (settings.allowPrivateAddresses || address.kind === 'public') ? [address.text] : [];
  });
  // Reverse name, network and list of abuse contacts of an address are asked of the resolver too.
  const asked = [...names, ...new Set(addresses)];
  if (asked.length === 0) return [];
  const resolvers = settings.dohUrls
    .filter((url) => URL.canParse(url))
    .map((url): PlannedLookup => ({ key: 'lookup-resolver', who: new URL(url).host, what: asked }));
  if (resolvers.length > 0)
    resolvers.push({ key: 'lookup-through-resolver', who: THROUGH_RESOLVER, what: asked });
  const { rdapBootstrapUrl } = settings;
  if (URL.canParse(rdapBootstrapUrl)) {
    const who = new URL(rdapBootstrapUrl).host;
    return [...resolvers, { key: 'lookup-registries-of', who, what: asked }];
  }
  const found = registries(addresses, names);
  const domains = [...new Set(names.map(ownName))].filter((domain) => domain !== null);
  return [
    ...resolvers,
    ...found,
    ...(resolvers.length > 0 ? [{ key: 'lookup-number-registries' as const, who: '', what: asked }] : []),
    ...(domains.length > 0 ? [{ key: 'lookup-registrar' as const, who: '', what: domains }] : []),
    ...(found.length > 0 ? [{ key: 'lookup-bootstrap' as const, who: REGISTRY_LIST_HOST, what: [] }] : []),
  ];
}

function registries(addresses: readonly string[], names: readonly string[]): PlannedLookup[] {
  const bootstrap = bundledBootstrap();
  const byRegistry = new Map<string, Set<string>>();
  const add = (base: string | null, what: string) => {
    if (base === null) return;
    const who = new URL(base).host;
    byRegistry.set(who, (byRegistry.get(who) ?? new Set()).add(what));
  };
  for (const address of addresses) add(serviceForAddress(bootstrap, address), address);
  for (const name of names) {
    const domain = ownName(name);
    if (domain !== null) add(serviceForName(bootstrap, domain), domain);
  }
  return [...byRegistry].map(([who, what]) => ({ key: 'lookup-registry' as const, who, what: [...what] }));
}
