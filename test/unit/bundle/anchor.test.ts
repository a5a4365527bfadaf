import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { Language } from '../../../utils/case/settings.ts';
import { hexOf } from '../../../utils/case/values.ts';
import { attestProducer } from '../../../utils/bundle/producers/attest.ts';
import { describer } from '../../../utils/bundle/verify/describe.ts';
import { furtherChecks, parseFingerprints } from '../../../utils/bundle/verify/further-checks.ts';
import type { VerificationReport } from '../../../utils/bundle/verify/types.ts';
import { verifyBundle } from '../../../utils/bundle/verify/verify-bundle.ts';
import type { BundleSource } from '../../../utils/bundle/ports.ts';
import { nextEntry } from '../../../utils/integrity/custody-chain.ts';
import { blobSource } from '../../../utils/integrity/digest.ts';
import { makeSigningKey, signBytes, type SigningKey } from '../../../utils/integrity/signing-key.ts';
import { saved, testSource, written } from './support.ts';

const mine = await makeSigningKey(() => new Date());
const other = await makeSigningKey(() => new Date());
const fingerprint = hexOf(mine.fingerprint);

async function signedBy(key: SigningKey, source?: BundleSource): Promise<Blob> {
  const attest = attestProducer({
    sign: (bytes) => signBytes(key, bytes),
    roots: [],
  });
  const options = { signerFingerprint: hexOf(key.fingerprint), attest: [attest] };
  return (await written(source ?? (await testSource()), options)).blob;
}

const ask = (blob: Blob, ...signers: string[]) =>
  verifyBundle(blobSource(blob), { checks: furtherChecks([], { signers }) });
const codes = ({ findings }: VerificationReport) => findings.map(({ code }) => code);

function run(...args: string[]) {
  return spawnSync(process.execPath, ['scripts/verify.ts', ...args], { encoding: 'utf8' });
}

test('an unsigned bundle that agrees with itself is not said to be what was exported', async () => {
  const report = await ask((await written(await testSource())).blob);
  expect(report).toMatchObject({
    verdict: 'whole',
    anchor: { signer: null, isExpected: false, stamp: null },
  });
  expect(codes(report)).toEqual(['unsigned']);
  expect(describer('en').verdict(report)).toMatch(/agrees with itself.*anybody could have made it so/);
  const proven = report.proven.map((one) => describer('en').statement(one)).join(' ');
  expect(proven).not.toMatch(/exported|was changed|was added/);
});

test('the headline of a signed bundle says that its key is to be compared, in each language', async () => {
  const report = await ask(await signedBy(mine));
  expect(codes(report)).not.toContain('unsigned');
  const says: Record<Language, RegExp> = {
    en: /since it was signed\. Anybody can sign .* compare its fingerprint/,
    'zh-CN': /自签名以来.*请将密钥指纹/,
    ja: /署名されて以降.*照合してください/,
  };
  for (const [language, sentence] of Object.entries(says) as [Language, RegExp][]) {
    expect(describer(language).verdict(report)).toMatch(sentence);
  }
});

test('the key that the reader named is said to have signed, any other makes the bundle not whole', async () => {
  const blob = await signedBy(mine);
  const known = await ask(blob, hexOf(other.fingerprint), fingerprint);
  expect(known).toMatchObject({ verdict: 'whole', anchor: { signer: fingerprint, isExpected: true } });
  expect(describer('en').verdict(known)).toContain('signed with a key that you named');
  expect(known.notProven).not.toContainEqual({ key: 'not-proven-identity' });
  const foreign = await ask(await signedBy(other), fingerprint);
  expect(foreign.verdict).toBe('not-whole');
  expect(codes(foreign)).toEqual(['signer-unexpected']);
  expect(describer('en').verdict(foreign)).toContain('not signed with the key that you named');
  expect(foreign.proven).toEqual([]);
  const unsigned = await ask((await written(await testSource())).blob, fingerprint);
  expect(unsigned.verdict).toBe('not-whole');
  expect(codes(unsigned)).toEqual(['signer-unexpected']);
});

test('the command line takes --signer, several times and as tools print it', async () => {
  const path = await saved(await signedBy(mine));
  const foreign = hexOf(other.fingerprint);
  expect(run('--signer', `SHA256(stdin)= ${fingerprint.toUpperCase()}`, path).status).toBe(0);
  expect(run('--signer', foreign, '--signer', fingerprint, path).status).toBe(0);
  const refused = run('--signer', foreign, path);
  expect(refused.status).toBe(1);
  expect(refused.stdout).toContain(fingerprint);
});

test('fingerprints are read as people paste them', () => {
  const colons = fingerprint.toUpperCase().match(/../g)?.join(':') ?? '';
  for (const text of [
    fingerprint,
    `sha256:${fingerprint}`,
    ` ${colons}\n`,
    `sha256 Fingerprint=${colons}`,
    `${fingerprint}  -`,
    `SHA2-256(stdin)= ${fingerprint}`,
    `12 sha256:${fingerprint}`,
    fingerprint.match(/.{8}/g)?.join(' ') ?? '',
  ]) {
    expect(parseFingerprints(text), text).toEqual([fingerprint]);
  }
  expect(parseFingerprints(' \n')).toEqual([]);
  expect(parseFingerprints(`${fingerprint}, ${colons};\n`)).toEqual([fingerprint, fingerprint]);
  for (const text of ['abc', `${fingerprint}0`, `${fingerprint} or so`, `${fingerprint},x`]) {
    expect(parseFingerprints(text), text).toBeNull();
  }
});

test('a log that was changed and hashed anew is told apart by the head of an earlier one', async () => {
  const source = await testSource([{}, {}]);
  const earlier = source.log[1];
  if (!earlier) throw new Error('no log');
  const blob = await signedBy(mine, source);
  expect(run('--custody-head', `2 sha256:${earlier.hash}`, await saved(blob)).stdout).toContain(
    'first 2 entries are unchanged',
  );
  // Another actor from the first entry on, every hash computed anew, sealed by the same key.
  const log = source.log.splice(0);
  for (const { at, action, objectSha256, note } of log) {
    const event = { at, action, objectSha256, actor: 'B. Forger', ...(note ? { note } : {}) };
    source.log.push(await nextEntry(source.log.at(-1) ?? null, event));
  }
  const forged = await signedBy(mine, source);
  expect(await ask(forged, fingerprint)).toMatchObject({ verdict: 'whole' });
  const checks = furtherChecks([], { heads: [earlier.hash] });
  const compared = await verifyBundle(blobSource(forged), { checks });
  expect(compared.verdict).toBe('not-whole');
  expect(codes(compared)).toContain('custody-other');
  expect(run('--custody-head', earlier.hash, await saved(forged)).status).toBe(1);
});
