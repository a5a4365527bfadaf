import type { Box } from '../../case/facts.ts';
import { failureOf } from '../../case/result.ts';
import { isPaintedCopy } from '../audience/paint.ts';
import { CUSTODY } from '../layout.ts';
import { custodyEntries } from './case-checks.ts';
import { declaredIn, type Declared } from './declared.ts';
import type { CheckResult, Finding, OpenedBag, VerificationReport } from './types.ts';

/** Folders whose files are the same in every bundle of a case, or declared copies. */
const EVIDENCE = /^data\/(?:captures|documents|notices)\//;
/** Made anew for each bundle from what its reader may see. */
const MADE_ANEW = /\/(?:record|not-held)\.json$/;

/**
 * Holds a copy made for an audience against the full bundle: each file of the evidence is the same in both, or the
 * declared redacted copy of the one there; pictures are compared pixel by pixel outside of the declared areas; each
 * entry of the custody log has the hash it has there. Says nothing of whether either bundle is whole by itself.
 * @param bag the copy; null where it could not be opened. `originals`: the full bundle, likewise.
 */
export async function compareBags(
  bag: OpenedBag | null,
  originals: OpenedBag | null,
  signal: AbortSignal = new AbortController().signal,
): Promise<CheckResult> {
  const declared = bag && (await declaredIn(bag));
  if (!bag || !originals || !declared) {
    const detail = bag && originals ? 'no declaration of what is redacted' : 'not readable';
    return { findings: [{ severity: 'failure', code: 'redaction-other', path: 'zip', detail }] };
  }
  const findings = [...(await custodyFindings(bag, originals))];
  let same = 0;
  let copies = 0;
  for (const path of bag.files.keys()) {
    if (!EVIDENCE.test(path) || MADE_ANEW.test(path)) continue;
    signal.throwIfAborted();
    const why = await differs(path, bag, originals, declared);
    if (why) findings.push(other(path, why));
    else if (declared.copyAt(path)) copies += 1;
    else same += 1;
  }
  const absent = declared.file.files.filter(({ state }) => state === 'left-out');
  const held = new Set([...originals.fingerprints.values()].map(({ digest }) => digest));
  for (const { path, original } of absent) {
    if (!held.has(original.digest)) findings.push(other(path, 'the full bundle does not hold it'));
  }
  const parameters = { same, copies, leftOut: absent.length };
  return { findings, proven: findings.length === 0 ? [{ key: 'proven-fits-full', parameters }] : [] };
}

function other(path: string, detail: string): Finding {
  return { severity: 'failure', code: 'redaction-other', path, detail };
}

/** Why a file of the copy does not fit the full bundle; null where it does. */
async function differs(
  path: string,
  bag: OpenedBag,
  originals: OpenedBag,
  declared: Declared,
): Promise<string | null> {
  const [here, there] = [bag.fingerprints.get(path), originals.fingerprints.get(path)];
  if (!there) return 'the full bundle has no such file';
  if (here?.digest === there.digest) return null;
  const said = declared.copyAt(path);
  if (!said) return 'another file, and not declared as a redacted copy';
  if (said.original.digest !== there.digest) return 'a copy of another original';
  if (said.copy.digest !== here?.digest) return 'not the declared copy';
  return said.areas ? pixelsDiffer(path, bag, originals, said.areas) : null;
}

async function pixelsDiffer(
  path: string,
  bag: OpenedBag,
  originals: OpenedBag,
  areas: readonly Box[],
): Promise<string | null> {
  const [copy, original] = [await bag.bytes(path), await originals.bytes(path)];
  if (!copy || !original) return 'not readable';
  try {
    return isPaintedCopy(original, copy, areas) ? null : 'differs outside of the declared areas';
  } catch (error) {
    return failureOf(error, 'invalid-data').detail;
  }
}

/** A copy may have been made before the full bundle or after it: the shorter log must be the beginning of the longer. */
async function custodyFindings(bag: OpenedBag, originals: OpenedBag): Promise<Finding[]> {
  const [here, there] = [await hashes(bag), await hashes(originals)];
  const common = Math.min(here.length, there.length);
  const at = here.slice(0, common).findIndex((hash, index) => hash !== there[index]);
  if (at >= 0) return [other(CUSTODY, `entry ${at} is another`)];
  return common === 0 ? [other(CUSTODY, 'empty')] : [];
}

async function hashes(bag: OpenedBag): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of custodyEntries(bag)) if (entry) found.push(entry.hash);
  return found;
}

/** A report on a copy, with what holding it against the full bundle showed. */
export function withComparison(
  report: VerificationReport,
  { findings, proven = [] }: CheckResult,
): VerificationReport {
  const fits = findings.length === 0;
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
