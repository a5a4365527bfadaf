import ipaddr from 'ipaddr.js';

/**
 * What an address is good for. `public`: may be looked up and written to; everything else names no server
 * on the internet (RFC 6890 and its successors), except that a `translated` one hides an IPv4 address in it.
 */
export type AddressKind = 'public' | 'private' | 'loopback' | 'link-local' | 'documentation' | 'reserved';

/** A parsed address: canonical text, and IPv4 where IPv6 only wraps it. */
export interface Address {
  /** Canonical form (RFC 5952); the wrapped IPv4 address for IPv4-mapped and NAT64 forms. */
  readonly text: string;
  readonly version: 4 | 6;
  readonly kind: AddressKind;
  /** How the IPv4 address was wrapped, where it was. */
  readonly wrapped?: 'ipv4-mapped' | 'nat64' | '6to4';
}

const PRIVATE = new Set(['private', 'uniqueLocal', 'carrierGradeNat']);
const DOCUMENTATION_V4 = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'].map((cidr) =>
  ipaddr.IPv4.parseCIDR(cidr),
);
const DOCUMENTATION_V6 = ['2001:db8::/32', '3fff::/20'].map((cidr) => ipaddr.IPv6.parseCIDR(cidr));
const NAT64_LOCAL = ipaddr.IPv6.parseCIDR('64:ff9b:1::/48');
const RESERVED_V4 = ['198.18.0.0/15', '192.0.0.0/24'].map((cidr) => ipaddr.IPv4.parseCIDR(cidr));

/** Reads an IPv4 or IPv6 literal (brackets and zone allowed); null where it is none. */
export function parseAddress(text: string): Address | null {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!/^[0-9a-f:.]+$/i.test(bare)) return null;
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return describeV4(ipaddr.IPv4.parse(bare));
  if (!bare.includes(':') || !ipaddr.IPv6.isValid(bare)) return null;
  return describeV6(ipaddr.IPv6.parse(bare));
}

const DOTTED = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/** First groups of the forms that wrap an IPv4 address: only these need a closer look. */
const WRAPPING = /^(0{0,4}:|64:ff9b|2002:)/i;

/** Canonical text of an address literal, IPv4 unwrapped; null where it is none. Cheap: this runs for every host. */
export function canonicalAddress(text: string): string | null {
  if (DOTTED.test(text)) return text;
  if (WRAPPING.test(text) || !text.includes(':') || !/^[0-9a-f:]+$/i.test(text))
    return parseAddress(text)?.text ?? null;
  return ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text).toRFC5952String() : null;
}

/** The kind of an address literal; `reserved` for something that is no address. */
export function addressKind(text: string): AddressKind {
  return parseAddress(text)?.kind ?? 'reserved';
}

/** Whether an address belongs to a server on the public internet, so that a registry can be asked about it. */
export function isPublicAddress(text: string): boolean {
  return addressKind(text) === 'public';
}

/** Whether a host name can only mean something local: no registry is asked about it. */
export function isLocalName(host: string): boolean {
  return /(^|\.)(localhost|local|internal|lan|home\.arpa|test|invalid|example|onion)$/.test(host);
}

/** Name under which the address's PTR record stands (RFC 1035 §3.5, RFC 3596 §2.5). */
export function reverseName(address: Address): string {
  return address.version === 4
    ? `${address.text.split('.').toReversed().join('.')}.in-addr.arpa`
    : `${nibbles(address.text).toReversed().join('.')}.ip6.arpa`;
}

/** Name at Team Cymru under which the origin AS of an address stands. */
export function cymruName(address: Address): string {
  return address.version === 4
    ? `${address.text.split('.').toReversed().join('.')}.origin.asn.cymru.com`
    : `${nibbles(address.text).toReversed().join('.')}.origin6.asn.cymru.com`;
}

/** Whether `address` lies in `cidr`; false where either is not well formed. */
export function isInCidr(address: string, cidr: string): boolean {
  const parsed = parseAddress(address);
  if (!parsed || !ipaddr.isValidCIDR(cidr)) return false;
  const [network, length] = ipaddr.parseCIDR(cidr);
  const value = ipaddr.parse(parsed.text);
  return value.kind() === network.kind() && value.match(network, length);
}

function describeV4(address: ipaddr.IPv4): Address {
  return { text: address.toString(), version: 4, kind: kindOfV4(address) };
}

function kindOfV4(address: ipaddr.IPv4): AddressKind {
  if (DOCUMENTATION_V4.some((range) => address.match(range))) return 'documentation';
  if (RESERVED_V4.some((range) => address.match(range))) return 'reserved';
  return kindOfRange(address.range());
}

function describeV6(address: ipaddr.IPv6): Address {
  const range = address.range();
  // RFC 8215: a network's own translation prefix; what it carries is nobody's business outside.
  if (address.match(NAT64_LOCAL)) return { text: address.toRFC5952String(), version: 6, kind: 'private' };
  if (range === 'ipv4Mapped') return { ...describeV4(address.toIPv4Address()), wrapped: 'ipv4-mapped' };
  // RFC 6052: the well-known prefix carries a public IPv4 address in its last 32 bits.
  if (range === 'rfc6052') return { ...describeV4(lastIpv4(address)), wrapped: 'nat64' };
  if (range === '6to4') return { ...describeV4(sixToFour(address)), wrapped: '6to4' };
  const text = address.toRFC5952String();
  if (DOCUMENTATION_V6.some((cidr) => address.match(cidr)))
    return { text, version: 6, kind: 'documentation' };
  return { text, version: 6, kind: kindOfRange(range) };
}

function kindOfRange(range: string): AddressKind {
  if (range === 'unicast') return 'public';
  if (range === 'loopback') return 'loopback';
  if (range === 'linkLocal') return 'link-local';
  return PRIVATE.has(range) ? 'private' : 'reserved';
}

function lastIpv4(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}

function sixToFour(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(2, 6));
}

function nibbles(text: string): string[] {
  return ipaddr.IPv6.parse(text)
    .toByteArray()
    .flatMap((byte) => [(byte >> 4).toString(16), (byte & 15).toString(16)]);
}
