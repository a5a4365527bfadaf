import { fail, succeed, type Result } from '../../case/result.ts';
import type { Id, Instant } from '../../case/values.ts';
import { equalBytes, type Bytes } from '../bytes.ts';
import {
  DATA_KEY_OCTETS,
  KDF_STRENGTH,
  MINIMUM_VAULT_PASSPHRASE,
  unwrapKey,
  wrapKey,
  type KdfStrength,
  type WrappedKey,
} from './passphrase-key.ts';

/**
 * The vault: one random data key encrypts the artifacts; a passphrase only wraps that key. So changing the passphrase
 * never rewrites an artifact.
 *
 * ```
 * none ──create──> one slot ──begin change──> two slots: old and new passphrase both open
 *                     ^                          │ unlocked by the new one: the old slot goes
 *                     └──────────────────────────┤ change taken back by the old one: the new slot goes
 *                                                └ browser stopped: still two slots, nothing lost
 * one slot ──remove (nothing sealed is left)──> none
 * ```
 * A new passphrase that was mistyped twice alike loses nothing: the old one opens until the new one has been used.
 */
export interface VaultRecord {
  readonly schema: 'prima-facie/vault/1';
  readonly id: Id;
  readonly createdAt: Instant;
  /** Counts writes; a write based on an older state is refused by the store. */
  readonly revision: number;
  readonly current: WrappedKey;
  /** The new passphrase's slot, until it has opened the vault once. */
  readonly next?: WrappedKey;
}

/** Where the vault's record is kept. */
export interface VaultStore {
  read(): Promise<VaultRecord | null>;
  /** Replaces the record if its revision is still `from` (null: there is none). @returns whether it was. */
  replace(from: number | null, record: VaultRecord | null): Promise<boolean>;
}

/** What the vault takes from its surroundings. */
export interface VaultEnvironment {
  readonly store: VaultStore;
  readonly now: () => Date;
  readonly newId: () => Id;
  readonly random: (octets: number) => Bytes;
  readonly strength?: KdfStrength;
}

/** An opened vault. */
export interface OpenVault {
  readonly id: Id;
  /** 32 octets. Hand them to `artifactKey`; keep them in memory only. */
  readonly dataKey: Bytes;
  /** A change of passphrase was begun and the new one has not been used yet. */
  readonly changePending: boolean;
}

/** Makes the vault. @returns `bad-request` for a short passphrase, `rejected` where there is a vault. */
export async function createVault(env: VaultEnvironment, passphrase: string): Promise<Result<OpenVault>> {
  const short = tooShort(passphrase);
  if (short) return short;
  const dataKey = env.random(DATA_KEY_OCTETS);
  const id = env.newId();
  const current = await wrap(env, id, dataKey, passphrase);
  const createdAt = env.now().toISOString();
  const record: VaultRecord = { schema: 'prima-facie/vault/1', id, createdAt, revision: 0, current };
  const written = await env.store.replace(null, record);
  return written
    ? succeed({ id, dataKey, changePending: false })
    : fail('rejected', 'there is a vault already');
}

/**
 * Opens the vault. The first use of a new passphrase ends its change.
 * @returns `rejected` for a wrong passphrase, `not-found` where there is no vault.
 */
export async function unlockVault(env: VaultEnvironment, passphrase: string): Promise<Result<OpenVault>> {
  const record = await env.store.read();
  if (!record) return fail('not-found', 'there is no vault');
  const { id, current, next } = record;
  if (next) {
    const dataKey = await unwrapKey(next, passphrase, contextOf(id));
    if (dataKey) {
      const settled = await env.store.replace(record.revision, settle(record, next));
      return succeed({ id, dataKey, changePending: !settled });
    }
  }
  const dataKey = await unwrapKey(current, passphrase, contextOf(id));
  return dataKey
    ? succeed({ id, dataKey, changePending: next !== undefined })
    : fail('rejected', 'the passphrase does not open the vault');
}

/**
 * Begins a change: afterwards both passphrases open, until the new one is used by `unlockVault`. The interface asks
 * for it at once; where that fails, or the browser stops, the old one still opens.
 */
export async function beginChange(
  env: VaultEnvironment,
  from: string,
  to: string,
): Promise<Result<OpenVault>> {
  const short = tooShort(to);
  if (short) return short;
  const record = await env.store.read();
  if (!record) return fail('not-found', 'there is no vault');
  const dataKey = await unwrapKey(record.current, from, contextOf(record.id));
  if (!dataKey) return fail('rejected', 'the present passphrase is another one');
  const next = await wrap(env, record.id, dataKey, to);
  const again = await unwrapKey(next, to, contextOf(record.id));
  if (!again || !equalBytes(again, dataKey)) return fail('storage-failed', 'the new slot does not open');
  const changed = { ...record, revision: record.revision + 1, next };
  const written = await env.store.replace(record.revision, changed);
  return written
    ? succeed({ id: record.id, dataKey, changePending: true })
    : fail('busy', 'another page changes it');
}

/** Takes a begun change back, by the old passphrase. */
export async function cancelChange(env: VaultEnvironment, passphrase: string): Promise<Result<null>> {
  const record = await env.store.read();
  if (!record?.next) return fail('not-found', 'no change is under way');
  if (!(await unwrapKey(record.current, passphrase, contextOf(record.id)))) {
    return fail('rejected', 'the present passphrase is another one');
  }
  const written = await env.store.replace(record.revision, settle(record, record.current));
  return written ? succeed(null) : fail('busy', 'another page changes it');
}

/** Removes the vault. @param sealed how many artifacts are still encrypted: none may be. */
export async function removeVault(
  env: VaultEnvironment,
  passphrase: string,
  sealed: number,
): Promise<Result<null>> {
  if (sealed > 0) return fail('rejected', `${sealed} artifacts are still encrypted`);
  const opened = await unlockVault(env, passphrase);
  if (!opened.ok) return opened;
  const record = await env.store.read();
  const removed = record !== null && (await env.store.replace(record.revision, null));
  return removed ? succeed(null) : fail('busy', 'another page changes it');
}

function settle({ next: _, ...record }: VaultRecord, current: WrappedKey): VaultRecord {
  return { ...record, revision: record.revision + 1, current };
}

function wrap(env: VaultEnvironment, id: Id, dataKey: Bytes, passphrase: string): Promise<WrappedKey> {
  return wrapKey(dataKey, passphrase, contextOf(id), env.random, env.strength ?? KDF_STRENGTH);
}

function contextOf(id: Id): string {
  return `prima-facie/vault/1 ${id}`;
}

function tooShort(passphrase: string): ReturnType<typeof fail> | null {
  return [...passphrase].length < MINIMUM_VAULT_PASSPHRASE
    ? fail('bad-request', `a passphrase needs ${MINIMUM_VAULT_PASSPHRASE} characters`)
    : null;
}
