/**
 * `npm run verify -- [--json] [--language en|zh-CN|ja] [--tsa-root FILE.pem] [--against FULL.zip] BUNDLE.zip...`: checks
 * bundles with the extension's own verifier; with `--against`, redacted copies also against the full bundle. Exit 0 all
 * whole, 1 any not whole or not fitting, 2 any not a bundle (or not a file).
 */
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Language } from '../utils/case/settings.ts';
import { chooseLanguage } from '../utils/i18n/translate.ts';
import { compareBundles, withComparison } from '../utils/bundle/verify/compare-bundles.ts';
import { describer } from '../utils/bundle/verify/describe.ts';
import { furtherChecks } from '../utils/bundle/verify/further-checks.ts';
import type { BundleCheck, VerificationReport } from '../utils/bundle/verify/types.ts';
import { openBundle } from '../utils/bundle/verify/verify-bundle.ts';
import { checkVolumes, readVolume, type VolumeFacts } from '../utils/bundle/verify/volumes.ts';
import type { ByteSource } from '../utils/integrity/digest.ts';
import { trustedRoots } from '../utils/integrity/timestamp/roots.ts';

const EXIT = { whole: 0, 'not-whole': 1, 'not-a-bundle': 2 } as const;
const USAGE =
  'Usage: npm run verify -- [--json] [--language en|zh-CN|ja] [--tsa-root FILE.pem] [--against FULL.zip] BUNDLE.zip...\n';
/** Progress is worth a line once a bundle takes more than a moment. */
const QUIET_BYTES = 200 * 1024 * 1024;

/** A file as a source, held open while `use` works on it. */
async function withFile<T>(path: string, use: (source: ByteSource) => Promise<T>): Promise<T> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return await use({
      size,
      async read(start, end) {
        const bytes = new Uint8Array(end - start);
        const { bytesRead } = await file.read(bytes, 0, bytes.byteLength, start);
        if (bytesRead !== bytes.byteLength) throw new Error(`${path} became shorter while it was read`);
        return bytes;
      },
    });
  } finally {
    await file.close();
  }
}

function lines(path: string, report: VerificationReport, language: Language): string[] {
  const say = describer(language);
  const { bag } = report;
  return [
    `${path}: ${say.verdict(report)}`,
    ...(bag ? [`  ${bag.name}: ${bag.captures} captures, ${bag.files} files, ${bag.bytes} bytes`] : []),
    ...report.findings.map(
      (finding) => `  ${finding.severity === 'failure' ? '✗' : '!'} ${say.finding(finding)}`,
    ),
    ...report.proven.map((statement) => `  ✓ ${say.statement(statement)}`),
    ...report.notProven.map((statement) => `  – ${say.statement(statement)}`),
  ];
}

function progressLine(path: string): (progress: { bytes: number; totalBytes: number | null }) => void {
  let told = -1;
  return ({ bytes, totalBytes }) => {
    if (!totalBytes || totalBytes < QUIET_BYTES) return;
    const tenths = Math.floor((bytes / totalBytes) * 10);
    if (tenths === told) return;
    told = tenths;
    process.stderr.write(`${path}: ${tenths * 10} %\n`);
  };
}

async function verifyFile(
  path: string,
  checks: readonly BundleCheck[],
  against: string | undefined,
  volumes: VolumeFacts[],
): Promise<VerificationReport | null> {
  try {
    return await withFile(path, async (source) => {
      const { report, bag } = await openBundle(source, { checks, onProgress: progressLine(path) });
      const volume = bag && (await readVolume(bag));
      if (volume && volume !== 'invalid') volumes.push(volume);
      if (against === undefined) return report;
      return withComparison(report, await withFile(against, (full) => compareBundles(source, full)));
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${path}: cannot be read (${why})\n`);
    return null;
  }
}

/** Volumes of one export given together have to be all of it; one alone is checked alone. */
function tellTogether(volumes: readonly VolumeFacts[], language: Language): number {
  const say = describer(language);
  let exit = 0;
  for (const [group, set] of Map.groupBy(volumes, (volume) => volume.group)) {
    const findings = set.length > 1 ? checkVolumes(set) : [];
    for (const finding of findings) process.stderr.write(`${group}: ${say.finding(finding)}\n`);
    if (findings.length > 0) exit = EXIT['not-whole'];
  }
  return exit;
}

/** Checks each file and returns the exit code. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      language: { type: 'string' },
      'tsa-root': { type: 'string' },
      against: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || positionals.length === 0) {
    process.stderr.write(USAGE);
    return values.help ? 0 : 2;
  }
  const language = chooseLanguage([values.language ?? 'en']);
  const roots = trustedRoots(values['tsa-root'] ? readFileSync(values['tsa-root'], 'utf8') : '');
  if (!roots.ok) {
    process.stderr.write(`--tsa-root: ${roots.failure.detail}\n`);
    return 2;
  }
  const checks = furtherChecks(roots.value);
  let exit = 0;
  const volumes: VolumeFacts[] = [];
  // The full bundle has to be whole itself before anything is held against it.
  for (const path of [...(values.against ? [values.against] : []), ...positionals]) {
    const own = path === values.against;
    const report = await verifyFile(path, checks, own ? undefined : values.against, volumes);
    exit = Math.max(exit, report ? EXIT[report.verdict] : 2);
    if (!report) continue;
    const text = values.json ? JSON.stringify({ path, ...report }) : lines(path, report, language).join('\n');
    process.stdout.write(`${text}\n`);
  }
  return Math.max(exit, tellTogether(volumes, language));
}

process.exitCode = await main();
