import * as nodeCrypto from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { beforeEach, describe, expect, it } from 'vitest';
import { KDF_STRENGTH, unwrapKey, wrapKey } from '../../../../utils/integrity/at-rest/passphrase-key.ts';
import {
  beginChange,
  cancelChange,
  createVault,
  leaveVault,
  removeVault,
  renewRecovery,
  unlockVault,
  type VaultEnvironment,
  type VaultRecord,
} from '../../../../utils/integrity/at-rest/vault.ts';
import { canonicalCode } from '../../../../utils/integrity/at-rest/recovery-code.ts';
import { toHex } from '../../../../utils/integrity/digest.ts';

const random = (octets: number) => crypto.getRandomValues(new Uint8Array(octets));
const OLD = 'the old passphrase';
const NEW = 'the new passphrase';

let record: VaultRecord | null;
let env: VaultEnvironment;
beforeEach(() => {
  record = null;
  env = {
    store: {
      read: async () => record,
      replace: async (from, next) => {
        if ((record?.revision ?? null) !== from) return false;
        record = next;
        return true;
      },
    },
    now: () => new Date('2026-01-01T00:00:00Z'),
    newId: () => crypto.randomUUID(),
    random,
    strength: { memoryKiB: 64, iterations: 1, parallelism: 1 },
  };
});

async function keyBy(passphrase: string): Promise<string | null> {
  const opened = await unlockVault(env, passphrase);
  return opened.ok ? toHex(opened.value.dataKey) : null;
}

async function created(): Promise<string> {
  const made = await createVault(env, OLD);
  if (!made.ok) throw new Error(made.failure.detail);
  return toHex(made.value.dataKey);
}

describe('the key of a passphrase', () => {
  it('is what Node computes by Argon2id with the parameters of RFC 9106', async () => {
    const salt = random(16);
    const mine = await argon2id({
      password: OLD,
      salt,
      memorySize: KDF_STRENGTH.memoryKiB,
      iterations: KDF_STRENGTH.iterations,
      parallelism: KDF_STRENGTH.parallelism,
      hashLength: 32,
      outputType: 'hex',
    });
    const theirs = nodeCrypto.argon2Sync('argon2id', {
      message: OLD,
      nonce: salt,
      memory: KDF_STRENGTH.memoryKiB,
      passes: KDF_STRENGTH.iterations,
      parallelism: KDF_STRENGTH.parallelism,
      tagLength: 32,
    });
    expect(mine).toBe(theirs.toString('hex'));
  });

  it('does not depend on how the letters are composed, and serves one vault only', async () => {
    const key = random(32);
    const weak = { memoryKiB: 64, iterations: 1, parallelism: 1 };
    const wrapped = await wrapKey(key, 'Bücher und Ａ', 'vault a', random, weak);
    expect(await unwrapKey(wrapped, 'Bu\u0308cher und A', 'vault a')).toEqual(key);
    expect(await unwrapKey(wrapped, 'Bücher und A', 'vault b')).toBeNull();
    expect(await unwrapKey(wrapped, 'bücher und A', 'vault a')).toBeNull();
  });
});

describe('the vault', () => {
  it('opens by its passphrase and by no other', async () => {
    const key = await created();
    expect(await keyBy(OLD)).toBe(key);
    expect(await unlockVault(env, NEW)).toMatchObject({ ok: false, failure: { code: 'rejected' } });
    expect(JSON.stringify(record)).not.toContain(OLD);
  });

  it('refuses short passphrases, a second vault, and what there is none for', async () => {
    expect(await unlockVault(env, OLD)).toMatchObject({ failure: { code: 'not-found' } });
    expect(await createVault(env, 'short')).toMatchObject({ failure: { code: 'bad-request' } });
    await created();
    expect(await createVault(env, NEW)).toMatchObject({ failure: { code: 'rejected' } });
    expect(await beginChange(env, OLD, 'short')).toMatchObject({ failure: { code: 'bad-request' } });
    expect(await cancelChange(env, OLD)).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('keeps its key through a change, which ends when the new passphrase is used', async () => {
    const key = await created();
    expect(await beginChange(env, OLD, NEW)).toMatchObject({ value: { changePending: true } });
    expect(await unlockVault(env, NEW)).toMatchObject({ value: { changePending: false } });
    expect(record?.next).toBeUndefined();
    expect(await keyBy(NEW)).toBe(key);
    expect(await keyBy(OLD)).toBeNull();
  });

  it('loses nothing by a new passphrase mistyped twice alike', async () => {
    const key = await created();
    await beginChange(env, OLD, 'the nwe passphrase');
    expect(await keyBy(NEW)).toBeNull();
    expect(await unlockVault(env, OLD)).toMatchObject({ value: { changePending: true } });
    expect(await keyBy(OLD)).toBe(key);
    await beginChange(env, OLD, NEW);
    expect(await keyBy(NEW)).toBe(key);
  });

  it('loses nothing where the change is taken back, or the old passphrase is wrong', async () => {
    const key = await created();
    expect(await beginChange(env, 'not the passphrase', NEW)).toMatchObject({
      failure: { code: 'rejected' },
    });
    expect(record?.next).toBeUndefined();
    await beginChange(env, OLD, NEW);
    expect(await cancelChange(env, NEW)).toMatchObject({ failure: { code: 'rejected' } });
    expect(await cancelChange(env, OLD)).toEqual({ ok: true, value: null });
    expect([await keyBy(OLD), await keyBy(NEW)]).toEqual([key, null]);
  });

  it('loses nothing where writing fails at any point of a change', async () => {
    const key = await created();
    for (const failing of [1, 2]) {
      let writes = 0;
      const { replace, read } = env.store;
      const flaky: VaultEnvironment = {
        ...env,
        store: {
          read,
          replace: async (from, next) => {
            writes += 1;
            if (writes === failing) throw new Error('the browser stopped');
            return replace(from, next);
          },
        },
      };
      const change = async () => {
        await beginChange(flaky, OLD, NEW);
        await unlockVault(flaky, NEW);
      };
      await expect(change()).rejects.toThrow('stopped');
      expect(await keyBy(OLD)).toBe(key);
    }
  });

  it('does not let two pages change it at once', async () => {
    const key = await created();
    const results = await Promise.all([
      beginChange(env, OLD, NEW),
      beginChange(env, OLD, 'a third passphrase'),
    ]);
    expect(results.map((result) => result.ok).toSorted()).toEqual([false, true]);
    expect(await keyBy(OLD)).toBe(key);
  });

  it('is left only by its passphrase, and goes only when the store finds nothing sealed', async () => {
    await created();
    expect(await removeVault(env)).toMatchObject({ failure: { code: 'not-found' } });
    expect(await leaveVault(env, NEW)).toMatchObject({ failure: { code: 'rejected' } });
    expect(await leaveVault(env, OLD)).toMatchObject({ ok: true });
    const { replace } = env.store;
    const holding = { ...env.store, replace: async () => false };
    expect(await removeVault({ store: holding })).toMatchObject({ failure: { code: 'busy' } });
    expect(await keyBy(OLD)).not.toBeNull();
    expect(await removeVault({ store: { ...env.store, replace } })).toEqual({ ok: true, value: null });
    expect(record).toBeNull();
  });
});

describe('the recovery code', () => {
  it('opens the vault however it is typed, also after a change of the passphrase', async () => {
    const made = await createVault(env, OLD);
    const code = made.ok ? made.value.recoveryCode : '';
    const key = toHex(made.ok ? made.value.dataKey : new Uint8Array());
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(await keyBy(code)).toBe(key);
    expect(await keyBy(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `)).toBe(key);
    await beginChange(env, OLD, NEW);
    expect(await unlockVault(env, code)).toMatchObject({ value: { changePending: true } });
    expect(await cancelChange(env, code)).toMatchObject({ ok: true });
    expect(JSON.stringify(record)).not.toContain(code);
  });

  it('sets a new passphrase where the old one is forgotten, and is replaced by another code', async () => {
    const made = await createVault(env, OLD);
    const code = made.ok ? made.value.recoveryCode : '';
    expect(await beginChange(env, code, NEW)).toMatchObject({ ok: true });
    expect(await unlockVault(env, NEW)).toMatchObject({ value: { changePending: false } });
    const renewed = await renewRecovery(env, NEW);
    expect(await keyBy(code)).toBeNull();
    expect(await keyBy(renewed.ok ? renewed.value.recoveryCode : '')).toBe(await keyBy(NEW));
    expect(await renewRecovery(env, code)).toMatchObject({ failure: { code: 'rejected' } });
  });

  it('is told from a passphrase, and a passphrase that looks like one still opens', async () => {
    expect(canonicalCode('not a recovery code at all')).toBeNull();
    const alike = 'ABCDE-FGHJK-MNPQR-STVWX-YZ012';
    const made = await createVault(env, alike);
    expect(await keyBy(alike)).toBe(toHex(made.ok ? made.value.dataKey : new Uint8Array()));
  });
});
