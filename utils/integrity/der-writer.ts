import { concatBytes, type Bytes } from './bytes.ts';
import { TAG } from './der.ts';

/** One DER element (ITU-T X.690) with the given identifier octet around its parts. */
export function derOf(tag: number, ...parts: readonly Uint8Array[]): Bytes {
  const content = concatBytes(...parts);
  return concatBytes(Uint8Array.of(tag, ...lengthOctets(content.byteLength)), content);
}

/** A non-negative INTEGER from big-endian octets; leading zeros are dropped, one is added where the sign needs it. */
export function derUnsigned(octets: Uint8Array): Bytes {
  const start = octets.findIndex((byte) => byte !== 0);
  const bytes = start === -1 ? Uint8Array.of(0) : octets.subarray(start);
  return derOf(TAG.integer, (bytes[0] ?? 0) >= 0x80 ? concatBytes(Uint8Array.of(0), bytes) : bytes);
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function derOid(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return derOf(TAG.oid, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
}

/** NULL. */
export const DER_NULL: Bytes = Uint8Array.of(0x05, 0x00);

/** TRUE. */
export const DER_TRUE: Bytes = Uint8Array.of(TAG.boolean, 1, 0xff);

function base128(arc: number): number[] {
  const octets = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) {
    octets.unshift((rest % 128) | 0x80);
  }
  return octets;
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 | octets.length, ...octets];
}
