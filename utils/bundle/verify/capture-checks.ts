import { CAPTURES, CAPTURE_DOCUMENT, CAPTURE_FOLDER, RECORD, shortId } from '../layout.ts';
import {
  CAPTURE_DOCUMENT_SCHEMA,
  RECORD_SCHEMA,
  parseJson,
  type CaptureRow,
  type DocumentFacts,
} from '../schemas.ts';
import { declaredIn } from './declared.ts';
import { checkCustody, type HeldCapture } from './capture-log.ts';
import type { BundleCheck, Finding, OpenedBag, Statement } from './types.ts';
import type { VolumeFacts } from './volumes.ts';

const failure = (code: Finding['code'], path: string, detail?: string): Finding => ({
  severity: 'failure',
  code,
  path,
  ...(detail === undefined ? {} : { detail }),
});

/** Files of each capture's folder, relative to it, by folder name. */
function folders(bag: OpenedBag): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of bag.files.keys()) {
    if (!path.startsWith(CAPTURES)) continue;
    const [folder = '', ...rest] = path.slice(CAPTURES.length).split('/');
    const list = found.get(folder) ?? [];
    list.push(rest.join('/'));
    found.set(folder, list);
  }
  return found;
}

/** What one capture came to; `held` where its row could be read. */
interface CheckedCapture {
  readonly findings: readonly Finding[];
  readonly held: HeldCapture | null;
}

/**
 * Every capture agrees with itself: its folder, its row, its `capture.json` and its files say the same; and with
 * the custody log: each sealed capture stands there, and none of those there was left out without a word.
 */
export const capturesCheck: BundleCheck = {
  id: 'captures',
  async run(bag, signal) {
    const findings: Finding[] = [];
    const held: HeldCapture[] = [];
    const all = folders(bag);
    for (const [folder, files] of all) {
      signal.throwIfAborted();
      const capture = await checkCapture(bag, folder, files);
      findings.push(...capture.findings);
      if (capture.held) held.push(capture.held);
    }
    const custody = await checkCustody(bag, held);
    findings.push(...custody.findings);
    return {
      findings,
      notProven: notHere(custody),
      proven: findings.every(({ severity }) => severity === 'warning')
        ? [{ key: 'proven-captures', parameters: { captures: all.size } }]
        : [],
    };
  },
};

/** What the bundle says is not in it. */
function notHere({ deleted, volume }: { deleted: number; volume: VolumeFacts | null }): Statement[] {
  return [
    ...(deleted > 0 ? [{ key: 'not-proven-deleted', parameters: { count: deleted } }] : []),
    ...(volume
      ? [{ key: 'not-proven-volumes', parameters: { number: volume.number, count: volume.count } }]
      : []),
  ];
}

async function checkCapture(
  bag: OpenedBag,
  folder: string,
  files: readonly string[],
): Promise<CheckedCapture> {
  const base = `${CAPTURES}${folder}/`;
  const recordPath = base + RECORD;
  const record = parseJson(RECORD_SCHEMA, (await bag.text(recordPath)) ?? '');
  if (!record) {
    const code = files.includes(RECORD) ? 'file-invalid' : 'file-missing';
    return { findings: [failure(code, recordPath)], held: null };
  }
  const { capture, entries } = record;
  const [, number, id] = CAPTURE_FOLDER.exec(folder) ?? [];
  const findings: Finding[] = [];
  if (Number(number) !== capture.number || id !== shortId(capture.id)) {
    findings.push(failure('capture-identity', recordPath, `folder ${folder}`));
  }
  for (const entry of entries) {
    const found = bag.fingerprints.get(base + entry.path);
    const same = found?.digest === entry.digest && found.size === entry.size && found.crc32 === entry.crc32;
    if (!same) findings.push(failure('capture-artifact', base + entry.path, `listed in ${RECORD}`));
  }
  const listed = new Set([RECORD, ...entries.map(({ path }) => path)]);
  for (const file of files) {
    if (!listed.has(file)) findings.push(failure('capture-unlisted', base + file));
  }
  const document = await checkDocument(bag, base, files, capture);
  findings.push(...document.findings);
  return { findings, held: { base, row: capture, document: document.document } };
}

async function checkDocument(
  bag: OpenedBag,
  base: string,
  files: readonly string[],
  capture: CaptureRow,
): Promise<{ readonly findings: readonly Finding[]; readonly document: DocumentFacts | null }> {
  const path = base + CAPTURE_DOCUMENT;
  if (!files.includes(CAPTURE_DOCUMENT)) {
    return { findings: capture.digest === undefined ? [] : [failure('file-missing', path)], document: null };
  }
  const document = parseJson(CAPTURE_DOCUMENT_SCHEMA, (await bag.text(path)) ?? '');
  if (!document) return { findings: [failure('file-invalid', path)], document: null };
  const findings: Finding[] = [];
  const declared = await declaredIn(bag);
  // What the row and the custody log name is the original, of which a copy for an audience may stand here.
  const digest = declared?.copyAt(path)?.original.digest ?? bag.fingerprints.get(path)?.digest;
  const same =
    document.captureId === capture.id &&
    document.caseId === capture.caseId &&
    document.number === capture.number &&
    (capture.digest === undefined || capture.digest === digest);
  if (!same) findings.push(failure('capture-identity', path));
  for (const artifact of document.artifacts) {
    const found = bag.fingerprints.get(base + artifact.path);
    // Whether the declaration is true of the copy is the redactions' check.
    if (declared?.about(base + artifact.path, artifact.digest)?.original.size === artifact.bytes) continue;
    if (found?.digest !== artifact.digest || found.size !== artifact.bytes) {
      findings.push(failure('capture-artifact', base + artifact.path, `listed in ${CAPTURE_DOCUMENT}`));
    }
  }
  const named = new Set([RECORD, CAPTURE_DOCUMENT, ...document.artifacts.map((artifact) => artifact.path)]);
  for (const file of files) {
    if (!named.has(file) && !AFTER_DOCUMENT.test(file)) {
      findings.push(failure('capture-unlisted', base + file, `not in ${CAPTURE_DOCUMENT}`));
    }
  }
  return { findings, document };
}

/** Files made after `capture.json`, which it therefore cannot name: its timestamp, later lookups. */
const AFTER_DOCUMENT = /^(capture\.json\.(tsq|tsr)|later\/.+)$/;
