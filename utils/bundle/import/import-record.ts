import type { ChainKept, ImportRecord, StoredImport } from '../../case/import.ts';
import type { CustodyEntry } from '../../case/custody.ts';
import { hexOf, type Id } from '../../case/values.ts';
import type { CustodyEvent } from '../../integrity/custody-chain.ts';
import type { PreparedArtifact } from '../../store/artifact-repository.ts';
import type { Store } from '../../store/store.ts';
import { IMPORT_RECORD } from '../layout.ts';
import { readableJson } from '../producers/payload.ts';
import type { ImportOutcome } from './import-bundles.ts';
import type { ReadBundle } from './read-bundle.ts';
import type { ChainRelation } from './relate-chains.ts';

type Imported = Extract<ImportOutcome, { state: 'imported' }>;

/** How the imported custody log is kept. */
export interface KeptChain {
  readonly relation: ChainRelation;
  readonly kept: ChainKept;
  readonly verbatim: readonly CustodyEntry[];
}

/** What is kept to say of an import. */
export function importRecord(
  bundle: ReadBundle,
  kept: ChainKept,
  { at, actor }: { readonly at: string; readonly actor: string },
): ImportRecord {
  const { report, custody, captures, signer, digest, fileName } = bundle;
  const head = custody.at(-1)?.hash;
  return {
    schema: 'prima-facie/import/1',
    bundle: digest,
    fileName,
    importedAt: at,
    actor,
    verdict: report.verdict === 'whole' ? 'whole' : 'not-whole',
    findings: report.findings.slice(0, 1_000).map(({ severity, code, path, detail }) => ({
      severity,
      code,
      ...(path === undefined ? {} : { path: path.slice(0, 2_000) }),
      ...(detail === undefined ? {} : { detail: detail.slice(0, 10_000) }),
    })),
    signer,
    exportedAt: validTime(report.bag?.exportedAt),
    software: report.bag?.software?.slice(0, 1_000) ?? null,
    custody: { entries: custody.length, head: head ? `sha256:${head}` : null, kept },
    captureIds: captures.map(({ capture }) => capture.id),
  };
}

function validTime(at: string | null | undefined): string | null {
  return at && !Number.isNaN(Date.parse(at)) ? new Date(at).toISOString() : null;
}

/** The row of an import, and its record as a file. */
export async function storedImport(
  store: Store,
  caseId: Id,
  record: ImportRecord,
  { kept }: ReadBundle,
): Promise<{ readonly row: StoredImport; readonly prepared: PreparedArtifact }> {
  const prepared = await store.artifacts.prepare({
    path: IMPORT_RECORD,
    mediaType: 'application/json',
    bytes: readableJson(record),
    role: 'original',
  });
  const { digest, size } = prepared.entry;
  const files = [
    { path: IMPORT_RECORD, digest, size },
    ...kept.map((file) => ({ path: file.path, digest: file.digest, size: file.size })),
  ];
  return { row: { caseId, id: hexOf(record.bundle), record, files }, prepared };
}

/** Imports that a bundle had been made from come along, as they stand in it. */
export function nestedImports(
  bundles: readonly ReadBundle[],
  caseId: Id,
  known: ReadonlySet<string>,
): StoredImport[] {
  const rows = new Map<string, StoredImport>();
  for (const { record, files } of bundles.flatMap(({ nested }) => nested)) {
    const id = hexOf(record.bundle);
    if (known.has(id)) continue;
    rows.set(id, {
      caseId,
      id,
      record,
      files: files.map(({ path, digest, size }) => ({ path, digest, size })),
    });
  }
  return [...rows.values()];
}

/** What the custody log says of an import: the object is the bundle's tag manifest. */
export function eventOf(
  { digest, fileName, signer, report, custody }: ReadBundle,
  { at, actor, chain, outcome }: { at: string; actor: string; chain: KeptChain; outcome: Imported },
): CustodyEvent {
  return {
    at,
    actor,
    action: outcome.isNew ? 'imported' : 'merged',
    objectSha256: hexOf(digest),
    note: {
      file: fileName,
      verdict: report.verdict,
      signer,
      exportedAt: validTime(report.bag?.exportedAt),
      captures: outcome.added.length,
      ...(outcome.replaced > 0 ? { replaced: outcome.replaced } : {}),
      ...(outcome.restored > 0 ? { restored: outcome.restored } : {}),
      ...(outcome.conflicts.length > 0 ? { differing: outcome.conflicts.length } : {}),
      entries: custody.length,
      head: custody.at(-1)?.hash ?? null,
      chain: chain.kept,
      ...(chain.kept === 'branch' ? { fork: chain.relation.fork } : {}),
    },
  };
}
