import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { renderCdxj, surtOf } from '../../../utils/bundle/archive/cdxj.ts';
import { writeWacz, type WaczPorts, type WaczSource } from '../../../utils/bundle/archive/wacz.ts';
import { jszipSink, storedSink } from '../../../utils/bundle/archive/zip-sink.ts';
import { fail, succeed } from '../../../utils/case/result.ts';
import { digestOf } from '../../../utils/integrity/digest.ts';
import { makeSigningKey, signBytes } from '../../../utils/integrity/signing-key.ts';
import { BodyStore, exchangeOf } from './samples.ts';

const store = new BodyStore();

async function source(): Promise<WaczSource> {
  const body = await store.keep('<p>one</p>');
  const url = 'https://a.example/?p=1#frag';
  const at = '2026-11-21T10:00:00.123Z';
  return {
    software: 'Prima Facie 0.1.0',
    createdAt: '2026-11-21T10:01:00.000Z',
    title: 'Chapter "1" 漫画',
    description: 'Recorded capture',
    pages: [{ url, at, title: '"><img src=x>', text: 'one' }],
    exchanges: [exchangeOf({ url, body: { ...body, form: 'decoded' } })],
    resources: [],
  };
}

async function write(ports: Partial<WaczPorts> = {}) {
  const result = await writeWacz(await source(), { readBody: store.read, zip: jszipSink, ...ports });
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}

async function files(blob: Blob): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const zip = await JSZip.loadAsync(await blob.arrayBuffer(), { checkCRC32: true });
  const entries = await Promise.all(
    Object.values(zip.files).map(async (file): Promise<[string, Uint8Array<ArrayBuffer>]> => {
      return [file.name, (await file.async('uint8array')) as Uint8Array<ArrayBuffer>];
    }),
  );
  return new Map(entries);
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** A DER INTEGER of an unsigned number. */
function integer(bytes: Buffer): Buffer {
  const trimmed = bytes.subarray(
    Math.max(
      0,
      bytes.findIndex((byte) => byte !== 0),
    ),
  );
  const body = (trimmed[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), trimmed]) : trimmed;
  return Buffer.concat([Buffer.of(2, body.length), body]);
}

function gone(): Promise<Blob> {
  return Promise.reject(new Error('gone'));
}

describe('WACZ', () => {
  it('names every file with its digest, and has no other', async () => {
    const content = await files((await write()).blob);
    const datapackage = JSON.parse(textOf(content.get('datapackage.json')));
    expect(datapackage).toMatchObject({
      profile: 'data-package',
      wacz_version: '1.1.1',
      mainPageUrl: 'https://a.example/?p=1#frag',
      mainPageDate: '2026-11-21T10:00:00.123Z',
    });
    const named = datapackage.resources as { path: string; hash: string; bytes: number }[];
    expect([...named.map(({ path }) => path), 'datapackage.json', 'datapackage-digest.json']).toEqual([
      ...content.keys(),
    ]);
    for (const { path, hash, bytes } of named) {
      expect(hash).toBe(await digestOf(content.get(path) ?? new Uint8Array()));
      expect(bytes).toBe(content.get(path)?.length);
    }
    const digest = JSON.parse(textOf(content.get('datapackage-digest.json')));
    expect(digest).toEqual({
      path: 'datapackage.json',
      hash: await digestOf(content.get('datapackage.json') ?? new Uint8Array()),
    });
  });

  it('gives equal bytes for equal input', async () => {
    const [first, second] = [await write(), await write()];
    expect(await first.blob.bytes()).toEqual(await second.blob.bytes());
    expect(first).toMatchObject({ records: 3, indexed: 1, signed: false });
  });

  it('holds the same files whoever packs it', async () => {
    const [first, second] = [await write(), await write({ zip: storedSink })];
    expect(await files(second.blob)).toEqual(await files(first.blob));
    expect(await (await write({ zip: storedSink })).blob.bytes()).toEqual(await second.blob.bytes());
  });

  it('carries the page with its text', async () => {
    const lines = textOf((await files((await write()).blob)).get('pages/pages.jsonl'))
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { format: 'json-pages-1.0', hasText: true },
      {
        url: 'https://a.example/?p=1#frag',
        ts: '2026-11-21T10:00:00.123Z',
        title: '"><img src=x>',
        text: 'one',
      },
    ]);
  });

  it('is signed so that openssl agrees', async () => {
    const key = await makeSigningKey(() => new Date(), 'P-384');
    const content = await files((await write({ sign: (bytes) => signBytes(key, bytes) })).blob);
    const { signedData } = JSON.parse(textOf(content.get('datapackage-digest.json')));
    expect(Object.keys(signedData).toSorted()).toEqual([
      'created',
      'hash',
      'publicKey',
      'signature',
      'software',
      'version',
    ]);
    const dir = mkdtempSync(join(tmpdir(), 'wacz-'));
    const raw = Buffer.from(signedData.signature, 'base64');
    const sequence = Buffer.concat([integer(raw.subarray(0, 48)), integer(raw.subarray(48))]);
    writeFileSync(join(dir, 'sig'), Buffer.concat([Buffer.of(0x30, sequence.length), sequence]));
    writeFileSync(join(dir, 'key'), Buffer.from(signedData.publicKey, 'base64'));
    writeFileSync(join(dir, 'hash'), signedData.hash);
    const pem = execFileSync('openssl', ['pkey', '-pubin', '-inform', 'DER', '-in', join(dir, 'key')]);
    writeFileSync(join(dir, 'pem'), pem);
    const verify = [
      'dgst',
      '-sha256',
      '-verify',
      join(dir, 'pem'),
      '-signature',
      join(dir, 'sig'),
      join(dir, 'hash'),
    ];
    expect(execFileSync('openssl', verify).toString()).toContain('Verified OK');
  });

  it('fails rather than come out unsigned', async () => {
    const broken = async () => fail('signing-failed', 'no key');
    const short = async () => succeed({ raw: new Uint8Array(64), spki: new Uint8Array(1) });
    for (const sign of [broken, short]) {
      const result = await writeWacz(await source(), { readBody: store.read, zip: jszipSink, sign });
      expect(result).toMatchObject({ ok: false, failure: { code: 'signing-failed' } });
    }
  });

  it('cancelled, or with a body gone, is a failure and not an archive', async () => {
    const ports = { readBody: store.read, zip: jszipSink };
    expect(await writeWacz(await source(), { ...ports, signal: AbortSignal.abort() })).toMatchObject({
      failure: { code: 'cancelled' },
    });
    expect(await writeWacz(await source(), { ...ports, readBody: gone })).toMatchObject({
      failure: { code: 'storage-failed', detail: 'Error: gone' },
    });
  });
});

describe('CDXJ', () => {
  it('turns hosts round, and sorts queries', () => {
    expect(surtOf('https://www.Example.com/A/b?z=1&a=2')).toBe('com,example)/a/b?a=2&z=1');
    expect(surtOf('http://sub.example.co.uk:8080/')).toBe('uk,co,example,sub:8080)/');
    expect(surtOf('http://127.0.0.1:81/x')).toBe('127.0.0.1:81)/x');
    expect(surtOf('http://[::1]/x')).toBe('[::1])/x');
    expect(surtOf('https://漫画.example/')).toBe('example,xn--qex62k)/');
    expect(surtOf('urn:x')).toBe('urn:x');
  });

  it('is sorted as LC_ALL=C sort sorts', () => {
    const urls = [
      'https://b.example/',
      'https://a.example/\u{1F600}',
      'https://a.example/\uFF5E',
      'https://a.example/',
    ];
    const place = {
      mime: 'text/html',
      status: 200,
      digest: 'sha256:00',
      filename: 'data.warc.gz',
      offset: 0,
      length: 1,
    };
    const text = renderCdxj(urls.map((url) => ({ ...place, url, at: '2026-11-21T10:00:00.123Z' })));
    const sorted = execFileSync('sort', { input: text, env: { ...process.env, LC_ALL: 'C' } }).toString();
    expect(text).toBe(sorted);
    expect(text.split('\n')[0]).toMatch(/^example,a\)\/ 20261121100000 \{"url":"https:\/\/a\.example\/"/);
  });
});
