import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import JSZip from 'jszip';
import type { Digest } from '../../../utils/case/values.ts';
import { nextEntry } from '../../../utils/integrity/custody-chain.ts';
import type { TimestampFacts } from '../../../utils/integrity/timestamp/check-timestamp.ts';
import { attestProducer } from '../../../utils/bundle/producers/attest.ts';
import { PAYLOAD_PRODUCERS } from '../../../utils/bundle/producers/index.ts';
import { furtherChecks } from '../../../utils/bundle/verify/further-checks.ts';
import { writeBundle, type WriteOptions } from '../../../utils/bundle/write-bundle.ts';
import type { Bytes } from '../../../utils/integrity/bytes.ts';
import { digestOf, fingerprintBytes } from '../../../utils/integrity/digest.ts';
import { derBlocks } from '../../../utils/integrity/pem.ts';
import { makeSigningKey, signBytes, type SigningKey } from '../../../utils/integrity/signing-key.ts';
import {
  requestTimestamp,
  timestampEnvironment,
  type Timestamp,
} from '../../../utils/integrity/timestamp/request-timestamp.ts';
import {
  EXPORTED_AT,
  bytesOf,
  saved,
  testSource,
  verify,
  written,
  type TestSource,
} from '../../unit/bundle/support.ts';
import { startTsa, type Tsa } from '../../fixtures/tsa/start-tsa.ts';

let tsa: Tsa;
let roots: Bytes[];
let key: SigningKey;

beforeAll(async () => {
  tsa = await startTsa({ intermediate: true });
  roots = derBlocks('CERTIFICATE', tsa.rootPem) ?? [];
  key = await makeSigningKey(() => new Date());
});
afterAll(() => tsa.close());

async function stamp(digest: Digest): Promise<Timestamp> {
  const outcome = await requestTimestamp(timestampEnvironment, {
    url: tsa.url,
    digest,
    roots,
    timeoutMs: 9000,
  });
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  return outcome.value;
}

function signed(change: Partial<WriteOptions> = {}): Partial<WriteOptions> {
  return {
    signerFingerprint: key.fingerprint.slice('sha256:'.length),
    attest: [attestProducer({ sign: (bytes) => signBytes(key, bytes), stamp, roots })],
    ...change,
  };
}

/** Adds the stamp of a capture, as the pipeline keeps it: two artifacts beside `capture.json`. */
async function stampCapture(
  source: TestSource,
  lie: Readonly<Record<string, unknown>> = {},
): Promise<TimestampFacts> {
  const [first, ...rest] = source.all;
  const document = first?.entries.find(({ path }) => path === 'capture.json');
  if (!first || !document) throw new Error('no capture');
  const { query, response, facts, url } = await stamp(document.digest);
  const { genTime, accuracyMs, serial, policy, signer } = facts;
  const about = { genTime, accuracyMs, serial, policy, signer: signer.subject, authority: url, ...lie };
  const entries = [...first.entries];
  for (const [name, bytes] of [
    ['tsq', query],
    ['tsr', response],
  ] as const) {
    const fingerprint = await fingerprintBytes(bytes);
    source.blobs.set(fingerprint.digest, new Blob([bytes]));
    const path = `capture.json.${name}`;
    const told = name === 'tsr' ? { about } : {};
    entries.push({ ...document, ...fingerprint, ...told, path, index: entries.length });
  }
  source.all.splice(0, source.all.length, { ...first, entries }, ...rest);
  return facts;
}

const keys = (list: readonly { readonly key: string }[]) => list.map((one) => one.key);

test('a signed and stamped bundle is whole, says so, and openssl agrees', async () => {
  const source = await testSource([{}, {}]);
  await stampCapture(source);
  const bundle = await written(source, signed());
  const report = await verify(bundle.blob, { checks: furtherChecks(roots) });
  expect(report).toMatchObject({ verdict: 'whole', findings: [] });
  expect(keys(report.proven)).toEqual(
    expect.arrayContaining(['proven-signature', 'proven-time', 'proven-capture-times']),
  );
  expect(report.checks.every(({ state }) => state === 'passed')).toBe(true);

  const zip = await saved(bundle.blob, bundle.fileName);
  execFileSync('unzip', ['-q', zip, '-d', dirname(zip)]);
  const cwd = zip.replace('.zip', '');
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  const sealed = 'attest/tagmanifest-sha256.txt';
  expect(
    openssl(
      'dgst',
      '-sha256',
      '-verify',
      'attest/signer.pem',
      '-signature',
      `${sealed}.sig`,
      'tagmanifest-sha256.txt',
    ),
  ).toContain('Verified OK');
  expect(
    openssl(
      'ts',
      '-verify',
      '-data',
      'tagmanifest-sha256.txt',
      '-in',
      `${sealed}.tsr`,
      '-CAfile',
      'attest/tsa-chain.pem',
    ),
  ).toContain('Verification: OK');
  const capture = 'data/captures/0001-00000000/capture.json';
  expect(
    openssl('ts', '-verify', '-data', capture, '-in', `${capture}.tsr`, '-CAfile', 'attest/tsa-chain.pem'),
  ).toContain('Verification: OK');
});

test.each([
  [{ genTime: '2020-01-01T00:00:00.000Z' }, 'genTime: the record says "2020-01-01T00:00:00.000Z"'],
  [{ accuracyMs: 1 }, 'accuracyMs: the record says 1'],
  [{ serial: 'ff' }, 'serial: the record says "ff"'],
  [{ signer: 'CN=Somebody else' }, 'signer: the record says "CN=Somebody else"'],
])(
  'a record that says %j of a stamp does not verify, and the report says what the token says',
  async (lie, said) => {
    const source = await testSource([{}]);
    const { genTime } = await stampCapture(source, lie);
    const bundle = await written(source, signed());
    const report = await verify(bundle.blob, { checks: furtherChecks(roots) });
    expect(report.verdict).toBe('not-whole');
    expect(report.findings).toEqual([
      expect.objectContaining({
        code: 'timestamp-record',
        path: 'data/captures/0001-00000000/record.json',
        detail: expect.stringContaining(said),
      }),
    ]);
    const html = await reportOf(bundle.blob);
    expect(html).toContain(genTime.slice(0, 10));
    expect(html).not.toContain('2020-01-01');
    // With a root nobody knows a false record is found all the same.
    expect((await verify(bundle.blob)).findings.map(({ code }) => code)).toContain('timestamp-record');
  },
);

async function reportOf(blob: Blob): Promise<string> {
  const zip = await JSZip.loadAsync(await bytesOf(blob));
  const [report] = zip.file(/data\/report\.html$/);
  return (await report?.async('string')) ?? '';
}

test('a capture.json that claims a trusted time, and a custody log that names another, do not verify', async () => {
  const claiming = await testSource([{ document: { timeGrade: 'tsa' } }]);
  const claim = await verify((await written(claiming, signed())).blob, { checks: furtherChecks(roots) });
  expect(claim.findings.map(({ code, path }) => [code, path])).toEqual([
    ['timestamp-record', 'data/captures/0001-00000000/capture.json'],
  ]);
  const checked = async (at: (genTime: string) => string) => {
    const source = await testSource([{}]);
    const { genTime } = await stampCapture(source);
    const note = { captureId: source.all[0]?.capture.id ?? '', genTime: at(genTime) };
    const event = { at: EXPORTED_AT.toISOString(), actor: 'A', objectSha256: null, note };
    source.log.push(await nextEntry(source.log.at(-1) ?? null, { ...event, action: 'time-stamped' }));
    const { blob } = await written(source, signed());
    return (await verify(blob, { checks: furtherChecks(roots) })).findings;
  };
  expect(await checked((genTime) => genTime)).toEqual([]);
  expect(await checked(() => '2020-01-01T00:00:00.000Z')).toMatchObject([
    { code: 'timestamp-record', detail: expect.stringContaining('the custody log says 2020-01-01') },
  ]);
});

test('an authority nobody here knows is a warning, an unsigned bundle says that it is', async () => {
  const unknown = await verify((await written(await testSource(), signed())).blob);
  expect(unknown.verdict).toBe('whole');
  expect(unknown.findings.map(({ code }) => code)).toEqual(['timestamp-unknown-root']);
  expect(keys(unknown.notProven)).toContain('not-proven-time');
  const unsigned = await verify((await written(await testSource())).blob);
  expect(unsigned.checks.filter(({ state }) => state === 'not-done').map(({ id }) => id)).toEqual([
    'signature',
    'timestamps',
  ]);
  expect(keys(unsigned.notProven)).toEqual(expect.arrayContaining(['not-proven-signed', 'not-proven-time']));
});

/** Unpacks a signed bundle, changes it, packs it anew, and names what is found. */
async function findingsAfter(change: string): Promise<string[]> {
  const bundle = await written(await testSource(), signed());
  const zip = await saved(bundle.blob, bundle.fileName);
  const folder = dirname(zip);
  execFileSync('unzip', ['-q', zip, '-d', folder]);
  const top = zip.replace('.zip', '');
  execFileSync('sh', ['-ec', change], { cwd: top });
  execFileSync('zip', ['-q', '-r', 'again.zip', bundle.fileName.replace('.zip', '')], { cwd: folder });
  const report = await verify(new Uint8Array(readFileSync(join(folder, 'again.zip'))), {
    checks: furtherChecks(roots),
  });
  expect(report.verdict).toBe('not-whole');
  expect(report.proven).toEqual([]);
  return report.findings.filter(({ severity }) => severity === 'failure').map(({ code }) => code);
}

const REBAG = `(cd . && find data -type f | sort | xargs sha256sum > manifest-sha256.txt
  awk '{print $2}' tagmanifest-sha256.txt | xargs sha256sum > tag && mv tag tagmanifest-sha256.txt)`;

test('a forger who mends every list is stopped by the signature', async () => {
  expect(await findingsAfter(`echo x >> data/captures/0001-00000000/page.html; ${REBAG}`)).toEqual(
    expect.arrayContaining(['signature-wrong', 'timestamp-wrong']),
  );
  expect(await findingsAfter('rm -r attest')).toEqual(['signature-stripped']);
  expect(
    await findingsAfter(
      'openssl ecparam -name prime256v1 -genkey -noout -out k; openssl ec -in k -pubout -out attest/signer.pem; openssl dgst -sha256 -sign k -out attest/tagmanifest-sha256.txt.sig tagmanifest-sha256.txt; rm k',
    ),
  ).toEqual(['signature-other-key']);
  expect(await findingsAfter('rm attest/tagmanifest-sha256.txt.tsq')).toEqual(['timestamp-wrong']);
  expect(await findingsAfter('cp attest/signer.pem attest/another.pem')).toEqual(['file-extra']);
});

test('every single changed byte of the files of attest is found', async () => {
  const payload = PAYLOAD_PRODUCERS.filter(({ id }) => id !== 'report');
  const bundle = await written(await testSource([{ files: {} }]), signed({ payload, tags: [] }));
  const bytes = await bytesOf(bundle.blob);
  const start = new TextDecoder('latin1').decode(bytes).indexOf('attest/');
  for (let at = start; at < bytes.byteLength; at += 97) {
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect((await verify(bytes, { checks: furtherChecks(roots) })).verdict, String(at)).toBe('not-whole');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
  }
});

test('a signature that cannot be made ends the export', async () => {
  const { privateKey: _, ...retired } = key;
  const attest = [attestProducer({ sign: (bytes) => signBytes(retired, bytes), roots })];
  await expect(written(await testSource(), { attest })).rejects.toThrow('signing-failed');
});

test('the command line takes another root', async () => {
  const bundle = await written(await testSource(), signed());
  const zip = await saved(bundle.blob);
  const root = join(dirname(zip), 'root.pem');
  writeFileSync(root, tsa.rootPem);
  const run = (...args: string[]) =>
    execFileSync(process.execPath, ['scripts/verify.ts', ...args, zip], { encoding: 'utf8' });
  expect(run()).toContain('does not know');
  expect(run('--tsa-root', root)).toContain('says the timestamp authority');
});

test('HOW-TO-VERIFY has openssl’s lines for what is there, and each of them passes', async () => {
  const source = await testSource([{}, {}]);
  await stampCapture(source);
  const zip = await saved((await written(source, signed({ stampWanted: true }))).blob);
  execFileSync('unzip', ['-q', zip, '-d', `${zip}.d`]);
  const [top = ''] = readdirSync(`${zip}.d`);
  const bag = join(`${zip}.d`, top);
  const linesOf = (folder: string) =>
    readFileSync(join(folder, 'verify/HOW-TO-VERIFY.txt'), 'utf8')
      .split('\r\n')
      .flatMap((line) => /^ {4}((?:openssl|sha256sum|shasum|find|awk) .*)$/.exec(line)?.[1] ?? []);
  const lines = linesOf(bag);
  expect(lines).toHaveLength(10);
  // The root as somebody got it from the authority itself.
  writeFileSync(join(bag, '../tsa-root.pem'), tsa.rootPem);
  const shell = (line: string) => execFileSync('sh', ['-ec', line], { cwd: bag, stdio: 'pipe' }).toString();
  const printed = lines.map(shell);
  const fingerprint = key.fingerprint.slice('sha256:'.length);
  expect(printed.filter((text) => text.includes(fingerprint))).toHaveLength(1);
  const root = await digestOf(roots[0] ?? new Uint8Array());
  const chain = printed
    .find((text) => text.includes('ingerprint='))
    ?.replaceAll(':', '')
    .toLowerCase();
  expect(chain).toContain(root.slice('sha256:'.length));
  expect(printed.some((text) => /^Time stamp: .*GMT$/m.test(text))).toBe(true);
  // A root that is another authority's does not pass, however well the bundle's own does.
  const stranger = await startTsa();
  writeFileSync(join(bag, '../tsa-root.pem'), stranger.rootPem);
  await stranger.close();
  const byRoot = lines.filter((line) => line.includes('../tsa-root.pem'));
  expect(byRoot).toHaveLength(1);
  for (const line of byRoot) expect(() => shell(line)).toThrow();
  const plain = await saved((await written(await testSource([{}]))).blob);
  execFileSync('unzip', ['-q', plain, '-d', `${plain}.d`]);
  expect(linesOf(join(`${plain}.d`, readdirSync(`${plain}.d`)[0] ?? ''))).toHaveLength(3);
});

test('a key replaced while the bundle is written ends the export', async () => {
  const other = await makeSigningKey(() => new Date());
  const attest = [attestProducer({ sign: (bytes) => signBytes(other, bytes), roots })];
  const result = await writeBundle(await testSource([{}]), {
    ...signed({ attest }),
    now: () => new Date(),
    version: '0.1.0',
    operator: 'A. Tester',
    language: 'en',
  });
  expect(result).toMatchObject({ ok: false, failure: { code: 'signing-failed' } });
});
