import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Digest } from '../../../utils/case/values.ts';
import { writeBundle } from '../../../utils/bundle/write-bundle.ts';
import { bytesOf, EXPORTED_AT, saved, testSource, verify, written } from './support.ts';

const TOP = 'case-1b9d6bcd-20261121T101507Z';
const options = { now: () => EXPORTED_AT, version: '0.1.0', operator: 'A. Tester', language: 'en' } as const;

async function unpacked(): Promise<string> {
  const source = await testSource([{}, { interrupted: true }, { url: 'https://a.example/?q=1#f' }]);
  const bundle = await written(source);
  const zip = await saved(bundle.blob, bundle.fileName);
  execFileSync('unzip', ['-q', zip, '-d', dirname(zip)]);
  return join(dirname(zip), TOP);
}

test('the standard tools find the bundle whole', async () => {
  const folder = await unpacked();
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const out = execFileSync('sha256sum', ['-c', '--strict', manifest], { cwd: folder, encoding: 'utf8' });
    expect(
      out
        .trim()
        .split('\n')
        .every((line) => line.endsWith(': OK')),
    ).toBe(true);
  }
  const zip = execFileSync('unzip', ['-t', join(folder, '..', `${TOP}.zip`)], { encoding: 'utf8' });
  expect(zip).toContain('No errors detected');
  execFileSync('7z', ['t', join(folder, '..', `${TOP}.zip`)]);
  execFileSync('python3', [
    '-c',
    'import sys,zipfile;assert zipfile.ZipFile(sys.argv[1]).testzip() is None',
    join(folder, '..', `${TOP}.zip`),
  ]);
});

test('the manifests name every file of the bag, and nothing else', async () => {
  const folder = await unpacked();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const named = ['manifest-sha256.txt', 'tagmanifest-sha256.txt'].flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.slice(66)),
  );
  expect(named.toSorted()).toEqual(paths.filter((path) => path !== 'tagmanifest-sha256.txt').toSorted());
  expect(paths).toEqual(expect.arrayContaining(['data/captures/0001-00000000/shots/viewport.png']));
});

test('unpacked files carry the time of the export in every time zone', async () => {
  const folder = await unpacked();
  for (const zone of ['UTC', 'Asia/Shanghai']) {
    const out = execFileSync('stat', ['-c', '%Y', join(folder, 'bagit.txt')], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    });
    expect(Number(out) * 1000).toBe(Math.floor(EXPORTED_AT.getTime() / 1000) * 1000);
  }
});

test('the same case exported at the same time gives the same bytes', async () => {
  const [a, b] = [await written(await testSource()), await written(await testSource())];
  expect(await bytesOf(a.blob)).toEqual(await bytesOf(b.blob));
  expect(a.fileName).toBe(`${TOP}.zip`);
});

test('a stored artifact that changed ends the export and is named', async () => {
  const source = await testSource();
  const digest = source.all[0]?.entries[0]?.digest as Digest;
  source.blobs.set(digest, new Blob(['pixels of 2']));
  const result = await writeBundle(source, options);
  expect(result).toMatchObject({
    ok: false,
    failure: { code: 'digest-mismatch', detail: expect.stringContaining('0001-00000000/shots/viewport.png') },
  });
});

test('a missing artifact ends the export and is named', async () => {
  const source = await testSource();
  source.blobs.delete(source.all[0]?.entries[1]?.digest as Digest);
  expect(await writeBundle(source, options)).toMatchObject({
    failure: { code: 'not-found', detail: expect.stringContaining('page.html') },
  });
});

test('a broken custody chain is refused, or exported on demand as what it is', async () => {
  const source = await testSource();
  source.log.splice(1, 1);
  expect(await writeBundle(source, options)).toMatchObject({ failure: { code: 'chain-broken' } });
  const report = await verify((await written(source, { evenIfBroken: true })).blob);
  expect(report.verdict).toBe('not-whole');
  expect(report.findings.map(({ code }) => code)).toContain('custody-broken');
});

test('a producer cannot write outside the bag or over another file', async () => {
  for (const path of [
    '../x',
    '/x',
    'data/../x',
    'a\\b',
    'data//x',
    'data/.x',
    'c:/x',
    'data/case.json',
    'DATA/Case.json',
    'data/nul.txt',
    '',
  ]) {
    const producer = { id: 'bad', produce: () => [{ path, content: 'x' }] };
    const result = await writeBundle(await testSource(), { ...options, tags: [producer] });
    expect(result, path).toMatchObject({ failure: { code: 'invalid-data' } });
  }
});

test('an export can be cancelled, and says how far it has come', async () => {
  const stop = new AbortController();
  const seen: number[] = [];
  const result = await writeBundle(await testSource([{}, {}, {}]), {
    ...options,
    signal: stop.signal,
    onProgress: ({ captures }) => {
      seen.push(captures);
      if (captures === 2) stop.abort();
    },
  });
  expect(result).toMatchObject({ failure: { code: 'cancelled' } });
  expect(Math.max(...seen)).toBe(2);
});
