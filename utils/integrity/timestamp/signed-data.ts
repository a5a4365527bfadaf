import { concatBytes, type Bytes } from '../bytes.ts';
import { children, context, DerError, DerFields, TAG, type DerNode } from '../der.ts';
import {
  algorithmOf,
  explicit,
  integerBytes,
  octetsOf,
  oidOf,
  smallInteger,
  type AlgorithmIdentifier,
} from '../der-values.ts';
import { parseCertificate, type Certificate } from '../x509/certificate.ts';
import { RefusalError } from './refusal.ts';

/** CMS SignedData (RFC 5652 section 5.1) with one signer. */
export interface SignedData {
  readonly contentType: string;
  readonly content: Bytes;
  readonly certificates: readonly Certificate[];
  readonly signer: SignerInfo;
}

/** Which certificate signed: by issuer and serial number, or by subject key identifier. */
export type SignerIdentifier =
  | { readonly issuer: Bytes; readonly serial: Bytes; readonly keyIdentifier?: never }
  | { readonly keyIdentifier: Bytes; readonly issuer?: never; readonly serial?: never };

/** CMS SignerInfo (RFC 5652 section 5.3). */
export interface SignerInfo {
  readonly identifier: SignerIdentifier;
  readonly digestAlgorithm: AlgorithmIdentifier;
  /** The signed attributes under the tag SET OF: what was signed (RFC 5652 section 5.4). */
  readonly signedBytes: Bytes;
  /** Values of the signed attributes by object identifier. */
  readonly attributes: ReadonlyMap<string, readonly DerNode[]>;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Bytes;
}

/** Certificates beyond this many are not looked at: a response is from the network. */
const MAXIMUM_CERTIFICATES = 30;

/** Parses SignedData. @throws DerError; RefusalError `signer-count`, `not-a-timestamp` */
export function parseSignedData(node: DerNode): SignedData {
  const fields = new DerFields(node);
  smallInteger(fields.any());
  const digests = children(fields.take(TAG.set)).map((digest) => algorithmOf(digest).oid);
  const content = new DerFields(fields.take(TAG.sequence));
  const contentType = oidOf(content.any());
  if (content.isDone()) throw new RefusalError('not-a-timestamp', 'the signed content is not in the token');
  const octets = octetsOf(explicit(content.any(), 0));
  const certificates = fields.optional(context(0));
  fields.optional(context(1));
  const signers = children(fields.take(TAG.set));
  fields.end();
  const [signer] = signers;
  if (!signer || signers.length > 1) {
    throw new RefusalError('signer-count', `${signers.length} signers where RFC 3161 demands one`);
  }
  const info = signerOf(signer);
  if (!digests.includes(info.digestAlgorithm.oid))
    throw new DerError('the digest of the signer is not announced');
  return {
    contentType,
    content: octets,
    certificates: certificates ? certificatesOf(certificates) : [],
    signer: info,
  };
}

/** Attribute certificates and other kinds in the set are passed over: nothing here rests on them. */
function certificatesOf(node: DerNode): Certificate[] {
  const plain = children(node).filter((child) => child.tag === TAG.sequence);
  if (plain.length > MAXIMUM_CERTIFICATES) throw new DerError('too many certificates');
  return plain.map((child) => parseCertificate(child.whole));
}

function signerOf(node: DerNode): SignerInfo {
  const fields = new DerFields(node);
  smallInteger(fields.any());
  const identifier = identifierOf(fields.any());
  const digestAlgorithm = algorithmOf(fields.any());
  const attributes = fields.optional(context(0));
  if (!attributes) throw new RefusalError('tampered', 'there are no signed attributes');
  const signatureAlgorithm = algorithmOf(fields.any());
  const signature = octetsOf(fields.any());
  fields.optional(context(1));
  fields.end();
  return {
    identifier,
    digestAlgorithm,
    signedBytes: concatBytes(Uint8Array.of(TAG.set), attributes.whole.subarray(1)),
    attributes: attributesOf(attributes),
    signatureAlgorithm,
    signature,
  };
}

function identifierOf(node: DerNode): SignerIdentifier {
  if (node.tag === context(0, false)) return { keyIdentifier: node.content };
  const fields = new DerFields(node);
  const issuer = fields.take(TAG.sequence).whole;
  const serial = integerBytes(fields.any());
  fields.end();
  return { issuer, serial };
}

function attributesOf(node: DerNode): Map<string, readonly DerNode[]> {
  const attributes = new Map<string, readonly DerNode[]>();
  for (const child of children(node)) {
    const fields = new DerFields(child);
    const oid = oidOf(fields.any());
    const values = children(fields.take(TAG.set));
    fields.end();
    if (attributes.has(oid)) throw new DerError(`signed attribute ${oid} stands twice`);
    attributes.set(oid, values);
  }
  return attributes;
}
