import type { CustodyEntry, WithheldEntry } from '../../case/custody.ts';
import { hexOf, type Digest } from '../../case/values.ts';
import { custodyObjects } from '../custody-objects.ts';
import { CAPTURES, CAPTURE_DOCUMENT, CAPTURE_FOLDER, RECORD, VOLUMES, shortId } from '../layout.ts';
import { CAPTURE_DOCUMENT_SCHEMA, RECORD_SCHEMA, parseJson } from '../schemas.ts';
import { custodyEntries } from './case-checks.ts';
import { declaredIn } from './declared.ts';
import { baggedImports } from './import-checks.ts';
import { readVolume, type VolumeFacts } from './volumes.ts';
import type { BundleCheck, Finding, OpenedBag, Statement } from './types.ts';

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

/** What one capture came to, and the digest its row names. */
interface CheckedCapture {
  readonly findings: readonly Finding[];
  readonly digest: Digest | null;
}

/**
 * Every capture agrees with itself: its folder, its row, its `capture.json` and its files say the same; and with
 * the custody log: each sealed capture stands there, and none of those there was left out without a word.
 */
export const capturesCheck: BundleCheck = {
  id: 'captures',
  async run(bag, signal) {
    const findings: Finding[] = [];
    const sealed = new Map<string, string>();
    const all = folders(bag);
    for (const [folder, files] of all) {
      signal.throwIfAborted();
      const capture = await checkCapture(bag, folder, files);
      findings.push(...capture.findings);
      if (capture.digest) sealed.set(hexOf(capture.digest), `${CAPTURES}${folder}/${CAPTURE_DOCUMENT}`);
    }
    const custody = await checkCustody(bag, sealed);
    findings.push(...custody.findings);
    return {
      findings,
      notProven: notHere(custody),
      proven: findings.length === 0 ? [{ key: 'proven-captures', parameters: { captures: all.size } }] : [],
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
    return { findings: [failure(code, recordPath)], digest: null };
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
  findings.push(...(await checkDocument(bag, base, files, capture)));
  return { findings, digest: capture.digest ?? null };
}

async function checkDocument(
  bag: OpenedBag,
  base: string,
  files: readonly string[],
  capture: {
    readonly id: string;
    readonly caseId: string;
    readonly number: number;
    readonly digest?: string;
  },
): Promise<Finding[]> {
  const path = base + CAPTURE_DOCUMENT;
  if (!files.includes(CAPTURE_DOCUMENT)) {
    return capture.digest === undefined ? [] : [failure('file-missing', path)];
  }
  const document = parseJson(CAPTURE_DOCUMENT_SCHEMA, (await bag.text(path)) ?? '');
  if (!document) return [failure('file-invalid', path)];
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
  return findings;
}

/** Files made after `capture.json`, which it therefore cannot name: its timestamp, later lookups. */
const AFTER_DOCUMENT = /^(capture\.json\.(tsq|tsr)|later\/.+)$/;

/** `sealed`: hexadecimal digest of each `capture.json` that a row names → its path. */
async function checkCustody(
  bag: OpenedBag,
  sealed: ReadonlyMap<string, string>,
): Promise<{
  readonly findings: readonly Finding[];
  readonly deleted: number;
  readonly volume: VolumeFacts | null;
}> {
  const log: (CustodyEntry | WithheldEntry)[] = [];
  for await (const entry of custodyEntries(bag)) if (entry) log.push(entry);
  // What a log that did not verify names proves nothing, but need not be here either.
  const doubtful: CustodyEntry[] = [];
  for await (const { record, custody } of baggedImports(bag)) {
    (record?.verdict === 'whole' ? log : doubtful).push(...custody);
  }
  const { ended, deleted } = custodyObjects(log);
  const foreign = (await declaredIn(bag))?.file.sealedElsewhere.map((digest) => hexOf(digest)) ?? [];
  const claimed = new Set([...custodyObjects(doubtful).ended, ...foreign]);
  const volume = await readVolume(bag);
  const elsewhere = volume && volume !== 'invalid' ? volume.elsewhere : new Set<string>();
  const absent = [...sealed].filter(([digest]) => !ended.has(digest) && !claimed.has(digest));
  const leftOut = [...ended].filter(
    (digest) => !sealed.has(digest) && !deleted.has(digest) && !elsewhere.has(digest),
  );
  const findings: Finding[] = [
    ...(volume === 'invalid' ? [failure('volume-invalid', VOLUMES)] : []),
    ...absent.map(([, path]) => failure('capture-not-in-custody', path)),
    ...leftOut.map((digest): Finding => ({ severity: 'failure', code: 'capture-left-out', detail: digest })),
  ];
  const gone = [...deleted].filter((digest) => !sealed.has(digest)).length;
  return { findings, deleted: gone, volume: volume === 'invalid' ? null : volume };
}
