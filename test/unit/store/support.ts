import 'fake-indexeddb/auto';
import { memoryKeyPort, type OpenKeyPort } from '../../../utils/integrity/at-rest/idle-lock.ts';
import { openStore, type Store } from '../../../utils/store/store.ts';
import type { Serialise } from '../../../utils/store/custody-repository.ts';

let count = 0;
/** Before the clock of any test's store. */
const USED = '2026-11-21T00:00:00.000Z';
const WEAK = { memoryKiB: 64, iterations: 1, parallelism: 1 } as const;

/** One task at a time per name, as Web Locks do within one process. */
export function localLocks(): Serialise {
  const lines = new Map<string, Promise<unknown>>();
  return (name, task) => {
    const mine = (lines.get(name) ?? Promise.resolve()).then(task);
    lines.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  };
}

/** A store of its own for one test; `openKey` as in {@link sealedStore}. */
export function freshStore(serialise: Serialise = localLocks(), openKey?: OpenKeyPort): Store {
  count += 1;
  let second = 0;
  let id = 0;
  return openStore({
    ...(openKey ? { openKey } : {}),
    name: `test-${count}`,
    now: () => new Date(Date.UTC(2026, 10, 21, 10, 0, (second += 1))),
    newId: () => `00000000-0000-4000-8000-${String((id += 1)).padStart(12, '0')}`,
    serialise,
  });
}

/** A store that has a vault, open for good: whatever is written to it must come out sealed. */
export function sealedStore(): Store {
  const vaultId = 'vault-of-the-test';
  const store: Store = freshStore(localLocks(), {
    ...memoryKeyPort(),
    // Used a moment ago, whatever the test's own clock says.
    get: () => Promise.resolve({ vaultId, dataKey: new Uint8Array(32).fill(7), usedAt: USED }),
  });
  const slot = {
    kdf: { ...WEAK, name: 'argon2id' as const, salt: new Uint8Array(16) },
    wrapped: new Uint8Array(60),
  };
  const record = { schema: 'prima-facie/vault/1' as const, id: vaultId, createdAt: USED, revision: 0 };
  store.db.on('populate', (transaction) => {
    void transaction
      .table('vault')
      .add({ id: 'vault', record: { ...record, current: slot, recovery: slot } });
    void transaction.table('settings').add({ id: 'settings', value: { lockAfterMs: 10 * 365 * 86_400_000 } });
  });
  return store;
}
