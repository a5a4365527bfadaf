import { describe, expect, it } from 'vitest';
import { caseUcoProducer } from '../../../utils/bundle/case-uco.ts';
import { PAYLOAD_PRODUCERS } from '../../../utils/bundle/producers/index.ts';
import { checkVolumes, readVolume } from '../../../utils/bundle/verify/volumes.ts';
import { openBundle } from '../../../utils/bundle/verify/verify-bundle.ts';
import { writeVolumes, SMALLEST_VOLUME } from '../../../utils/bundle/write-volumes.ts';
import { blobSource } from '../../../utils/integrity/digest.ts';
import { EXPORTED_AT, bytesOf, testSource, verify, type TestSource } from './support.ts';

const OPTIONS = { now: () => EXPORTED_AT, version: '0.1.0', operator: 'A. Tester', language: 'en' } as const;

/** Five captures of 900 kB each. */
function large(): Promise<TestSource> {
  return testSource(
    Array.from({ length: 5 }, (_, index) => ({
      files: { 'page.html': `<p>${index}`, 'shots/viewport.png': new Uint8Array(900_000).fill(index) },
    })),
  );
}

async function volumes(source: TestSource, bytes = SMALLEST_VOLUME) {
  const result = await writeVolumes(source, OPTIONS, bytes);
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail}`);
  return result.value;
}

async function together(blobs: readonly Blob[]) {
  const facts = await Promise.all(
    blobs.map(async (blob) => {
      const { bag } = await openBundle(blobSource(blob));
      return bag ? readVolume(bag) : null;
    }),
  );
  return checkVolumes(facts).map(({ code, detail }) => ({ code, detail }));
}

describe('volumes', () => {
  it('stay below the size, verify alone, and say what stands elsewhere', async () => {
    const { bundles, tooLarge } = await volumes(await large());
    expect(tooLarge).toEqual([]);
    expect(bundles.map(({ fileName }) => fileName.slice(-18))).toEqual([
      '-volume-1-of-3.zip',
      '-volume-2-of-3.zip',
      '-volume-3-of-3.zip',
    ]);
    for (const [index, { blob }] of bundles.entries()) {
      expect(blob.size).toBeLessThanOrEqual(SMALLEST_VOLUME);
      const report = await verify(blob);
      expect(report).toMatchObject({ verdict: 'whole', findings: [] });
      expect(report.notProven).toContainEqual({
        key: 'not-proven-volumes',
        parameters: { number: index + 1, count: 3 },
      });
    }
    expect(await together(bundles.map(({ blob }) => blob))).toEqual([]);
  });

  it('are missed, doubled and mixed up only with a finding', async () => {
    const { bundles } = await volumes(await large());
    const [one, two, three] = bundles.map(({ blob }) => blob) as [Blob, Blob, Blob];
    expect(await together([one, three])).toEqual([{ code: 'volume-missing', detail: '2 / 3' }]);
    expect(await together([one, two, two, three])).toEqual([{ code: 'volume-mixed', detail: '2' }]);
    const other = await volumes(await testSource([{ files: { 'a.bin': new Uint8Array(100) } }]));
    expect(other.bundles).toHaveLength(1);
    expect(await together([one, two, other.bundles[0]?.blob ?? one])).toMatchObject([
      { code: 'volume-mixed' },
    ]);
  });

  it('leave no capture out: one that no volume lists is a finding in each', async () => {
    const source = await large();
    const { bundles } = await volumes(source);
    const short: TestSource = {
      ...source,
      captureCount: 4,
      async *captures(numbers) {
        for await (const one of source.captures(numbers)) if (one.capture.number !== 5) yield one;
      },
    };
    const without = await volumes(short);
    const report = await verify(without.bundles[0]?.blob ?? new Blob());
    expect(report.findings.map(({ code }) => code)).toEqual(['capture-left-out']);
    expect(bundles.length).toBeGreaterThan(1);
  });

  it('fail where the list of volumes was taken away or says something else', async () => {
    const { bundles } = await volumes(await large());
    const bytes = await bytesOf(bundles[0]?.blob ?? new Blob());
    const at = Buffer.from(bytes).indexOf('Bag-Count: 1 of 3');
    bytes[at + 'Bag-Count: '.length] = 0x32;
    expect((await verify(bytes)).verdict).toBe('not-whole');
  });

  it('are one file where all fits, and none below the smallest size', async () => {
    const { bundles } = await volumes(await testSource([{}]));
    expect(bundles.map(({ fileName }) => fileName)).toEqual(['case-1b9d6bcd-20261121T101507Z.zip']);
    expect(await writeVolumes(await testSource([{}]), OPTIONS, 1000)).toMatchObject({
      failure: { code: 'bad-request' },
    });
  });

  it('name a capture that is larger than a volume', async () => {
    const source = await testSource([{ files: { 'a.bin': new Uint8Array(3_000_000) } }, {}]);
    const { bundles, tooLarge } = await volumes(source);
    expect(tooLarge).toHaveLength(1);
    expect(bundles).toHaveLength(2);
    for (const { blob } of bundles) expect((await verify(blob)).verdict).toBe('whole');
  });

  it('carry the CASE/UCO graph where it is wanted', async () => {
    const payload = [...PAYLOAD_PRODUCERS.slice(0, -1), caseUcoProducer, ...PAYLOAD_PRODUCERS.slice(-1)];
    const result = await writeVolumes(await large(), { ...OPTIONS, payload }, SMALLEST_VOLUME);
    if (!result.ok) throw new Error(result.failure.detail);
    for (const { blob, written } of result.value.bundles) {
      expect(written.map(({ path }) => path)).toContain('data/case-uco.jsonld');
      expect((await verify(blob)).verdict).toBe('whole');
    }
  });
});
