import { fail, succeed, type Result } from '../../case/result.ts';
import type { Digest, Instant } from '../../case/values.ts';
import { toBase64, type Bytes } from '../../integrity/bytes.ts';
import type { Signature } from '../../integrity/signing-key.ts';

/**
 * Signs with the installation's key for archives: `openSigner(store, now, 'P-384').sign`.
 * The key is ECDSA on **P-384** with SHA-256: players import an anonymous signer's key with that curve and no other,
 * and take an archive signed with a P-256 key for one without signature.
 */
export type WaczSigner = (bytes: Bytes) => Promise<Result<Pick<Signature, 'raw' | 'spki'>>>;

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

/**
 * Signs the digest of `datapackage.json`: the text `sha256:<hex>` itself is what is signed.
 * https://specs.webrecorder.net/wacz-auth/0.1.0/
 */
export async function signDatapackage(
  sign: WaczSigner,
  hash: Digest,
  { createdAt, software }: { readonly createdAt: Instant; readonly software: string },
): Promise<Result<SignedData>> {
  const signed = await sign(new TextEncoder().encode(hash));
  if (!signed.ok) return fail('signing-failed', signed.failure.detail);
  const { raw, spki } = signed.value;
  if (raw.length !== 96)
    return fail('signing-failed', `a P-384 signature has 96 bytes, this one ${raw.length}`);
  return succeed({
    hash,
    signature: toBase64(raw),
    publicKey: toBase64(spki),
    created: createdAt,
    software,
    version: AUTH_VERSION,
  });
}
