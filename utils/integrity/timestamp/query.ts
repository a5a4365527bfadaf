import { hexOf, type Digest } from '../../case/values.ts';
import { equalBytes, fromHex, type Bytes } from '../bytes.ts';
import { context, DerFields, readDer, TAG, type DerNode } from '../der.ts';
import { algorithmOf, booleanOf, integerBytes, octetsOf, oidOf, smallInteger } from '../der-values.ts';
import { DER_NULL, DER_TRUE, derOf, derOid, derUnsigned } from '../der-writer.ts';

/** SHA-256 (RFC 5754 section 2.2). */
export const SHA256_OID = '2.16.840.1.101.3.4.2.1';

/** What is hashed in a request or token: RFC 3161's MessageImprint. */
export interface MessageImprint {
  readonly algorithm: string;
  readonly hash: Bytes;
}

/** A TimeStampReq as far as it can be told apart by a response. */
export interface TimestampQuery {
  readonly imprint: MessageImprint;
  readonly policy: string | null;
  /** Content octets of the INTEGER; null where none was sent. */
  readonly nonce: Bytes | null;
  readonly wantsCertificates: boolean;
}

/**
 * TimeStampReq (RFC 3161 section 2.4.1), DER: version 1, SHA-256 of the data, a nonce, certificates wanted.
 * @param nonce random octets, 16 of them for use; only tests give their own.
 */
export function buildQuery(digest: Digest, nonce: Uint8Array): Bytes {
  const imprint = derOf(
    TAG.sequence,
    derOf(TAG.sequence, derOid(SHA256_OID), DER_NULL),
    derOf(TAG.octetString, fromHex(hexOf(digest))),
  );
  return derOf(TAG.sequence, derUnsigned(Uint8Array.of(1)), imprint, derUnsigned(nonce), DER_TRUE);
}

/** Parses a TimeStampReq. @throws DerError */
export function parseQuery(der: Bytes): TimestampQuery {
  const fields = new DerFields(readDer(der));
  smallInteger(fields.any());
  const imprint = imprintOf(fields.any());
  const policy = fields.optional(TAG.oid);
  const nonce = fields.optional(TAG.integer);
  const wantsCertificates = fields.optional(TAG.boolean);
  fields.optional(context(0));
  fields.end();
  return {
    imprint,
    policy: policy ? oidOf(policy) : null,
    nonce: nonce ? integerBytes(nonce) : null,
    wantsCertificates: wantsCertificates ? booleanOf(wantsCertificates) : false,
  };
}

/** Parses a MessageImprint. @throws DerError */
export function imprintOf(node: DerNode): MessageImprint {
  const fields = new DerFields(node);
  const algorithm = algorithmOf(fields.any()).oid;
  const hash = octetsOf(fields.any());
  fields.end();
  return { algorithm, hash };
}

/** Whether an imprint is that of the data with this digest. */
export function isImprintOf(imprint: MessageImprint, digest: Digest): boolean {
  return imprint.algorithm === SHA256_OID && equalBytes(imprint.hash, fromHex(hexOf(digest)));
}
