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

/** What {@link CustodyRepository.extend} adds to a chain. */
export interface ChainExtension {
  readonly verbatim: readonly CustodyEntry[];
  readonly events: readonly CustodyEvent[];
}

const lockOf = (caseId: Id) => `prima-facie:custody:${caseId}`;

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
  /**
   * Goes on with a chain from elsewhere: `plan` sees the entries there are and gives those that follow as they came
   * (none, or ones that fit onto the last) and the events to append; `change` is made with them, or neither is.
   */
  extend<P extends ChainExtension, T>(
    caseId: Id,
    plan: (entries: readonly CustodyEntry[]) => Promise<P>,
    tables: readonly Table[],
    change: (plan: P) => Promise<T>,
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
    serialise(lockOf(caseId), async () =>
      write(await nextEntry((await range(caseId).last()) ?? null, event)),
    );
  return {
    entries,
    extend: (caseId, plan, tables, change) =>
      serialise(lockOf(caseId), async () => {
        const own = await entries(caseId);
        const planned = await plan(own);
        const added = [...planned.verbatim];
        for (const event of planned.events)
          added.push(await nextEntry(added.at(-1) ?? own.at(-1) ?? null, event));
        return db.transaction('rw', [...new Set([db.custody, ...tables])], async () => {
          await db.custody.bulkAdd(added.map((entry) => ({ caseId, ...entry })));
          return change(planned);
        });
      }),
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
