import { argon2id } from 'hash-wasm';
import { concatBytes, type Bytes } from '../bytes.ts';

/** Parameters of Argon2id (RFC 9106). Stored with what they protect, so that they can grow later. */
export interface KdfParameters {
  readonly name: 'argon2id';
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
  /** 16 random octets. */
  readonly salt: Bytes;
}

/** The second recommended option of RFC 9106 section 4: 64 MiB, three passes, four lanes. */
export const KDF_STRENGTH = { memoryKiB: 64 * 1024, iterations: 3, parallelism: 4 } as const;

/** For a secret that no one can guess, as a recovery code of 125 random bits: slowness adds nothing to it. */
export const CODE_STRENGTH = { memoryKiB: 8 * 1024, iterations: 1, parallelism: 1 } as const;

/** How hard a passphrase is to try; tests take less. */
export type KdfStrength = Pick<KdfParameters, 'memoryKiB' | 'iterations' | 'parallelism'>;

/** A passphrase of a person's own must have this many characters. */
export const MINIMUM_VAULT_PASSPHRASE = 10;

const SALT_OCTETS = 16;
const NONCE_OCTETS = 12;
/** A data key: AES-256. */
export const DATA_KEY_OCTETS = 32;

/** A data key encrypted under a passphrase. */
export interface WrappedKey {
  readonly kdf: KdfParameters;
  /** Nonce (12 octets), then AES-GCM of the data key. */
  readonly wrapped: Bytes;
}

/**
 * Encrypts a data key under a passphrase: Argon2id, then AES-256-GCM.
 * @param context what the key is for; a wrapped key cannot be used for anything else.
 */
export async function wrapKey(
  dataKey: Bytes,
  passphrase: string,
  context: string,
  random: (octets: number) => Bytes,
  strength: KdfStrength = KDF_STRENGTH,
): Promise<WrappedKey> {
  const kdf: KdfParameters = { name: 'argon2id', ...strength, salt: random(SALT_OCTETS) };
  const nonce = random(NONCE_OCTETS);
  const key = await passphraseKey(passphrase, kdf);
  const sealed = await crypto.subtle.encrypt(gcm(nonce, context), key, dataKey);
  return { kdf, wrapped: concatBytes(nonce, new Uint8Array(sealed)) };
}

/** The data key, or null where the passphrase is another one (or the wrapped key was changed: nobody can tell). */
export async function unwrapKey(
  { kdf, wrapped }: WrappedKey,
  passphrase: string,
  context: string,
): Promise<Bytes | null> {
  const key = await passphraseKey(passphrase, kdf);
  const nonce = wrapped.subarray(0, NONCE_OCTETS);
  try {
    const opened = await crypto.subtle.decrypt(gcm(nonce, context), key, wrapped.subarray(NONCE_OCTETS));
    return new Uint8Array(opened);
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'OperationError') return null;
    throw thrown;
  }
}

function gcm(nonce: Bytes, context: string): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(context) };
}

/** The same letters typed by another keyboard or system must give the same key: NFKC, as RFC 8265 does. */
async function passphraseKey(passphrase: string, kdf: KdfParameters): Promise<CryptoKey> {
  const octets = await argon2id({
    password: passphrase.normalize('NFKC'),
    salt: kdf.salt,
    memorySize: kdf.memoryKiB,
    iterations: kdf.iterations,
    parallelism: kdf.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
  return crypto.subtle.importKey('raw', new Uint8Array(octets), 'AES-GCM', false, ['encrypt', 'decrypt']);
}
