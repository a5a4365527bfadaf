import type { Bytes } from '../bytes.ts';
import { context, DerError, DerFields, readDer, TAG } from '../der.ts';
import { algorithmOf, explicit, oidOf, smallInteger, type AlgorithmIdentifier } from '../der-values.ts';
import { derToRaw } from '../ecdsa-encoding.ts';

/** Hash functions that still stand for a signature. SHA-1 does not. */
export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

const HASHES: Readonly<Record<string, HashName>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

const SIGNATURES: Readonly<Record<string, { readonly family: 'rsa' | 'ecdsa'; readonly hash: HashName }>> = {
  '1.2.840.113549.1.1.11': { family: 'rsa', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { family: 'rsa', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { family: 'rsa', hash: 'SHA-512' },
  '1.2.840.10045.4.3.2': { family: 'ecdsa', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { family: 'ecdsa', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { family: 'ecdsa', hash: 'SHA-512' },
};

/** CMS may name the key's kind only (RFC 3370 section 3.2); the hash is then that of the signer's digest. */
const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';

const CURVES: Readonly<Record<string, { readonly name: string; readonly octets: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', octets: 32 },
  '1.3.132.0.34': { name: 'P-384', octets: 48 },
  '1.3.132.0.35': { name: 'P-521', octets: 66 },
};

/** RSA keys below this many bits prove nothing any more. */
const MINIMUM_RSA_BITS = 2048;

/** The result of a signature check. `unsupported`: an algorithm or key that is not accepted, with its name. */
export type SignatureCheck =
  { readonly state: 'valid' | 'invalid' } | { readonly state: 'unsupported'; readonly algorithm: string };

/** The hash an AlgorithmIdentifier names, or null. */
export function hashNamed(algorithm: AlgorithmIdentifier): HashName | null {
  return HASHES[algorithm.oid] ?? null;
}

/**
 * Checks a signature with a public key: RSA (PKCS #1 v1.5 and PSS, from 2,048 bits) and ECDSA (P-256, P-384, P-521),
 * each with SHA-256, SHA-384 or SHA-512.
 * @param digest the hash where the algorithm names none (CMS).
 * @throws DerError where the key's or the algorithm's DER is broken.
 */
export async function verifyWithKey(
  spki: Bytes,
  algorithm: AlgorithmIdentifier,
  signature: Bytes,
  data: Bytes,
  digest: HashName | null = null,
): Promise<SignatureCheck> {
  const unsupported = { state: 'unsupported', algorithm: algorithm.oid } as const;
  if (algorithm.oid === RSA_PSS) {
    const pss = pssOf(algorithm);
    if (!pss) return unsupported;
    return checkRsa(spki, { name: 'RSA-PSS', saltLength: pss.saltLength }, pss.hash, signature, data);
  }
  const { family, hash } = SIGNATURES[algorithm.oid] ?? { family: plainFamily(algorithm.oid), hash: digest };
  if (!family || !hash) return unsupported;
  return family === 'rsa'
    ? checkRsa(spki, { name: 'RSASSA-PKCS1-v1_5' }, hash, signature, data)
    : checkEcdsa(spki, hash, signature, data);
}

function plainFamily(oid: string): 'rsa' | 'ecdsa' | null {
  if (oid === RSA) return 'rsa';
  return oid === EC ? 'ecdsa' : null;
}

/** RSASSA-PSS parameters (RFC 4055 section 3.1); only MGF1 with the same hash. Their default, SHA-1, is refused. */
function pssOf(
  algorithm: AlgorithmIdentifier,
): { readonly hash: HashName; readonly saltLength: number } | null {
  if (!algorithm.parameters) return null;
  const fields = new DerFields(algorithm.parameters);
  const [hashField, maskField, saltField] = [0, 1, 2].map((number) => fields.optional(context(number)));
  if (!hashField || !maskField) return null;
  const hash = hashNamed(algorithmOf(explicit(hashField, 0)));
  const mask = algorithmOf(explicit(maskField, 1));
  if (!hash || mask.oid !== MGF1 || !mask.parameters || hashNamed(algorithmOf(mask.parameters)) !== hash) {
    return null;
  }
  return { hash, saltLength: saltField ? smallInteger(explicit(saltField, 2)) : 20 };
}

async function checkRsa(
  spki: Bytes,
  scheme: { readonly name: string; readonly saltLength?: number },
  hash: HashName,
  signature: Bytes,
  data: Bytes,
): Promise<SignatureCheck> {
  if (keyAlgorithm(spki).oid !== RSA) return { state: 'unsupported', algorithm: keyAlgorithm(spki).oid };
  const key = await importKey(spki, { name: scheme.name, hash });
  const bits = (key.algorithm as RsaHashedKeyAlgorithm).modulusLength;
  if (bits < MINIMUM_RSA_BITS) return { state: 'unsupported', algorithm: `RSA with ${bits} bits` };
  return verdict(await crypto.subtle.verify(scheme, key, signature, data));
}

async function checkEcdsa(
  spki: Bytes,
  hash: HashName,
  signature: Bytes,
  data: Bytes,
): Promise<SignatureCheck> {
  const { oid, parameters } = keyAlgorithm(spki);
  const curve = oid === EC && parameters ? CURVES[oidOf(parameters)] : undefined;
  if (!curve) return { state: 'unsupported', algorithm: oid };
  const raw = derToRaw(signature, curve.octets);
  if (!raw) return { state: 'invalid' };
  const key = await importKey(spki, { name: 'ECDSA', namedCurve: curve.name });
  return verdict(await crypto.subtle.verify({ name: 'ECDSA', hash }, key, raw, data));
}

function keyAlgorithm(spki: Bytes): AlgorithmIdentifier {
  return algorithmOf(new DerFields(readDer(spki)).take(TAG.sequence));
}

async function importKey(spki: Bytes, kind: RsaHashedImportParams | EcKeyImportParams): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('spki', spki, kind, true, ['verify']);
  } catch (thrown) {
    throw new DerError(`public key that cannot be read: ${String(thrown)}`);
  }
}

function verdict(valid: boolean): SignatureCheck {
  return { state: valid ? 'valid' : 'invalid' };
}
