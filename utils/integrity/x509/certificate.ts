import { equalBytes, type Bytes } from '../bytes.ts';
import { context, DerError, DerFields, readDer, TAG } from '../der.ts';
import {
  algorithmOf,
  bitsOf,
  booleanOf,
  explicit,
  integerBytes,
  octetsOf,
  oidOf,
  smallInteger,
  timeOf,
  type AlgorithmIdentifier,
} from '../der-values.ts';

/** An X.509 certificate (RFC 5280 section 4.1), as far as a timestamp's chain needs it. */
export interface Certificate {
  readonly der: Bytes;
  /** What the issuer signed. */
  readonly tbs: Bytes;
  /** From 1. */
  readonly version: number;
  /** Content octets of the INTEGER. */
  readonly serial: Bytes;
  /** DER of the Name. */
  readonly issuer: Bytes;
  readonly subject: Bytes;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** DER of the SubjectPublicKeyInfo. */
  readonly spki: Bytes;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Bytes;
  /** By object identifier. */
  readonly extensions: ReadonlyMap<string, Extension>;
}

/** An extension; `value` is the DER within its OCTET STRING. */
export interface Extension {
  readonly critical: boolean;
  readonly value: Bytes;
}

/** Object identifiers of the extensions that are looked into. */
export const EXTENSION = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAlternativeName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
} as const;

/** Parses a certificate. @throws DerError */
export function parseCertificate(der: Bytes): Certificate {
  const outer = new DerFields(readDer(der));
  const tbs = outer.take(TAG.sequence);
  const signatureAlgorithm = outer.take(TAG.sequence);
  const signature = bitsOf(outer.any());
  outer.end();
  const fields = new DerFields(tbs);
  const version = fields.optional(context(0));
  const serial = integerBytes(fields.any());
  const innerAlgorithm = fields.take(TAG.sequence);
  if (!equalBytes(innerAlgorithm.whole, signatureAlgorithm.whole)) {
    throw new DerError('the two signature algorithms of a certificate differ');
  }
  const issuer = fields.take(TAG.sequence).whole;
  const validity = new DerFields(fields.take(TAG.sequence));
  const [notBefore, notAfter] = [timeOf(validity.any()), timeOf(validity.any())];
  validity.end();
  const subject = fields.take(TAG.sequence).whole;
  const spki = fields.take(TAG.sequence).whole;
  fields.optional(context(1, false));
  fields.optional(context(2, false));
  const extensions = fields.optional(context(3));
  fields.end();
  return {
    der,
    tbs: tbs.whole,
    version: version ? smallInteger(explicit(version, 0)) + 1 : 1,
    serial,
    issuer,
    subject,
    notBefore,
    notAfter,
    spki,
    signatureAlgorithm: algorithmOf(signatureAlgorithm),
    signature,
    extensions: extensions ? parseExtensions(explicit(extensions, 3).whole) : new Map(),
  };
}

/** Parses an Extensions sequence. @throws DerError, also where one stands twice. */
export function parseExtensions(der: Bytes, tag: number = TAG.sequence): Map<string, Extension> {
  const extensions = new Map<string, Extension>();
  const fields = new DerFields(readDer(der), tag);
  while (!fields.isDone()) {
    const parts = new DerFields(fields.take(TAG.sequence));
    const oid = oidOf(parts.any());
    const critical = parts.optional(TAG.boolean);
    const value = octetsOf(parts.any());
    parts.end();
    if (extensions.has(oid)) throw new DerError(`extension ${oid} stands twice`);
    extensions.set(oid, { critical: critical ? booleanOf(critical) : false, value });
  }
  return extensions;
}

/** Basic constraints: whether the subject may issue, and how many authorities may stand below it. @throws DerError */
export function basicConstraints(certificate: Certificate): {
  readonly ca: boolean;
  readonly pathLength: number | null;
} {
  const extension = certificate.extensions.get(EXTENSION.basicConstraints);
  if (!extension) return { ca: false, pathLength: null };
  const fields = new DerFields(readDer(extension.value));
  const ca = fields.optional(TAG.boolean);
  const pathLength = fields.optional(TAG.integer);
  fields.end();
  return { ca: ca ? booleanOf(ca) : false, pathLength: pathLength ? smallInteger(pathLength) : null };
}

/** Bits of the key usage extension by RFC 5280 section 4.2.1.3. */
export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly';

const KEY_USAGES: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

/** What the key may be used for; null where the certificate does not say. @throws DerError */
export function keyUsage(certificate: Certificate): ReadonlySet<KeyUsage> | null {
  const extension = certificate.extensions.get(EXTENSION.keyUsage);
  if (!extension) return null;
  const bits = bitsOf(readDer(extension.value));
  return new Set(KEY_USAGES.filter((_, index) => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0));
}

/** The purposes of the extended key usage extension; null where the certificate has none. @throws DerError */
export function extendedKeyUsage(
  certificate: Certificate,
): { readonly critical: boolean; readonly purposes: readonly string[] } | null {
  const extension = certificate.extensions.get(EXTENSION.extendedKeyUsage);
  if (!extension) return null;
  const purposes: string[] = [];
  const fields = new DerFields(readDer(extension.value));
  while (!fields.isDone()) purposes.push(oidOf(fields.any()));
  return { critical: extension.critical, purposes };
}
