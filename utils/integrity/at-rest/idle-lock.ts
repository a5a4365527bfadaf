import type { Id, Instant } from '../../case/values.ts';
import type { Bytes } from '../bytes.ts';

/**
 * Where the opened vault's key is kept while it is open: memory that goes with the browser (session storage of the
 * extension), never a disk. Every context of the extension reads it there.
 */
export interface OpenKeyPort {
  get(): Promise<{ readonly vaultId: Id; readonly dataKey: Bytes; readonly usedAt: Instant } | null>;
  set(vaultId: Id, dataKey: Bytes, usedAt: Instant): Promise<void>;
  /** Notes a use, and nothing but that: one that comes after a lock must not open it again. */
  touch(usedAt: Instant): Promise<void>;
  clear(): Promise<void>;
}

/** What the lock says of the vault now. */
export type LockState =
  | { readonly state: 'locked' }
  | { readonly state: 'open'; readonly vaultId: Id; readonly dataKey: Bytes; readonly locksInMs: number };

/** Whether an opened vault must be locked: nobody used it for `idleMs`. A clock that was set back locks as well. */
export function isIdle(usedAt: Instant, now: Date, idleMs: number): boolean {
  const idle = now.getTime() - Date.parse(usedAt);
  return !(idle >= 0 && idle < idleMs);
}

/** Locks an open vault that nobody uses. */
export interface IdleLock {
  /** The state now; an idle vault is locked by asking. */
  state(): Promise<LockState>;
  /** Somebody did something: the time until the lock begins anew. Does nothing where the vault is locked. */
  touch(): Promise<LockState>;
  open(vaultId: Id, dataKey: Bytes): Promise<void>;
  lock(): Promise<void>;
}

/**
 * The lock. Work under way (a capture, an export) calls `touch` as it goes on, so that it is never cut off; an alarm
 * calls `state`, so that an idle vault locks without anybody looking.
 */
export function idleLock(
  port: OpenKeyPort,
  now: () => Date,
  idleMs: () => number | Promise<number>,
): IdleLock {
  const state = async (): Promise<LockState> => {
    const held = await port.get();
    if (!held) return { state: 'locked' };
    const { vaultId, dataKey, usedAt } = held;
    const idle = await idleMs();
    if (isIdle(usedAt, now(), idle)) {
      await port.clear();
      return { state: 'locked' };
    }
    return { state: 'open', vaultId, dataKey, locksInMs: Date.parse(usedAt) + idle - now().getTime() };
  };
  return {
    state,
    touch: async () => {
      const held = await state();
      if (held.state === 'locked') return held;
      await port.touch(now().toISOString());
      return { ...held, locksInMs: await idleMs() };
    },
    open: (vaultId, dataKey) => port.set(vaultId, dataKey, now().toISOString()),
    lock: () => port.clear(),
  };
}

/** A port that keeps the key in the memory of one context: for tests, and where there is no session storage. */
export function memoryKeyPort(): OpenKeyPort {
  let held: Awaited<ReturnType<OpenKeyPort['get']>> = null;
  return {
    get: () => Promise.resolve(held),
    set: (vaultId, dataKey, usedAt) => {
      held = { vaultId, dataKey, usedAt };
      return Promise.resolve();
    },
    touch: (usedAt) => {
      if (held) held = { ...held, usedAt };
      return Promise.resolve();
    },
    clear: () => {
      held = null;
      return Promise.resolve();
    },
  };
}
