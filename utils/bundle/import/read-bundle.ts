import type * as v from 'valibot';
import type { CaseFile } from '../../case/case-file.ts';
import type { CustodyEntry } from '../../case/custody.ts';
import type { ImportRecord } from '../../case/import.ts';
import type { Redaction } from '../../case/redaction.ts';
import { FailureError, fail, failureOf, succeed, type Result } from '../../case/result.ts';
import { hexOf, type Digest } from '../../case/values.ts';
import { digestOf, type Fingerprint } from '../../integrity/digest.ts';
import { readCaseFile } from '../../notice/case-file-schema.ts';
import { parseBagInfo } from '../bag.ts';
import {
  ATTEST,
  BAG_INFO,
  CAPTURES,
  CASE_FILE,
  CUSTODY,
  IMPORTED_BAG,
  IMPORTS,
  IMPORT_RECORD,
  MANIFEST,
  RECORD,
  TAG_MANIFEST,
} from '../layout.ts';
import type { BundledCapture } from '../ports.ts';
import { parseJson } from '../schemas.ts';
import { custodyEntries } from '../verify/case-checks.ts';
import type { OpenedBag, VerificationReport } from '../verify/types.ts';
import { readRedactions } from './read-redactions.ts';
import { CAPTURE_RECORD_SCHEMA, IMPORT_RECORD_SCHEMA } from './schemas.ts';

/** Longest record of one capture that is read, in bytes. */
const RECORD_LIMIT = 32 * 1024 * 1024;

/** A file of the bag that is to be kept, under the path it will have in the import's folder. */
export interface KeptFile extends Fingerprint {
  readonly path: string;
  readonly bagPath: string;
}

/** An import that the bundle itself had been made from. */
export interface NestedImport {
  readonly record: ImportRecord;
  readonly files: readonly KeptFile[];
}

/** Everything of a bundle that goes into the store, parsed and bounded. Files' bytes are still in the bag. */
export interface ReadBundle {
  readonly fileName: string;
  readonly bag: OpenedBag;
  readonly report: VerificationReport;
  /** Digest of the tag manifest, which names the bundle. */
  readonly digest: Digest;
  readonly caseFile: CaseFile;
  /** In their order; up to the first line that is none. */
  readonly custody: readonly CustodyEntry[];
  readonly captures: readonly BundledCapture[];
  /** What is kept of the bundle as it came: manifests, signature, custody log, case file. */
  readonly kept: readonly KeptFile[];
  readonly nested: readonly NestedImport[];
  /** What copies of the case hide. */
  readonly redactions: readonly Redaction[];
  readonly signer: string | null;
}

/** A bundle that was opened and verified. */
export interface VerifiedBundle {
  readonly fileName: string;
  readonly bag: OpenedBag;
  readonly report: VerificationReport;
}

/**
 * Reads a verified bundle for the store. A bundle that did not verify gives what of it still has the right form:
 * captures without a readable record are left out, and so are files that cannot be read.
 */
export async function readBundle({ fileName, bag, report }: VerifiedBundle): Promise<Result<ReadBundle>> {
  try {
    const file = readCaseFile(await verifiedText(bag, CASE_FILE));
    if (!file.ok) return fail('invalid-bundle', `${CASE_FILE}: ${file.failure.detail}`);
    const custody: CustodyEntry[] = [];
    const info = parseBagInfo((await bag.text(BAG_INFO)) ?? '');
    // A case made of what somebody else was allowed to see would pass for the case.
    const audience = info?.get('Prima-Facie-Audience');
    if (audience !== undefined) return fail('redacted-copy', audience);
    for await (const entry of custodyEntries(bag)) {
      if (entry && !('withheld' in entry)) custody.push(entry);
    }
    const signed = report.proven.some(({ key }) => key === 'proven-signature');
    return succeed({
      fileName,
      bag,
      report,
      digest: bag.fingerprints.get(TAG_MANIFEST)?.digest ?? (await digestOfAll(bag)),
      caseFile: file.value,
      custody,
      captures: await readCaptures(bag, file.value.case.id, report.verdict === 'whole'),
      kept: keptFiles(bag),
      nested: await readNested(bag),
      redactions: await readRedactions(bag, file.value.case.id),
      signer: signed ? (info?.get('Prima-Facie-Signer') ?? null) : null,
    });
  } catch (error) {
    return { ok: false, failure: failureOf(error, 'invalid-bundle') };
  }
}

/** A text of the bag, which must still be what the verification read. */
async function verifiedText(bag: OpenedBag, path: string, limit?: number): Promise<string> {
  const text = await bag.text(path, limit);
  if (text === null) throw new FailureError('invalid-bundle', `${path} cannot be read`);
  if ((await digestOf(text)) !== bag.fingerprints.get(path)?.digest) {
    throw new FailureError('digest-mismatch', `${path} changed while it was imported`);
  }
  return text;
}

/** The value as it came, members in their order, where it fits: so that it is written again as it was. */
function parsedAs<T>(schema: v.GenericSchema<unknown, T>, json: string): T | null {
  return parseJson(schema, json) === null ? null : (JSON.parse(json) as T);
}

async function readCaptures(bag: OpenedBag, caseId: string, whole: boolean): Promise<BundledCapture[]> {
  const captures: BundledCapture[] = [];
  for (const path of bag.files.keys()) {
    const [folder = '', file, more] = path.startsWith(CAPTURES) ? path.slice(CAPTURES.length).split('/') : [];
    if (file !== RECORD || more !== undefined) continue;
    const record = parsedAs(CAPTURE_RECORD_SCHEMA, await verifiedText(bag, path, RECORD_LIMIT));
    if (!record || record.capture.caseId !== caseId) {
      if (whole)
        throw new FailureError('invalid-bundle', `${path}: not the record of a capture of this case`);
      continue;
    }
    const { capture } = record;
    const at = (entry: string) => bag.fingerprints.get(`${CAPTURES}${folder}/${entry}`);
    const entries = record.entries.flatMap((entry) => {
      const found = at(entry.path);
      // What the row says of bytes is what the bytes are; a difference still shows against `capture.json`.
      return found && entry.captureId === capture.id ? [{ ...entry, ...found }] : [];
    });
    if (whole && entries.length < record.entries.length) {
      throw new FailureError('invalid-bundle', `${path}: names files of another capture`);
    }
    captures.push({ capture, entries });
  }
  return captures;
}

/** Files that show, later and elsewhere, what was imported: signed manifests, signature, log and case file. */
function keptFiles(bag: OpenedBag): KeptFile[] {
  const wanted = (path: string) =>
    [TAG_MANIFEST, MANIFEST, BAG_INFO, CUSTODY, CASE_FILE].includes(path) || path.startsWith(ATTEST);
  return [...bag.fingerprints]
    .filter(([path]) => wanted(path))
    .map(([bagPath, found]) => ({ ...found, bagPath, path: IMPORTED_BAG + bagPath }));
}

async function readNested(bag: OpenedBag): Promise<NestedImport[]> {
  const folders = new Map<string, KeptFile[]>();
  for (const [bagPath, found] of bag.fingerprints) {
    if (!bagPath.startsWith(IMPORTS)) continue;
    const folder = bagPath.slice(0, bagPath.indexOf('/', IMPORTS.length) + 1);
    const files = folders.get(folder) ?? [];
    files.push({ ...found, bagPath, path: bagPath.slice(folder.length) });
    folders.set(folder, files);
  }
  const nested: NestedImport[] = [];
  for (const [folder, files] of folders) {
    const record = parsedAs(IMPORT_RECORD_SCHEMA, (await bag.text(folder + IMPORT_RECORD)) ?? '');
    if (record) nested.push({ record, files });
  }
  return nested;
}

/** Names a bag that has no tag manifest. */
function digestOfAll(bag: OpenedBag): Promise<Digest> {
  const lines = [...bag.fingerprints].map(([path, { digest }]) => `${hexOf(digest)}  ${path}\n`);
  return digestOf(lines.join(''));
}
