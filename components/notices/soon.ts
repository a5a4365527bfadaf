/** Something done a while after it was last asked for: kept while a person types, and not at every key. */
export interface Soon {
  later(): void;
  /** Does it now where it is still to be done. */
  now(): void;
}

/** How long a pause in typing is taken for its end. */
const PAUSE_MS = 700;

/** @param timers of the page; a test gives its own */
export function soon(
  work: () => void,
  timers: Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'> = globalThis,
): Soon {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    if (waiting === undefined) return;
    timers.clearTimeout(waiting);
    waiting = undefined;
    work();
  };
  return {
    later() {
      if (waiting !== undefined) timers.clearTimeout(waiting);
      waiting = timers.setTimeout(now, PAUSE_MS);
    },
    now,
  };
}
