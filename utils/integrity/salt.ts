import { toHex } from './digest.ts';

/** Bytes of a salt: 128 bits cannot be tried. */
const SALT_BYTES = 16;

/**
 * 32 hexadecimal digits by chance. Hashed along with a record of which a copy does not show all, they keep anybody
 * who knows the rest of it from finding a short text by trying until the hash fits.
 */
export function freshSalt(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (bytes) =>
    crypto.getRandomValues(bytes),
): string {
  return toHex(random(new Uint8Array(SALT_BYTES)));
}
