import type { SigningCurve, SigningKey, SigningKeyStore } from '../integrity/signing-key.ts';
import type { PrimaFacieDatabase } from './database.ts';

/** The keys of this installation in IndexedDB, which keeps a CryptoKey without ever showing its bytes. */
export function signingKeyRepository(db: PrimaFacieDatabase): SigningKeyStore {
  const current = async (curve: SigningCurve) =>
    (await db.signingKeys.toArray()).find((key) => key.curve === curve && !key.retiredAt);
  return {
    all: () => db.signingKeys.orderBy('createdAt').toArray(),
    addFirst: (key) =>
      db.transaction('rw', db.signingKeys, async () => {
        const known = await current(key.curve);
        if (known) return known;
        await db.signingKeys.add(key);
        return key;
      }),
    replace: (key) =>
      db.transaction('rw', db.signingKeys, async () => {
        const old = await current(key.curve);
        if (old) await db.signingKeys.put(retired(old, key));
        await db.signingKeys.add(key);
      }),
  };
}

function retired({ privateKey: _, ...old }: SigningKey, next: SigningKey): SigningKey {
  return { ...old, retiredAt: next.createdAt };
}
