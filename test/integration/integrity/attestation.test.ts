import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attestFiles,
  checkSignature,
  checkStamp,
  mergeChains,
  timeGrade,
  type SignatureFiles,
  type StampFiles,
} from '../../../utils/integrity/attestation.ts';
import type { Bytes } from '../../../utils/integrity/bytes.ts';
import { digestOf } from '../../../utils/integrity/digest.ts';
import { derBlocks, pemOf } from '../../../utils/integrity/pem.ts';
import { makeSigningKey, signBytes, type Signature } from '../../../utils/integrity/signing-key.ts';
import {
  requestTimestamp,
  timestampEnvironment,
  type Timestamp,
} from '../../../utils/integrity/timestamp/request-timestamp.ts';
import { stampNow } from '../../../utils/integrity/timestamp/stamp-now.ts';
import { opensslSays } from '../../fixtures/tsa/openssl.ts';
import { startTsa, type Tsa } from '../../fixtures/tsa/start-tsa.ts';

const MANIFEST = new TextEncoder().encode('0123  bagit.txt\n');
let tsa: Tsa;
let roots: Bytes[];
let signature: Signature;
let stamp: Timestamp;
let signatureFiles: SignatureFiles;
let stampFiles: StampFiles;

beforeAll(async () => {
  tsa = await startTsa({ intermediate: true });
  roots = derBlocks('CERTIFICATE', tsa.rootPem) ?? [];
  const signed = await signBytes(await makeSigningKey(() => new Date()), MANIFEST);
  const digest = await digestOf(MANIFEST);
  const stamped = await requestTimestamp(timestampEnvironment, {
    url: tsa.url,
    digest,
    roots,
    timeoutMs: 9000,
  });
  if (!signed.ok || !stamped.ok) throw new Error('the files could not be made');
  signature = signed.value;
  stamp = stamped.value;
  signatureFiles = {
    signed: MANIFEST,
    signature: signature.der,
    signerPem: signature.publicKeyPem,
    statedFingerprint: signature.fingerprint,
  };
  stampFiles = { digest, query: stamp.query, response: stamp.response, chainPem: stamp.facts.chainPem };
});
afterAll(() => tsa.close());

describe('the files of attest/', () => {
  it('pass openssl, all of them, as HOW-TO-VERIFY says', async () => {
    for (const { name, content } of attestFiles(signature, stamp, [stamp.facts.chainPem])) {
      await writeFile(join(tsa.folder, name), content);
    }
    await writeFile(join(tsa.folder, 'tagmanifest-sha256.txt'), MANIFEST);
    const name = 'tagmanifest-sha256.txt';
    const dgst = ['dgst', '-sha256', '-verify', 'signer.pem', '-signature', `${name}.sig`, name];
    expect(await opensslSays(tsa.folder, ...dgst)).toMatchObject({ ok: true });
    const ts = ['ts', '-verify', '-data', name, '-in', `${name}.tsr`, '-CAfile', 'tsa-chain.pem'];
    expect(await opensslSays(tsa.folder, ...ts)).toMatchObject({ ok: true });
  });

  it('hold each certificate of several chains once', () => {
    const twice = mergeChains([stamp.facts.chainPem, stamp.facts.chainPem]);
    expect(twice).toBe(stamp.facts.chainPem);
    const names = attestFiles(signature, null, []).map((file) => file.name);
    expect(names).toEqual(['tagmanifest-sha256.txt.sig', 'signer.pem']);
  });
});

describe('a signature', () => {
  it('is found whole', async () => {
    expect(await checkSignature(signatureFiles)).toEqual({
      kind: 'signature',
      state: 'ok',
      fingerprint: signature.fingerprint,
    });
  });

  it('may be absent, but not where the bag says that there is one', async () => {
    const none = { ...signatureFiles, signature: null, signerPem: null };
    expect(await checkSignature({ ...none, statedFingerprint: null })).toMatchObject({
      state: 'not-available',
    });
    expect(await checkSignature(none)).toMatchObject({ reason: 'stripped' });
    expect(await checkSignature({ ...signatureFiles, signature: null })).toMatchObject({
      reason: 'signature-missing',
    });
    expect(await checkSignature({ ...signatureFiles, signerPem: null })).toMatchObject({
      reason: 'key-missing',
    });
  });

  it('of another file, of another key, or broken, is found', async () => {
    const other = await signBytes(await makeSigningKey(() => new Date()), MANIFEST);
    if (!other.ok) throw new Error('signing works');
    const { der, publicKeyPem } = other.value;
    const cases: readonly [Partial<SignatureFiles>, string][] = [
      [{ signed: MANIFEST.with(0, 0x31) as Bytes }, 'signature-invalid'],
      [{ signature: der }, 'signature-invalid'],
      [{ signature: signature.raw }, 'signature-malformed'],
      [{ signerPem: publicKeyPem }, 'signature-invalid'],
      [{ signerPem: publicKeyPem, signature: der }, 'other-key'],
      [{ signerPem: `${signature.publicKeyPem}\n` }, 'key-malformed'],
      [{ signerPem: publicKeyPem + signature.publicKeyPem }, 'key-malformed'],
      [{ signerPem: '' }, 'key-malformed'],
    ];
    for (const [change, reason] of cases) {
      expect(await checkSignature({ ...signatureFiles, ...change })).toMatchObject({
        state: 'failed',
        reason,
      });
    }
  });
});

describe('a timestamp in a bundle', () => {
  it('is found in order, and its time is graded by it', async () => {
    const finding = await checkStamp(stampFiles, roots);
    expect(finding).toEqual({ kind: 'timestamp', state: 'ok', facts: stamp.facts });
    expect(timeGrade(finding)).toBe('tsa');
    const none = await checkStamp({ ...stampFiles, query: null, response: null, chainPem: null }, roots);
    expect(none).toMatchObject({ state: 'not-available', reason: 'unstamped' });
    expect(timeGrade(none)).toBe('local');
  });

  it('of an authority this verifier does not know proves nothing, and is not called broken either', async () => {
    const finding = await checkStamp(stampFiles, []);
    expect(finding).toMatchObject({ state: 'not-available', reason: 'unknown-root', facts: stamp.facts });
    expect(timeGrade(finding)).toBe('local');
  });

  it('with a file missing or of another thing is found', async () => {
    const otherQuery = stamp.query.slice();
    otherQuery[otherQuery.byteLength - 5] = (otherQuery[otherQuery.byteLength - 5] ?? 0) ^ 1;
    const root = roots.map((der) => pemOf('CERTIFICATE', der)).join('');
    const cases: readonly [Partial<StampFiles>, string][] = [
      [{ query: null }, 'query-missing'],
      [{ response: null }, 'response-missing'],
      [{ chainPem: null }, 'chain-missing'],
      [{ chainPem: '' }, 'chain-malformed'],
      [{ chainPem: `${stamp.facts.chainPem}\n` }, 'chain-malformed'],
      [{ chainPem: `# trusted\n${root}` }, 'chain-malformed'],
      [{ query: otherQuery }, 'nonce-mismatch'],
      [{ query: new Uint8Array(10) }, 'malformed'],
      [{ digest: await digestOf('something else') }, 'imprint-mismatch'],
    ];
    for (const [change, reason] of cases) {
      expect(await checkStamp({ ...stampFiles, ...change }, roots)).toMatchObject({
        state: 'failed',
        reason,
      });
    }
  });
});

describe('a stamp somebody waits for', () => {
  it('is asked of one authority after the other, at their pace, and every refusal is told', async () => {
    const refusing = await startTsa({ kind: 'rejected' });
    try {
      const asked = new Map<string, string>([[refusing.url, new Date().toISOString()]]);
      const waits: number[] = [];
      const wanted = {
        ...timestampEnvironment,
        digest: stampFiles.digest,
        roots,
        timeoutMs: 9000,
        pace: {
          pace: async () => asked,
          setAsked: async (url: string, at: string) => void asked.set(url, at),
        },
        sleep: async (ms: number) => void waits.push(ms),
      };
      const intervalMs = () => 15_000;
      const got = await stampNow({ ...wanted, policy: { urls: [refusing.url, tsa.url], intervalMs } });
      expect(got.ok && got.value.url).toBe(tsa.url);
      expect(waits).toHaveLength(1);
      expect(waits[0]).toBeGreaterThan(14_000);
      const none = await stampNow({ ...wanted, policy: { urls: [refusing.url], intervalMs } });
      expect(none.ok ? [] : none.refusals.map((one) => one.refusal.reason)).toEqual(['rejected-status']);
    } finally {
      await refusing.close();
    }
  });
});
