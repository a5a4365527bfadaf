import type { Capture } from '../case/capture.ts';
import type { StoredImport } from '../case/import.ts';
import type { Id } from '../case/values.ts';
import type { PrimaFacieDatabase } from './database.ts';

/** The bundles that cases were imported from. */
export interface ImportRepository {
  /** Of one case, in the order they came in. */
  ofCase(caseId: Id): Promise<StoredImport[]>;
  /** Captures of a case that came with a bundle that did not verify. */
  brokenCaptures(caseId: Id): Promise<ReadonlySet<Id>>;
  /** The bundle that a capture came with, where that did not verify and no whole one has brought it since. */
  brokenFileOf(capture: Pick<Capture, 'id' | 'caseId'>): Promise<string | null>;
  /** Cases that hold anything out of a bundle that did not verify. */
  brokenCases(): Promise<ReadonlySet<Id>>;
}

/** Imports in IndexedDB. */
export function importRepository(db: PrimaFacieDatabase): ImportRepository {
  const ofCase = async (caseId: Id): Promise<StoredImport[]> => {
    const rows = await db.imports.where('caseId').equals(caseId).toArray();
    return rows.toSorted((a, b) => (a.record.importedAt < b.record.importedAt ? -1 : 1));
  };
  const isBroken = ({ record }: StoredImport) => record.verdict !== 'whole';
  const brokenIn = (rows: readonly StoredImport[]): ReadonlySet<Id> => {
    const sound = new Set(rows.filter((row) => !isBroken(row)).flatMap(({ record }) => record.captureIds));
    const broken = rows.filter(isBroken).flatMap(({ record }) => record.captureIds);
    return new Set(broken.filter((id) => !sound.has(id)));
  };
  return {
    ofCase,
    brokenCaptures: async (caseId) => brokenIn(await ofCase(caseId)),
    brokenFileOf: async ({ id, caseId }) => {
      const rows = (await ofCase(caseId)).filter(({ record }) => record.captureIds.includes(id));
      return rows.every(isBroken) ? (rows.at(-1)?.record.fileName ?? null) : null;
    },
    brokenCases: async () => {
      const cases = new Set((await db.imports.toArray()).filter(isBroken).map(({ caseId }) => caseId));
      for (const caseId of cases) {
        const rows = await ofCase(caseId);
        const last = rows.at(-1);
        // What a person entered came with a broken bundle as well, until a whole one came after it.
        if (brokenIn(rows).size === 0 && last && !isBroken(last)) cases.delete(caseId);
      }
      return cases;
    },
  };
}
