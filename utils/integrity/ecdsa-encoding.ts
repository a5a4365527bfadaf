import { concatBytes, type Bytes } from './bytes.ts';
import { DerError, DerFields, readDer, TAG } from './der.ts';
import { integerBytes } from './der-values.ts';
import { derOf, derUnsigned } from './der-writer.ts';

/** Octets of one of the two numbers of a P-256 signature. */
export const P256_OCTETS = 32;

/**
 * WebCrypto's raw `r‖s` (IEEE P1363) as the DER `Ecdsa-Sig-Value` (RFC 3279 section 2.2.3) that openssl reads.
 * @throws TypeError where the length is odd or zero.
 */
export function rawToDer(raw: Uint8Array): Bytes {
  const half = raw.byteLength / 2;
  if (!Number.isInteger(half) || half === 0) throw new TypeError('not a raw signature');
  return derOf(TAG.sequence, derUnsigned(raw.subarray(0, half)), derUnsigned(raw.subarray(half)));
}

/**
 * The DER form as raw `r‖s` with `octets` octets for each number. Strict: one signature has one DER form.
 * @returns null where the bytes are not a signature of that size.
 */
export function derToRaw(der: Bytes, octets: number = P256_OCTETS): Bytes | null {
  try {
    const fields = new DerFields(readDer(der));
    const numbers = [fields.any(), fields.any()].map((node) => integerBytes(node));
    fields.end();
    return concatBytes(...numbers.map((number) => fixedSize(number, octets)));
  } catch (thrown) {
    if (thrown instanceof DerError) return null;
    throw thrown;
  }
}

function fixedSize(number: Bytes, octets: number): Bytes {
  const magnitude = number[0] === 0 ? number.subarray(1) : number;
  if ((number[0] ?? 0) >= 0x80) throw new DerError('negative number in a signature');
  if (magnitude.byteLength > octets) throw new DerError('number too large for the curve');
  return concatBytes(new Uint8Array(octets - magnitude.byteLength), magnitude);
}
