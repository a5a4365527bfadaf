import type { Failure } from '../case/result.ts';
import type { VaultRecord, VaultStore } from '../integrity/at-rest/vault.ts';
import type { PrimaFacieDatabase } from './database.ts';

/** How far the work of sealing everything, or of opening it again, has come. */
export interface SealingCount {
  /** Artifacts and thumbnails that are sealed. */
  readonly sealed: number;
  readonly total: number;
}

/** The vault's record in IndexedDB. */
export interface VaultRepository extends VaultStore {
  count(): Promise<SealingCount>;
  /** What the work stopped at, or null. */
  trouble(): Promise<Failure | null>;
  setTrouble(failure: Failure | null): Promise<void>;
}

/** The vault's record in IndexedDB. */
export function vaultRepository(db: PrimaFacieDatabase): VaultRepository {
  const read = async (): Promise<VaultRecord | null> => {
    const row = await db.vault.get('vault');
    return row?.id === 'vault' ? row.record : null;
  };
  const sealedCount = async (): Promise<number> => {
    const counts = await Promise.all([
      db.artifacts.where('sealed').equals(1).count(),
      db.thumbnails.where('sealed').equals(1).count(),
    ]);
    return counts[0] + counts[1];
  };
  return {
    read,
    replace: (from, record) =>
      db.transaction('rw', db.vault, db.artifacts, db.thumbnails, async () => {
        if (((await read())?.revision ?? null) !== from) return false;
        if (record) await db.vault.put({ id: 'vault', record });
        // With the record the only key to what is sealed would go.
        else if ((await sealedCount()) > 0) return false;
        else await db.vault.delete('vault');
        return true;
      }),
    count: async () => {
      const [sealed, artifacts, thumbnails] = await Promise.all([
        sealedCount(),
        db.artifacts.count(),
        db.thumbnails.count(),
      ]);
      return { sealed, total: artifacts + thumbnails };
    },
    async trouble() {
      const row = await db.vault.get('trouble');
      return row?.id === 'trouble' ? row.failure : null;
    },
    async setTrouble(failure) {
      if (failure) await db.vault.put({ id: 'trouble', failure });
      else await db.vault.delete('trouble');
    },
  };
}
