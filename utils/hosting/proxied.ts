import type { Hop, NetworkLog, NetworkRequest, ProxyUse } from '../case/network.ts';
import { isLocalName, isPublicAddress } from './address.ts';
import { classifyHost } from './classify.ts';
import { hostOfUrl, registrableDomain } from './host-name.ts';

/** What an entry of the log says of its connection. */
interface Connected {
  readonly url: string;
  readonly ip: string | null;
  readonly fromCache: boolean;
  readonly proxy?: string;
}

/** Unrelated domains that must all have been answered by one address before it is taken for a proxy's. */
const UNRELATED_DOMAINS = 3;

/**
 * Takes out of a log every address that is not the server's, so that nothing built on it (roles, archive, notices)
 * can name the wrong machine: that of an earlier visit (a cached response; Chromium gives it), and that of a proxy.
 * Firefox names a request's proxy. Chromium gives the proxy's address as if it were the server's, so it is inferred:
 * see {@link isProxyAddress}, and one address that answers for three unrelated domains and belongs to no known edge.
 */
export function withServerAddressesOnly(log: NetworkLog): NetworkLog {
  const all = connectionsOf(log);
  const shared = addressOfAll(all);
  const corrected = <T extends Connected>(entry: T): T => serverAddressOnly(entry, shared);
  const use = proxyUse(all, shared);
  return {
    ...log,
    hops: log.hops.map(corrected),
    mainResponse: log.mainResponse && corrected(log.mainResponse),
    requests: log.requests.map((request): NetworkRequest => {
      const { redirects, ...rest } = corrected(request);
      return redirects ? { ...rest, redirects: redirects.map((hop): Hop => corrected(hop)) } : rest;
    }),
    ...(use ? { proxy: use } : {}),
  };
}

/**
 * Whether a connection to this host cannot have ended at this address: a name of the public internet, and an address
 * of this machine, a local network or a translator. Proxies and tunnels on the user's machine look like this.
 */
export function isProxyAddress(url: string, address: string): boolean {
  const host = hostOfUrl(url);
  if (!host || host.isAddress || !host.host.includes('.') || isLocalName(host.host)) return false;
  return !isPublicAddress(address);
}

/** One entry of a log with the server's address or none. `shared`: an address known to be a proxy's. */
export function serverAddressOnly<T extends Connected>(entry: T, shared: string | null = null): T {
  const { ip, url, fromCache, proxy } = entry;
  if (proxy !== undefined) return { ...entry, ip: null };
  if (ip === null) return entry;
  if (ip === shared || isProxyAddress(url, ip)) return { ...entry, ip: null, proxy: ip };
  return fromCache ? { ...entry, ip: null } : entry;
}

function proxyUse(all: readonly Connected[], shared: string | null): ProxyUse | null {
  const named = all.find(({ proxy }) => proxy !== undefined)?.proxy;
  if (named !== undefined) return { address: named, known: 'named-by-browser' };
  if (shared !== null) return { address: shared, known: 'one-address-for-all' };
  const local = all.find(({ url, ip }) => ip !== null && isProxyAddress(url, ip))?.ip;
  return local ? { address: local, known: 'local-address' } : null;
}

function connectionsOf({ hops, requests }: NetworkLog): Connected[] {
  return [...hops, ...requests, ...requests.flatMap(({ redirects }) => redirects ?? [])];
}

/** The one address that answered for everything, where that can only be a proxy; else null. */
function addressOfAll(all: readonly Connected[]): string | null {
  const live = all.filter(({ ip, fromCache }) => ip !== null && !fromCache);
  const [address] = new Set(live.map(({ ip }) => ip));
  if (!address || live.some(({ ip }) => ip !== address) || !isPublicAddress(address)) return null;
  const domains = new Set(live.map(({ url }) => registrableDomain(hostOfUrl(url)?.host ?? '')));
  domains.delete(null);
  if (domains.size < UNRELATED_DOMAINS) return null;
  // A CDN may well serve several customers of one page from one address.
  return classifyHost({ host: '', address }).length > 0 ? null : address;
}
