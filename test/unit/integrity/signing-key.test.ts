import { createHash, createPublicKey, createSign, generateKeyPairSync, verify } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../../utils/integrity/bytes.ts';
import { fromHex } from '../../../utils/integrity/bytes.ts';
import { derToRaw, rawToDer } from '../../../utils/integrity/ecdsa-encoding.ts';
import { derBlocks, pemOf } from '../../../utils/integrity/pem.ts';
import {
  makeSigningKey,
  openSigner,
  signBytes,
  verifySignature,
  type SigningKey,
  type SigningKeyStore,
} from '../../../utils/integrity/signing-key.ts';

const now = () => new Date('2026-01-02T03:04:05.006Z');
const DATA = new TextEncoder().encode('manifest\n');

function memoryStore(): SigningKeyStore {
  let keys: SigningKey[] = [];
  return {
    all: async () => keys,
    addFirst: async (key) => {
      const known = keys.find((one) => !one.retiredAt);
      if (known) return known;
      keys = [...keys, key];
      return key;
    },
    replace: async (key) => {
      const retire = ({ privateKey: _, ...one }: SigningKey) => ({ retiredAt: key.createdAt, ...one });
      keys = [...keys.map(retire), key];
    },
  };
}

describe('signature encodings', () => {
  it('turn raw into DER and back, for any numbers', () => {
    const number = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(number, number, (r, s) => {
        const raw = new Uint8Array([...r, ...s]);
        expect(derToRaw(rawToDer(raw))).toEqual(raw);
      }),
    );
    const small = new Uint8Array(64).with(31, 1).with(63, 0x80) as Bytes;
    expect([...rawToDer(small)]).toEqual([0x30, 7, 2, 1, 1, 2, 2, 0, 0x80]);
  });

  it.each([
    ['nothing', ''],
    ['a negative number', '3006020180020101'],
    ['a number with a needless zero', '300702020001020101'],
    ['a long length', '308106020101020101'],
    ['bytes after the end', '300602010102010100'],
    ['a third number', '3009020101020101020101'],
    ['one number', '3003020101'],
    ['a number too large', `3026022101${'00'.repeat(32)}020101`],
  ])('refuse %s', (_, hex) => {
    expect(derToRaw(fromHex(hex))).toBeNull();
  });

  it('read PEM as others write it, and nothing that is broken', () => {
    const der = new Uint8Array(200).fill(9);
    expect(
      derBlocks('CERTIFICATE', `subject=x\r\n${pemOf('CERTIFICATE', der)}\n${pemOf('CERTIFICATE', der)}`),
    ).toEqual([der, der]);
    expect(derBlocks('PUBLIC KEY', pemOf('CERTIFICATE', der))).toEqual([]);
    expect(derBlocks('CERTIFICATE', '-----BEGIN CERTIFICATE-----\nAAAA')).toBeNull();
    expect(derBlocks('CERTIFICATE', '-----BEGIN CERTIFICATE-----\n@\n-----END CERTIFICATE-----')).toBeNull();
  });
});

describe('the key of the installation', () => {
  it('cannot be extracted, and its fingerprint is the SHA-256 of its public half', async () => {
    const key = await makeSigningKey(now);
    if (!key.privateKey) throw new Error('a new key has a private half');
    await expect(crypto.subtle.exportKey('pkcs8', key.privateKey)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('jwk', key.privateKey)).rejects.toThrow();
    expect(key.fingerprint).toBe(`sha256:${createHash('sha256').update(key.spki).digest('hex')}`);
    expect(key.createdAt).toBe('2026-01-02T03:04:05.006Z');
  });

  it('is made once, also when two contexts ask at the same time', async () => {
    const store = memoryStore();
    const [a, b] = await Promise.all([openSigner(store, now).current(), openSigner(store, now).current()]);
    expect(a.ok && b.ok && a.value.fingerprint === b.value.fingerprint).toBe(true);
    expect(await store.all()).toHaveLength(1);
  });

  it('signs what Node and other tools accept, and its old halves keep checking after a rotation', async () => {
    const signer = openSigner(memoryStore(), now);
    const first = await signer.sign(DATA);
    const rotated = await signer.rotate();
    const second = await signer.sign(DATA);
    if (!first.ok || !second.ok || !rotated.ok) throw new Error('signing works');
    expect(second.value.fingerprint).toBe(rotated.value.fingerprint);
    expect(second.value.fingerprint).not.toBe(first.value.fingerprint);
    for (const { der, publicKeyPem, raw } of [first.value, second.value]) {
      const key = createPublicKey(publicKeyPem);
      expect(verify('sha256', DATA, { key, dsaEncoding: 'der' }, der)).toBe(true);
      expect(verify('sha256', DATA, { key, dsaEncoding: 'ieee-p1363' }, raw)).toBe(true);
    }
    const [old, current] = await signer.keys();
    expect([old?.fingerprint, old?.retiredAt, old?.privateKey]).toEqual([
      first.value.fingerprint,
      '2026-01-02T03:04:05.006Z',
      undefined,
    ]);
    expect(current?.retiredAt).toBeUndefined();
    if (!old) throw new Error('the old key is kept');
    expect(await verifySignature(old.spki, first.value.der, DATA)).toBe('valid');
    expect(await signBytes(old, DATA)).toMatchObject({ ok: false, failure: { code: 'signing-failed' } });
  });

  it('tells another key, other bytes and what is no signature apart', async () => {
    const [mine, other] = await Promise.all([makeSigningKey(now), makeSigningKey(now)]);
    const signed = await signBytes(mine, DATA);
    if (!signed.ok) throw new Error('signing works');
    const { der, spki } = signed.value;
    expect(await verifySignature(spki, der, DATA)).toBe('valid');
    expect(await verifySignature(other.spki, der, DATA)).toBe('invalid');
    expect(await verifySignature(spki, der, DATA.with(0, 0) as Bytes)).toBe('invalid');
    expect(await verifySignature(spki, signed.value.raw, DATA)).toBe('malformed');
    expect(await verifySignature(spki.subarray(1), der, DATA)).toBe('malformed');
  });

  it('accepts what Node signs', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const spki = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }));
    const der = new Uint8Array(createSign('sha256').update(DATA).sign(privateKey));
    expect(await verifySignature(spki, der, DATA)).toBe('valid');
  });

  it('says signing-failed where store or key fail, and where the halves do not belong together', async () => {
    const broken: SigningKeyStore = {
      ...memoryStore(),
      addFirst: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    };
    expect(await openSigner(broken, now).sign(DATA)).toMatchObject({
      ok: false,
      failure: { code: 'signing-failed', detail: expect.stringContaining('full') as string },
    });
    const [one, two] = await Promise.all([makeSigningKey(now), makeSigningKey(now)]);
    const mixed = { ...one, spki: two.spki };
    expect(await signBytes(mixed, DATA)).toMatchObject({ ok: false, failure: { code: 'signing-failed' } });
  });
});
