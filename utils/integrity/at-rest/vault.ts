import { fail, succeed, type Result } from '../../case/result.ts';
import type { Id, Instant } from '../../case/values.ts';
import { equalBytes, type Bytes } from '../bytes.ts';
import {
  CODE_STRENGTH,
  DATA_KEY_OCTETS,
  KDF_STRENGTH,
  MINIMUM_VAULT_PASSPHRASE,
  unwrapKey,
  wrapKey,
  type KdfStrength,
  type WrappedKey,
} from './passphrase-key.ts';
import { canonicalCode, newRecoveryCode } from './recovery-code.ts';

/**
 * The vault: one random data key encrypts the artifacts; a passphrase only wraps that key. So changing the passphrase
 * never rewrites an artifact.
 *
 * ```
 * none ──create──> one slot ──begin change──> two slots: old and new passphrase both open
 *                     ^                          │ unlocked by the new one: the old slot goes
 *                     └──────────────────────────┤ change taken back by the old one: the new slot goes
 *                                                └ browser stopped: still two slots, nothing lost
 * one slot ──leave──> leaving: what is new stays plain, what is sealed is opened ──remove (none left)──> none
 * ```
 * A new passphrase that was mistyped twice alike loses nothing: the old one opens until the new one has been used.
 * A recovery code, made here and shown once, opens as well: beside the passphrase, in a slot of its own.
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
  /** The recovery code's slot. */
  readonly recovery: WrappedKey;
  /** It is being given up: nothing new is sealed, and it goes when nothing sealed is left. */
  readonly leaving?: true;
}

/** Where the vault's record is kept. */
export interface VaultStore {
  read(): Promise<VaultRecord | null>;
  /**
   * Replaces the record if its revision is still `from` (null: there is none). A record is taken away (null) only
   * where nothing sealed is left. @returns whether it was done.
   */
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

/** An opened vault with its recovery code, which is nowhere kept and cannot be shown again. */
export interface MadeVault extends OpenVault {
  readonly recoveryCode: string;
}

/** Makes the vault. @returns `bad-request` for a short passphrase, `rejected` where there is a vault. */
export async function createVault(env: VaultEnvironment, passphrase: string): Promise<Result<MadeVault>> {
  const short = tooShort(passphrase);
  if (short) return short;
  const dataKey = env.random(DATA_KEY_OCTETS);
  const id = env.newId();
  const current = await wrap(env, id, dataKey, passphrase);
  const { recovery, recoveryCode } = await recoverySlot(env, id, dataKey);
  const createdAt = env.now().toISOString();
  const record: VaultRecord = {
    schema: 'prima-facie/vault/1',
    id,
    createdAt,
    revision: 0,
    current,
    recovery,
  };
  // A slot that does not open would lose everything sealed under it.
  const opens = await Promise.all([openSlots(record, passphrase), openSlots(record, recoveryCode)]);
  if (!opens.every((slot) => slot && equalBytes(slot.dataKey, dataKey)))
    return fail('storage-failed', 'a new slot does not open');
  const written = await env.store.replace(null, record);
  return written
    ? succeed({ id, dataKey, changePending: false, recoveryCode })
    : fail('rejected', 'there is a vault already');
}

/**
 * Opens the vault, by passphrase or recovery code. The first use of a new passphrase ends its change.
 * @returns `rejected` for a wrong secret, `not-found` where there is no vault.
 */
export async function unlockVault(env: VaultEnvironment, secret: string): Promise<Result<OpenVault>> {
  const record = await env.store.read();
  if (!record) return fail('not-found', 'there is no vault');
  const { id, next } = record;
  const slot = await openSlots(record, secret);
  if (!slot) return fail('rejected', 'the passphrase does not open the vault');
  const isSettled =
    slot.by === 'next' &&
    next !== undefined &&
    (await env.store.replace(record.revision, settle(record, next)));
  return succeed({ id, dataKey: slot.dataKey, changePending: next !== undefined && !isSettled });
}

/** Makes another recovery code; the one before does not open any more. */
export async function renewRecovery(env: VaultEnvironment, secret: string): Promise<Result<MadeVault>> {
  const record = await env.store.read();
  if (!record) return fail('not-found', 'there is no vault');
  const { id, next, revision } = record;
  const slot = await openSlots(record, secret);
  if (!slot) return fail('rejected', 'the present passphrase is another one');
  const { recovery, recoveryCode } = await recoverySlot(env, id, slot.dataKey);
  const changed = { ...record, revision: revision + 1, recovery };
  const again = await openSlots(changed, recoveryCode);
  if (!again || !equalBytes(again.dataKey, slot.dataKey))
    return fail('storage-failed', 'the new slot does not open');
  const written = await env.store.replace(revision, changed);
  return written
    ? succeed({ id, dataKey: slot.dataKey, changePending: next !== undefined, recoveryCode })
    : fail('busy', 'another page changes it');
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
  const dataKey = (await openSlots(record, from))?.dataKey;
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

/** Takes a begun change back, by the old passphrase or the recovery code. */
export async function cancelChange(env: VaultEnvironment, secret: string): Promise<Result<null>> {
  const record = await env.store.read();
  if (!record?.next) return fail('not-found', 'no change is under way');
  const { next: _, ...before } = record;
  if (!(await openSlots(before, secret))) return fail('rejected', 'the present passphrase is another one');
  const written = await env.store.replace(record.revision, settle(record, record.current));
  return written ? succeed(null) : fail('busy', 'another page changes it');
}

/** Begins to give the vault up, by its passphrase: from now on nothing new is sealed. */
export async function leaveVault(env: VaultEnvironment, secret: string): Promise<Result<OpenVault>> {
  const opened = await unlockVault(env, secret);
  if (!opened.ok) return opened;
  const record = await env.store.read();
  const written =
    record !== null &&
    (await env.store.replace(record.revision, { ...record, revision: record.revision + 1, leaving: true }));
  return written ? opened : fail('busy', 'another page changes it');
}

/**
 * Removes a vault that is being left. The store refuses while anything sealed is left, in the same transaction.
 * @returns `not-found` where none is being left, `busy` where it may not go yet.
 */
export async function removeVault(env: Pick<VaultEnvironment, 'store'>): Promise<Result<null>> {
  const record = await env.store.read();
  if (!record?.leaving) return fail('not-found', 'no vault is being left');
  const removed = await env.store.replace(record.revision, null);
  return removed ? succeed(null) : fail('busy', 'something sealed is left, or another page changes it');
}

type SlotName = 'recovery' | 'next' | 'current';

/** The data key by whichever slot the secret opens; null where none. */
async function openSlots(
  { id, current, next, recovery }: VaultRecord,
  secret: string,
): Promise<{ readonly dataKey: Bytes; readonly by: SlotName } | null> {
  const code = canonicalCode(secret);
  const recovered = code && (await unwrapKey(recovery, code, recoveryContext(id)));
  if (recovered) return { dataKey: recovered, by: 'recovery' };
  const renewed = next && (await unwrapKey(next, secret, contextOf(id)));
  if (renewed) return { dataKey: renewed, by: 'next' };
  const dataKey = await unwrapKey(current, secret, contextOf(id));
  return dataKey && { dataKey, by: 'current' };
}

async function recoverySlot(env: VaultEnvironment, id: Id, dataKey: Bytes) {
  const recoveryCode = newRecoveryCode(env.random);
  const secret = canonicalCode(recoveryCode) ?? recoveryCode;
  const recovery = await wrapKey(dataKey, secret, recoveryContext(id), env.random, CODE_STRENGTH);
  return { recovery, recoveryCode };
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

function recoveryContext(id: Id): string {
  return `${contextOf(id)} recovery`;
}

function tooShort(passphrase: string): ReturnType<typeof fail> | null {
  return [...passphrase].length < MINIMUM_VAULT_PASSPHRASE
    ? fail('bad-request', `a passphrase needs ${MINIMUM_VAULT_PASSPHRASE} characters`)
    : null;
}
