import type { StampQueueStore } from '../integrity/timestamp/run-stamp-queue.ts';
import type { PrimaFacieDatabase } from './database.ts';

/** What waits for a timestamp, and when each authority was last asked, in IndexedDB: both outlive the worker. */
export function stampQueueRepository(db: PrimaFacieDatabase): StampQueueStore {
  return {
    items: () => db.stampQueue.toArray(),
    // A capture that was deleted while its authority was asked must not come back to wait.
    put: (item) =>
      db.transaction('rw', [db.stampQueue, db.captures], async () => {
        const isGone = item.purpose === 'capture' && !(await db.captures.get(item.subjectId));
        if (!isGone) await db.stampQueue.put(item);
      }),
    remove: (id) => db.stampQueue.delete(id),
    pace: async () => new Map((await db.stampPace.toArray()).map(({ url, askedAt }) => [url, askedAt])),
    setAsked: async (url, askedAt) => {
      await db.stampPace.put({ url, askedAt });
    },
  };
}
