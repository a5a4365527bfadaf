import { classifyHost } from '../../utils/hosting/classify.ts';
import { RANGE_SETS } from '../../utils/hosting/data/ranges.ts';
import { RuleIndex } from '../../utils/hosting/rule-index.ts';
import { RULES } from '../../utils/hosting/rules/all.ts';
import { median } from './bench.ts';

/** Limit of the bench: hosts per second in one thread, over the whole table and all range lists. */
export const CLASSIFY_LIMIT = 100_000;

const HEADERS = [
  'date',
  'content-type',
  'server',
  'cf-ray',
  'via',
  'x-served-by',
  'cache-control',
  'vary',
  'set-cookie',
  'etag',
].map((name) => ({ name, value: name === 'server' ? 'cloudflare' : `value of ${name}` }));

/** What the bench found. */
export interface ClassifyBench {
  /** By the clock on the wall, in the round that other work on the machine held up least. */
  readonly hostsPerSecond: number;
  /** Median of all rounds, per second of processor time, which other work does not take away. */
  readonly hostsPerProcessorSecond: number;
  /** Milliseconds for arranging all rules and range lists, once in a background's life. */
  readonly indexMs: number;
  readonly rules: number;
}

/**
 * Classifies `count` different hosts (addresses all over IPv4 and some IPv6, a network number, an alias, ten
 * headers) `rounds` times. Making up the hosts is not counted, arranging the rules is measured on its own.
 */
export function benchClassify(count = 100_000, rounds = 7): ClassifyBench {
  const began = performance.now();
  const index = new RuleIndex(RULES, RANGE_SETS);
  const indexMs = performance.now() - began;
  const hosts = Array.from({ length: count }, (_, at) => sample(at));
  const results = Array.from({ length: rounds }, () => {
    const cpu = process.cpuUsage();
    const started = performance.now();
    for (const host of hosts) classifyHost(host, index);
    const { user, system } = process.cpuUsage(cpu);
    return { wall: count / ((performance.now() - started) / 1000), cpu: count / ((user + system) / 1e6) };
  });
  return {
    hostsPerSecond: Math.round(Math.max(...results.map(({ wall }) => wall))),
    hostsPerProcessorSecond: Math.round(median(results.map(({ cpu }) => cpu))),
    indexMs,
    rules: RULES.length,
  };
}

function sample(at: number) {
  const v6 = at % 16 === 0;
  return {
    host: `h${at}.cdn.example.com`,
    address: v6
      ? `2606:4700:${(at & 0xffff).toString(16)}::1`
      : `${((at * 7) % 223) + 1}.${at & 255}.${(at >> 8) & 255}.9`,
    asns: [13335 + (at % 5)],
    cnames: ['site.example.edgekey.net'],
    headers: HEADERS,
  };
}
