import type { Provider } from '../case/hosting.ts';
import { failureOf, succeed, type Result } from '../case/result.ts';
import { directoryWith, parseProviderFile, type ProviderOverride } from '../hosting/directory/directory.ts';
import type { PrimaFacieDatabase } from './database.ts';

/** The provider directory: the bundled entries with the user's on top. */
export interface ProviderRepository {
  /** All providers; `origin: 'user'` marks those the user corrected or added. */
  all(): Promise<readonly Provider[]>;
  /** The user's own entries, as they are exported. */
  file(): Promise<string>;
  /** Takes a file of entries (JSON text): all of them or none. Entries with a known id are replaced. */
  takeFile(json: string): Promise<Result<{ readonly count: number }>>;
  /** Corrects or adds one; what is left out is taken from the bundled entry. */
  put(entry: unknown): Promise<Result<{ readonly count: number }>>;
  /** The user's entry, to be put back after a removal. */
  get(id: string): Promise<ProviderOverride | undefined>;
  /** Takes the user's entry away; a bundled one shows again. */
  remove(id: string): Promise<void>;
}

const SCHEMA = 'prima-facie/providers/1';

/** The directory in IndexedDB. */
export function providerRepository(db: PrimaFacieDatabase): ProviderRepository {
  const take = async (json: string): Promise<Result<{ readonly count: number }>> => {
    const parsed = parseProviderFile(json);
    if (!parsed.ok) return parsed;
    try {
      await db.providerOverrides.bulkPut([...parsed.value.providers]);
      return succeed({ count: parsed.value.providers.length });
    } catch (error) {
      return { ok: false, failure: failureOf(error, 'storage-failed') };
    }
  };
  return {
    all: async () =>
      directoryWith(await db.providerOverrides.toArray()).all.toSorted((a, b) =>
        a.name.localeCompare(b.name),
      ),
    file: async () =>
      `${JSON.stringify({ schema: SCHEMA, providers: await db.providerOverrides.toArray() }, null, 2)}\n`,
    takeFile: take,
    put: (entry) => take(JSON.stringify({ schema: SCHEMA, providers: [entry] })),
    get: (id) => db.providerOverrides.get(id),
    remove: (id) => db.providerOverrides.delete(id),
  };
}
