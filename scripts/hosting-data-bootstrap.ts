/**
 * Builds `utils/hosting/data/bootstrap.ts` from IANA's RDAP bootstrap files (RFC 9224).
 *
 *   node scripts/hosting-data-bootstrap.ts DIR
 *
 * DIR holds `dns.json`, `ipv4.json`, `ipv6.json`, `asn.json` as published at https://data.iana.org/rdap/. Only https
 * services are kept. Names whose service URL contains the name itself are folded: `https://rdap.nic.{}/`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface BootstrapFile {
  readonly publication: string;
  /** Date of a later publication from which single entries were brought up to date, where that was done. */
  readonly amended?: string;
  readonly services: readonly (readonly [readonly string[], readonly string[]])[];
}

const directory = process.argv[2];
if (directory === undefined) {
  console.error('usage: node scripts/hosting-data-bootstrap.ts DIR');
  process.exit(2);
}

const dates: string[] = [];
const sections = ['dns', 'ipv4', 'ipv6', 'asn'].map((kind) => {
  const file: BootstrapFile = JSON.parse(readFileSync(join(directory, `${kind}.json`), 'utf8'));
  dates.push(`  ${kind}: '${file.publication.slice(0, 10)}',`);
  if (file.amended !== undefined) dates.push(`  '${kind}-amended': '${file.amended.slice(0, 10)}',`);
  const byPattern = new Map<string, string[]>();
  for (const [entries, urls] of file.services) {
    const url = urls.find((one) => one.startsWith('https://'));
    for (const entry of url === undefined ? [] : entries) {
      const pattern = kind === 'dns' ? (url ?? '').replaceAll(new RegExp(`\\b${entry}\\b`, 'gi'), '{}') : url;
      byPattern.set(pattern ?? '', [...(byPattern.get(pattern ?? '') ?? []), entry]);
    }
  }
  const rows = [...byPattern].map(([pattern, entries]) => `    ['${pattern}', '${entries.join(' ')}'],`);
  return `  ${kind}: [\n${rows.join('\n')}\n  ],`;
});

writeFileSync(
  'utils/hosting/data/bootstrap.ts',
  `/** One service: its URL, \`{}\` standing for the name asked about, and what it serves, separated by spaces. */
export type BootstrapRow = readonly [url: string, entries: string];

/** Dates of publication of the bundled copies. */
export const BOOTSTRAP_DATES = {
${dates.join('\n')}
} as const;

/** IANA's RDAP bootstrap registries. Made by \`scripts/hosting-data-bootstrap.ts\`; not to be edited by hand. */
// prettier-ignore
export const BOOTSTRAP: Readonly<Record<'dns' | 'ipv4' | 'ipv6' | 'asn', readonly BootstrapRow[]>> = {
${sections.join('\n')}
};
`,
);
