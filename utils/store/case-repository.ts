import type { CaseFile } from '../case/case-file.ts';
import type { Case } from '../case/dispute.ts';
import { fail, succeed, type Result } from '../case/result.ts';
import type { Id, Instant } from '../case/values.ts';
import { Dexie, type Table } from 'dexie';
import type { PrimaFacieDatabase } from './database.ts';

/** Cases, and what a person entered about them. */
export interface CaseRepository {
  create(title: string, id?: Id): Promise<Case>;
  get(id: Id): Promise<Case | undefined>;
  /** All cases, the one last changed or captured into first. */
  list(): Promise<Case[]>;
  change(id: Id, change: Partial<Omit<Case, 'id' | 'createdAt'>>): Promise<Result<Case>>;
  /** Everything a person entered about a case, as `data/case.json` carries it. */
  caseFile(id: Id): Promise<Result<CaseFile>>;
  /** Stores a case file whole, or nothing of it. Replaces what was entered before; captures stay. */
  putCaseFile(file: CaseFile): Promise<void>;
}

/** Lists of a case file that may be absent from it. */
const OPTIONAL_LISTS = ['drafts', 'notices', 'deliveries', 'rechecks', 'providers'] as const;

/** Cases in IndexedDB. */
export function caseRepository(
  db: PrimaFacieDatabase,
  env: { readonly now: () => Date; readonly newId: () => Id },
): CaseRepository {
  /** The table of each list of a case file. */
  const lists = {
    parties: db.parties,
    works: db.works,
    items: db.items,
    drafts: db.drafts,
    notices: db.notices,
    deliveries: db.deliveries,
    rechecks: db.rechecks,
    providers: db.noticeProviders,
  } as const;
  const tables = [db.cases, db.caseFiles, ...Object.values(lists)];

  return {
    async create(title, id = env.newId()) {
      const at = env.now().toISOString();
      const created: Case = { id, title, status: 'open', createdAt: at, updatedAt: at };
      await db.cases.add(created);
      return created;
    },
    get: (id) => db.cases.get(id),
    list: () =>
      db.transaction('r', db.cases, db.captures, async () => {
        const rows = await db.cases.toArray();
        const used = new Map<Id, Instant>();
        for (const { id, updatedAt } of rows) used.set(id, await lastUse(db, id, updatedAt));
        const usedAt = ({ id }: Case) => used.get(id) ?? '';
        return rows.toSorted((a, b) => (usedAt(a) < usedAt(b) ? 1 : -1));
      }),
    change: (id, change) =>
      db.transaction('rw', db.cases, async () => {
        const row = await db.cases.get(id);
        if (!row) return fail('not-found', `case ${id}`);
        const changed = { ...row, ...change, updatedAt: env.now().toISOString() };
        await db.cases.put(changed);
        return succeed(changed);
      }),
    caseFile: (id) =>
      db.transaction('r', tables, async () => {
        const row = await db.cases.get(id);
        if (!row) return fail('not-found', `case ${id}`);
        const said = await db.caseFiles.get(id);
        const list = async (name: keyof typeof lists) => {
          const rows: { readonly id: Id }[] = await lists[name].where('caseId').equals(id).toArray();
          return inOrder(inTime(rows.filter(isEntered)), said?.order[name] ?? []);
        };
        const [parties, works, items] = await Promise.all([list('parties'), list('works'), list('items')]);
        const optional = await Promise.all(
          OPTIONAL_LISTS.map(async (name) => {
            const rows = await list(name);
            return rows.length > 0 || said?.order[name]
              ? { [name]: rows.map((each) => bare(name, each)) }
              : {};
          }),
        );
        const file = {
          schema: 'prima-facie/case/1',
          case: row,
          parties,
          works,
          items,
          ...(said?.request ? { request: said.request } : {}),
          ...Object.assign({}, ...optional),
        };
        // Every list holds the rows of its own table, which were parsed by the case file's schema when they came in.
        return succeed(file as CaseFile);
      }),
    putCaseFile: (file) =>
      db.transaction('rw', tables, async () => {
        const caseId = file.case.id;
        await db.cases.put(file.case);
        const order: Record<string, readonly Id[]> = {};
        for (const [name, table] of Object.entries(lists)) {
          await table.where('caseId').equals(caseId).delete();
          const rows = file[name as keyof typeof lists];
          if (!rows) continue;
          order[name] = rows.map(({ id }) => id);
          await (table as Table<unknown>).bulkAdd(rows.map((each) => ({ ...each, caseId })));
        }
        await db.caseFiles.put({ caseId, order, ...(file.request ? { request: file.request } : {}) });
      }),
  };
}

/** A capture leaves `updatedAt` alone: it changes nothing that a person entered, and a case file is given back as it came. */
async function lastUse(db: PrimaFacieDatabase, id: Id, updatedAt: Instant): Promise<Instant> {
  const range = db.captures.where('[caseId+startedAt]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
  const newest = await range.last();
  return newest && newest.startedAt > updatedAt ? newest.startedAt : updatedAt;
}

/** Drafts that only the rules have written are made anew from the case: a case file holds what a person entered. */
const isEntered = (row: object) => !('untouched' in row);

/** When a row came about, in milliseconds, by what its table calls it; rows without a time stay where they are. */
function timeOf(row: object): number {
  const { finalisedAt, at, createdAt, foundAt } = row as Partial<Record<string, unknown>>;
  const time = finalisedAt ?? at ?? createdAt ?? foundAt;
  // Compared as a time and not as a text: events are written with the zone they were recorded in.
  const milliseconds = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(milliseconds) ? -Infinity : milliseconds;
}

/** The oldest first, as a reader of the file expects, and the same on every machine; equal times by id, as stored. */
function inTime<T extends object>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => timeOf(a) - timeOf(b) || 0);
}

/** Rows in the order they came in; those added since follow. */
function inOrder<T extends { readonly id: Id }>(rows: readonly T[], order: readonly Id[]): T[] {
  const place = new Map(order.map((id, index) => [id, index]));
  return rows.toSorted((a, b) => (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity) || 0);
}

/** A provider of a case file does not name the case it stands in. */
function bare(name: string, row: object): object {
  if (name !== 'providers') return row;
  const { caseId: _, ...rest } = row as { caseId: Id };
  return rest;
}
