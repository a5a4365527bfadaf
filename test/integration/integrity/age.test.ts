import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  decryptWithAge,
  encryptForAge,
  makePassphrase,
  type AgeTarget,
} from '../../../utils/integrity/age.ts';

const run = promisify(execFile);
const PASSPHRASE = 'correct horse battery staple';

/** The standard tool (Debian package `age`); where it is not installed its tests are not run, and say so. */
const hasAge = (() => {
  try {
    return execFileSync('age', ['--version']).length > 0;
  } catch (thrown) {
    console.warn(`the age tool is not installed: ${String(thrown)}`);
    return false;
  }
})();

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new Blob([new Uint8Array(bytes)]).stream();
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

async function encrypted(target: AgeTarget, bytes: Uint8Array): Promise<Uint8Array> {
  const stream = await encryptForAge(target, streamOf(bytes));
  if (!stream.ok) throw new Error(stream.failure.detail);
  return bytesOf(stream.value);
}

const DATA = new Uint8Array(300_001).map((_, index) => (index * 7919) & 0xff);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.skipIf(!hasAge)('the standard age tool', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'age-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('opens what was encrypted to its key, and we open what it encrypts', async () => {
    await run('age-keygen', ['-o', 'key.txt'], { cwd: folder });
    const key = await readFile(join(folder, 'key.txt'), 'utf8');
    const recipient = /public key: (\S+)/.exec(key)?.[1] ?? '';
    const identity = /^AGE-SECRET-KEY-\S+/m.exec(key)?.[0] ?? '';
    await writeFile(
      join(folder, 'out.age'),
      await encrypted({ kind: 'recipients', recipients: [recipient] }, DATA),
    );
    await run('age', ['-d', '-i', 'key.txt', '-o', 'out', 'out.age'], { cwd: folder });
    expect(sha256(await readFile(join(folder, 'out')))).toBe(sha256(DATA));
    await run('age', ['-r', recipient, '-o', 'theirs.age', 'out'], { cwd: folder });
    const theirs = new Uint8Array(await readFile(join(folder, 'theirs.age')));
    const opened = await decryptWithAge({ kind: 'identity', identity }, streamOf(theirs));
    expect(opened.ok && sha256(await bytesOf(opened.value))).toBe(sha256(DATA));
  });

  it('opens what was encrypted by a passphrase', async () => {
    await writeFile(
      join(folder, 'p.age'),
      await encrypted({ kind: 'passphrase', passphrase: PASSPHRASE }, DATA),
    );
    // The tool reads a passphrase from a terminal only; `script` gives it one.
    const command = 'age -d -o p.out p.age';
    const asked = run('script', ['-qec', command, '/dev/null'], { cwd: folder, timeout: 60_000 });
    asked.child.stdout?.once('data', () => asked.child.stdin?.end(`${PASSPHRASE}\n`));
    await asked;
    expect(sha256(await readFile(join(folder, 'p.out')))).toBe(sha256(DATA));
  });
});

describe('encryption for counsel', () => {
  it('is undone by the passphrase, and by no other', async () => {
    const file = await encrypted({ kind: 'passphrase', passphrase: PASSPHRASE }, DATA);
    const opened = await decryptWithAge({ kind: 'passphrase', passphrase: PASSPHRASE }, streamOf(file));
    expect(opened.ok && sha256(await bytesOf(opened.value))).toBe(sha256(DATA));
    const wrong = await decryptWithAge({ kind: 'passphrase', passphrase: `${PASSPHRASE}!` }, streamOf(file));
    expect(wrong).toMatchObject({ ok: false, failure: { code: 'rejected' } });
  });

  it('finds a byte changed and a file cut short', async () => {
    const file = await encrypted({ kind: 'passphrase', passphrase: PASSPHRASE }, DATA);
    const changed = file.with(file.byteLength - 100_000, (file.at(-100_000) ?? 0) ^ 1);
    for (const bad of [changed, file.subarray(0, 65_536 * 2)]) {
      const opened = await decryptWithAge({ kind: 'passphrase', passphrase: PASSPHRASE }, streamOf(bad));
      if (!opened.ok) throw new Error('the header is whole');
      await expect(bytesOf(opened.value)).rejects.toThrow();
    }
  });

  it.each<readonly [string, AgeTarget, string]>([
    ['a short passphrase', { kind: 'passphrase', passphrase: 'short' }, '12 characters'],
    ['no recipient', { kind: 'recipients', recipients: [] }, 'no recipient'],
    ['no key', { kind: 'recipients', recipients: ['age1notakey'] }, 'age1notakey'],
  ])('refuses %s with a reason', async (_, target, detail) => {
    const refused = await encryptForAge(target, streamOf(DATA));
    expect(refused).toMatchObject({ ok: false, failure: { code: 'bad-request' } });
    expect(refused.ok ? '' : refused.failure.detail).toContain(detail);
  });

  it('does not repeat a secret key that was pasted where the recipient goes', async () => {
    const secret = 'AGE-SECRET-KEY-1QQPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQ';
    const refused = await encryptForAge({ kind: 'recipients', recipients: [secret] }, streamOf(DATA));
    expect(JSON.stringify(refused)).not.toContain('1QQPQ');
    const opened = await decryptWithAge({ kind: 'identity', identity: secret }, streamOf(DATA));
    expect(JSON.stringify(opened)).not.toContain('1QQPQ');
  });

  it('makes passphrases that are all different and easy to read out', () => {
    const random = (octets: number) => crypto.getRandomValues(new Uint8Array(octets));
    const made = Array.from({ length: 200 }, () => makePassphrase(random));
    expect(new Set(made).size).toBe(200);
    for (const text of made) expect(text).toMatch(/^([a-hjkmnp-z2-9]{5}-){4}[a-hjkmnp-z2-9]{5}$/);
    const letters = new Set(made.join('').replaceAll('-', ''));
    expect(letters.size).toBe(31);
  });
});
