import type { ChainCheck, CustodyEntry } from '../case/custody.ts';
import type { Id } from '../case/values.ts';
import { checkChain, nextEntry, type CustodyEvent } from '../integrity/custody-chain.ts';
import { Dexie, type Table } from 'dexie';
import type { PrimaFacieDatabase } from './database.ts';

/** Runs one task at a time per name, across every context of the extension (Web Locks). */
export type Serialise = <T>(name: string, task: () => Promise<T>) => Promise<T>;

/** {@link Serialise} by the Web Locks API. */
export const webLocks: Serialise = <T>(name: string, task: () => Promise<T>) =>
  // lib.dom types the callback's value as Promise<Awaited<T>>; for a promise-returning task both are the same.
  navigator.locks.request(name, task) as Promise<T>;

/** The custody logs of all cases. */
export interface CustodyRepository {
  /** Appends an event to a case's chain; serialised, so that two contexts never fork it. */
  append(caseId: Id, event: CustodyEvent): Promise<CustodyEntry>;
  /**
   * Appends an event and makes the change it speaks of, both or neither: whoever stops the browser in between finds
   * no change without its entry. `change` may touch `tables` only, and wait for nothing but them.
   */
  appendWith<T>(
    caseId: Id,
    event: CustodyEvent,
    tables: readonly Table[],
    change: () => Promise<T>,
  ): Promise<T>;
  /** All entries of a case, first to last. */
  entries(caseId: Id): Promise<CustodyEntry[]>;
  check(caseId: Id): Promise<ChainCheck>;
}

/**
 * The hash is computed outside any IndexedDB transaction: a transaction closes while it waits for anything else.
 * The lock makes read-hash-write atomic; the key `[caseId+seq]` with `add` makes a fork impossible even without it.
 */
export function custodyRepository(
  db: PrimaFacieDatabase,
  serialise: Serialise = webLocks,
): CustodyRepository {
  const range = (caseId: Id) =>
    db.custody.where('[caseId+seq]').between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]);
  const entries = async (caseId: Id): Promise<CustodyEntry[]> =>
    (await range(caseId).toArray()).map(({ caseId: _, ...entry }) => entry);
  const add = <T>(caseId: Id, event: CustodyEvent, write: (entry: CustodyEntry) => Promise<T>) =>
    serialise(`prima-facie:custody:${caseId}`, async () =>
      write(await nextEntry((await range(caseId).last()) ?? null, event)),
    );
  return {
    entries,
    append: (caseId, event) =>
      add(caseId, event, async (entry) => {
        await db.custody.add({ caseId, ...entry });
        return entry;
      }),
    appendWith: (caseId, event, tables, change) =>
      add(caseId, event, (entry) =>
        db.transaction('rw', [db.custody, ...tables], async () => {
          await db.custody.add({ caseId, ...entry });
          return change();
        }),
      ),
    check: async (caseId) => checkChain(await entries(caseId)),
  };
}
