import type { Capture } from '../../case/capture.ts';
import { FailureError, fail, failureOf, succeed, type Result } from '../../case/result.ts';
import type { Id } from '../../case/values.ts';
import { blobSource } from '../../integrity/digest.ts';
import type { Serialise } from '../../store/custody-repository.ts';
import type { Store } from '../../store/store.ts';
import type { Progress } from '../ports.ts';
import type { BundleCheck, Finding, VerificationReport } from '../verify/types.ts';
import { openBundle } from '../verify/verify-bundle.ts';
import { checkVolumes, readVolume } from '../verify/volumes.ts';
import { commitImport } from './commit-import.ts';
import { planImport } from './plan-import.ts';
import { readBundle, type ReadBundle, type VerifiedBundle } from './read-bundle.ts';
import { knownSigners, standingOf, type Standing } from './signers.ts';
import { stageFiles, tidyStaging } from './stage.ts';

/** A file somebody chose. */
export interface ImportFileInput {
  readonly name: string;
  readonly blob: Blob;
}

/** What an import takes besides the files. */
export interface ImportOptions {
  readonly now: () => Date;
  readonly newId: () => Id;
  readonly operator: string;
  /** One import at a time, in every context. */
  readonly serialise: Serialise;
  readonly checks?: readonly BundleCheck[];
  readonly signal: AbortSignal;
  readonly onProgress: (phase: 'checking' | 'storing', progress: Progress) => void;
  /** Opens what does not verify all the same, marked as broken. */
  readonly evenIfBroken?: boolean;
  /** Somebody was shown who signed the files (or that nobody did) and wants them in the case that is here. */
  readonly acceptSigners?: boolean;
  /** Bytes that may still be stored; null where the browser does not say. */
  readonly freeBytes?: () => Promise<number | null>;
}

/** A file and what its verification said. */
export interface RefusedFile {
  readonly name: string;
  readonly report: VerificationReport;
}

/** A file that is to go into a case that is here, and who signed it. */
export interface StrangeFile {
  readonly name: string;
  /** Fingerprint in hexadecimal; null where it bears no good signature. */
  readonly signer: string | null;
}

/** What became of an import. */
export type ImportOutcome =
  | {
      readonly state: 'imported';
      readonly caseId: Id;
      readonly title: string;
      /** The case was not here before. */
      readonly isNew: boolean;
      readonly added: readonly Capture[];
      readonly known: number;
      /** Added captures that took the place of those out of a bundle that did not verify. */
      readonly replaced: number;
      /** Added captures that had been deleted here. */
      readonly restored: number;
      /** Rows of the case file that came in. */
      readonly rows: number;
      /** What both have and says different things: ours stayed. */
      readonly conflicts: readonly string[];
      readonly broken: boolean;
      /** Fingerprints of the keys that signed the files, in hexadecimal. */
      readonly signers: readonly string[];
      /** Everything was here already; nothing was written. */
      readonly nothingNew: boolean;
    }
  /** The case is here, and the key is not known: nothing was written yet. */
  | { readonly state: 'asks'; readonly title: string; readonly files: readonly StrangeFile[] }
  | { readonly state: 'refused'; readonly files: readonly RefusedFile[]; readonly mayBeOpened: boolean };

const LOCK = 'prima-facie:import';

/**
 * Imports a bundle, or the volumes of one, into the store: all of it or nothing. A case that is not here is opened as
 * a case; one that is here is merged with. What does not verify is refused with what is wrong, unless it is to be
 * opened all the same.
 */
export function importBundles(
  store: Store,
  files: readonly ImportFileInput[],
  options: ImportOptions,
): Promise<Result<ImportOutcome>> {
  return options.serialise(LOCK, async () => {
    const importId = options.newId();
    try {
      await tidyStaging(store);
      return succeed(await run(store, files, importId, options));
    } catch (error) {
      if (options.signal.aborted) return fail('cancelled', 'import');
      return { ok: false, failure: failureOf(error, 'storage-failed') };
    } finally {
      // What was laid down and is named by no row, after a failure or because it was here already.
      await tidyStaging(store, importId);
    }
  });
}

/** Takes away what an import that the browser cut off has left. Does nothing while one runs elsewhere. */
export async function tidyImports(store: Store, serialise: Serialise): Promise<void> {
  if ((await store.db.importStaging.count()) === 0) return;
  await serialise(LOCK, () => tidyStaging(store));
}

async function run(
  store: Store,
  files: readonly ImportFileInput[],
  importId: Id,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const { verified, refused } = await verifyAll(files, options);
  const wrong =
    verified.length > 0 ? checkVolumes(await Promise.all(verified.map(({ bag }) => readVolume(bag)))) : [];
  const isBroken = refused.length > 0 || wrong.length > 0;
  const mayBeOpened = verified.length === files.length;
  if (isBroken && !(options.evenIfBroken && mayBeOpened)) {
    return { state: 'refused', files: withFindings(refused, verified, wrong), mayBeOpened };
  }
  const bundles = await readAll(verified, wrong);
  const asked = await asksFirst(store, bundles, options);
  if ('state' in asked) return asked;
  const plan = await planImport(store, bundles, asked.standing);
  const totalBytes = plan.files.reduce((sum, { size }) => sum + size, 0);
  await assertSpace(totalBytes, options);
  let bytes = 0;
  await stageFiles(store, importId, plan.files, {
    signal: options.signal,
    onBytes: (more) => {
      bytes += more;
      options.onProgress('storing', { bytes, totalBytes, captures: 0, totalCaptures: plan.fresh.length });
    },
  });
  options.signal.throwIfAborted();
  return commitImport(store, bundles, plan, { ...options, standing: asked.standing });
}

/** Whether somebody has to say first that these signers may add to a case that is here. */
async function asksFirst(
  store: Store,
  bundles: readonly ReadBundle[],
  { acceptSigners }: ImportOptions,
): Promise<{ readonly standing: Standing } | Extract<ImportOutcome, { state: 'asks' }>> {
  const caseId = bundles[0]?.caseFile.case.id ?? '';
  const here = await store.cases.caseFile(caseId);
  const standing = standingOf(bundles, await knownSigners(store, caseId));
  if (!here.ok || standing === 'known' || acceptSigners) return { standing };
  const files = bundles.map(({ fileName: name, signer }) => ({ name, signer }));
  return { state: 'asks', title: here.value.case.title, files };
}

async function verifyAll(
  files: readonly ImportFileInput[],
  { checks, signal, onProgress }: ImportOptions,
): Promise<{ verified: VerifiedBundle[]; refused: RefusedFile[] }> {
  const totalBytes = files.reduce((sum, { blob }) => sum + blob.size, 0);
  const verified: VerifiedBundle[] = [];
  const refused: RefusedFile[] = [];
  let before = 0;
  for (const { name, blob } of files) {
    const { report, bag } = await openBundle(blobSource(blob), {
      signal,
      ...(checks ? { checks } : {}),
      onProgress: ({ bytes }) =>
        onProgress('checking', { bytes: before + bytes, totalBytes, captures: 0, totalCaptures: 0 }),
    });
    before += blob.size;
    if (bag) verified.push({ fileName: name.slice(0, 300), bag, report });
    if (report.verdict !== 'whole') refused.push({ name, report });
  }
  return { verified, refused };
}

/** What is wrong with the volumes as a set is told with the first of them. */
function withFindings(
  refused: readonly RefusedFile[],
  [first]: readonly VerifiedBundle[],
  wrong: readonly Finding[],
): RefusedFile[] {
  if (wrong.length === 0 || !first) return [...refused];
  const { report, fileName: name } = first;
  const named = { name, report: { ...report, verdict: 'not-whole', findings: wrong } as const };
  return [named, ...refused];
}

async function readAll(
  verified: readonly VerifiedBundle[],
  wrong: readonly Finding[],
): Promise<ReadBundle[]> {
  const bundles: ReadBundle[] = [];
  for (const one of verified) {
    const whole = one.report.verdict === 'whole' && wrong.length === 0;
    const report: VerificationReport = whole
      ? one.report
      : { ...one.report, verdict: 'not-whole', findings: [...one.report.findings, ...wrong] };
    const read = await readBundle({ ...one, report });
    if (!read.ok) throw new FailureError(read.failure.code, `${one.fileName}: ${read.failure.detail}`);
    bundles.push(read.value);
  }
  return bundles;
}

async function assertSpace(bytes: number, { freeBytes }: ImportOptions): Promise<void> {
  const free = (await freeBytes?.()) ?? null;
  if (free !== null && free < bytes) throw new FailureError('no-space', `${bytes} bytes, ${free} are free`);
}
