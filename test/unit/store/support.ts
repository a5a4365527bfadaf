import 'fake-indexeddb/auto';
import { openStore, type Store } from '../../../utils/store/store.ts';
import type { Serialise } from '../../../utils/store/custody-repository.ts';

let count = 0;

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

/** A store of its own for one test. */
export function freshStore(serialise: Serialise = localLocks()): Store {
  count += 1;
  let second = 0;
  let id = 0;
  return openStore({
    name: `test-${count}`,
    now: () => new Date(Date.UTC(2026, 10, 21, 10, 0, (second += 1))),
    newId: () => `00000000-0000-4000-8000-${String((id += 1)).padStart(12, '0')}`,
    serialise,
  });
}
