import type { Digest, Instant } from '../../case/values.ts';
import { equalBytes, type Bytes } from '../bytes.ts';
import { DerError } from '../der.ts';
import { digestOf, toHex } from '../digest.ts';
import { pemOf } from '../pem.ts';
import { parseCertificate, type Certificate } from '../x509/certificate.ts';
import { findChain } from '../x509/chain.ts';
import { nameText } from '../x509/name.ts';
import { isImprintOf, parseQuery, SHA256_OID } from './query.ts';
import { RefusalError, refuse, type TimestampResult } from './refusal.ts';
import { parseResponse, type TstInfo } from './response.ts';
import { checkSigner, TIME_STAMPING } from './signer.ts';

/** A response with all it is checked against. */
export interface TimestampInput {
  /** SHA-256 of the data that was stamped. */
  readonly digest: Digest;
  /** The whole TimeStampResp, DER. */
  readonly response: Bytes;
  /** The TimeStampReq; without it nonce and policy cannot be checked, and the facts say so. */
  readonly query?: Bytes | null;
  /** DER of the roots that are trusted. */
  readonly roots: readonly Bytes[];
  /** DER of certificates that may help to build the chain; not trusted. */
  readonly intermediates?: readonly Bytes[];
  /** Authorities that promise less than this prove too little. Default 60,000. */
  readonly maximumAccuracyMs?: number;
}

/** A certificate in words. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serial: string;
  readonly fingerprint: Digest;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

/** What an accepted timestamp proves: data with this digest existed at `genTime`, says the authority. */
export interface TimestampFacts {
  readonly digest: Digest;
  readonly genTime: Instant;
  /** Null where the authority does not say how exact its time is. */
  readonly accuracyMs: number | null;
  readonly policy: string;
  /** Hexadecimal. */
  readonly serial: string;
  /** False where the query was not at hand. */
  readonly nonceChecked: boolean;
  readonly signer: CertificateFacts;
  readonly root: CertificateFacts;
  /** The chain without the signer's own certificate, root last, for `openssl ts -verify -CAfile`. */
  readonly chainPem: string;
}

/**
 * Checks a timestamp response (RFC 3161) in full: status, token, imprint, nonce, policy, accuracy, signer chosen by
 * its identifier with sole and critical purpose, certificate references, signed attributes, signature, and the chain
 * to a pinned root at the time of the stamp. Not checked: revocation, which needs the network.
 * Works in pages, workers and Node alike.
 */
export async function checkTimestamp(input: TimestampInput): Promise<TimestampResult<TimestampFacts>> {
  try {
    return { ok: true, value: await check(input) };
  } catch (thrown) {
    if (thrown instanceof RefusalError) return { ok: false, refusal: thrown.refusal };
    if (thrown instanceof DerError) return refuse('malformed', thrown.message);
    throw thrown;
  }
}

async function check(input: TimestampInput): Promise<TimestampFacts> {
  const response = parseResponse(input.response);
  const { info } = response;
  if (info.imprint.algorithm !== SHA256_OID)
    throw new RefusalError('imprint-algorithm', info.imprint.algorithm);
  if (!isImprintOf(info.imprint, input.digest)) {
    throw new RefusalError('imprint-mismatch', 'the timestamp is of other data');
  }
  if (input.query) checkAgainstQuery(info, input.query, input.digest);
  const { accuracyMs } = info;
  if (accuracyMs !== null && accuracyMs > (input.maximumAccuracyMs ?? 60_000)) {
    throw new RefusalError('accuracy', `the authority promises ${accuracyMs} ms only`);
  }
  const roots = input.roots.map((der) => parseCertificate(der));
  const others = [...(input.intermediates ?? []).flatMap(readable), ...roots];
  const signer = await checkSigner(response, others);
  const found = await findChain({
    signer,
    intermediates: [...response.signed.certificates, ...others],
    roots,
    at: info.genTime,
    purpose: TIME_STAMPING,
  });
  if (!found.ok) throw new RefusalError(found.problem, found.detail);
  return factsOf(input, info, found.chain);
}

/** A certificate that only helps to build a chain is passed over where it cannot be read. */
function readable(der: Bytes): Certificate[] {
  try {
    return [parseCertificate(der)];
  } catch (thrown) {
    if (thrown instanceof DerError) return [];
    throw thrown;
  }
}

function checkAgainstQuery(info: TstInfo, queryBytes: Bytes, digest: Digest): void {
  const query = parseQuery(queryBytes);
  if (!isImprintOf(query.imprint, digest)) {
    throw new RefusalError('query-mismatch', 'the query that was kept is for other data');
  }
  const same = query.nonce && info.nonce ? equalBytes(query.nonce, info.nonce) : query.nonce === info.nonce;
  if (!same) throw new RefusalError('nonce-mismatch', 'the response answers another query');
  if (query.policy !== null && query.policy !== info.policy) {
    throw new RefusalError('policy-mismatch', `asked for ${query.policy}, got ${info.policy}`);
  }
}

async function factsOf(
  input: TimestampInput,
  info: TstInfo,
  chain: readonly Certificate[],
): Promise<TimestampFacts> {
  const [signer] = chain;
  const root = chain.at(-1);
  if (!signer || !root) throw new TypeError('a chain has at least one certificate');
  return {
    digest: input.digest,
    genTime: info.genTime.toISOString(),
    accuracyMs: info.accuracyMs,
    policy: info.policy,
    serial: toHex(info.serial),
    nonceChecked: Boolean(input.query && info.nonce),
    signer: await certificateFacts(signer),
    root: await certificateFacts(root),
    chainPem: chain
      .slice(1)
      .map((one) => pemOf('CERTIFICATE', one.der))
      .join(''),
  };
}

/** A certificate in words. @throws DerError */
export async function certificateFacts(certificate: Certificate): Promise<CertificateFacts> {
  return {
    subject: nameText(certificate.subject),
    issuer: nameText(certificate.issuer),
    serial: toHex(certificate.serial),
    fingerprint: await digestOf(certificate.der),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
  };
}
