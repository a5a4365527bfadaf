import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SMALLEST_VOLUME, writeVolumes } from '../../../utils/bundle/write-volumes.ts';
import { failingChecks } from '../../fixtures/bag/check-by-tools.ts';
import { EXPORTED_AT, saved, temporaryFolder, testSource, written } from '../../unit/bundle/support.ts';

/** Unpacks a bundle with Info-ZIP; returns the bag's top folder, whatever the file is called. */
async function root({ blob, fileName }: { blob: Blob; fileName: string }): Promise<string> {
  const zip = await saved(blob, fileName);
  const folder = path.dirname(zip);
  execFileSync('unzip', ['-q', zip, '-d', folder]);
  const [top = ''] = readdirSync(folder).filter((name) => !name.endsWith('.zip'));
  return path.join(folder, top);
}

describe('a bundle is a bag by RFC 8493, as coreutils see it', () => {
  it('whole, as a copy for an audience, and each volume by itself', async () => {
    const source = await testSource([{}, { interrupted: true }, { files: { 'a.bin': new Uint8Array(9) } }]);
    expect(failingChecks(await root(await written(source)))).toEqual([]);
    for (const audience of ['recipient', 'forward-safe'] as const)
      expect(failingChecks(await root(await written(source, { audience }))), audience).toEqual([]);
    const files = { 'shots/viewport.png': new Uint8Array(900_000).fill(7) };
    const large = await testSource(Array.from({ length: 4 }, () => ({ files })));
    const options = { now: () => EXPORTED_AT, version: '0.1.0', operator: '', language: 'en' } as const;
    const made = await writeVolumes(large, options, SMALLEST_VOLUME);
    if (!made.ok) throw new Error(made.failure.detail);
    expect(made.value.bundles.length).toBeGreaterThan(1);
    for (const volume of made.value.bundles) expect(failingChecks(await root(volume))).toEqual([]);
  });
});

describe('and no longer once somebody changed it', () => {
  let whole: string;
  beforeAll(async () => {
    whole = await root(await written(await testSource([{}, {}])));
  });
  const PICTURE = 'data/captures/0001-00000000/shots/viewport.png';
  it.each<readonly [string, readonly string[], (bag: string) => void]>([
    ['nothing', [], () => undefined],
    ['a changed byte', ['payload'], (bag) => flip(path.join(bag, PICTURE))],
    ['a longer file', ['payload', 'oxum'], (bag) => appendFileSync(path.join(bag, PICTURE), 'x')],
    ['a missing file', ['payload', 'complete', 'oxum'], (bag) => rmSync(path.join(bag, PICTURE))],
    ['a further file', ['complete', 'oxum'], (bag) => writeFileSync(path.join(bag, 'data/more.txt'), '')],
    ['a further tag file', ['tags complete'], (bag) => writeFileSync(path.join(bag, 'more.txt'), '')],
    [
      'another declaration',
      ['declaration', 'tags'],
      (bag) => appendFileSync(path.join(bag, 'bagit.txt'), '\n'),
    ],
    [
      'another Oxum',
      ['tags', 'oxum'],
      (bag) => replace(path.join(bag, 'bag-info.txt'), 'Payload-Oxum: ', '$&1'),
    ],
    [
      'a line less in the manifest',
      ['tags', 'complete'],
      (bag) => replace(path.join(bag, 'manifest-sha256.txt'), /^.*urls\.csv\n/m, ''),
    ],
    [
      'a line less in the tag manifest',
      ['tags complete'],
      (bag) => replace(path.join(bag, 'tagmanifest-sha256.txt'), /^.*bag-info\.txt\n/m, ''),
    ],
  ])('%s', (_, failing, change) => {
    const bag = path.join(temporaryFolder(), 'bag');
    cpSync(whole, bag, { recursive: true });
    change(bag);
    expect(failingChecks(bag)).toEqual(failing);
  });
});

function flip(file: string): void {
  const bytes = readFileSync(file);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

function replace(file: string, what: string | RegExp, by: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(what, by);
  if (changed === text) throw new Error(`${file} does not hold ${String(what)}`);
  writeFileSync(file, changed);
}
