import type { CustodyEntry } from '../../case/custody.ts';
import type { ImportRecord } from '../../case/import.ts';
import { hexOf } from '../../case/values.ts';
import { checkSignature } from '../../integrity/attestation.ts';
import { checkChain } from '../../integrity/custody-chain.ts';
import { parseBagInfo, parseManifest } from '../bag.ts';
import { IMPORT_RECORD_SCHEMA } from '../import/schemas.ts';
import {
  ATTESTED,
  BAG_INFO,
  CASE_FILE,
  CUSTODY,
  IMPORTED_BAG,
  IMPORTS,
  IMPORT_RECORD,
  MANIFEST,
  SIGNER_KEY,
  TAG_MANIFEST,
  importFolder,
} from '../layout.ts';
import { CUSTODY_ENTRY_SCHEMA, parseJson } from '../schemas.ts';
import { custodyEntries } from './case-checks.ts';
import type { BundleCheck, Finding, OpenedBag, Statement } from './types.ts';

const LIMIT = 1024 * 1024;

/** One import as it stands in a bag. `custody`: up to the first line that is no entry. */
export interface BaggedImport {
  readonly folder: string;
  readonly record: ImportRecord | null;
  readonly custody: readonly CustodyEntry[];
}

/** The imports of a bag, by folder. */
export async function* baggedImports(bag: OpenedBag): AsyncGenerator<BaggedImport> {
  const folders = new Set<string>();
  for (const path of bag.files.keys()) {
    if (path.startsWith(IMPORTS)) folders.add(path.slice(0, path.indexOf('/', IMPORTS.length) + 1));
  }
  for (const folder of folders) {
    const custody: CustodyEntry[] = [];
    for await (const line of bag.lines(folder + IMPORTED_BAG + CUSTODY)) {
      const entry = parseJson(CUSTODY_ENTRY_SCHEMA, line);
      if (!entry) break;
      custody.push(entry);
    }
    const record = parseJson(IMPORT_RECORD_SCHEMA, (await bag.text(folder + IMPORT_RECORD)) ?? '');
    yield { folder, record, custody };
  }
}

/**
 * The bundles a case was imported from: each is named in a custody log, its kept manifests are those its signer
 * signed, and its custody log is the one they list. One that did not verify when it came in stays marked.
 */
export const importsCheck: BundleCheck = {
  id: 'imports',
  async run(bag, signal) {
    const imports: BaggedImport[] = [];
    for await (const one of baggedImports(bag)) imports.push(one);
    if (imports.length === 0) return { findings: [], notApplicable: true };
    const named = await namedImports(bag, imports);
    const findings: Finding[] = [];
    const notProven: Statement[] = [];
    let whole = 0;
    for (const one of imports) {
      signal.throwIfAborted();
      const { folder, record } = one;
      const path = folder + IMPORT_RECORD;
      if (!record || importFolder(hexOf(record.bundle)) !== folder) {
        findings.push({ severity: 'failure', code: 'file-invalid', path });
        continue;
      }
      if (!named.has(hexOf(record.bundle))) {
        findings.push({ severity: 'failure', code: 'import-not-in-custody', path });
      }
      if (record.verdict === 'not-whole') {
        const detail = `${record.fileName}, ${record.findings.length}`;
        findings.push({ severity: 'warning', code: 'import-broken', path, detail });
        notProven.push({ key: 'not-proven-import', parameters: { file: record.fileName } });
        continue;
      }
      const why = await whyWrong(bag, one);
      if (why) findings.push({ severity: 'failure', code: 'import-wrong', path: folder, detail: why });
      else whole += 1;
    }
    const proven = whole > 0 ? [{ key: 'proven-imports', parameters: { count: whole } }] : [];
    return { findings, notProven, proven };
  },
};

/** Digests that an `imported` or `merged` entry names, in the case's own log or one that came with an import. */
async function namedImports(bag: OpenedBag, imports: readonly BaggedImport[]): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  const take = ({ action, objectSha256 }: CustodyEntry) => {
    if ((action === 'imported' || action === 'merged') && objectSha256) named.add(objectSha256);
  };
  for await (const entry of custodyEntries(bag)) if (entry && !('withheld' in entry)) take(entry);
  for (const { custody } of imports) custody.forEach(take);
  return named;
}

/** Why what is kept of an import is not what was imported; null where it is. */
async function whyWrong(bag: OpenedBag, { folder, custody }: BaggedImport): Promise<string | null> {
  const at = folder + IMPORTED_BAG;
  const signed = await bag.bytes(at + TAG_MANIFEST);
  const stated = bag.fingerprints.get(at + TAG_MANIFEST)?.digest;
  const record = parseJson(IMPORT_RECORD_SCHEMA, (await bag.text(folder + IMPORT_RECORD)) ?? '');
  if (!signed || !record || stated !== record.bundle) return 'another tag manifest';
  const info = parseBagInfo((await bag.text(at + BAG_INFO)) ?? '');
  const fingerprint = info?.get('Prima-Facie-Signer');
  const signature = await checkSignature({
    signed,
    signature: await bag.bytes(`${at}${ATTESTED}.sig`, LIMIT),
    signerPem: await bag.text(at + SIGNER_KEY, LIMIT),
    statedFingerprint: fingerprint === undefined ? null : `sha256:${fingerprint}`,
  });
  if (signature.state === 'failed') return `signature: ${signature.reason}`;
  const signer = signature.state === 'ok' ? hexOf(signature.fingerprint) : null;
  if (signer !== record.signer) return 'another signer';
  const listed = new Map<string, string>();
  for (const manifest of [TAG_MANIFEST, MANIFEST]) {
    for (const { path, digest } of parseManifest((await bag.text(at + manifest)) ?? '') ?? [])
      listed.set(path, digest);
  }
  const kept = [BAG_INFO, MANIFEST, CUSTODY, CASE_FILE];
  const other = kept.find((path) => listed.get(path) !== bag.fingerprints.get(at + path)?.digest);
  if (other) return `${other} is not the one its manifest lists`;
  const chain = await checkChain(custody);
  const head = `${chain.length} ${chain.whole ? (chain.head ?? 'none') : 'broken'}`;
  return head === info?.get('Prima-Facie-Custody-Head')
    ? null
    : 'its custody log does not end where it should';
}
