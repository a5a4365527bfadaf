import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decryptBlob, encryptBlob, isAgeFile } from '../../../utils/integrity/encrypt-blob.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'prima-facie-age-'));
const identityFile = path.join(folder, 'key.txt');
execFileSync('age-keygen', ['-o', identityFile], { stdio: 'ignore' });
const recipient = execFileSync('age-keygen', ['-y', identityFile], { encoding: 'utf8' }).trim();
const identity = /AGE-SECRET-KEY-\S+/.exec(readFileSync(identityFile, 'utf8'))?.[0] ?? '';

const PLAIN = new Blob([new Uint8Array(9_000_000).map((_, index) => index % 251)]);

function work() {
  const seen: number[] = [];
  const signal = new AbortController();
  return { seen, stop: signal, signal: signal.signal, onBytes: (bytes: number) => void seen.push(bytes) };
}

const target = { kind: 'recipients', recipients: [recipient] } as const;

async function encrypted(): Promise<Blob> {
  const result = await encryptBlob(PLAIN, target, work());
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}

/** With the standard tool (Debian package `age`). */
describe('an encrypted export', () => {
  it('is opened by age, and what age encrypts is opened here', async () => {
    const blob = await encrypted();
    expect([await isAgeFile(blob), await isAgeFile(PLAIN)]).toEqual([true, false]);
    const file = path.join(folder, 'bundle.zip.age');
    writeFileSync(file, Buffer.from(await blob.arrayBuffer()));
    const opened = spawnSync('age', ['-d', '-i', identityFile, file], { maxBuffer: 32_000_000 });
    expect(opened.status).toBe(0);
    expect(opened.stdout.equals(Buffer.from(await PLAIN.arrayBuffer()))).toBe(true);
    const theirs = execFileSync('age', ['-r', recipient], { input: 'from counsel' });
    const read = await decryptBlob(
      new Blob([new Uint8Array(theirs)]),
      { kind: 'identity', identity },
      work(),
    );
    expect(read.ok && (await read.value.text())).toBe('from counsel');
  });

  it('counts what it reads, and nothing any more once it has ended', async () => {
    const blob = await encrypted();
    const progress = work();
    const opened = await decryptBlob(blob, { kind: 'identity', identity }, progress);
    expect(opened.ok && opened.value.size).toBe(PLAIN.size);
    expect(progress.seen.reduce((sum, bytes) => sum + bytes, 0)).toBe(blob.size);
    const wrong = work();
    const refused = await decryptBlob(blob, { kind: 'passphrase', passphrase: 'not the key' }, wrong);
    expect(refused).toMatchObject({ failure: { code: 'rejected' } });
    const seen = wrong.seen.length;
    await new Promise((done) => setTimeout(done, 50));
    expect(wrong.seen).toHaveLength(seen);
  });

  it('is refused where one byte was changed or the end is missing, and stops when it is told to', async () => {
    const blob = await encrypted();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    bytes[5_000_000] = (bytes[5_000_000] ?? 0) ^ 1;
    const key = { kind: 'identity', identity } as const;
    for (const broken of [new Blob([bytes]), blob.slice(0, -20_000)]) {
      expect(await decryptBlob(broken, key, work())).toMatchObject({ failure: { code: 'rejected' } });
    }
    const stopped = work();
    stopped.stop.abort();
    expect(await encryptBlob(PLAIN, target, stopped)).toMatchObject({ failure: { code: 'cancelled' } });
  });
});
