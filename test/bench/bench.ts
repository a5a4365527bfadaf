import type { BrowserKind } from '../../scripts/setup/find-browser.ts';

/** One line of the bench's table. */
export interface Measurement {
  /** What was measured, e.g. `capture, chapter (chromium)`. */
  readonly what: string;
  /** Medians, or single values, as text with their units. */
  readonly ours: string;
  readonly theirs: string;
  /** What is compared with the limit: a ratio of the two, or a rate. */
  readonly value: number;
  readonly limit: number;
  /** Which side of the limit is right. */
  readonly want: 'at most' | 'at least';
  /** What a reader has to know to judge it. */
  readonly note?: string;
}

/** What a bench is run with. */
export interface BenchContext {
  readonly browsers: readonly BrowserKind[];
  /** How often each side is measured; the median counts. */
  readonly runs: number;
  readonly say: (text: string) => void;
}

/** A bench: one limit of the product's, measured in one run against what it is compared with. */
export interface Bench {
  readonly name: string;
  /** The limit in words, and where it comes from. */
  readonly about: string;
  run(context: BenchContext): Promise<readonly Measurement[]>;
}

/** The median; of an even number of values the mean of the middle two. @throws for an empty list */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('The median of nothing is not defined.');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Milliseconds that work took, by the monotonic clock. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Whether a measurement keeps its limit. */
export function keepsLimit({ value, limit, want }: Measurement): boolean {
  return want === 'at most' ? value <= limit : value >= limit;
}

/** Milliseconds for a table. */
export function ms(value: number): string {
  return `${Math.round(value).toLocaleString('en')} ms`;
}
