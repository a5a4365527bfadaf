/**
 * Builds `utils/hosting/data/ranges.ts` from clones of the public lists it is compiled from.
 *
 *   node scripts/hosting-data.ts --ipranges DIR --cdncheck FILE --aws FILE [--ipranges-date YYYY-MM-DD] [--cdncheck-date YYYY-MM-DD]
 *
 * DIR: a checkout of lord-alfred/ipranges (CC0), a daily mirror of the providers' own lists.
 * FILE: `sources_data.json` of projectdiscovery/cdncheck (MIT); only sets it reads from the providers themselves.
 * `--aws`: the provider's own `ip-ranges.json`; of it the IPv6 ranges of CloudFront, which the other lists lack.
 * Facts only: addresses, merged and sorted.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import ipaddr from 'ipaddr.js';
import { isPublicAddress } from '../utils/hosting/address.ts';
import { encodeRanges, type Range } from '../utils/hosting/data/codec.ts';

const { values } = parseArgs({
  options: {
    ipranges: { type: 'string' },
    cdncheck: { type: 'string' },
    aws: { type: 'string' },
    'ipranges-date': { type: 'string' },
    'cdncheck-date': { type: 'string' },
    out: { type: 'string', default: 'utils/hosting/data/ranges.ts' },
  },
});

/** Set → the provider's own publication, and where this build reads it. */
const SETS: readonly (readonly [
  id: string,
  from: 'ipranges' | 'cdncheck' | 'aws',
  key: string,
  official: string,
])[] = [
  ['cloudflare', 'ipranges', 'cloudflare', 'https://www.cloudflare.com/ips/'],
  ['fastly', 'cdncheck', 'cdn.fastly', 'https://api.fastly.com/public-ip-list'],
  [
    'cloudfront',
    'cdncheck',
    'cdn.cloudfront',
    'https://d7uri8nf7uskq.cloudfront.net/tools/list-cloudfront-ips',
  ],
  ['cloudfront-v6', 'aws', 'CLOUDFRONT', 'https://ip-ranges.amazonaws.com/ip-ranges.json'],
  ['aws', 'ipranges', 'amazon', 'https://ip-ranges.amazonaws.com/ip-ranges.json'],
  ['google', 'ipranges', 'google', 'https://www.gstatic.com/ipranges/goog.json'],
  ['azure', 'ipranges', 'microsoft', 'https://www.microsoft.com/en-us/download/details.aspx?id=56519'],
  ['oracle', 'ipranges', 'oracle', 'https://docs.oracle.com/en-us/iaas/tools/public_ip_ranges.json'],
  ['digitalocean', 'ipranges', 'digitalocean', 'https://digitalocean.com/geo/google.csv'],
  ['linode', 'ipranges', 'linode', 'https://geoip.linode.com/'],
  ['vultr', 'ipranges', 'vultr', 'https://geofeed.constant.com/'],
  ['telegram', 'ipranges', 'telegram', 'https://core.telegram.org/resources/cidr.txt'],
  ['imperva', 'cdncheck', 'waf.incapsula', 'https://my.imperva.com/api/integration/v1/ips'],
  ['gcore', 'cdncheck', 'cdn.gcore', 'https://api.gcore.com/cdn/public-ip-list'],
  ['arvancloud', 'cdncheck', 'cdn.arvancloud', 'https://www.arvancloud.ir/en/ips.txt'],
];

const cdncheck: Record<string, Record<string, string[]>> = JSON.parse(
  readFileSync(values.cdncheck ?? usage(), 'utf8'),
);
const aws: {
  readonly createDate: string;
  readonly ipv6_prefixes: readonly { readonly ipv6_prefix: string; readonly service: string }[];
} = JSON.parse(readFileSync(values.aws ?? usage(), 'utf8'));
const lines = SETS.map(([id, from, key, official]) => {
  const cidrs = from === 'ipranges' ? readSet(key) : from === 'aws' ? fromAws(key) : fromCdncheck(key);
  const date = {
    ipranges: values['ipranges-date'],
    cdncheck: values['cdncheck-date'],
    // `2026-09-23-10-00-00`
    aws: aws.createDate.slice(0, 10),
  }[from];
  const v4 = encodeRanges(
    merge(
      cidrs.filter((cidr) => !cidr.includes(':')),
      32,
    ),
    32,
  );
  const v6 = encodeRanges(
    merge(
      cidrs.filter((cidr) => cidr.includes(':')),
      64,
    ),
    64,
  );
  console.error(`${id}: ${cidrs.length} ranges, ${v4.length + v6.length} characters`);
  return `  { id: '${id}', official: '${official}', date: '${date ?? 'unknown'}', v4: '${v4}', v6: '${v6}' },`;
});
writeFileSync(
  values.out,
  `import type { RangeSet } from '../ranges.ts';

/** Official range lists. Made by \`scripts/hosting-data.ts\`; not to be edited by hand. one list a line. */
// prettier-ignore
export const RANGE_SETS: readonly RangeSet[] = [
${lines.join('\n')}
];
`,
);

function usage(): never {
  console.error('usage: node scripts/hosting-data.ts --ipranges DIR --cdncheck FILE --aws FILE');
  process.exit(2);
}

function readSet(name: string): string[] {
  return ['ipv4_merged.txt', 'ipv6_merged.txt'].flatMap((file) => {
    const path = join(values.ipranges ?? usage(), name, file);
    return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
  });
}

function fromCdncheck(key: string): string[] {
  const [group = '', name = ''] = key.split('.');
  return cdncheck[group]?.[name] ?? [];
}

/** IPv6 ranges of one service: those of IPv4 stand in the provider's shorter list. */
function fromAws(service: string): string[] {
  return aws.ipv6_prefixes.filter((one) => one.service === service).map((one) => one.ipv6_prefix);
}

/** Sorts, drops what lies inside another range, joins neighbours. IPv6 longer than /64 is left out. */
function merge(cidrs: readonly string[], bits: 32 | 64): Range[] {
  const spans = cidrs
    .map((cidr) => toSpan(cidr.includes('/') ? cidr : `${cidr}/${bits === 32 ? 32 : 128}`, bits))
    .filter((span) => span !== null)
    .toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  const joined: [bigint, bigint][] = [];
  for (const [start, end] of spans) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = end > last[1] ? end : last[1];
    else joined.push([start, end]);
  }
  return joined.flatMap(([start, end]) => split(start, end, bits));
}

function toSpan(cidr: string, bits: 32 | 64): [bigint, bigint] | null {
  const [address, length] = ipaddr.parseCIDR(cidr);
  // Some published lists carry documentation or private ranges as samples: they name no server.
  if (length > bits || !isPublicAddress(address.toString())) return null;
  const bytes = address.toByteArray().slice(0, bits / 8);
  const shift = BigInt(bits - length);
  const start = (bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> shift) << shift;
  return [start, start + (1n << shift)];
}

function split(from: bigint, end: bigint, bits: number): Range[] {
  const ranges: Range[] = [];
  let start = from;
  while (start < end) {
    let shift = 0n;
    while (shift < BigInt(bits) && start % (1n << (shift + 1n)) === 0n && start + (1n << (shift + 1n)) <= end)
      shift += 1n;
    ranges.push({ start, length: bits - Number(shift) });
    start += 1n << shift;
  }
  return ranges;
}
