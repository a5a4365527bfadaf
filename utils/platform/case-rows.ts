import type { AttachedDocument, Item, Party, TitleDocumentKind, Work } from '../case/dispute.ts';
import { fail, failureOf, succeed, type Result } from '../case/result.ts';
import { hexOf, type Id } from '../case/values.ts';
import { checkRow } from '../notice/row-check.ts';
import { artifactTables } from '../store/references.ts';
import type { Store } from '../store/store.ts';
import { record } from './case-actions.ts';

/** What a person enters into a case by a form, by the name of its table. */
export interface CaseRows {
  readonly works: Work;
  readonly parties: Party;
  readonly items: Item;
}

/** Longest file that can be attached: 1 GiB. */
const MAXIMUM_FILE = 1024 ** 3;

/** Stores a row that a case file can hold, says so in the custody log and moves the case to the top of the list. */
export async function saveRow<T extends keyof CaseRows>(
  store: Store,
  table: T,
  row: CaseRows[T],
): Promise<Result<null>> {
  const checked = checkRow(table, row);
  if (!checked.ok) return checked;
  try {
    // Each table has its own row type; T says which, and that the row is of it.
    await (store.db[table] as { put(row: CaseRows[T]): Promise<unknown> }).put(row);
    await store.cases.change(row.caseId, {});
    return await record(store, row.caseId, 'case-changed', { saved: table, id: row.id });
  } catch (error) {
    return { ok: false, failure: failureOf(error, 'storage-failed') };
  }
}

/** Deletes a row and says so in the custody log. Files attached to it stay, so that it can be put back. */
export async function deleteRow(
  store: Store,
  table: keyof CaseRows,
  row: { readonly id: Id; readonly caseId: Id },
): Promise<Result<null>> {
  try {
    await store.db[table].delete(row.id);
    await store.cases.change(row.caseId, {});
    return await record(store, row.caseId, 'case-changed', { deleted: table, id: row.id });
  } catch (error) {
    return { ok: false, failure: failureOf(error, 'storage-failed') };
  }
}

/** Keeps a file as an artifact, byte by byte as it is, and returns what a row says of it. */
export async function attachFile(
  store: Store,
  caseId: Id,
  file: File,
  kind: TitleDocumentKind,
): Promise<Result<AttachedDocument>> {
  if (file.size === 0) return fail('invalid-data', `${file.name} is empty`);
  if (file.size > MAXIMUM_FILE) return fail('too-large', `${file.name}: ${file.size} bytes`);
  try {
    // Copied out of the file: a file changed on the disk later must not change what was kept.
    const blob = new Blob([await file.arrayBuffer()], { type: file.type || 'application/octet-stream' });
    const prepared = await store.artifacts.prepare({
      path: '',
      mediaType: blob.type,
      bytes: blob,
      role: 'original',
    });
    const { digest } = prepared.artifact;
    await store.db.transaction('rw', artifactTables(store.db), () => store.artifacts.keep(prepared));
    const note = { attached: file.name.slice(0, 300), kind };
    await record(store, caseId, 'case-changed', note, hexOf(digest));
    return succeed({
      digest,
      name: file.name.slice(0, 300),
      kind,
      addedAt: new Date().toISOString(),
    });
  } catch (error) {
    return { ok: false, failure: failureOf(error, 'storage-failed') };
  }
}
