import type { RedactedFile, RedactionsFile } from '../../case/redaction.ts';
import { failureOf } from '../../case/result.ts';
import { canonicalJson, type Json } from '../../integrity/canonical-json.ts';
import { isPaintedCopy } from '../audience/paint.ts';
import { parseBagInfo } from '../bag.ts';
import { BAG_INFO, CAPTURES, CUSTODY, REDACTIONS, REPORT, VOLUMES, captureFolder } from '../layout.ts';
import type { AudienceView, EntryProducer } from '../ports.ts';
import { changedBetween, shownOtherwise, twoLogs, type TwoLogs } from './compare-custody.ts';
import { notCompared, other } from './compare-findings.ts';
import { compareMadeAnew } from './compare-made-anew.ts';
import { declaredIn, type Declared } from './declared.ts';
import { capturesElsewhere } from './redaction-checks.ts';
import { languageOf, remakeCopy } from './remake-copy.ts';
import type { CheckResult, Finding, OpenedBag, VerificationReport } from './types.ts';

/** How a comparison is made. */
export interface CompareOptions {
  readonly signal?: AbortSignal;
  /** Files written anew that are made again, too, besides those the verifier always makes: the report. */
  readonly producers?: readonly EntryProducer[];
  /** Of this program. What another version's {@link CompareOptions.producers} wrote is not compared, and that is said. */
  readonly version?: string;
}

/**
 * Holds a copy made for an audience against the full bundle: makes the copy again from it, by the code that makes
 * copies, and compares every file. Each must be the original, the same copy (pictures: pixel by pixel outside of the
 * areas that the full bundle's redactions say), or absent where the copy made again lacks it; the log shows what it
 * must. Says nothing of whether either bundle is whole by itself.
 * @param bag the copy; null where it could not be opened. `originals`: the full bundle, likewise.
 */
export async function compareBags(
  bag: OpenedBag | null,
  originals: OpenedBag | null,
  { signal = new AbortController().signal, producers = [], version }: CompareOptions = {},
): Promise<CheckResult> {
  const declared = bag && (await declaredIn(bag));
  if (!bag || !originals || !declared) {
    return {
      findings: [other('zip', bag && originals ? 'no declaration of what is redacted' : 'not readable')],
    };
  }
  const logs = await twoLogs(bag, originals);
  if (logs.common.length === 0) return { findings: [other(CUSTODY, 'empty')] };
  if (logs.forkAt !== null) return { findings: [other(CUSTODY, `entry ${logs.forkAt} is another`)] };
  try {
    const view = await again(bag, originals, { declared, logs, signal });
    const compared = await compareFiles({ bag, originals, declared, logs, view, signal });
    const anew = await compareMadeAnew({ bag, view, logs, signal, seen: compared.seen, producers, version });
    const findings = [...compared.findings, ...anew, ...(await signers(bag, originals))];
    return conclusion(findings, compared);
  } catch (error) {
    signal.throwIfAborted();
    const { code, detail } = failureOf(error, 'invalid-data');
    return {
      findings: [other('zip', `the copy cannot be made again from the full bundle: ${code} ${detail}`)],
    };
  }
}

interface Compared {
  readonly findings: readonly Finding[];
  /** Paths that the copy made again accounts for. */
  readonly seen: ReadonlySet<string>;
  readonly same: number;
  readonly copies: number;
  readonly leftOut: number;
}

function conclusion(findings: readonly Finding[], { same, copies, leftOut }: Compared): CheckResult {
  const fits = !findings.some(({ severity }) => severity === 'failure');
  return {
    findings,
    proven: fits ? [{ key: 'proven-fits-full', parameters: { same, copies, leftOut } }] : [],
  };
}

async function again(
  bag: OpenedBag,
  originals: OpenedBag,
  { declared, logs, signal }: { declared: Declared; logs: TwoLogs; signal: AbortSignal },
): Promise<AudienceView> {
  return remakeCopy(originals, {
    declaration: declared.file,
    language: languageOf((await bag.text(REPORT)) ?? ''),
    custody: logs.common,
    // What is newer than the log both have may have come after the copy; where the copy has it, it is compared.
    wasThere: (at, path) => bag.files.has(path) || at <= logs.until,
    signal,
  });
}

interface Comparison {
  readonly bag: OpenedBag;
  readonly originals: OpenedBag;
  readonly declared: Declared;
  readonly logs: TwoLogs;
  readonly view: AudienceView;
  readonly signal: AbortSignal;
}

async function compareFiles(given: Comparison): Promise<Compared> {
  const { bag, view, logs, signal } = given;
  const findings: Finding[] = [];
  const at = shownOtherwise(logs.copy, view.custody);
  if (at !== null) findings.push(other(CUSTODY, `entry ${at} is shown otherwise than it must be`));
  findings.push(...declarationFindings(given));
  const must = new Map(view.declaration.files.map((file) => [file.path, file]));
  const seen = new Set([CUSTODY, REDACTIONS]);
  const elsewhere = capturesElsewhere(bag);
  let [same, copies] = [0, 0];
  for await (const { capture, entries } of view.source.captures()) {
    for (const entry of entries) {
      signal.throwIfAborted();
      const path = captureFolder(capture) + entry.path;
      if (elsewhere(path)) continue;
      seen.add(path);
      const file = must.get(path);
      const why = await differs(path, entry.digest, file, given);
      if (why !== null) findings.push(other(path, why));
      else if (file) copies += 1;
      else same += 1;
    }
  }
  for (const path of bag.files.keys()) {
    if (!path.startsWith(CAPTURES) || seen.has(path) || path.endsWith('/record.json')) continue;
    findings.push(other(path, must.has(path) ? 'must be left out' : 'the full bundle has no such file'));
    seen.add(path);
  }
  const leftOut = view.declaration.files.filter(({ state }) => state === 'left-out').length;
  return { findings, seen, same, copies, leftOut };
}

/** Why a file of the copy is not what the full bundle gives; null where it is. */
async function differs(
  path: string,
  digest: string,
  file: RedactedFile | undefined,
  { bag, originals }: Comparison,
): Promise<string | null> {
  const found = bag.fingerprints.get(path);
  if (!found) return 'in the full bundle, and neither here nor rightly left out';
  if (found.digest === digest) return null;
  if (file?.state !== 'copy') return 'not the original';
  if (!file.areas) return 'not the copy that the full bundle gives';
  // Another version may have packed the same pixels otherwise.
  const [copy, original] = [await bag.bytes(path), await originals.bytes(path)];
  if (!copy || !original) return 'not readable';
  try {
    return isPaintedCopy(original, copy, file.areas) ? null : 'differs outside of the redacted areas';
  } catch (error) {
    return failureOf(error, 'invalid-data').detail;
  }
}

/** What the copy declares must be what the copy made again declares, but for the bytes of pictures packed otherwise. */
function declarationFindings({ declared, view, logs }: Comparison): Finding[] {
  const { length } = logs.common;
  const of = (file: RedactionsFile) =>
    canonicalJson({
      ...file,
      files: filesOf(file),
      custodyWithheld: file.custodyWithheld.filter((seq) => seq < length),
    } as unknown as Json);
  if (of(declared.file) === of(view.declaration)) return [];
  const [said, must] = [filesOf(declared.file), filesOf(view.declaration)].map(
    (files) => new Map(files.map((file) => [file.path, canonicalJson(file as unknown as Json)])),
  );
  const paths = new Set([...(said?.keys() ?? []), ...(must?.keys() ?? [])]);
  const wrong = [...paths].filter((path) => said?.get(path) !== must?.get(path));
  if (wrong.length > 0) return wrong.map((path) => other(path, `declared otherwise in ${REDACTIONS}`));
  if (changedBetween(logs)) return [notCompared(REDACTIONS)];
  return [other(REDACTIONS, 'not what the full bundle gives')];
}

/** Files are declared in the order of the case; a picture's own bytes are compared by their pixels. */
function filesOf({ files }: RedactionsFile): RedactedFile[] {
  return files
    .map((file) => (file.state === 'copy' && file.areas ? { ...file, copy: file.original } : file))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Both should be signed by the same key; a copy in which somebody else's hand shows must not pass without a word. */
async function signers(bag: OpenedBag, originals: OpenedBag): Promise<Finding[]> {
  const [copy, full] = await Promise.all([bag, originals].map((one) => signerOf(one)));
  if (copy === full) return bag.files.has(VOLUMES) ? [notCompared(VOLUMES)] : [];
  const detail = `${copy ?? 'unsigned'} / ${full ?? 'unsigned'}`;
  return [{ severity: 'warning', code: 'redaction-signer', path: BAG_INFO, detail }];
}

async function signerOf(bag: OpenedBag): Promise<string | null> {
  return parseBagInfo((await bag.text(BAG_INFO)) ?? '')?.get('Prima-Facie-Signer') ?? null;
}

/** A report on a copy, with what holding it against the full bundle showed. */
export function withComparison(
  report: VerificationReport,
  { findings, proven = [] }: CheckResult,
): VerificationReport {
  const fits = !findings.some(({ severity }) => severity === 'failure');
  return {
    ...report,
    verdict: report.verdict === 'whole' && !fits ? 'not-whole' : report.verdict,
    findings: [...report.findings, ...findings],
    proven: fits ? [...report.proven, ...proven] : [],
    notProven: report.notProven.filter(({ key }) => !fits || key !== 'not-proven-originals'),
  };
}

/** What it means for a copy that the bundle it is held against does not verify; empty where that is whole. */
export function fullFindings(full: Pick<VerificationReport, 'verdict'> | null): readonly Finding[] {
  if (full?.verdict === 'whole') return [];
  return [other('zip', `the bundle it is held against is ${full?.verdict ?? 'not readable'}`)];
}
