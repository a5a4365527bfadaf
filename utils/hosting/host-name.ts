import { toUnicode } from 'punycode.js';
import { getDomain } from 'tldts';
import { isLocalName, parseAddress } from './address.ts';

/** A host as a URL names it. */
export interface HostName {
  /** A-label, lower case, no port, no trailing dot; an address without brackets. */
  readonly host: string;
  /** U-label, where it differs. */
  readonly unicode?: string;
  readonly isAddress: boolean;
}

const NETWORK_SCHEMES = new Set(['http:', 'https:', 'ws:', 'wss:']);

/** The host of a URL (user, port and trailing dot taken off); null for URLs that name no server. */
export function hostOfUrl(url: string): HostName | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return NETWORK_SCHEMES.has(protocol) && hostname ? hostName(hostname) : null;
}

/** Normalises a host name or address literal. */
export function hostName(text: string): HostName {
  const host = normalise(text);
  const address = parseAddress(host);
  if (address) return { host: address.text, isAddress: true };
  const unicode = unicodeOf(host);
  return unicode === host ? { host, isAddress: false } : { host, unicode, isAddress: false };
}

/** Lower case, without brackets and trailing dot. DNS names compare without regard to either. */
export function normalise(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}

/**
 * The name somebody registered: `example.co.uk` for `www.example.co.uk`. Private suffixes count, so `a.workers.dev`
 * is itself one. Null for addresses and names outside the public tree.
 */
export function registrableDomain(host: string): string | null {
  if (isLocalName(host) && !host.endsWith('.test')) return null;
  return getDomain(host, { allowPrivateDomains: true });
}

/** The name below which the registry sells: for RDAP, which knows nothing of private suffixes. */
export function registeredDomain(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: false });
}

function unicodeOf(host: string): string {
  if (!host.includes('xn--')) return host;
  try {
    return toUnicode(host);
  } catch (error) {
    // A label that only looks like Punycode is shown as it stands: that is what it is.
    if (error instanceof RangeError) return host;
    throw error;
  }
}
