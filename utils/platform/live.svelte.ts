import { liveQuery } from 'dexie';

/** The answer of a query that is asked again whenever what it read has changed, in any page or the background. */
export interface Live<T> {
  /** The latest answer; `undefined` until the first one has come. */
  readonly value: T | undefined;
  /** What the last run threw, or null; the answer before it stays. */
  readonly error: unknown;
}

/** How often what is encrypted was unlocked while this page stood: what could not be read is read again then. */
export const reopened = $state({ count: 0 });

/**
 * Watches the store. To be called while a component is made.
 * @param key what the query depends on besides the store; when it changes, the old answer goes at once.
 */
export function live<K, T>(key: () => K, query: (key: K) => Promise<T>): Live<T> {
  let value = $state.raw<T>();
  let error = $state.raw<unknown>(null);
  $effect(() => {
    key();
    value = undefined;
    error = null;
  });
  $effect(() => {
    const current = key();
    // Depended on, so that it is asked again; the answer before it stays meanwhile.
    void reopened.count;
    const subscription = liveQuery(() => query(current)).subscribe({
      next: (answer) => {
        value = answer;
        error = null;
      },
      error: (thrown: unknown) => {
        error = thrown;
      },
    });
    return () => subscription.unsubscribe();
  });
  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
  };
}
