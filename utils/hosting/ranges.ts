import { decodeRanges, type Range } from './data/codec.ts';

/** One provider's published list, in the text form of `data/codec.ts`. */
export interface RangeSet {
  readonly id: string;
  /** Where the provider publishes it. */
  readonly official: string;
  /** Date of the copy. */
  readonly date: string;
  readonly v4: string;
  readonly v6: string;
}

/** A range that holds an address. */
export interface RangeHit {
  readonly set: RangeSet;
  /** In CIDR notation. */
  readonly range: string;
}

interface Half<T extends Uint32Array | BigUint64Array> {
  readonly starts: T;
  readonly lengths: Uint8Array;
}

interface Decoded {
  readonly set: RangeSet;
  readonly v4: Half<Uint32Array>;
  readonly v6: Half<BigUint64Array>;
}

/** Finds the lists an address stands in: a binary search in each list's sorted intervals, no scan. */
export class RangeIndex {
  readonly #sets: readonly Decoded[];

  constructor(sets: readonly RangeSet[]) {
    this.#sets = sets.map((set) => ({ set, v4: half32(decodeRanges(set.v4, 32)), v6: half64(set.v6) }));
  }

  /** Every list that holds the address (canonical text, as `parseAddress` gives it), with the range. */
  find(text: string): RangeHit[] {
    return text.includes(':') ? this.#find6(text) : this.#find4(ipv4Value(text));
  }

  #find4(value: number): RangeHit[] {
    const hits: RangeHit[] = [];
    for (const { set, v4 } of this.#sets) {
      const at = lastNotAfter(v4.starts, value);
      const length = v4.lengths[at] ?? 0;
      const start = v4.starts[at];
      if (start === undefined || value - start >= 2 ** (32 - length)) continue;
      hits.push({ set, range: `${ipv4Text(start)}/${length}` });
    }
    return hits;
  }

  #find6(text: string): RangeHit[] {
    const value = ipv6Upper(text);
    const hits: RangeHit[] = [];
    for (const { set, v6 } of this.#sets) {
      const at = lastNotAfter(v6.starts, value);
      const start = v6.starts[at];
      const length = v6.lengths[at] ?? 0;
      if (start === undefined || value - start >= 1n << BigInt(64 - length)) continue;
      hits.push({ set, range: `${ipv6Text(start)}/${length}` });
    }
    return hits;
  }
}

function half32(ranges: readonly Range[]): Half<Uint32Array> {
  return {
    starts: Uint32Array.from(ranges, (range) => Number(range.start)),
    lengths: Uint8Array.from(ranges, (range) => range.length),
  };
}

function half64(text: string): Half<BigUint64Array> {
  const ranges = decodeRanges(text, 64);
  return {
    starts: BigUint64Array.from(ranges, (range) => range.start),
    lengths: Uint8Array.from(ranges, (range) => range.length),
  };
}

/** Index of the last element not above `value`; −1 where all are above. */
function lastNotAfter<V extends number | bigint>(
  starts: { readonly length: number; readonly [at: number]: V },
  value: V,
): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = starts[middle];
    if (start !== undefined && start <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The 32 bits of a dotted address, read digit by digit: this runs for every host. */
function ipv4Value(text: string): number {
  let value = 0;
  let part = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 46) {
      value = value * 256 + part;
      part = 0;
    } else part = part * 10 + code - 48;
  }
  return value * 256 + part;
}

function ipv4Text(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

/** Upper 64 bits of a canonical IPv6 address. */
function ipv6Upper(text: string): bigint {
  const [head = '', tail = ''] = text.split('::');
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const gap = text.includes('::') ? 8 - front.length - back.length : 0;
  const groups = [...front, ...Array.from({ length: gap }, () => '0'), ...back];
  const high = Number.parseInt(groups[0] ?? '0', 16) * 65_536 + Number.parseInt(groups[1] ?? '0', 16);
  const low = Number.parseInt(groups[2] ?? '0', 16) * 65_536 + Number.parseInt(groups[3] ?? '0', 16);
  return (BigInt(high) << 32n) | BigInt(low);
}

function ipv6Text(upper: bigint): string {
  const groups = [48n, 32n, 16n, 0n].map((shift) => ((upper >> shift) & 0xffffn).toString(16));
  while (groups.at(-1) === '0') groups.pop();
  return `${groups.join(':')}::`;
}
