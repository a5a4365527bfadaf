import type { CaseFile } from '../case/case-file.ts';
import type { Case } from '../case/dispute.ts';
import { fail, succeed, type Result } from '../case/result.ts';
import type { Id } from '../case/values.ts';
import type { PrimaFacieDatabase } from './database.ts';

/** Cases, and what a person entered about them. */
export interface CaseRepository {
  create(title: string, id?: Id): Promise<Case>;
  get(id: Id): Promise<Case | undefined>;
  /** All cases, the last changed first. */
  list(): Promise<Case[]>;
  change(id: Id, change: Partial<Omit<Case, 'id' | 'createdAt'>>): Promise<Result<Case>>;
  /** Everything a person entered about a case, as `data/case.json` carries it. */
  caseFile(id: Id): Promise<Result<CaseFile>>;
  /** Stores a case file whole, or nothing of it. Replaces what was entered before; captures stay. */
  putCaseFile(file: CaseFile): Promise<void>;
}

/** Cases in IndexedDB. */
export function caseRepository(
  db: PrimaFacieDatabase,
  env: { readonly now: () => Date; readonly newId: () => Id },
): CaseRepository {
  const entered = [db.works, db.parties, db.items] as const;
  return {
    async create(title, id = env.newId()) {
      const at = env.now().toISOString();
      const created: Case = { id, title, status: 'open', createdAt: at, updatedAt: at };
      await db.cases.add(created);
      return created;
    },
    get: (id) => db.cases.get(id),
    list: () => db.cases.orderBy('updatedAt').reverse().toArray(),
    change: (id, change) =>
      db.transaction('rw', db.cases, async () => {
        const row = await db.cases.get(id);
        if (!row) return fail('not-found', `case ${id}`);
        const changed = { ...row, ...change, updatedAt: env.now().toISOString() };
        await db.cases.put(changed);
        return succeed(changed);
      }),
    caseFile: (id) =>
      db.transaction('r', [db.cases, ...entered], async () => {
        const row = await db.cases.get(id);
        if (!row) return fail('not-found', `case ${id}`);
        const [parties, works, items] = await Promise.all([
          db.parties.where('caseId').equals(id).toArray(),
          db.works.where('caseId').equals(id).toArray(),
          db.items.where('caseId').equals(id).toArray(),
        ]);
        return succeed({ schema: 'prima-facie/case/1' as const, case: row, parties, works, items });
      }),
    putCaseFile: (file) =>
      db.transaction('rw', [db.cases, ...entered], async () => {
        await db.cases.put(file.case);
        for (const table of entered) await table.where('caseId').equals(file.case.id).delete();
        await db.parties.bulkAdd([...file.parties]);
        await db.works.bulkAdd([...file.works]);
        await db.items.bulkAdd([...file.items]);
      }),
  };
}
