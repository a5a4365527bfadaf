import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SMALLEST_VOLUME, writeVolumes } from '../../../utils/bundle/write-volumes.ts';
import { EXPORTED_AT, bytesOf, saved, temporaryFolder, testSource, written } from './support.ts';

function run(...args: string[]) {
  const result = spawnSync(process.execPath, ['scripts/verify.ts', ...args], { encoding: 'utf8' });
  return { status: result.status, out: result.stdout, err: result.stderr };
}

test('volumes are whole alone and together, and two of three are not', async () => {
  const files = { 'shots/viewport.png': new Uint8Array(900_000).fill(7) };
  const source = await testSource(Array.from({ length: 5 }, () => ({ files })));
  const options = { now: () => EXPORTED_AT, version: '0.1.0', operator: '', language: 'en' } as const;
  const made = await writeVolumes(source, options, SMALLEST_VOLUME);
  if (!made.ok) throw new Error(made.failure.detail);
  const paths = await Promise.all(made.value.bundles.map(({ blob, fileName }) => saved(blob, fileName)));
  const [one = '', two = ''] = paths;
  expect(run(one).status).toBe(0);
  expect(run(...paths)).toMatchObject({ status: 0, err: '' });
  expect(run(one, two)).toMatchObject({ status: 1, err: expect.stringContaining('3 / 3') });
});

test('exit 0 for whole, 1 for not whole naming the file, 2 for anything else; the worst of several counts', async () => {
  const bundle = await written(await testSource());
  const whole = await saved(bundle.blob);
  const bytes = await bytesOf(bundle.blob);
  const at = new TextDecoder('latin1').decode(bytes).indexOf('pixels of 1');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const changed = await saved(new Blob([bytes]), 'changed.zip');
  const other = join(temporaryFolder(), 'letter.txt');
  writeFileSync(other, 'Dear counsel');

  expect(run(whole)).toMatchObject({ status: 0, out: expect.stringContaining('agrees with itself') });
  expect(run(changed)).toMatchObject({
    status: 1,
    out: expect.stringContaining('data/captures/0001-00000000/shots/viewport.png is different'),
  });
  expect(run(other).status).toBe(2);
  expect(run(`${other}.absent`)).toMatchObject({ status: 2, err: expect.stringContaining('cannot be read') });
  expect(run(whole, changed).status).toBe(1);
  expect(run(whole, other, changed).status).toBe(2);
  expect(run().status).toBe(2);
  expect(JSON.parse(run('--json', whole).out)).toMatchObject({ verdict: 'whole' });
  expect(run('--language', 'ja', whole).out).toContain('この証拠パッケージに内部の矛盾はありません');
});

test('a mistyped option, fingerprint, language or file is told in one sentence, and is no verdict', async () => {
  const whole = await saved((await written(await testSource())).blob);
  for (const [args, says] of [
    [['--bogus', whole], '--bogus'],
    [['--tsa-root', `${whole}.absent`, whole], '--tsa-root: '],
    [['--tsa-root', whole, whole], '--tsa-root: '],
    [['--against', `${whole}.absent`, whole], '--against: there is no file'],
    [['--signer', 'abc', whole], '--signer: not a SHA-256 fingerprint'],
    [['--custody-head', '', whole], '--custody-head: not a SHA-256 fingerprint'],
    [['--language', 'fr', whole], '--language: fr is none of'],
  ] as const) {
    const { status, out, err } = run(...args);
    expect({ status, out }, err).toEqual({ status: 2, out: '' });
    expect(err).toContain(says);
    expect(err.trim().split('\n')).toHaveLength(1);
  }
});
