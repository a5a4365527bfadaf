/** What is only for the eye is written at most this much later. */
const PATIENCE_MS = 250;

/** Writes a capture's row while it runs. Nobody waits for it but whoever must. */
export interface RowJournal {
  /** The row as it stands now is written, after what was said before: each start of a step is seen by readers. */
  say(): void;
  /** The row has changed, and it may wait a moment for the next {@link say}. */
  note(): void;
  /**
   * Resolves when all that was said so far has been written.
   * @throws what a write failed with; from then on every call throws it.
   */
  written(): Promise<void>;
  /** @throws what a write has failed with: a row that cannot be written ends the run, nobody would see what it does. */
  check(): void;
  /** Drops what was only noted and resolves when nothing is under way any more. Never rejects. */
  close(): Promise<void>;
}

/**
 * @param snapshot gives the row as it stands.
 * @param shows whether a later row shows all that a reader was to see in one that still waits to be written: then it
 *   is written in its place.
 */
export function rowJournal<T>(
  snapshot: () => T,
  write: (row: T) => Promise<void>,
  shows: (later: T, waiting: T) => boolean = () => false,
): RowJournal {
  let line: Promise<void> = Promise.resolve();
  let waiting: { row: T } | null = null;
  let broken: { readonly error: unknown } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = () => {
    clearTimeout(timer);
    timer = undefined;
    const row = snapshot();
    if (waiting && shows(row, waiting.row)) {
      waiting.row = row;
      return;
    }
    const mine = { row };
    waiting = mine;
    line = line
      .then(() => {
        if (waiting === mine) waiting = null;
        return broken ? undefined : write(mine.row);
      })
      .catch((error: unknown) => {
        broken ??= { error };
      });
  };
  const check = () => {
    if (broken) throw broken.error;
  };
  return {
    say,
    check,
    note() {
      timer ??= setTimeout(say, PATIENCE_MS);
    },
    async written() {
      await line;
      check();
    },
    async close() {
      clearTimeout(timer);
      await line;
    },
  };
}
