import { describe, expect, it } from 'vitest';
import { storedSink, type ZipFile } from '../../../utils/bundle/archive/zip-sink.ts';
import { archivesCheck } from '../../../utils/bundle/verify/archive-checks.ts';
import { verifyBundle } from '../../../utils/bundle/verify/verify-bundle.ts';
import { tryOpenZip } from '../../../utils/bundle/zip/open.ts';
import { entryBytes } from '../../../utils/bundle/zip/entry-data.ts';
import { blobSource, fingerprintBytes } from '../../../utils/integrity/digest.ts';
import { aWacz, WRITTEN_AT } from '../archive/a-wacz.ts';
import { testSource, written } from './support.ts';

/** The archive packed anew with files changed (null: left out), as somebody would who hides the change from the zip. */
async function changed(
  blob: Blob,
  changes: Readonly<Record<string, ((text: string) => string) | null>>,
): Promise<Blob> {
  const opened = await tryOpenZip(blobSource(blob));
  if (!opened.ok) throw new Error(opened.failure.detail);
  const names = new Set([...opened.value.entries.map(({ name }) => name), ...Object.keys(changes)]);
  const files: ZipFile[] = [];
  for (const path of names) {
    const change = changes[path];
    const entry = opened.value.entries.find(({ name }) => name === path);
    if (change === null) continue;
    const bytes = entry ? await entryBytes(opened.value, entry, 1e6) : new Uint8Array();
    const kept = change
      ? Uint8Array.from(change(String.fromCharCode(...bytes)), (letter) => letter.charCodeAt(0))
      : bytes;
    files.push({ path, blob: new Blob([kept]), crc32: (await fingerprintBytes(kept)).crc32 });
  }
  return storedSink(files, WRITTEN_AT);
}

/** The answer on a bundle that is made of the archive, with all digests of the bag as they belong. */
async function judged(wacz: Blob) {
  const { blob } = await written(await testSource([{ files: { 'page.wacz': wacz } }, {}]));
  const report = await verifyBundle(blobSource(blob), { checks: [archivesCheck] });
  return {
    ...report,
    why: report.findings.filter(({ code }) => code === 'archive-wrong').map(({ detail }) => detail),
  };
}

describe('a page archive in a bundle', () => {
  it('is held against its own list and signature', async () => {
    const report = await judged(await aWacz());
    expect(report.why).toEqual([]);
    expect(report.proven).toContainEqual({ key: 'proven-archives', parameters: { count: 1, signed: 1 } });
    const unsigned = await judged(await aWacz(false));
    expect(unsigned.proven).toContainEqual({ key: 'proven-archives', parameters: { count: 1, signed: 0 } });
  });

  it('is not listed among the checks where there is none', async () => {
    const { blob } = await written(await testSource([{}]));
    const report = await verifyBundle(blobSource(blob), { checks: [archivesCheck] });
    expect(report.checks.map(({ id }) => id)).not.toContain('archives');
  });

  it.each<[string, Parameters<typeof changed>[1], RegExp]>([
    ['a record', { 'archive/data.warc.gz': (text) => text.replace(/.$/s, 'x') }, /data\.warc\.gz is another/],
    ['a page', { 'pages/pages.jsonl': (text) => text.replace('One', 'Two') }, /pages\.jsonl is another/],
    ['the index', { 'indexes/index.cdx': null }, /index\.cdx is missing/],
    ['a file more', { 'archive/more.warc.gz': () => 'x' }, /more\.warc\.gz was added/],
    [
      'the list',
      { 'datapackage.json': (text) => text.replace('One', 'Two') },
      /datapackage\.json is not the one/,
    ],
    ['no list', { 'datapackage.json': null }, /no datapackage\.json/],
    ['no digest', { 'datapackage-digest.json': null }, /no datapackage-digest\.json/],
    [
      'the signature',
      { 'datapackage-digest.json': (text) => text.replace(/"signature": "..../, '"signature": "AAAA') },
      /signature does not hold/,
    ],
    [
      'the key',
      {
        'datapackage-digest.json': (text) =>
          text.replace(/"publicKey": ".{40}/, `"publicKey": "${'A'.repeat(40)}`),
      },
      /signature does not hold/,
    ],
  ])('is found changed in %s, though the bag was made anew around it', async (_what, changes, why) => {
    const report = await judged(await changed(await aWacz(), changes));
    expect(report.verdict).toBe('not-whole');
    expect(report.why.join('; ')).toMatch(why);
  });

  it('is found to be none where it is something else', async () => {
    expect((await judged(new Blob(['no zip']))).verdict).toBe('not-whole');
  });
});
