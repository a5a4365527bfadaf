import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSigningKey, signBytes } from '../../../utils/integrity/signing-key.ts';
import { opensslSays } from '../../fixtures/tsa/openssl.ts';

describe('signatures under openssl', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signature-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const dgst = () =>
    opensslSays(folder, 'dgst', '-sha256', '-verify', 'signer.pem', '-signature', 'data.sig', 'data');

  it('pass `openssl dgst -verify` every time, and not over other bytes', async () => {
    const key = await makeSigningKey(() => new Date());
    for (let round = 0; round < 25; round += 1) {
      const data = new TextEncoder().encode(`manifest ${round}\n`);
      const signed = await signBytes(key, data);
      if (!signed.ok) throw new Error(signed.failure.detail);
      await writeFile(join(folder, 'data'), data);
      await writeFile(join(folder, 'data.sig'), signed.value.der);
      await writeFile(join(folder, 'signer.pem'), signed.value.publicKeyPem);
      expect((await dgst()).why).toContain('Verified OK');
    }
    await writeFile(join(folder, 'data'), 'other');
    expect((await dgst()).ok).toBe(false);
  });
});
