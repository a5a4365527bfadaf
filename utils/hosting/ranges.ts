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

/** All lists of one family of addresses, cut into segments inside which the same ranges hold. */
interface Segments<T extends Uint32Array | BigUint64Array> {
  /** Where each segment begins, ascending. */
  readonly starts: T;
  /** Ranges that hold in the segment of the same position. */
  readonly hits: readonly (readonly RangeHit[])[];
}

/** Finds the lists an address stands in: one binary search over all lists together, no scan. */
export class RangeIndex {
  readonly #v4: Segments<Uint32Array>;
  readonly #v6: Segments<BigUint64Array>;

  constructor(sets: readonly RangeSet[]) {
    const v4 = segments(
      sets.map((set) => [set, decodeRanges(set.v4, 32)] as const),
      32,
    );
    const v6 = segments(
      sets.map((set) => [set, decodeRanges(set.v6, 64)] as const),
      64,
    );
    this.#v4 = { starts: Uint32Array.from(v4, ([start]) => Number(start)), hits: v4.map(([, hits]) => hits) };
    this.#v6 = { starts: BigUint64Array.from(v6, ([start]) => start), hits: v6.map(([, hits]) => hits) };
  }

  /** Every list that holds the address (canonical text, as `parseAddress` gives it), with the range. */
  find(text: string): readonly RangeHit[] {
    return text.includes(':') ? at(this.#v6, ipv6Upper(text)) : at(this.#v4, ipv4Value(text));
  }
}

type Boundary = readonly [place: bigint, hit: RangeHit, opens: boolean];

/** Segments of the address space, from the boundaries of all ranges in order. */
function segments(
  lists: readonly (readonly [set: RangeSet, ranges: readonly Range[]])[],
  bits: 32 | 64,
): [start: bigint, hits: readonly RangeHit[]][] {
  const boundaries = lists.flatMap(([set, ranges]) =>
    ranges.flatMap(({ start, length }): Boundary[] => {
      const first = bits === 32 ? ipv4Text(Number(start)) : ipv6Text(start);
      const hit = { set, range: `${first}/${length}` };
      return [
        [start, hit, true],
        [start + (1n << BigInt(bits - length)), hit, false],
      ];
    }),
  );
  const open = new Set<RangeHit>();
  const made: [bigint, readonly RangeHit[]][] = [];
  for (const [place, hit, opens] of boundaries.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))) {
    if (opens) open.add(hit);
    else open.delete(hit);
    const last = made.at(-1);
    if (last?.[0] === place) last[1] = [...open];
    // A range that ends with the address space leaves nothing behind it.
    else if (place < 1n << BigInt(bits)) made.push([place, [...open]]);
  }
  return made;
}

const NOWHERE: readonly RangeHit[] = [];

/** The hits of the last segment that begins at or before `value`. */
function at<V extends number | bigint>(
  {
    starts,
    hits,
  }: {
    readonly starts: { readonly length: number; readonly [n: number]: V };
    readonly hits: readonly (readonly RangeHit[])[];
  },
  value: V,
): readonly RangeHit[] {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = starts[middle];
    if (start !== undefined && start <= value) low = middle + 1;
    else high = middle;
  }
  return hits[low - 1] ?? NOWHERE;
}

/** The 32 bits of a dotted address, read digit by digit: this runs for every host. */
function ipv4Value(text: string): number {
  let value = 0;
  let part = 0;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
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
