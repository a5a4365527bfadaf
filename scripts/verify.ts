/**
 * `npm run verify -- [--json] [--language en|zh-CN|ja] [--tsa-root FILE.pem] [--against FULL.zip] BUNDLE.zip...`: checks
 * bundles with the extension's own verifier, each alone, volumes of one export together, and redacted copies against
 * the full bundle where it is among them or named by `--against`. Exit 0 all whole, 1 any not whole or not fitting,
 * 2 any not a bundle (or not a file).
 */
import { readFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Language } from '../utils/case/settings.ts';
import { chooseLanguage } from '../utils/i18n/translate.ts';
import { describer } from '../utils/bundle/verify/describe.ts';
import { furtherChecks } from '../utils/bundle/verify/further-checks.ts';
import {
  verifyFiles,
  type FileToVerify,
  type VerifiedFile,
  type VerifiedSet,
} from '../utils/bundle/verify/verify-files.ts';
import { trustedRoots } from '../utils/integrity/timestamp/roots.ts';

const EXIT = { whole: 0, 'not-whole': 1, 'not-a-bundle': 2 } as const;
const USAGE =
  'Usage: npm run verify -- [--json] [--language en|zh-CN|ja] [--tsa-root FILE.pem] [--against FULL.zip] BUNDLE.zip...\n';
/** Progress is worth a line once a bundle takes more than a moment. */
const QUIET_BYTES = 200 * 1024 * 1024;

/** A file as a source: each read fills what was asked for, or says that the file became shorter. */
async function sourceOf(path: string, file: FileHandle): Promise<FileToVerify> {
  const { size } = await file.stat();
  const read = async (start: number, end: number) => {
    const bytes = new Uint8Array(end - start);
    const { bytesRead } = await file.read(bytes, 0, bytes.byteLength, start);
    if (bytesRead !== bytes.byteLength) throw new Error(`${path} became shorter while it was read`);
    return bytes;
  };
  return { name: path, source: { size, read } };
}

/** Opens the files that are there; the others are told and left out. */
async function openAll(paths: readonly string[]): Promise<{ files: FileToVerify[]; handles: FileHandle[] }> {
  const handles: FileHandle[] = [];
  const files: FileToVerify[] = [];
  for (const path of paths) {
    try {
      const handle = await open(path, 'r');
      handles.push(handle);
      files.push(await sourceOf(path, handle));
    } catch (error) {
      tellUnreadable(path, error instanceof Error ? error.message : String(error));
    }
  }
  return { files, handles };
}

function tellUnreadable(path: string, why: string): void {
  process.stderr.write(`${path}: cannot be read (${why})\n`);
}

function lines(path: string, report: NonNullable<VerifiedFile['report']>, language: Language): string[] {
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

function progressLine(): (progress: { name: string; bytes: number; totalBytes: number }) => void {
  let told = '';
  return ({ name, bytes, totalBytes }) => {
    if (totalBytes < QUIET_BYTES) return;
    const line = `${name}: ${Math.floor((bytes / totalBytes) * 10) * 10} %\n`;
    if (line === told) return;
    told = line;
    process.stderr.write(line);
  };
}

/** Tells what became of one file; returns its exit code. */
function tellFile({ name, report, unreadable }: VerifiedFile, language: Language, json: boolean): number {
  if (!report) {
    tellUnreadable(name, unreadable ?? '');
    return EXIT['not-a-bundle'];
  }
  const text = json ? JSON.stringify({ path: name, ...report }) : lines(name, report, language).join('\n');
  process.stdout.write(`${text}\n`);
  return EXIT[report.verdict];
}

/** Volumes of one export given together have to be all of it; one alone is checked alone. */
function tellSet({ group, findings, proven }: VerifiedSet, language: Language, json: boolean): number {
  const say = describer(language);
  for (const finding of findings) process.stderr.write(`${group}: ${say.finding(finding)}\n`);
  // A line of JSON is one file's report: who reads those knows the set by the exit code.
  const told = json ? [] : proven;
  for (const statement of told) process.stdout.write(`${group}: ${say.statement(statement)}\n`);
  return findings.length > 0 ? EXIT['not-whole'] : EXIT.whole;
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
  // The full bundle has to be whole itself before anything is held against it.
  const paths = [...(values.against ? [values.against] : []), ...positionals];
  const { files, handles } = await openAll(paths);
  const isAgainst = values.against !== undefined && files[0]?.name === values.against;
  const json = values.json ?? false;
  try {
    const verified = await verifyFiles(files, {
      checks: furtherChecks(roots.value),
      onProgress: progressLine(),
      ...(isAgainst ? { against: 0 } : {}),
    });
    return Math.max(
      files.length < paths.length ? EXIT['not-a-bundle'] : EXIT.whole,
      ...verified.files.map((file) => tellFile(file, language, json)),
      ...verified.sets.map((set) => tellSet(set, language, json)),
    );
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
}

process.exitCode = await main();
