import { describe, expect, it } from 'vitest';
import { makeSigningKey, openSigner, verifySignature } from '../../../utils/integrity/signing-key.ts';
import { freshStore } from './support.ts';

const DATA = new TextEncoder().encode('manifest');
const now = () => new Date('2026-01-02T03:04:05.006Z');

describe('signing keys in the database', () => {
  it('sign after they were stored and read again, and stay out of reach', async () => {
    const { signingKeys } = freshStore();
    const made = await openSigner(signingKeys, now).current();
    const signed = await openSigner(signingKeys, now).sign(DATA);
    if (!made.ok || !signed.ok) throw new Error('signing works');
    expect(signed.value.fingerprint).toBe(made.value.fingerprint);
    expect(await verifySignature(made.value.spki, signed.value.der, DATA)).toBe('valid');
    const [stored] = await signingKeys.all();
    expect(stored?.privateKey?.extractable).toBe(false);
  });

  it('keep one current key, whoever asks first', async () => {
    const { signingKeys } = freshStore();
    const keys = await Promise.all([makeSigningKey(now), makeSigningKey(now), makeSigningKey(now)]);
    const current = await Promise.all(keys.map((key) => signingKeys.addFirst(key)));
    expect(new Set(current.map((key) => key.fingerprint)).size).toBe(1);
    expect(await signingKeys.all()).toHaveLength(1);
  });

  it('keep a key for bundles and one for archives, each with its own history', async () => {
    const { signingKeys } = freshStore();
    const [bundles, archives] = [openSigner(signingKeys, now), openSigner(signingKeys, now, 'P-384')];
    const made = await bundles.current();
    const signed = await archives.sign(DATA);
    await archives.rotate();
    if (!made.ok || !signed.ok) throw new Error('signing works');
    expect(signed.value.raw.byteLength).toBe(96);
    expect(await verifySignature(signed.value.spki, signed.value.der, DATA, 'P-384')).toBe('valid');
    expect(await bundles.current()).toMatchObject({ value: { fingerprint: made.value.fingerprint } });
    expect([(await bundles.keys()).length, (await archives.keys()).length]).toEqual([1, 2]);
  });

  it('drop the private half of a replaced key and keep its public half', async () => {
    const { signingKeys } = freshStore();
    const first = await signingKeys.addFirst(await makeSigningKey(now));
    const later = () => new Date('2026-02-02T03:04:05.006Z');
    const next = await openSigner(signingKeys, later).rotate();
    expect(next.ok).toBe(true);
    const [old, current] = await signingKeys.all();
    expect(old).toEqual({
      curve: 'P-256',
      fingerprint: first.fingerprint,
      spki: first.spki,
      createdAt: first.createdAt,
      retiredAt: '2026-02-02T03:04:05.006Z',
    });
    expect(current?.retiredAt).toBeUndefined();
  });
});
