import type { CaseFile } from '../../case/case-file.ts';
import type { CustodyEntry } from '../../case/custody.ts';
import type { StoredImport } from '../../case/import.ts';
import type { Redaction, RedactionsFile } from '../../case/redaction.ts';
import { FailureError, fail, succeed } from '../../case/result.ts';
import type { Language } from '../../case/settings.ts';
import { hexOf, type Digest } from '../../case/values.ts';
import { audienceView } from '../audience/audience-view.ts';
import { CAPTURES, CAPTURE_FOLDER, CASE_FILE, RECORD, captureFolder } from '../layout.ts';
import { readRedactions } from '../import/read-redactions.ts';
import type { AudienceView, BundledCapture, BundleSource } from '../ports.ts';
import { mediaTypeOf } from '../producers/document-path.ts';
import { CASE_FILE_SCHEMA, RECORD_SCHEMA, parseJson } from '../schemas.ts';
import { baggedImports } from './import-checks.ts';
import type { OpenedBag } from './types.ts';

/** Longest file of a full bundle that is read to make a copy of it again: 1 GiB, one at a time. */
const FILE_LIMIT = 1024 * 1024 * 1024;

/** What a copy says it was made with, and up to where the full bundle is to be taken. */
export interface CopyTerms {
  readonly declaration: RedactionsFile;
  readonly language: Language;
  /** Of the full bundle's log: the entries that the copy has, too. */
  readonly custody: readonly CustodyEntry[];
  /** Whether a file taken at this time, of a capture, was there when the copy was made. */
  readonly wasThere: (at: string, path: string) => boolean;
  readonly signal: AbortSignal;
}

/**
 * Makes a copy for an audience again, from the full bundle and by the code that makes copies: what the copy must hold.
 * @throws FailureError `not-found` where the full bundle does not hold a redaction that the copy names.
 */
export async function remakeCopy(originals: OpenedBag, terms: CopyTerms): Promise<AudienceView> {
  const source = await sourceOf(originals, terms);
  const { language, signal, declaration } = terms;
  return audienceView(source, { audience: declaration.audience, language, signal });
}

async function sourceOf(bag: OpenedBag, terms: CopyTerms): Promise<BundleSource> {
  const text = (await bag.text(CASE_FILE)) ?? '';
  if (!parseJson(CASE_FILE_SCHEMA, text)) throw new FailureError('invalid-bundle', CASE_FILE);
  const caseFile = JSON.parse(text) as CaseFile;
  const imports: StoredImport[] = [];
  const broken = new Set<string>();
  for await (const { record } of baggedImports(bag)) {
    if (!record) continue;
    imports.push({ caseId: caseFile.case.id, id: hexOf(record.bundle), record, files: [] });
    if (record.verdict !== 'whole') for (const id of record.captureIds) broken.add(id);
  }
  const captures = await capturesOf(bag, terms);
  const types = typesOf(captures);
  return {
    caseFile,
    captureCount: captures.length,
    redactions: await namedRedactions(bag, caseFile.case.id, terms.declaration),
    async *captures(numbers) {
      yield* captures.filter(({ capture }) => !numbers || numbers.has(capture.number));
    },
    async *custody() {
      yield* terms.custody;
    },
    blob: blobsOf(bag, types),
    brokenCaptures: broken,
    imports,
  };
}

function typesOf(captures: readonly BundledCapture[]): ReadonlyMap<string, string> {
  return new Map(
    captures.flatMap(({ capture, entries }) =>
      entries.map(({ path, mediaType }) => [captureFolder(capture) + path, mediaType] as const),
    ),
  );
}

function blobsOf(bag: OpenedBag, types: ReadonlyMap<string, string>): BundleSource['blob'] {
  const paths = new Map<Digest, string>();
  for (const [path, { digest }] of bag.fingerprints) {
    if (path.startsWith('data/') && !path.endsWith(RECORD)) paths.set(digest, path);
  }
  return async (digest) => {
    const path = paths.get(digest);
    const bytes = path === undefined ? null : await bag.bytes(path, FILE_LIMIT);
    if (path === undefined || !bytes) return fail('not-found', digest);
    return succeed(new Blob([bytes], { type: types.get(path) ?? mediaTypeOf(path) }));
  };
}

async function capturesOf(bag: OpenedBag, { wasThere }: CopyTerms): Promise<BundledCapture[]> {
  const captures: BundledCapture[] = [];
  for (const path of bag.files.keys()) {
    const [folder = '', file, more] = path.startsWith(CAPTURES) ? path.slice(CAPTURES.length).split('/') : [];
    if (file !== RECORD || more !== undefined || !CAPTURE_FOLDER.test(folder)) continue;
    const text = (await bag.text(path)) ?? '';
    if (!parseJson(RECORD_SCHEMA, text)) throw new FailureError('invalid-bundle', path);
    // As it came, members in their order: so that it is written again as it was.
    const { capture, entries } = JSON.parse(text) as BundledCapture;
    if (!wasThere(capture.endedAt ?? capture.startedAt, path)) continue;
    const kept = entries.filter((entry) => wasThere(entry.takenAt, `${CAPTURES}${folder}/${entry.path}`));
    captures.push({ capture, entries: kept });
  }
  return captures;
}

/** The records behind the redactions that the copy names, as they stood then: one taken back later counts. */
async function namedRedactions(
  bag: OpenedBag,
  caseId: string,
  { redactions }: RedactionsFile,
): Promise<Redaction[]> {
  const held = new Map((await readRedactions(bag, caseId)).map((one) => [one.id, one]));
  return redactions.map(({ id }) => {
    const found = held.get(id);
    if (!found) throw new FailureError('not-found', `redaction ${id}`);
    const { withdrawnAt: _later, ...record } = found;
    return record;
  });
}

/** The language a copy was written in, as its report says. */
export function languageOf(report: string): Language {
  const [, found] = /<html lang="(zh-CN|ja|en)/.exec(report.slice(0, 1_000)) ?? [];
  return found === 'zh-CN' || found === 'ja' ? found : 'en';
}
