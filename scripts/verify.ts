/**
 * `npm run verify -- [options] BUNDLE.zip...` ({@link USAGE}): checks bundles with the extension's own verifier, each
 * alone, volumes of one export together, and redacted copies against the full bundle where it is among them or named
 * by `--against`. Exit 0 all whole, 1 any not whole, not fitting, or signed by another key than `--signer` names, 2 any
 * not a bundle (or not a file), or a command line that cannot be understood.
 */
import { reportProducer } from '../utils/bundle/producers/report.ts';
import { existsSync, readFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Language } from '../utils/case/settings.ts';
import { chooseLanguage } from '../utils/i18n/translate.ts';
import { describer } from '../utils/bundle/verify/describe.ts';
import { furtherChecks, parseFingerprints } from '../utils/bundle/verify/further-checks.ts';
import type { BundleCheck } from '../utils/bundle/verify/types.ts';
import {
  verifyFiles,
  type FileToVerify,
  type VerifiedFile,
  type VerifiedSet,
} from '../utils/bundle/verify/verify-files.ts';
import type { Bytes } from '../utils/integrity/bytes.ts';
import { trustedRoots } from '../utils/integrity/timestamp/roots.ts';
import manifest from '../package.json' with { type: 'json' };

const EXIT = { whole: 0, 'not-whole': 1, 'not-a-bundle': 2 } as const;
const USAGE = `Usage: npm run verify -- [options] BUNDLE.zip...
  --signer HEX         fingerprint of the key that must have signed; may be given several times
  --custody-head HEX   last entry of an earlier custody log of the case, which the log must hold; several times
  --tsa-root FILE.pem  root of a timestamp authority to trust
  --against FULL.zip   full bundle that redacted copies are held against
  --language en|zh-CN|ja
  --json
`;
const LANGUAGES: readonly string[] = ['en', 'zh-CN', 'ja'];
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

/** A command line that cannot be understood; its message says why, in one sentence. */
class UsageError extends Error {}

function parseCommandLine(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        language: { type: 'string' },
        signer: { type: 'string', multiple: true },
        'custody-head': { type: 'string', multiple: true },
        'tsa-root': { type: 'string' },
        against: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws {@link UsageError} where what an option names is not there, or is none such. */
function knownFrom(option: string, values: readonly string[] = []): readonly string[] {
  const found = parseFingerprints(values.join('\n'));
  if (found && found.length >= values.length) return found;
  throw new UsageError(`--${option}: not a SHA-256 fingerprint of 64 hexadecimal digits`);
}

function rootsFrom(path: string | undefined): readonly Bytes[] {
  try {
    const roots = trustedRoots(path === undefined ? '' : readFileSync(path, 'utf8'));
    if (roots.ok) return roots.value;
    throw new UsageError(`--tsa-root: ${roots.failure.detail}`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--tsa-root: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function languageFrom(name = 'en'): Language {
  if (LANGUAGES.includes(name)) return chooseLanguage([name]);
  throw new UsageError(`--language: ${name} is none of ${LANGUAGES.join(', ')}`);
}

/** Checks each file and returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseCommandLine(args);
  if (values.help || positionals.length === 0) {
    process.stderr.write(USAGE);
    return values.help ? 0 : 2;
  }
  const language = languageFrom(values.language);
  const checks = furtherChecks(rootsFrom(values['tsa-root']), {
    signers: knownFrom('signer', values.signer),
    heads: knownFrom('custody-head', values['custody-head']),
  });
  if (values.against !== undefined && !existsSync(values.against)) {
    throw new UsageError(`--against: there is no file ${values.against}`);
  }
  return verifyPaths(positionals, values.against, { checks, language, json: values.json ?? false });
}

interface Asked {
  readonly checks: readonly BundleCheck[];
  readonly language: Language;
  readonly json: boolean;
}

async function verifyPaths(
  bundles: readonly string[],
  against: string | undefined,
  { checks, language, json }: Asked,
): Promise<number> {
  // The full bundle has to be whole itself before anything is held against it.
  const paths = [...(against === undefined ? [] : [against]), ...bundles];
  const { files, handles } = await openAll(paths);
  const isAgainst = against !== undefined && files[0]?.name === against;
  try {
    const verified = await verifyFiles(files, {
      checks,
      producers: [reportProducer()],
      version: manifest.version,
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

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // A bug is told with its trace; a script must not take either for a bundle that is not whole.
  const isUsage = error instanceof UsageError;
  process.stderr.write(isUsage ? `${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = EXIT['not-a-bundle'];
}
