import type { CachedAnswer, LookupCache } from '../hosting/environment.ts';
import type { PrimaFacieDatabase } from './database.ts';

/** Answers of resolvers and registries in IndexedDB. Answers that have expired go when a new one is put. */
export function lookupCache(db: PrimaFacieDatabase, now: () => Date = () => new Date()): LookupCache {
  return {
    get: (key) => db.lookupCache.get(key),
    async put(answer: CachedAnswer) {
      await db.transaction('rw', db.lookupCache, async () => {
        await db.lookupCache.where('expires').below(now().getTime()).delete();
        await db.lookupCache.put(answer);
      });
    },
    list: (prefix) => db.lookupCache.where('key').startsWith(prefix).toArray(),
  };
}
