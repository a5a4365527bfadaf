import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync, appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { verifyBundle } from '../../../utils/bundle/verify/verify-bundle.ts';
import { timeOfTopFolder } from '../../../utils/bundle/layout.ts';
import { centralHeader, concatenate, endRecords, localHeader } from '../../../utils/bundle/zip/format.ts';
import { tryOpenZip } from '../../../utils/bundle/zip/open.ts';
import { zipWriter } from '../../../utils/bundle/zip/writer.ts';
import { PAYLOAD_PRODUCERS } from '../../../utils/bundle/producers/index.ts';
import { bytesOf, bytesSource, saved, testSource, verify, written } from './support.ts';

const TOP = 'case-1b9d6bcd-20261121T101507Z';
const codes = (report: { findings: readonly { code: string }[] }) => report.findings.map(({ code }) => code);

/** A bundle with every kind of file but the report, whose bytes are like any other payload's and many. */
async function smallBundle(): Promise<Uint8Array<ArrayBuffer>> {
  const source = await testSource([{ files: { 'page.html': '<p>' } }]);
  const payload = PAYLOAD_PRODUCERS.filter(({ id }) => id !== 'report');
  return bytesOf((await written(source, { payload, tags: [] })).blob);
}

/** Unpacks a fresh bundle, lets `change` at the folder, and packs it anew with another program. */
async function repacked(
  change: (folder: string) => void,
  pack = ['zip', '-q', '-r'],
): Promise<Uint8Array<ArrayBuffer>> {
  const bundle = await written(await testSource([{}, {}]));
  const zip = await saved(bundle.blob);
  const folder = dirname(zip);
  execFileSync('unzip', ['-q', zip, '-d', folder]);
  change(join(folder, TOP));
  const [command = '', ...args] = pack;
  execFileSync(command, [...args, join(folder, 'again.zip'), TOP], { cwd: folder });
  return new Uint8Array(readFileSync(join(folder, 'again.zip')));
}

test('a fresh bundle is whole, and the report says what that proves and what not', async () => {
  const report = await verify((await written(await testSource([{}, { interrupted: true }]))).blob);
  expect(report).toMatchObject({
    verdict: 'whole',
    findings: [],
    bag: { name: TOP, captures: 2, custodyEntries: 5 },
  });
  expect(report.checks.filter(({ state }) => state === 'passed')).toHaveLength(7);
  expect(report.proven.map(({ key }) => key)).toEqual(['proven-files', 'proven-custody', 'proven-captures']);
  expect(report.notProven.map(({ key }) => key)).toContain('not-proven-truth');
});

test('every single changed byte of a bundle is found, wherever it stands', async () => {
  const bytes = await smallBundle();
  const unnoticed: number[] = [];
  for (let at = 0; at < bytes.byteLength; at += 1) {
    const flip = 1 << (at % 8);
    bytes[at] = (bytes[at] ?? 0) ^ flip;
    const report = await verify(bytes);
    if (report.verdict !== 'not-whole') unnoticed.push(at);
    bytes[at] = (bytes[at] ?? 0) ^ flip;
  }
  expect(unnoticed).toEqual([]);
}, 300_000);

test('an empty folder that somebody put in is found, in our container and in another one', async () => {
  const bag = await repacked((folder) => mkdirSync(join(folder, 'data', 'captures', '0009-deadbeef')));
  expect(codes(await verify(bag)).toSorted()).toEqual(['file-extra', 'zip-repacked']);
  const bytes = await smallBundle();
  const opened = await tryOpenZip(bytesSource(bytes));
  if (!opened.ok) throw new Error('not opened');
  const { entries, directoryOffset, directoryEnd } = opened.value;
  const at = timeOfTopFolder(TOP) ?? new Date();
  const added = { name: `${TOP}/THIS WAS FORGED/`, crc32: 0, size: 0 };
  const body = concatenate(bytes.slice(0, directoryOffset), localHeader(added, at));
  const central = concatenate(
    bytes.slice(directoryOffset, directoryEnd),
    centralHeader(added, at, directoryOffset),
  );
  const end = endRecords(entries.length + 1, body.byteLength, central.byteLength);
  const report = await verify(concatenate(body, central, end));
  expect(report.verdict).toBe('not-whole');
  expect(codes(report)).toContain('file-extra');
});

test('a path that the format does not allow is found, though the manifest lists it', async () => {
  const bag = await repacked((folder) => {
    for (const name of ['CON.txt', 'report copy.html']) {
      writeFileSync(join(folder, 'data', name), name);
      const digest = createHash('sha256').update(name).digest('hex');
      appendFileSync(join(folder, 'manifest-sha256.txt'), `${digest}  data/${name}\n`);
    }
  });
  const report = await verify(bag);
  const named = report.findings.filter(({ code }) => code === 'zip-problem').map(({ path }) => path);
  expect(named.toSorted()).toEqual(['data/CON.txt', 'data/report copy.html']);
});

test('a million findings are told by their first thousand and their number', async () => {
  const writer = zipWriter(timeOfTopFolder(TOP) ?? new Date());
  const none = { crc32: 0, size: 0 };
  for (const name of ['bagit.txt', 'data/case.json'])
    writer.add({ name: `${TOP}/${name}`, ...none }, new Uint8Array());
  for (let at = 0; at < 1_500; at += 1) writer.add({ name: `${TOP}/data/f${at}`, ...none }, new Uint8Array());
  const report = await verify(await bytesOf(writer.finish()));
  const extra = report.findings.filter(({ code }) => code === 'file-extra');
  const more = report.findings.find(({ code }) => code === 'findings-more');
  expect(extra).toHaveLength(1_000);
  expect(more).toMatchObject({ severity: 'failure', detail: expect.stringMatching(/^5\d\d × file-extra$/) });
});

test('every truncation of a bundle is found', async () => {
  const bytes = await smallBundle();
  for (let size = 0; size < bytes.byteLength; size += 37) {
    expect((await verify(bytes.slice(0, size))).verdict).not.toBe('whole');
  }
});

test('the same files packed by another program are whole, with a warning', async () => {
  for (const pack of [
    ['zip', '-q', '-r'],
    ['zip', '-q', '-r', '-0'],
    ['zip', '-q', '-r', '-X', '-D', '-fz'],
    ['7z', 'a', '-tzip'],
    ['python3', '-m', 'zipfile', '-c'],
  ]) {
    const report = await verify(await repacked(() => undefined, pack));
    expect(report, pack.join(' ')).toMatchObject({ verdict: 'whole' });
    expect(codes(report)).toEqual(['zip-repacked']);
  }
}, 60_000);

test('a bag packed without its folder, or with another name, is whole', async () => {
  const bundle = await written(await testSource());
  const zip = await saved(bundle.blob);
  const folder = dirname(zip);
  execFileSync('unzip', ['-q', zip, '-d', folder]);
  execFileSync('zip', ['-q', '-r', '../flat.zip', '.'], { cwd: join(folder, TOP) });
  expect(await verify(new Uint8Array(readFileSync(join(folder, 'flat.zip'))))).toMatchObject({
    verdict: 'whole',
  });
  execFileSync('mv', [TOP, 'from counsel'], { cwd: folder });
  execFileSync('zip', ['-q', '-r', 'named.zip', 'from counsel'], { cwd: folder });
  expect(await verify(new Uint8Array(readFileSync(join(folder, 'named.zip'))))).toMatchObject({
    verdict: 'whole',
  });
});

const PAGE = 'data/captures/0001-00000000/page.html';

test.each<[string, (folder: string) => void, { code: string; path?: string }]>([
  ['a file removed', (folder) => rmSync(join(folder, PAGE)), { code: 'file-missing', path: PAGE }],
  [
    'a file changed',
    (folder) => appendFileSync(join(folder, PAGE), ' '),
    { code: 'file-different', path: PAGE },
  ],
  [
    'a file added to the payload',
    (folder) => writeFileSync(join(folder, 'data/new.txt'), 'x'),
    { code: 'file-extra', path: 'data/new.txt' },
  ],
  [
    'a file added beside it',
    (folder) => writeFileSync(join(folder, 'new.txt'), 'x'),
    { code: 'file-extra', path: 'new.txt' },
  ],
  [
    'a file added to attest',
    (folder) => execFileSync('sh', ['-c', 'mkdir attest; echo x > attest/y'], { cwd: folder }),
    { code: 'file-extra', path: 'attest/y' },
  ],
  [
    'a file renamed',
    (folder) => execFileSync('mv', [PAGE, `${PAGE}l`], { cwd: folder }),
    { code: 'file-extra', path: `${PAGE}l` },
  ],
  [
    'the manifest removed',
    (folder) => rmSync(join(folder, 'manifest-sha256.txt')),
    { code: 'file-missing', path: 'manifest-sha256.txt' },
  ],
  [
    'the tag manifest removed',
    (folder) => rmSync(join(folder, 'tagmanifest-sha256.txt')),
    { code: 'file-missing', path: 'tagmanifest-sha256.txt' },
  ],
  [
    'the declaration removed',
    (folder) => rmSync(join(folder, 'bagit.txt')),
    { code: 'declaration-wrong', path: 'bagit.txt' },
  ],
  [
    'the case file removed',
    (folder) => rmSync(join(folder, 'data/case.json')),
    { code: 'file-missing', path: 'data/case.json' },
  ],
  [
    'the custody log cut',
    (folder) =>
      writeFileSync(
        join(folder, 'data/custody.jsonl'),
        `${readFileSync(join(folder, 'data/custody.jsonl'), 'utf8').trim().split('\n').slice(0, -1).join('\n')}\n`,
      ),
    { code: 'custody-head' },
  ],
])('%s, and packed anew: found and named', async (_, change, expected) => {
  const report = await verify(await repacked(change));
  expect(report.verdict).toBe('not-whole');
  expect(report.findings).toContainEqual(expect.objectContaining(expected));
});

test('what is no bundle is called so', async () => {
  const folder = dirname(await saved(new Blob(['x'])));
  execFileSync(
    'sh',
    [
      '-c',
      'echo hi > a.txt; zip -q other.zip a.txt; mkdir -p bag/data; echo "BagIt-Version: 1.0" > bag/bagit.txt; echo x > bag/data/x; zip -q -r bag.zip bag; zip -q empty.zip a.txt; zip -q -d empty.zip a.txt || true',
    ],
    { cwd: folder },
  );
  const results = await Promise.all([
    verify(new Uint8Array(readFileSync(join(folder, 'other.zip')))),
    verify(new Uint8Array(readFileSync(join(folder, 'bag.zip')))),
    verify(new TextEncoder().encode('%PDF-1.7 something')),
    verify(new Uint8Array()),
  ]);
  expect(results.map(({ verdict }) => verdict)).toEqual(Array(4).fill('not-a-bundle'));
});

test('a bomb inside a bundle is not unpacked', async () => {
  const zip = new JSZip();
  for (const name of ['bagit.txt', 'data/case.json', 'data/x'])
    zip.file(`${TOP}/${name}`, new Uint8Array(8_000_000));
  const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  let read = 0;
  const source = bytesSource(new Uint8Array(bytes));
  const counting = {
    size: source.size,
    read: (from: number, to: number) => {
      read += to - from;
      return source.read(from, to);
    },
  };
  expect((await verifyBundle(counting)).findings).toContainEqual(
    expect.objectContaining({ code: 'zip-problem', detail: expect.stringContaining('bomb') }),
  );
  expect(read).toBeLessThan(400_000);
});
