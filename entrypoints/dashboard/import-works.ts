import type { Work } from '../../utils/case/dispute.ts';
import type { Language } from '../../utils/case/settings.ts';
import type { Id } from '../../utils/case/values.ts';
import { decodeList } from '../../utils/notice/import/decode.ts';
import { importWorks, type WorksImport } from '../../utils/notice/import/works.ts';
import { record } from '../../utils/platform/case-actions.ts';
import type { Store } from '../../utils/store/store.ts';

/** Takes a list of works over, in one transaction, or says what is wrong with it. */
export async function importWorkList(
  store: Store,
  caseId: Id,
  file: File,
  language: Language,
  existing: readonly Work[],
): Promise<WorksImport> {
  const text = decodeList(new Uint8Array(await file.arrayBuffer()), language);
  if (text === null) return { ok: false, problems: [{ line: 0, code: 'file-encoding' }], more: 0 };
  const read = importWorks(text, { caseId, newId: () => crypto.randomUUID(), existing });
  if (!read.ok) return read;
  await store.db.works.bulkAdd([...read.works]);
  await store.cases.change(caseId, {});
  await record(store, caseId, 'case-changed', { imported: 'works', count: read.works.length });
  return read;
}
