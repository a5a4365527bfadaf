import { classifyHost } from '../../utils/hosting/classify.ts';
import { RULES } from '../../utils/hosting/rules/all.ts';

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

/** What the bench found. Processor seconds do not depend on what else the machine does; wall seconds do. */
export interface ClassifyBench {
  readonly hostsPerSecond: number;
  readonly hostsPerProcessorSecond: number;
  readonly rules: number;
}

/**
 * Classifies `count` different hosts (addresses all over IPv4 and some IPv6, a network number, an alias, ten
 * headers), `rounds` times; medians.
 */
export function benchClassify(count = 100_000, rounds = 5): ClassifyBench {
  const results = Array.from({ length: rounds }, () => {
    const cpu = process.cpuUsage();
    const started = performance.now();
    for (let at = 0; at < count; at += 1) classifyHost(sample(at));
    const { user, system } = process.cpuUsage(cpu);
    return { wall: count / ((performance.now() - started) / 1000), cpu: count / ((user + system) / 1e6) };
  });
  const median = (rates: number[]) => Math.round(rates.toSorted((a, b) => a - b)[rounds >> 1] ?? 0);
  return {
    hostsPerSecond: median(results.map(({ wall }) => wall)),
    hostsPerProcessorSecond: median(results.map(({ cpu }) => cpu)),
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
