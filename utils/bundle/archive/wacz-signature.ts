import { fail, failureOf, succeed, type Result } from '../../case/result.ts';
import type { Digest, Instant } from '../../case/values.ts';

/**
 * Signs with the installation's key for archives.
 * The key is ECDSA on **P-384** with SHA-256: players import an anonymous signer's key with that curve and no other,
 * and take an archive signed with a P-256 key for one without signature.
 */
export interface WaczSigner {
  /** SubjectPublicKeyInfo, DER. */
  publicKey(): Promise<Uint8Array>;
  /** ECDSA with SHA-256; the signature is r‖s (IEEE P1363), 96 bytes, as WebCrypto gives it. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
}

/** The anonymous form of `signedData`. No further member is allowed. */
export interface SignedData {
  readonly hash: Digest;
  readonly signature: string;
  readonly publicKey: string;
  readonly created: Instant;
  readonly software: string;
  readonly version: string;
}

/** Version of the signature format. */
const AUTH_VERSION = '0.1.0';

/** A {@link WaczSigner} by WebCrypto keys. */
export function webCryptoSigner(keys: CryptoKeyPair): WaczSigner {
  return {
    publicKey: async () => new Uint8Array(await crypto.subtle.exportKey('spki', keys.publicKey)),
    sign: async (bytes) =>
      new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, keys.privateKey, bytes)),
  };
}

/**
 * Signs the digest of `datapackage.json`: the text `sha256:<hex>` itself is what is signed.
 * https://specs.webrecorder.net/wacz-auth/0.1.0/
 */
export async function signDatapackage(
  signer: WaczSigner,
  hash: Digest,
  { createdAt, software }: { readonly createdAt: Instant; readonly software: string },
): Promise<Result<SignedData>> {
  try {
    const signature = await signer.sign(new TextEncoder().encode(hash));
    if (signature.length !== 96) {
      return fail('signing-failed', `a P-384 signature has 96 bytes, this one ${signature.length}`);
    }
    const publicKey = base64(await signer.publicKey());
    return succeed({
      hash,
      signature: base64(signature),
      publicKey,
      created: createdAt,
      software,
      version: AUTH_VERSION,
    });
  } catch (error) {
    return { ok: false, failure: failureOf(error, 'signing-failed') };
  }
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
