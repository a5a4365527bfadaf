import { failureOf } from '../../case/result.ts';
import type { ByteSource } from '../../integrity/digest.ts';
import { parseBagInfo } from '../bag.ts';
import { BAG_INFO, CAPTURES, CASE_FILE, CUSTODY, timeOfTopFolder } from '../layout.ts';
import type { Progress } from '../ports.ts';
import type { ZipArchive, ZipLimits } from '../zip/archive.ts';
import { containerForm } from '../zip/canonical.ts';
import { tryOpenZip } from '../zip/open.ts';
import { declarationCheck, manifestCheck } from './bag-checks.ts';
import { capturesCheck } from './capture-checks.ts';
import { caseCheck, custodyCheck, custodyEntries } from './case-checks.ts';
import { importsCheck } from './import-checks.ts';
import { furtherChecks } from './further-checks.ts';
import { isAgeSource, looksLikeOurs } from './looks-like-ours.ts';
import { openBag, prefixOf } from './open-bag.ts';
import { redactionsCheck } from './redaction-checks.ts';
import { timesCheck } from './time-checks.ts';
import type {
  Anchor,
  BundleCheck,
  CheckOutcome,
  CheckResult,
  Finding,
  OpenedBag,
  VerificationReport,
} from './types.ts';

/** What a verification takes besides the bytes. */
export interface VerifyOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Further checks: signature, timestamps; {@link furtherChecks} where not given. */
  readonly checks?: readonly BundleCheck[];
  readonly limits?: ZipLimits;
}

/** Always said, whatever the verdict: what no check of this kind can show. */
const NEVER_PROVEN = ['not-proven-truth', 'not-proven-author', 'not-proven-others'];

const UNANCHORED: Anchor = { signer: null, isExpected: false, stamp: null };

/**
 * Checks a bundle: the container, the bag, the custody chain, every capture and the case file. The one code path
 * behind the dashboard, the command line and `verify.html`.
 * @returns `whole` only where every check passed; warnings alone leave it whole. Never throws for what the bytes
 *   hold, however hostile; throws what `signal` was aborted with, and what reading the source itself throws.
 */
export async function verifyBundle(
  source: ByteSource,
  options: VerifyOptions = {},
): Promise<VerificationReport> {
  return (await openBundle(source, options)).report;
}

/** As {@link verifyBundle}, with the opened bag, for whoever goes on to read it; null where none could be opened. */
export async function openBundle(
  source: ByteSource,
  options: VerifyOptions = {},
): Promise<{ readonly report: VerificationReport; readonly bag: OpenedBag | null }> {
  const signal = options.signal ?? new AbortController().signal;
  const opened = await tryOpenZip(source, options.limits);
  if (!opened.ok) return { report: await unreadable(source, opened.failure.detail), bag: null };
  const archive = opened.value;
  const prefix = prefixOf(archive);
  if (prefix === null || !isOurs(archive, prefix)) {
    const report = verdictOnly('not-a-bundle', [{ severity: 'failure', code: 'not-a-bundle' }]);
    return { report, bag: null };
  }
  const container = await checkContainer(archive, prefix.slice(0, -1));
  // Unpacking it is what a bomb is for.
  if (archive.problems.some(({ code }) => code === 'bomb'))
    return { report: verdictOnly('not-whole', listable(container.findings)), bag: null };
  const progress = progressOf(archive, options);
  const opening = await openBag(archive, prefix, { repacked: container.repacked, signal, onBytes: progress });
  const findings = [...container.findings, ...opening.findings];
  const report = await judge(opening.bag, { findings }, options.checks ?? furtherChecks(), signal);
  return { report, bag: opening.bag };
}

function progressOf(archive: ZipArchive, options: VerifyOptions): (bytes: number) => void {
  const totalBytes = archive.entries.reduce((sum, entry) => sum + entry.size, 0);
  let bytes = 0;
  return (more) => {
    bytes += more;
    options.onProgress?.({ bytes, totalBytes, captures: 0, totalCaptures: 0 });
  };
}

async function unreadable(source: ByteSource, detail: string): Promise<VerificationReport> {
  if (await isAgeSource(source))
    return verdictOnly('not-a-bundle', [{ severity: 'failure', code: 'encrypted' }]);
  if (await looksLikeOurs(source)) {
    return verdictOnly('not-whole', [{ severity: 'failure', code: 'zip-damaged', detail }]);
  }
  return verdictOnly('not-a-bundle', [{ severity: 'failure', code: 'not-a-zip', detail }]);
}

function verdictOnly(
  verdict: VerificationReport['verdict'],
  findings: readonly Finding[],
): VerificationReport {
  const checks: CheckOutcome[] = [{ id: 'container', state: 'failed' }];
  const schema = 'prima-facie/verification/1';
  return { schema, verdict, anchor: UNANCHORED, bag: null, findings, checks, proven: [], notProven: [] };
}

/** A bag is ours by its name; a renamed one by the two files that only ours have. */
function isOurs(archive: ZipArchive, prefix: string): boolean {
  const has = (path: string) => archive.entries.some(({ name }) => name === prefix + path);
  return timeOfTopFolder(prefix.slice(0, -1)) !== null || has(CASE_FILE) || has(CUSTODY);
}

async function checkContainer(
  archive: ZipArchive,
  top: string,
): Promise<{ readonly repacked: boolean; readonly findings: readonly Finding[] }> {
  const findings: Finding[] = archive.problems.map(({ code, name, detail }) => ({
    severity: 'failure',
    code: 'zip-problem',
    detail: `${code}: ${detail}`,
    ...(name === undefined ? {} : { path: name }),
  }));
  const at = timeOfTopFolder(top);
  const form = at ? await containerForm(archive, at) : ({ form: 'repacked' } as const);
  if (form.form === 'altered') {
    findings.push(...form.where.map((path): Finding => ({ severity: 'failure', code: 'zip-altered', path })));
  }
  if (form.form === 'repacked') findings.push({ severity: 'warning', code: 'zip-repacked' });
  return { repacked: form.form === 'repacked', findings };
}

async function judge(
  bag: OpenedBag,
  container: CheckResult,
  further: readonly BundleCheck[],
  signal: AbortSignal,
): Promise<VerificationReport> {
  const sidecars = further.flatMap((check) => check.sidecars ?? []);
  const own = [
    declarationCheck,
    manifestCheck(sidecars),
    caseCheck,
    custodyCheck,
    redactionsCheck,
    capturesCheck,
    importsCheck,
    timesCheck,
  ];
  const results: (readonly [string, CheckResult])[] = [['container', container]];
  for (const check of [...own, ...further]) results.push([check.id, await runCheck(check, bag, signal)]);
  const findings = listable(dropRepeats(results.flatMap(([, result]) => result.findings)));
  const whole = findings.every(({ severity }) => severity === 'warning');
  const parts = whole ? results.map(([, result]) => result.anchor) : [];
  const anchor: Anchor = Object.assign({}, UNANCHORED, ...parts);
  return {
    schema: 'prima-facie/verification/1',
    verdict: whole ? 'whole' : 'not-whole',
    anchor,
    bag: await describe(bag),
    findings,
    checks: results
      .filter(([, { notApplicable }]) => !notApplicable)
      .map(([id, result]) => ({ id, state: stateOf(result) })),
    // What single checks show means little once another has failed: then nothing is claimed.
    proven: whole ? results.flatMap(([, result]) => result.proven ?? []) : [],
    notProven: [
      ...results.flatMap(([, result]) => result.notProven ?? []),
      ...NEVER_PROVEN.map((key) => ({ key })),
      ...(anchor.isExpected ? [] : [{ key: 'not-proven-identity' }]),
    ],
  };
}

async function runCheck(check: BundleCheck, bag: OpenedBag, signal: AbortSignal): Promise<CheckResult> {
  signal.throwIfAborted();
  try {
    return await check.run(bag, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    const { detail } = failureOf(error, 'invalid-bundle');
    return { findings: [{ severity: 'failure', code: 'check-failed', detail: `${check.id}: ${detail}` }] };
  }
}

function stateOf({ findings, notDone }: CheckResult): CheckOutcome['state'] {
  if (findings.some(({ severity }) => severity === 'failure')) return 'failed';
  if (notDone) return 'not-done';
  return findings.length > 0 ? 'warning' : 'passed';
}

/** Findings of one code that are listed; a hostile container can have a million. */
const LISTED = 1_000;

/** The first {@link LISTED} of each code, and one that counts the rest. */
function listable(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  const more = new Map<string, Finding>();
  const listed = findings.filter((finding) => {
    const { code, severity } = finding;
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count > LISTED) {
      // A failure among those not listed must go on counting as one.
      const worst = more.get(code)?.severity === 'failure' ? 'failure' : severity;
      more.set(code, { severity: worst, code: 'findings-more', detail: `${count - LISTED} × ${code}` });
    }
    return count <= LISTED;
  });
  return [...listed, ...more.values()];
}

/** Two checks may see the same thing; it is told once. */
function dropRepeats(findings: readonly Finding[]): Finding[] {
  const byKey = new Map(
    findings.map((finding) => [`${finding.code} ${finding.path ?? finding.detail}`, finding]),
  );
  return [...byKey.values()];
}

async function describe(bag: OpenedBag): Promise<VerificationReport['bag']> {
  const info = parseBagInfo((await bag.text(BAG_INFO)) ?? '');
  let custody = 0;
  for await (const entry of custodyEntries(bag)) if (entry) custody += 1;
  const paths = [...bag.files.keys()];
  const captures = new Set(
    paths.filter((path) => path.startsWith(CAPTURES)).map((path) => path.split('/')[2]),
  );
  return {
    name: bag.top,
    caseId: info?.get('External-Identifier') ?? null,
    title: info?.get('External-Description') ?? null,
    exportedAt: info?.get('Prima-Facie-Exported-At') ?? null,
    software: info?.get('Bag-Software-Agent') ?? null,
    captures: captures.size,
    custodyEntries: custody,
    files: bag.files.size,
    bytes: [...bag.files.values()].reduce((sum, entry) => sum + entry.size, 0),
  };
}
