import type { CaseFile } from '../../case/case-file.ts';
import type { StoredImport } from '../../case/import.ts';
import { actorOf, type CustodyEntry } from '../../case/custody.ts';
import { FailureError } from '../../case/result.ts';
import { hexOf, type Id } from '../../case/values.ts';
import type { PreparedArtifact } from '../../store/artifact-repository.ts';
import type { ChainExtension } from '../../store/custody-repository.ts';
import { freeArtifacts } from '../../store/references.ts';
import type { Store } from '../../store/store.ts';
import type { BundledCapture } from '../ports.ts';
import type { ImportOptions, ImportOutcome } from './import-bundles.ts';
import { eventOf, importRecord, nestedImports, storedImport, type KeptChain } from './import-record.ts';
import { deletedRows, mergeCaseFiles } from './merge-case-file.ts';
import type { ImportPlan } from './plan-import.ts';
import type { ReadBundle } from './read-bundle.ts';
import { chooseCaseFile, relateChains } from './relate-chains.ts';
import type { Standing } from './signers.ts';

type Env = Pick<ImportOptions, 'now' | 'operator'> & { readonly standing: Standing };

/** All that goes into the one transaction. */
interface Commit extends ChainExtension {
  readonly fresh: readonly BundledCapture[];
  readonly caseFile: CaseFile | null;
  readonly rows: readonly StoredImport[];
  readonly records: readonly PreparedArtifact[];
  readonly outcome: Extract<ImportOutcome, { state: 'imported' }>;
}

/**
 * Writes the rows of an import whose bytes are laid down: custody log, captures, case file and the record of the
 * import, all in one transaction, so that whatever stops the browser leaves all of it or nothing.
 */
export async function commitImport(
  store: Store,
  bundles: readonly ReadBundle[],
  plan: ImportPlan,
  env: Env,
): Promise<ImportOutcome> {
  const [first] = bundles;
  if (!first) throw new FailureError('bad-request', 'no file');
  const caseId = first.caseFile.case.id;
  const outcome = await store.custody.extend(
    caseId,
    (own) => planCommit(store, bundles, plan, own, env),
    store.db.tables,
    async (commit) => {
      await write(store, caseId, commit, plan);
      await hideToo(store, bundles);
      return commit.outcome;
    },
  );
  return outcome;
}

async function planCommit(
  store: Store,
  bundles: readonly ReadBundle[],
  plan: ImportPlan,
  own: readonly CustodyEntry[],
  env: Env,
): Promise<Commit> {
  const [first] = bundles as readonly [ReadBundle, ...ReadBundle[]];
  const caseId = first.caseFile.case.id;
  const broken = bundles.some(({ report }) => report.verdict !== 'whole');
  const { standing } = env;
  const chain = keptChain(own, first, { broken, standing });
  const here = await store.cases.caseFile(caseId);
  const mayReplace = !broken && standing !== 'unsigned';
  const merged = mergeInto(here.ok ? here.value : null, first, chain, own, mayReplace);
  const fresh = await stillFresh(store, plan);
  const known = new Set(
    (await store.db.imports.where('caseId').equals(caseId).toArray()).map(({ id }) => id),
  );
  const unknown = bundles.filter(({ digest }) => !known.has(hexOf(digest)));
  const deletedHere = new Set(
    own.flatMap((entry) => (entry.action === 'capture-deleted' ? (entry.objectSha256 ?? []) : [])),
  );
  const counts = {
    added: fresh.map(({ capture }) => capture),
    known: plan.known,
    replaced: fresh.filter(({ capture }) => plan.replaced.has(capture.id)).length,
    restored: fresh.filter(({ capture }) => capture.digest && deletedHere.has(hexOf(capture.digest))).length,
    rows: merged.added,
    conflicts: [...merged.conflicts, ...plan.conflicts.map((id) => `capture ${id}`)],
  };
  const changes = fresh.length > 0 || plan.further.length > 0 || merged.file !== null;
  const nothingNew = !changes && (unknown.length === 0 || chain.kept === 'known');
  const outcome = {
    state: 'imported',
    caseId,
    title: first.caseFile.case.title,
    isNew: !here.ok,
    ...counts,
    broken,
    signers: [...new Set(bundles.flatMap(({ signer }) => signer ?? []))],
    nothingNew,
  } as const;
  if (nothingNew) {
    return { verbatim: [], events: [], fresh: [], caseFile: null, rows: [], records: [], outcome };
  }
  const at = env.now().toISOString();
  const actor = actorOf(env.operator);
  const records = unknown.map((bundle) => importRecord(bundle, chain.kept, { at, actor }));
  const stored = await Promise.all(
    records.map(async (record, index) => storedImport(store, caseId, record, unknown[index] ?? first)),
  );
  const nested = nestedImports(bundles, caseId, known);
  return {
    verbatim: chain.verbatim,
    events: bundles.map((bundle) => eventOf(bundle, { at, actor, chain, outcome })),
    fresh,
    caseFile: merged.file,
    rows: [...nested, ...stored.map(({ row }) => ({ ...row, signerAccepted: standing !== 'unsigned' }))],
    records: stored.map(({ prepared }) => prepared),
    outcome,
  };
}

/**
 * A chain that does not hold never becomes part of the own one, and no stranger's does: its entries may name anybody.
 * It stands beside ours.
 */
function keptChain(
  own: readonly CustodyEntry[],
  { custody }: ReadBundle,
  { broken, standing }: { readonly broken: boolean; readonly standing: Standing },
): KeptChain {
  const relation = relateChains(own, custody);
  if (broken || relation.kind === 'forked') return { relation, kept: 'branch', verbatim: [] };
  if (relation.kind === 'known') return { relation, kept: 'known', verbatim: [] };
  if (relation.kind === 'ahead' && standing !== 'known') return { relation, kept: 'branch', verbatim: [] };
  return { relation, kept: 'continued', verbatim: custody.slice(relation.fork) };
}

/** The case file to be stored; null where ours stays as it is. */
function mergeInto(
  ours: CaseFile | null,
  { caseFile: theirs, custody }: ReadBundle,
  { relation }: KeptChain,
  own: readonly CustodyEntry[],
  mayReplace: boolean,
): { readonly file: CaseFile | null; readonly added: number; readonly conflicts: readonly string[] } {
  const rowsOf = (file: CaseFile) => file.parties.length + file.works.length + file.items.length;
  if (!ours) return { file: theirs, added: rowsOf(theirs), conflicts: [] };
  const choice = mayReplace ? chooseCaseFile(relation, own, custody) : 'both';
  if (choice === 'ours') return { file: null, added: 0, conflicts: [] };
  const merged = mergeCaseFiles(ours, theirs, deletedRows(own));
  if (choice === 'theirs') {
    const isSame = merged.added === 0 && merged.conflicts.length === 0;
    return { file: isSame ? null : theirs, added: merged.added, conflicts: [] };
  }
  const conflicts = merged.conflicts.map(({ list, id }) => `${list} ${id}`);
  return { file: merged.added > 0 ? merged.file : null, added: merged.added, conflicts };
}

/** Without those that came in, or were deleted, since the bytes were laid down. */
async function stillFresh(store: Store, { fresh, replaced }: ImportPlan): Promise<BundledCapture[]> {
  const present = await store.db.captures.bulkGet(fresh.map(({ capture }) => capture.id));
  return fresh.filter(({ capture }, index) => present[index] === undefined || replaced.has(capture.id));
}

async function write(store: Store, caseId: Id, commit: Commit, plan: ImportPlan): Promise<void> {
  const { db, cases, artifacts } = store;
  if (commit.caseFile) await cases.putCaseFile(commit.caseFile);
  for (const { capture } of commit.fresh) {
    if (!plan.replaced.has(capture.id)) continue;
    await db.captures.delete(capture.id);
    await freeArtifacts(db, await artifacts.removePlaces(capture.id));
  }
  await db.captures.bulkAdd(commit.fresh.map(({ capture }) => capture));
  await db.artifactEntries.bulkAdd(commit.fresh.flatMap(({ entries }) => entries));
  for (const { captureId, entries } of plan.further) {
    if (commit.outcome.nothingNew || !(await db.captures.get(captureId))) continue;
    await artifacts.appendPlaces(captureId, entries);
  }
  const last = (await db.captureCounters.get(caseId))?.last ?? 0;
  const highest = commit.fresh.reduce((most, { capture }) => Math.max(most, capture.number), last);
  if (highest > last) await db.captureCounters.put({ caseId, last: highest });
  for (const prepared of commit.records) await artifacts.keep(prepared);
  await db.imports.bulkPut([...commit.rows]);
}

/** What others hid is hidden here as well. What is hidden here stays so: no import shows a thing again. */
async function hideToo({ db }: Store, bundles: readonly ReadBundle[]): Promise<void> {
  for (const redaction of bundles.flatMap(({ redactions }) => redactions)) {
    if (!(await db.redactions.get(redaction.id))) await db.redactions.add(redaction);
  }
}
