import { fail, failureOf, succeed, type Result } from '../case/result.ts';
import type { Digest, Instant } from '../case/values.ts';
import type { Bytes } from './bytes.ts';
import { digestOf } from './digest.ts';
import { derToRaw, rawToDer } from './ecdsa-encoding.ts';
import { pemOf } from './pem.ts';

/**
 * Curves of the installation's keys. Bundles are signed on P-256. Archives (WACZ) are signed on P-384 because the
 * published players know no other; their digests stand in the bundle's manifests, so the P-256 signature covers them.
 */
export type SigningCurve = 'P-256' | 'P-384';

const OCTETS: Readonly<Record<SigningCurve, number>> = { 'P-256': 32, 'P-384': 48 };
const SIGNATURE_KIND = { name: 'ECDSA', hash: 'SHA-256' } as const;

/**
 * A key of this installation: ECDSA (FIPS 186-5). There is at most one current key for each curve.
 * Invariants: `fingerprint` is the SHA-256 of `spki`; the private key cannot be extracted; a retired key has none,
 * so that nothing is ever signed with it again, while its public half still checks what it signed.
 */
export interface SigningKey {
  readonly curve: SigningCurve;
  readonly fingerprint: Digest;
  /** SubjectPublicKeyInfo (RFC 5480), DER. */
  readonly spki: Bytes;
  readonly createdAt: Instant;
  readonly retiredAt?: Instant;
  readonly privateKey?: CryptoKey;
}

/** Where keys are kept. Both changes are atomic across contexts. */
export interface SigningKeyStore {
  /** All keys, the oldest first. */
  all(): Promise<SigningKey[]>;
  /** Adds a key if none is current for its curve. @returns the current key, which may be another context's. */
  addFirst(key: SigningKey): Promise<SigningKey>;
  /** Retires the curve's current key (its private half is dropped) and adds the next. */
  replace(key: SigningKey): Promise<void>;
}

/** A signature with all that is needed to check it. */
export interface Signature {
  /** `r‖s`, as WebCrypto and WACZ want it. */
  readonly raw: Bytes;
  /** As openssl wants it. */
  readonly der: Bytes;
  readonly spki: Bytes;
  readonly publicKeyPem: string;
  readonly fingerprint: Digest;
}

/** Signs with the key of this installation. */
export interface Signer {
  /** The current key; made at the first call. */
  current(): Promise<Result<SigningKey>>;
  /** All keys there ever were for this curve, the oldest first. */
  keys(): Promise<SigningKey[]>;
  /** Replaces the key; the old one keeps checking what it signed. */
  rotate(): Promise<Result<SigningKey>>;
  /** @returns `signing-failed`, which the user must see: an unsigned bundle never looks signed. */
  sign(bytes: Bytes): Promise<Result<Signature>>;
}

/** Makes a key pair whose private half never leaves the browser. */
export async function makeSigningKey(now: () => Date, curve: SigningCurve = 'P-256'): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: curve }, false, [
    'sign',
    'verify',
  ]);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  return {
    curve,
    fingerprint: await digestOf(spki),
    spki,
    createdAt: now().toISOString(),
    privateKey: pair.privateKey,
  };
}

/** The signer of this installation for one curve. */
export function openSigner(store: SigningKeyStore, now: () => Date, curve: SigningCurve = 'P-256'): Signer {
  const keys = async () => (await store.all()).filter((key) => key.curve === curve);
  const current = () =>
    guarded(async () => {
      const known = (await keys()).find((key) => key.privateKey && !key.retiredAt);
      return succeed(known ?? (await store.addFirst(await makeSigningKey(now, curve))));
    });
  return {
    current,
    keys,
    rotate: () =>
      guarded(async () => {
        const key = await makeSigningKey(now, curve);
        await store.replace(key);
        return succeed(key);
      }),
    async sign(bytes) {
      const key = await current();
      return key.ok ? signBytes(key.value, bytes) : key;
    },
  };
}

/** Signs bytes, then checks the signature with the public half before handing it out. */
export async function signBytes(key: SigningKey, bytes: Bytes): Promise<Result<Signature>> {
  const { privateKey } = key;
  if (!privateKey) return fail('signing-failed', 'the key is retired');
  return guarded(async () => {
    const raw = new Uint8Array(await crypto.subtle.sign(SIGNATURE_KIND, privateKey, bytes));
    const signature: Signature = {
      raw,
      der: rawToDer(raw),
      spki: key.spki,
      publicKeyPem: pemOf('PUBLIC KEY', key.spki),
      fingerprint: key.fingerprint,
    };
    const whole = (await verifySignature(key.spki, signature.der, bytes, key.curve)) === 'valid';
    return whole
      ? succeed(signature)
      : fail('signing-failed', 'the private key does not belong to the public key');
  });
}

/** Checks a DER signature over bytes. `malformed`: key or signature are not what they should be at all. */
export async function verifySignature(
  spki: Bytes,
  der: Bytes,
  bytes: Bytes,
  curve: SigningCurve = 'P-256',
): Promise<'valid' | 'invalid' | 'malformed'> {
  const raw = derToRaw(der, OCTETS[curve]);
  const key = await importPublicKey(spki, curve);
  if (!raw || !key) return 'malformed';
  return (await crypto.subtle.verify(SIGNATURE_KIND, key, raw, bytes)) ? 'valid' : 'invalid';
}

async function importPublicKey(spki: Bytes, curve: SigningCurve): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: curve }, true, [
      'verify',
    ]);
  } catch {
    // WebCrypto names every defect of a key alike, so there is no more to say than that it is none.
    return null;
  }
}

async function guarded<T>(task: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await task();
  } catch (thrown) {
    return fail('signing-failed', failureOf(thrown, 'signing-failed').detail);
  }
}
