import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { CaptureDocument } from '../../../utils/case/capture-document.ts';
import type { CustodyEntry, WithheldEntry } from '../../../utils/case/custody.ts';
import type { RedactedFile, RedactionsFile } from '../../../utils/case/redaction.ts';
import { reportProducer } from '../../../utils/bundle/producers/report.ts';
import { compareBags } from '../../../utils/bundle/verify/compare-bundles.ts';
import type { OpenedBag } from '../../../utils/bundle/verify/types.ts';
import { openBundle } from '../../../utils/bundle/verify/verify-bundle.ts';
import { nextEntry } from '../../../utils/integrity/custody-chain.ts';
import { blobSource, fingerprintBytes } from '../../../utils/integrity/digest.ts';
import { HIDDEN, ID, aCase } from './redacted-case.ts';
import { testSource, written, type TestSource } from './support.ts';

const CAPTURE = 'data/captures/0001-00000000/';
const COPIES = ['recipient', 'forward-safe'] as const;
const text = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

async function bagOf(blob: Blob): Promise<OpenedBag> {
  const { bag } = await openBundle(blobSource(blob));
  if (!bag) throw new Error('no bag');
  return bag;
}

async function bags(source: TestSource, audience: (typeof COPIES)[number]) {
  const copy = await bagOf((await written(source, { audience })).blob);
  return { copy, full: await bagOf((await written(source)).blob) };
}

type Changes = Readonly<Record<string, Uint8Array<ArrayBuffer> | null>>;

/** The bag as it is once somebody changed files, made all digests anew and signed with a key of their own. */
async function forged(bag: OpenedBag, changes: Changes): Promise<OpenedBag> {
  const files = new Map(bag.files);
  const fingerprints = new Map(bag.fingerprints);
  const [like] = [...bag.files.values()];
  for (const [path, bytes] of Object.entries(changes)) {
    if (bytes && like) {
      files.set(path, like);
      fingerprints.set(path, await fingerprintBytes(bytes));
    } else {
      files.delete(path);
      fingerprints.delete(path);
    }
  }
  const read: OpenedBag['text'] = async (path, limit) => {
    const own = changes[path];
    return own === undefined ? bag.text(path, limit) : own && new TextDecoder().decode(own);
  };
  return {
    ...bag,
    files,
    fingerprints,
    text: read,
    bytes: async (path, limit) => (changes[path] === undefined ? bag.bytes(path, limit) : changes[path]),
    async *lines(path) {
      yield* ((await read(path)) ?? '').split('\n').filter(Boolean);
    },
  };
}

async function found(copy: OpenedBag, full: OpenedBag) {
  const { findings, proven } = await compareBags(copy, full, { producers: [reportProducer()] });
  const failures = findings.filter(({ severity }) => severity === 'failure');
  return { paths: failures.map(({ path }) => path), findings, proven };
}

async function parsed<T>(bag: OpenedBag, path: string): Promise<T> {
  return JSON.parse((await bag.text(path)) ?? '') as T;
}

describe.each(COPIES)('a copy for %s held against the full bundle', (audience) => {
  it('is the one that the full bundle gives, report and lists included', async () => {
    const { copy, full } = await bags(await aCase(HIDDEN), audience);
    expect(await found(copy, full)).toMatchObject({ findings: [], proven: [{ key: 'proven-fits-full' }] });
  });

  it('fits a bundle whose log goes on or ends earlier, and not the one of another case', async () => {
    const source = await aCase(HIDDEN);
    const { copy, full } = await bags(source, audience);
    const at = '2026-11-21T11:00:00.000Z';
    const event = { at, actor: 'A. Tester', action: 'exported', objectSha256: null } as const;
    source.log.push(await nextEntry(source.log.at(-1) ?? null, event));
    const later = await bags(source, audience);
    expect(await found(copy, later.full)).toMatchObject({ findings: [] });
    expect(await found(later.copy, full)).toMatchObject({ findings: [] });
    const foreign = await bagOf((await written(await testSource([{}, {}]))).blob);
    expect((await found(copy, foreign)).paths.length).toBeGreaterThan(0);
    const without = await bagOf((await written({ ...source, redactions: [] })).blob);
    expect((await found(copy, without)).paths).toEqual(['zip']);
  });

  it('is not held against a report that this version does not write, and that is said', async () => {
    const { copy, full } = await bags(await aCase(HIDDEN), audience);
    const changed = await forged(copy, { 'data/report.html': text('<p>of another version</p>') });
    const producers = [reportProducer()];
    const { findings } = await compareBags(changed, full, { producers, version: '99.0.0' });
    expect(findings).toMatchObject([
      { severity: 'warning', code: 'redaction-not-compared', path: 'data/report.html' },
    ]);
    const own = (await copy.text('bag-info.txt'))?.match(/Bag-Software-Agent: Prima Facie (.+)/)?.[1];
    const same = await compareBags(changed, full, { producers, version: own ?? '' });
    expect(same.findings).toMatchObject([{ severity: 'failure', path: 'data/report.html' }]);
  });

  it('is found forged where a picture is another and its areas are left out or too large', async () => {
    const { copy, full } = await bags(await aCase(HIDDEN), audience);
    const path = `${CAPTURE}tiles/000.png`;
    const fake = new Uint8Array(
      encode({ width: 80, height: 200, data: new Uint8Array(80 * 200 * 3).fill(7), channels: 3 }),
    );
    const declaration = await parsed<RedactionsFile>(copy, 'data/redactions.json');
    const { digest, size } = await fingerprintBytes(fake);
    for (const areas of [undefined, [{ x: 0, y: 0, width: 80, height: 200 }]]) {
      const files = declaration.files.map((file): RedactedFile => {
        if (file.path !== path || file.state !== 'copy') return file;
        const { areas: _areas, ...rest } = file;
        return { ...rest, copy: { digest, size }, ...(areas ? { areas } : {}) };
      });
      const changes = { [path]: fake, 'data/redactions.json': text({ ...declaration, files }) };
      expect((await found(await forged(copy, changes), full)).paths).toContain(path);
    }
  });

  it.each(['capture.json', 'report.html', 'urls.csv', 'case.json', 'record.json', 'extra.html'])(
    'is found forged where %s is another',
    async (name) => {
      const { copy, full } = await bags(await aCase(HIDDEN), audience);
      const path = `${['capture.json', 'record.json'].includes(name) ? CAPTURE : 'data/'}${name}`;
      const changes: Record<string, Uint8Array<ArrayBuffer>> = { [path]: text('forged') };
      if (name === 'capture.json') {
        const document = await parsed<CaptureDocument>(copy, path);
        const other = text({ ...document, urlFinal: 'https://competitor.example/stolen' });
        const declaration = await parsed<RedactionsFile>(copy, 'data/redactions.json');
        const { digest, size } = await fingerprintBytes(other);
        const files = declaration.files.map((file) =>
          file.path === path ? { ...file, copy: { digest, size } } : file,
        );
        changes[path] = other;
        changes['data/redactions.json'] = text({ ...declaration, files });
      }
      expect((await found(await forged(copy, changes), full)).paths).toContain(path);
    },
  );

  it('is found forged where a capture is dropped and nothing said', async () => {
    const { copy, full } = await bags(await aCase(HIDDEN), audience);
    const folder = [...copy.files.keys()].filter((path) => path.startsWith(CAPTURE));
    const declaration = await parsed<RedactionsFile>(copy, 'data/redactions.json');
    const files = declaration.files.filter((file) => !file.path.startsWith(CAPTURE));
    const changes: Changes = {
      ...Object.fromEntries(folder.map((path) => [path, null])),
      'data/redactions.json': text({ ...declaration, files }),
    };
    const { paths } = await found(await forged(copy, changes), full);
    expect(paths).toEqual(expect.arrayContaining([`${CAPTURE}capture.json`, `${CAPTURE}record.json`]));
  });

  it('is found forged where the log shows another time, action or object under the same hashes', async () => {
    const { copy, full } = await bags(await aCase(HIDDEN), audience);
    const log = ((await copy.text('data/custody.jsonl')) ?? '').trim().split('\n');
    const declaration = await parsed<RedactionsFile>(copy, 'data/redactions.json');
    const first = declaration.custodyWithheld[0] ?? 0;
    for (const change of [{ at: '2019-01-01T00:00:00.000Z' }, { action: 'original-viewed' }] as const) {
      const entry = { ...(JSON.parse(log[first] ?? '') as CustodyEntry | WithheldEntry), ...change };
      const lines = log.with(first, JSON.stringify(entry)).join('\n');
      const changed = await forged(copy, { 'data/custody.jsonl': text(lines) });
      expect((await found(changed, full)).paths).toContain('data/custody.jsonl');
    }
  });

  it('says that another key signed, and what was not compared', async () => {
    const { copy, full } = await bags(await aCase(HIDDEN), audience);
    const info = (await copy.text('bag-info.txt')) ?? '';
    const signed = `${info}Prima-Facie-Signer: ${'ab'.repeat(32)}\n`;
    const codes = (await found(await forged(copy, { 'bag-info.txt': text(signed) }), full)).findings;
    expect(codes).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'redaction-signer' })]));
    const plain = await compareBags(copy, full);
    expect(plain.findings).toEqual([
      { severity: 'warning', code: 'redaction-not-compared', path: 'data/report.html' },
    ]);
  });
});

it('asks for files that were there, and not for those that came later', async () => {
  const source = await aCase(HIDDEN);
  const { copy } = await bags(source, 'recipient');
  const [one] = source.all;
  if (!one) throw new Error('no capture');
  const later = { ...one.entries[0], path: 'later/x.json', mediaType: 'application/json', captureId: ID };
  const entry = (takenAt: string) => ({ ...later, takenAt }) as (typeof one.entries)[number];
  const at = '2026-11-21T12:00:00.000Z';
  source.log.push(
    await nextEntry(source.log.at(-1) ?? null, { at, actor: 'A', action: 'looked-up', objectSha256: null }),
  );
  for (const [takenAt, fits] of [
    ['2026-11-21T11:59:00.000Z', true],
    ['2026-11-21T09:00:00.000Z', false],
  ] as const) {
    source.all[0] = { ...one, entries: [...one.entries, entry(takenAt)] };
    const full = await bagOf((await written(source)).blob);
    expect([takenAt, (await found(copy, full)).paths.length === 0]).toEqual([takenAt, fits]);
  }
});
