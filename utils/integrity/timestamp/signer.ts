import { equalBytes, type Bytes } from '../bytes.ts';
import { context, DerFields, readDer, TAG, type DerNode } from '../der.ts';
import {
  algorithmOf,
  explicit,
  integerBytes,
  octetsOf,
  oidOf,
  type AlgorithmIdentifier,
} from '../der-values.ts';
import { EXTENSION, extendedKeyUsage, keyUsage, type Certificate } from '../x509/certificate.ts';
import { nameText, sameName } from '../x509/name.ts';
import { hashNamed, verifyWithKey } from '../x509/verify-with-key.ts';
import { SHA256_OID } from './query.ts';
import { RefusalError } from './refusal.ts';
import { TST_INFO_OID, type ParsedResponse } from './response.ts';
import type { SignerIdentifier, SignerInfo } from './signed-data.ts';

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
/** id-kp-timeStamping. */
export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/**
 * Finds the certificate that signed and checks all that ties it to the token: chosen by the signer identifier,
 * purpose, signed attributes, signature.
 * @param others certificates besides those in the token, for tokens that carry none.
 * @throws RefusalError `signer-…`, `tampered`, `algorithm`; DerError
 */
export async function checkSigner(
  response: ParsedResponse,
  others: readonly Certificate[],
): Promise<Certificate> {
  const { signed, info } = response;
  const { signer } = signed;
  const certificate = [...signed.certificates, ...others].find((one) => isNamedBy(signer.identifier, one));
  if (!certificate) throw new RefusalError('signer-missing', 'the certificate that signed is not at hand');
  await checkAttributes(signer, response.infoBytes);
  await checkSignature(signer, certificate);
  checkPurpose(certificate);
  await checkReferences(signer, certificate);
  checkName(info.tsa, certificate);
  return certificate;
}

function isNamedBy(identifier: SignerIdentifier, certificate: Certificate): boolean {
  if (identifier.keyIdentifier) {
    const extension = certificate.extensions.get(EXTENSION.subjectKeyIdentifier);
    return extension ? equalBytes(octetsOf(readDer(extension.value)), identifier.keyIdentifier) : false;
  }
  return equalBytes(identifier.serial, certificate.serial) && sameName(identifier.issuer, certificate.issuer);
}

/** RFC 5652 section 11: content type and message digest, each once, with one value. */
async function checkAttributes(signer: SignerInfo, content: Bytes): Promise<void> {
  const contentType = only(signer, CONTENT_TYPE);
  if (!contentType || oidOf(contentType) !== TST_INFO_OID) {
    throw new RefusalError('tampered', 'the signed content type is not that of a timestamp');
  }
  const hash = hashNamed(signer.digestAlgorithm);
  if (!hash) throw new RefusalError('algorithm', `digest ${signer.digestAlgorithm.oid}`);
  const messageDigest = only(signer, MESSAGE_DIGEST);
  const computed = new Uint8Array(await crypto.subtle.digest(hash, content));
  if (!messageDigest || !equalBytes(octetsOf(messageDigest), computed)) {
    throw new RefusalError('tampered', 'the signed digest is not that of the token');
  }
}

async function checkSignature(signer: SignerInfo, certificate: Certificate): Promise<void> {
  const check = await verifyWithKey(
    certificate.spki,
    signer.signatureAlgorithm,
    signer.signature,
    signer.signedBytes,
    hashNamed(signer.digestAlgorithm),
  );
  if (check.state === 'unsupported') throw new RefusalError('algorithm', check.algorithm);
  if (check.state === 'invalid') {
    throw new RefusalError('tampered', 'the signature does not fit the signed attributes');
  }
}

/** RFC 3161 section 2.3: the extended key usage is critical and names time stamping and nothing else. */
function checkPurpose(certificate: Certificate): void {
  const usage = extendedKeyUsage(certificate);
  const sole = usage?.purposes.length === 1 && usage.purposes[0] === TIME_STAMPING;
  if (!usage?.critical || !sole) {
    const has = usage ? `${usage.critical ? '' : 'not critical: '}${usage.purposes.join(', ')}` : 'none';
    throw new RefusalError('signer-purpose', `extended key usage of the signer: ${has}`);
  }
  const uses = keyUsage(certificate);
  const allowed = [...(uses ?? [])].every((use) => use === 'digitalSignature' || use === 'nonRepudiation');
  if (uses && (!allowed || uses.size === 0)) {
    throw new RefusalError('signer-purpose', `key usage of the signer: ${[...uses].join(', ')}`);
  }
}

/** ESSCertID (RFC 2634 section 5.4) and ESSCertIDv2 (RFC 5035): at least one, and each must name this certificate. */
async function checkReferences(signer: SignerInfo, certificate: Certificate): Promise<void> {
  const first = only(signer, SIGNING_CERTIFICATE);
  const second = only(signer, SIGNING_CERTIFICATE_V2);
  if (!first && !second)
    throw new RefusalError('signer-reference', 'the signed attributes name no certificate');
  if (first) await checkReference(first, certificate, null);
  if (second) await checkReference(second, certificate, { oid: SHA256_OID, parameters: null });
}

/** @param fallback the hash of an ESSCertIDv2 that names none; null for the first version, which is always SHA-1. */
async function checkReference(
  attribute: DerNode,
  certificate: Certificate,
  fallback: AlgorithmIdentifier | null,
): Promise<void> {
  const reference = new DerFields(
    new DerFields(new DerFields(attribute).take(TAG.sequence)).take(TAG.sequence),
  );
  const named = fallback ? reference.optional(TAG.sequence) : null;
  const algorithm = named ? algorithmOf(named) : fallback;
  const hash = algorithm ? hashNamed(algorithm) : 'SHA-1';
  if (!hash) throw new RefusalError('algorithm', `certificate reference by ${algorithm?.oid}`);
  const expected = octetsOf(reference.any());
  const issuerSerial = reference.optional(TAG.sequence);
  reference.end();
  const computed = new Uint8Array(await crypto.subtle.digest(hash, certificate.der));
  if (!equalBytes(expected, computed) || (issuerSerial && !isIssuerSerialOf(issuerSerial, certificate))) {
    throw new RefusalError('signer-reference', 'the signed attributes name another certificate');
  }
}

function isIssuerSerialOf(node: DerNode, certificate: Certificate): boolean {
  const fields = new DerFields(node);
  const names = new DerFields(fields.take(TAG.sequence));
  const name = names.optional(context(4));
  const serial = integerBytes(fields.any());
  return (
    equalBytes(serial, certificate.serial) &&
    name !== null &&
    sameName(explicit(name, 4).whole, certificate.issuer)
  );
}

/** RFC 3161 section 2.4.2: where the token names its authority, the signer must bear that name. */
function checkName(tsa: DerNode | null, certificate: Certificate): void {
  if (!tsa) return;
  const isSubject = tsa.tag === context(4) && sameName(explicit(tsa, 4).whole, certificate.subject);
  if (isSubject || alternativeNames(certificate).some((name) => equalBytes(name.whole, tsa.whole))) return;
  throw new RefusalError(
    'signer-name',
    `the token names another authority than ${nameText(certificate.subject)}`,
  );
}

function alternativeNames(certificate: Certificate): DerNode[] {
  const extension = certificate.extensions.get(EXTENSION.subjectAlternativeName);
  if (!extension) return [];
  const names: DerNode[] = [];
  const fields = new DerFields(readDer(extension.value));
  while (!fields.isDone()) names.push(fields.any());
  return names;
}

function only(signer: SignerInfo, oid: string): DerNode | null {
  const values = signer.attributes.get(oid);
  return values?.length === 1 ? (values[0] ?? null) : null;
}
