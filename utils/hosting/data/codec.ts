/**
 * A compact, exact text form for lists of CIDR ranges, so that official lists fit the package.
 *
 * `<lengths>|<tokens>`: `lengths` is the prefix lengths in use, comma-separated; each token is one range: the gap to
 * the end of the range before, counted in blocks of this range's size, in base 36, then a sign naming the prefix
 * length by its place in `lengths`. Ranges are sorted and disjoint. An IPv6 range is at most 64 bits
 * long: longer ones name single subnets, which no official list needs.
 */

/** First address and prefix length. IPv6 addresses are given by their upper 64 bits. */
export interface Range {
  readonly start: bigint;
  readonly length: number;
}

/** Signs for prefix lengths: none of them a base-36 digit, none in need of escaping. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+-./:;=?@';

/** Writes sorted, disjoint ranges; `bits` is 32 (IPv4) or 64 (upper half of IPv6). */
export function encodeRanges(ranges: readonly Range[], bits: 32 | 64): string {
  const lengths = [...new Set(ranges.map((range) => range.length))].toSorted((a, b) => a - b);
  if (lengths.length > SIGNS.length) throw new RangeError('more prefix lengths than signs');
  let end = 0n;
  let tokens = '';
  for (const { start, length } of ranges) {
    const shift = BigInt(bits - length);
    if (start < end || (start >> shift) << shift !== start)
      throw new RangeError('ranges overlap or are not aligned');
    tokens += ((start >> shift) - (ceilShift(end, shift) >> shift)).toString(36);
    tokens += SIGNS[lengths.indexOf(length)] ?? '';
    end = start + (1n << shift);
  }
  return `${lengths.join(',')}|${tokens}`;
}

/** Reads what {@link encodeRanges} wrote. */
export function decodeRanges(text: string, bits: 32 | 64): Range[] {
  const [head = '', tokens = ''] = text.split('|');
  const lengths = head.split(',').map(Number);
  const ranges: Range[] = [];
  let end = 0n;
  for (const match of tokens.matchAll(/([0-9a-z]+)([^0-9a-z])/g)) {
    const length = lengths[SIGNS.indexOf(match[2] ?? '')];
    if (length === undefined) throw new RangeError('unknown prefix length');
    const shift = BigInt(bits - length);
    const start = ceilShift(end, shift) + (fromBase36(match[1] ?? '0') << shift);
    ranges.push({ start, length });
    end = start + (1n << shift);
  }
  return ranges;
}

function ceilShift(value: bigint, shift: bigint): bigint {
  const block = 1n << shift;
  return ((value + block - 1n) / block) * block;
}

function fromBase36(digits: string): bigint {
  if (digits.length <= 10) return BigInt(Number.parseInt(digits, 36));
  let value = 0n;
  for (const digit of digits) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value;
}
