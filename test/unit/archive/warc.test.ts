import { gunzipSync } from 'node:zlib';
import { WARCParser, type WARCRecord } from 'warcio';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../utils/case/exchange.ts';
import { writeWarc, type WarcFile } from '../../../utils/bundle/archive/warc-file.ts';
import { digestOf } from '../../../utils/integrity/digest.ts';
import { BodyStore, exchangeOf } from './samples.ts';

const store = new BodyStore();
const html = '<!doctype html><title>漫画</title><p>Chapter one</p>';
const png = new Uint8Array(200_000).map((_, index) => (index * 7919) % 251);

async function samples(): Promise<Exchange[]> {
  const page = await store.keep(html);
  const image = await store.keep(png);
  const response = exchangeOf({ url: 'https://a.example/' }).response;
  if (!response) throw new Error('sample without response');
  return [
    exchangeOf({
      url: 'http://short.example/x',
      response: {
        ...response,
        status: 302,
        statusText: 'Found',
        statusLine: 'HTTP/1.1 302 Found',
        headers: [
          { name: 'Location', value: 'https://a.example/?p=1#top' },
          { name: 'X-Evil', value: 'a\r\nWARC-Type: warcinfo\r\n\r\nb' },
        ],
      },
      bodyMissing: 'redirect',
    }),
    exchangeOf({
      url: 'https://a.example/?p=1#top',
      protocol: 'h2',
      requestHeaders: [
        { name: ':authority', value: 'a.example' },
        { name: 'cookie', value: 'sid=hunter2secret' },
      ],
      response: {
        ...response,
        headers: [
          { name: ':status', value: '200' },
          { name: 'content-type', value: 'text/html; charset=utf-8' },
          { name: 'content-encoding', value: 'br' },
          { name: 'content-length', value: '31' },
          { name: 'set-cookie', value: 'a=hunter2secret; Path=/\nb=hunter2secret' },
        ],
      },
      body: { ...page, form: 'decoded' },
    }),
    exchangeOf({
      url: 'https://a.example/big.png',
      type: 'image',
      response: {
        ...response,
        headers: [{ name: 'Content-Type', value: 'image/png' }],
        mediaType: 'image/png',
      },
      body: {
        ...image,
        form: 'decoded',
        truncated: { reason: 'length', capBytes: 200_000, totalBytes: 900_000 },
      },
    }),
    exchangeOf({
      url: 'https://a.example/cached.css',
      fromCache: 'disk',
      body: { ...page, form: 'decoded' },
    }),
    exchangeOf({ url: 'https://a.example/gone', response: null, error: 'net::ERR_FAILED' }),
    exchangeOf({ url: 'https://a.example/late.mp4', bodyMissing: 'not allowed by the setting' }),
    exchangeOf({ url: 'data:text/plain,x' }),
  ];
}

async function write(exchanges: Exchange[]): Promise<WarcFile> {
  const shot = await store.keep('<html>DOM</html>');
  return writeWarc(
    {
      software: 'Prima Facie 0.1.0',
      createdAt: '2026-11-21T10:01:00.000Z',
      description: 'Recorded capture\r\nof a page',
      exchanges,
      resources: [
        {
          url: 'https://a.example/dom',
          at: '2026-11-21T10:00:30.000Z',
          mediaType: 'text/html',
          digest: shot.digest,
          source: 'DOM as it stood',
        },
      ],
    },
    store.read,
  );
}

async function read(bytes: Uint8Array): Promise<{ record: WARCRecord; payload: Uint8Array }[]> {
  const records: { record: WARCRecord; payload: Uint8Array }[] = [];
  for await (const record of new WARCParser([bytes])) {
    records.push({ record, payload: await record.readFully(false) });
  }
  return records;
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}

describe('WARC, read by warcio', () => {
  it('holds what was recorded and nothing else', async () => {
    const file = await write(await samples());
    const records = await read(await bytesOf(file.blob));
    expect(records.map(({ record }) => [record.warcType, record.warcTargetURI])).toEqual([
      ['warcinfo', null],
      ['response', 'http://short.example/x'],
      ['request', 'http://short.example/x'],
      ['response', 'https://a.example/?p=1'],
      ['request', 'https://a.example/?p=1'],
      ['response', 'https://a.example/big.png'],
      ['request', 'https://a.example/big.png'],
      ['resource', 'https://a.example/cached.css'],
      ['response', 'https://a.example/late.mp4'],
      ['request', 'https://a.example/late.mp4'],
      ['resource', 'https://a.example/dom'],
    ]);
    expect(records).toHaveLength(file.records);
    for (const { record, payload } of records.slice(1)) {
      expect(record.warcPayloadDigest).toBe(await digestOf(new Uint8Array(payload)));
    }
    expect(new Set(records.map(({ record }) => record.warcHeader('WARC-Record-ID'))).size).toBe(11);
    expect(file.digest).toBe(await digestOf(await bytesOf(file.blob)));
  });

  it('keeps the headers, renamed where the body no longer fits them', async () => {
    const records = await read(await bytesOf((await write(await samples())).blob));
    const page = records[3]?.record;
    expect(page?.warcHeader('WARC-IP-Address')).toBe('192.0.2.7');
    expect(page?.warcHeader('WARC-Protocol')).toBe('h2');
    expect(page?.warcHeader('WARC-Date')).toBe('2026-11-21T10:00:00.123Z');
    expect(page?.httpHeaders?.statusline).toBe('HTTP/1.1 200 OK');
    const headers = page?.httpHeaders?.headers;
    expect(headers?.get('x-orig-content-encoding')).toBe('br');
    expect(headers?.get('x-orig-content-length')).toBe('31');
    expect(headers?.get('content-length')).toBe(String(new TextEncoder().encode(html).length));
    expect(headers?.get('content-encoding') ?? null).toBe(null);
    expect(new TextDecoder().decode(records[3]?.payload)).toBe(html);
    expect(records[4]?.record.warcHeader('WARC-Concurrent-To')).toBe(page?.warcHeader('WARC-Record-ID'));
    expect(records[5]?.record.warcHeader('WARC-Truncated')).toBe('length');
    expect(records[8]?.record.warcHeader('WARC-Truncated')).toBe('unspecified');
    expect(records[7]?.record.warcHeader('X-Prima-Facie-Source')).toContain('cache');
    expect(records[1]?.record.httpHeaders?.headers.get('X-Evil')).toBe('a, WARC-Type: warcinfo, b');
  });

  it('writes block digests over exactly the block', async () => {
    const text = gunzipSync(await bytesOf((await write(await samples())).blob)).toString('latin1');
    let at = 0;
    let blocks = 0;
    while (at < text.length) {
      const end = text.indexOf('\r\n\r\n', at) + 4;
      const head = text.slice(at, end);
      const length = Number(/Content-Length: (\d+)\r\n/.exec(head)?.[1]);
      const block = Uint8Array.from(text.slice(end, end + length), (character) => character.charCodeAt(0));
      expect(/WARC-Block-Digest: (\S+)/.exec(head)?.[1]).toBe(await digestOf(block));
      expect(text.slice(end + length, end + length + 4)).toBe('\r\n\r\n');
      at = end + length + 4;
      blocks += 1;
    }
    expect(blocks).toBe(11);
  });

  it('leaves secrets out and says so', async () => {
    const text = gunzipSync(await bytesOf((await write(await samples())).blob)).toString('latin1');
    expect(text).not.toContain('hunter2secret');
    expect(text).toContain('secrets-omitted: cookie (1), set-cookie (1)\r\n');
    expect(text).toContain('cookie: sid=(omitted)');
  });

  it('gives equal bytes for equal input, and its index leads to each record', async () => {
    const [first, second] = [await write(await samples()), await write(await samples())];
    const bytes = await bytesOf(first.blob);
    expect(await bytesOf(second.blob)).toEqual(bytes);
    expect(first.index.map(({ url, status }) => [url, status])).toEqual([
      ['http://short.example/x', 302],
      ['https://a.example/?p=1', 200],
      ['https://a.example/big.png', 200],
      ['https://a.example/cached.css', 200],
      ['https://a.example/dom', 200],
    ]);
    for (const { url, offset, length, digest, recordDigest } of first.index) {
      const member = bytes.slice(offset, offset + length);
      const [only, ...others] = await read(member);
      expect(others).toEqual([]);
      expect(only?.record.warcTargetURI).toBe(url);
      expect(only?.record.warcPayloadDigest).toBe(digest);
      expect(recordDigest).toBe(await digestOf(member));
    }
  });

  it('writes text of which the bytes were not to be had as a resource', async () => {
    const body = await store.keep('漫画');
    const file = await write([exchangeOf({ url: 'https://a.example/t', body: { ...body, form: 'text' } })]);
    const [, only] = await read(await bytesOf(file.blob));
    expect(only?.record.warcType).toBe('resource');
    expect(only?.record.warcHeader('Content-Type')).toBe('text/html; charset=utf-8');
    expect(only?.record.warcHeader('X-Prima-Facie-Source')).toContain('written again');
  });

  it('stops when told to', async () => {
    const source = { software: 'x', createdAt: '2026-11-21T10:01:00.000Z', description: '', resources: [] };
    const run = writeWarc({ ...source, exchanges: await samples() }, store.read, {
      signal: AbortSignal.abort(new Error('enough')),
    });
    await expect(run).rejects.toThrow('enough');
  });
});

describe('partial responses', () => {
  const url = 'https://v.example/film.mp4';
  async function part(start: number, end: number, total = png.length, etag = '"1"'): Promise<Exchange> {
    const body = await store.keep(png.slice(start, end));
    return exchangeOf({
      id: `${start}-${end}-${etag}`,
      url,
      type: 'media',
      response: {
        status: 206,
        statusText: 'Partial Content',
        headers: [
          { name: 'Content-Range', value: `bytes ${start}-${end - 1}/${total}` },
          { name: 'ETag', value: etag },
        ],
        headersForm: 'raw',
        mediaType: 'video/mp4',
      },
      body: { ...body, form: 'decoded' },
    });
  }

  it('that cover the file give the whole beside them', async () => {
    const total = png.length;
    const file = await write([
      await part(100_000, total),
      await part(0, 60_000),
      await part(50_000, 120_000),
    ]);
    const found = file.index.filter((entry) => entry.url === url);
    expect(found).toHaveLength(1);
    const [{ offset = 0, length = 0, digest = '' } = {}] = found;
    expect(digest).toBe(await digestOf(png));
    const [only] = await read((await bytesOf(file.blob)).slice(offset, offset + length));
    expect(only?.record.warcType).toBe('resource');
    expect(only?.payload).toEqual(png);
  });

  it('with a gap, or of two versions of the file, stay parts', async () => {
    const total = png.length;
    const gap = await write([await part(0, 60_000), await part(60_001, total)]);
    expect(gap.index.filter((entry) => entry.url === url).map(({ status }) => status)).toEqual([206, 206]);
    const versions = await write([await part(0, 60_000), await part(60_000, total, total, '"2"')]);
    expect(versions.index.filter((entry) => entry.url === url)).toHaveLength(2);
  });

  it('that hold the whole file need no joining', async () => {
    const file = await write([await part(0, png.length)]);
    expect(file.index.filter((entry) => entry.url === url).map(({ status }) => status)).toEqual([206]);
  });
});

describe('a body that is not kept', () => {
  const response = exchangeOf({ url: 'https://a.example/' }).response;

  it('is never written as an empty one that the server sent', async () => {
    const records = await read(
      await bytesOf((await write([exchangeOf({ url: 'https://a.example/x' })])).blob),
    );
    expect(records[1]?.record.warcHeader('WARC-Truncated')).toBe('unspecified');
  });

  it('is not missed where the server said that there is none', async () => {
    if (!response) throw new Error('sample without response');
    const headers = [{ name: 'Content-Length', value: '0' }];
    const empty = exchangeOf({ url: 'https://a.example/x', response: { ...response, headers } });
    const records = await read(await bytesOf((await write([empty])).blob));
    expect(records[1]?.record.warcHeader('WARC-Truncated')).toBeFalsy();
  });

  it('of a request is said to be missing, and its length stands under another name', async () => {
    const sent = exchangeOf({
      url: 'https://a.example/form',
      method: 'POST',
      requestHeaders: [{ name: 'Content-Length', value: '12' }],
    });
    const records = await read(await bytesOf((await write([sent])).blob));
    const request = records[2]?.record;
    expect(request?.warcType).toBe('request');
    expect(request?.warcHeader('WARC-Truncated')).toBe('unspecified');
    expect(request?.httpHeaders?.headers.get('content-length') ?? null).toBeNull();
    expect(request?.httpHeaders?.headers.get('x-orig-content-length')).toBe('12');
  });
});
