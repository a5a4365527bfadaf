import type { NetworkLog } from '../case/network.ts';
import { isLocalName, parseAddress } from './address.ts';
import type { HostingSettings } from './environment.ts';
import { registeredDomain } from './host-name.ts';
import { bundledBootstrap, serviceForAddress, serviceForName } from './observe/bootstrap.ts';
import { subjectsOf } from './subjects.ts';

/** Somebody who would be asked, and what about: shown before the first time. Keys are of the hosting catalog. */
export interface PlannedLookup {
  readonly key: 'lookup-resolver' | 'lookup-registry';
  /** Host name of the resolver or registry. */
  readonly who: string;
  /** Names and addresses it would learn. */
  readonly what: readonly string[];
}

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
  const resolvers = settings.dohUrls
    .filter((url) => URL.canParse(url))
    .map((url) => ({ key: 'lookup-resolver' as const, who: new URL(url).host, what: names }));
  return names.length > 0 ? [...resolvers, ...registries(subjects, names)] : registries(subjects, names);
}

function registries(subjects: ReturnType<typeof subjectsOf>, names: readonly string[]): PlannedLookup[] {
  const bootstrap = bundledBootstrap();
  const byRegistry = new Map<string, Set<string>>();
  const add = (base: string | null, what: string) => {
    if (base === null) return;
    const who = new URL(base).host;
    byRegistry.set(who, (byRegistry.get(who) ?? new Set()).add(what));
  };
  for (const { observed } of subjects) {
    const address = observed === null ? null : parseAddress(observed);
    if (address?.kind === 'public') add(serviceForAddress(bootstrap, address.text), address.text);
  }
  for (const name of names) {
    const domain = registeredDomain(name);
    if (domain !== null) add(serviceForName(bootstrap, domain), domain);
  }
  return [...byRegistry].map(([who, what]) => ({ key: 'lookup-registry' as const, who, what: [...what] }));
}
