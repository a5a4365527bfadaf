import { FailureError, failureOf, succeed, type Result } from '../case/result.ts';
import type { Digest, Id } from '../case/values.ts';
import type { IdleLock } from '../integrity/at-rest/idle-lock.ts';
import { artifactKey, openArtifact, sealArtifact } from '../integrity/at-rest/sealed-artifact.ts';
import type { Bytes } from '../integrity/bytes.ts';
import { blobSource, type ByteSource } from '../integrity/digest.ts';
import type { VaultRepository } from './vault-repository.ts';

/** Work under way says so this often, in milliseconds: well within the shortest idle time. */
const PULSE_MS = 20_000;
/** Opened bytes become a Blob of their own at this size, so that they may leave memory. */
const PIECE = 4 * 1024 * 1024;

/** How things stand: nothing is encrypted, or the key is here, or a person must be asked for the passphrase. */
export type VaultState = 'none' | 'locked' | 'open';

/** The sealed form of something, and of which vault. */
export interface SealedBlob {
  readonly vaultId: Id;
  readonly blob: Blob;
}

/**
 * The one place where stored bytes are sealed and opened.
 *
 * Writing: what is new is sealed where there is a vault that is not being left; a locked vault refuses, so that
 * nothing is ever written plain because nobody was there. Reading: a row says itself whether it is sealed, so plain
 * and sealed ones live side by side while everything is being turned from one into the other.
 */
export interface VaultAccess {
  readonly lock: IdleLock;
  readonly records: VaultRepository;
  state(): Promise<VaultState>;
  /** The sealed form, or null where nothing is to be sealed. @throws FailureError `locked`. */
  seal(digest: Digest, content: Blob): Promise<SealedBlob | null>;
  /** The bytes of a sealed Blob. Failures: `locked`, and `digest-mismatch` for one that was changed. */
  open(digest: Digest, sealed: Blob, type: string): Promise<Result<Blob>>;
  /** As {@link open}, by byte ranges. @throws FailureError likewise. */
  source(digest: Digest, sealed: Blob): Promise<ByteSource>;
  /**
   * Begins work that the lock must not cut off: until the answer is called the key stays with this context, even
   * where the vault is locked by hand meanwhile. Failure: `locked`, and then nothing was begun.
   */
  hold(): Promise<Result<() => void>>;
}

interface Held {
  readonly id: Id;
  readonly key: CryptoKey;
}

/** The {@link VaultAccess} of one context. */
export function vaultAccess(
  records: VaultRepository,
  lock: IdleLock,
  random: (octets: number) => Bytes = (octets) => crypto.getRandomValues(new Uint8Array(octets)),
): VaultAccess {
  let held: Held | null = null;
  let holders = 0;
  const fromLock = async (): Promise<Held | null> => {
    const state = await lock.state();
    return state.state === 'open' ? { id: state.vaultId, key: await artifactKey(state.dataKey) } : null;
  };
  const unlocked = async (): Promise<Held | null> => held ?? fromLock();
  const source = async (digest: Digest, sealed: Blob): Promise<ByteSource> => {
    const open = await unlocked();
    if (!open) throw new FailureError('locked', digest);
    return openArtifact(open.key, digest, blobSource(sealed));
  };
  return {
    lock,
    records,
    source,
    async state() {
      const record = await records.read();
      if (!record) return 'none';
      const state = await lock.state();
      return state.state === 'open' && state.vaultId === record.id ? 'open' : 'locked';
    },
    async seal(digest, content) {
      const record = await records.read();
      if (!record || record.leaving) return null;
      const open = await unlocked();
      if (open?.id !== record.id) throw new FailureError('locked', digest);
      const blob = await sealArtifact(open.key, digest, blobSource(content), random);
      return { vaultId: record.id, blob };
    },
    async open(digest, sealed, type) {
      try {
        return succeed(await blobOf(await source(digest, sealed), type));
      } catch (error) {
        return { ok: false, failure: failureOf(error, 'storage-failed') };
      }
    },
    async hold() {
      const record = await records.read();
      if (!record) return succeed(() => undefined);
      // Not what is held: a vault that was locked by hand lets work end, and lets none begin.
      const open = await fromLock();
      if (open?.id !== record.id) return { ok: false, failure: { code: 'locked', detail: '' } };
      held = open;
      holders += 1;
      const touch = (): void => void lock.touch();
      touch();
      const timer = setInterval(touch, PULSE_MS);
      let isReleased = false;
      return succeed(() => {
        if (isReleased) return;
        isReleased = true;
        clearInterval(timer);
        holders -= 1;
        if (holders === 0) held = null;
      });
    },
  };
}

/** All bytes of a source as a Blob, a piece at a time. */
async function blobOf(source: ByteSource, type: string): Promise<Blob> {
  const pieces: Blob[] = [];
  for (let start = 0; start < source.size; start += PIECE) {
    pieces.push(new Blob([await source.read(start, Math.min(start + PIECE, source.size))]));
  }
  return new Blob(pieces, { type });
}
