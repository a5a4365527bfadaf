import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import harSchemas from 'har-schema';
import { describe, expect, it } from 'vitest';
import type { NetworkLog } from '../../../utils/case/network.ts';
import { buildHar } from '../../../utils/bundle/archive/har.ts';
import { exchangeOf } from './samples.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addMetaSchema(draft06);
ajv.addSchema(Object.values(harSchemas));
const validate = ajv.getSchema('har.json#');

const hop = { method: 'GET', ip: '192.0.2.7', fromCache: false, source: 'server' } as const;
const log: NetworkLog = {
  schema: 'prima-facie/network-log/1',
  tabId: 1,
  hops: [
    {
      ...hop,
      url: 'http://short.example/a?token=hunter2secret',
      status: 302,
      statusLine: 'HTTP/1.1 302 Found',
      location: 'http://mid.example/b',
      at: '2026-11-21T10:00:00.000Z',
    },
    {
      ...hop,
      url: 'http://mid.example/b',
      status: 0,
      location: 'https://site.example/c',
      at: '2026-11-21T10:00:00.050Z',
      ip: null,
      source: 'browser',
    },
    { ...hop, url: 'https://site.example/c', status: 200, at: '2026-11-21T10:00:00.100Z' },
  ],
  mainResponse: {
    url: 'https://site.example/c',
    status: 200,
    statusLine: 'HTTP/1.1 200 OK',
    headers: [
      { name: 'content-type', value: 'text/html' },
      { name: 'set-cookie', value: 'sid=hunter2secret; Path=/' },
    ],
    ip: '192.0.2.7',
    fromCache: false,
    at: '2026-11-21T10:00:00.100Z',
  },
  requests: [
    {
      url: 'https://img.example/漫画/1.jpg?sig=hunter2secret&a[]=|',
      method: 'GET',
      type: 'image',
      frameId: 0,
      parentFrameId: -1,
      initiator: 'https://site.example/c?session=hunter2secret',
      status: 200,
      ip: '2001:db8::7',
      fromCache: true,
      startedAt: '2026-11-21T10:00:00.300Z',
      durationMs: 31.5,
      mediaType: 'image/jpeg',
      bytes: 1234,
      redirects: [
        {
          ...hop,
          url: 'http://img.example/1.jpg',
          status: 301,
          location: 'https://img.example/1.jpg',
          at: '2026-11-21T10:00:00.200Z',
        },
      ],
    },
    {
      url: 'https://ads.example/x',
      method: 'POST',
      type: 'xmlhttprequest',
      frameId: 0,
      parentFrameId: -1,
      status: 0,
      ip: null,
      fromCache: false,
      startedAt: '2026-11-21T10:00:00.400Z',
      bytes: null,
      error: 'net::ERR_BLOCKED_BY_CLIENT',
    },
  ],
  dropped: 3,
};
const source = {
  log,
  title: 'Chapter 1',
  startedAt: '2026-11-21T10:00:05.000Z',
  creator: { name: 'Prima Facie', version: '0.1.0' },
  browser: { name: 'Chromium', version: '156' },
};

describe('HAR', () => {
  it('is valid HAR 1.2', () => {
    const har = JSON.parse(JSON.stringify(buildHar(source))) as unknown;
    validate?.(har);
    expect(validate?.errors).toBe(null);
  });

  it('the validator refuses what is not HAR', () => {
    expect(validate?.({ log: { version: '1.2', entries: [{}] } })).toBe(false);
  });

  it('has one entry per hop, with address, location and order', () => {
    const { entries, pages } = buildHar(source).log;
    expect(
      entries.map(({ request, response }) => [response.status, request.url, response.redirectURL]),
    ).toEqual([
      [302, 'http://short.example/a?token=(omitted)', 'http://mid.example/b'],
      [0, 'http://mid.example/b', 'https://site.example/c'],
      [200, 'https://site.example/c', ''],
      [301, 'http://img.example/1.jpg', 'https://img.example/1.jpg'],
      [200, 'https://img.example/%E6%BC%AB%E7%94%BB/1.jpg?sig=(omitted)&a%5B%5D=%7C', ''],
      [0, 'https://ads.example/x', ''],
    ]);
    expect(entries.map(({ serverIPAddress }) => serverIPAddress)).toEqual([
      '192.0.2.7',
      undefined,
      '192.0.2.7',
      '192.0.2.7',
      '2001:db8::7',
      undefined,
    ]);
    expect(entries[4]?.request._url).toBe('https://img.example/漫画/1.jpg?sig=(omitted)&a[]=|');
    expect(entries[4]).toMatchObject({ _fromCache: 'cache', time: 31.5, response: { bodySize: 1234 } });
    expect(entries[5]?.response._error).toBe('net::ERR_BLOCKED_BY_CLIENT');
    expect(pages[0]?.startedDateTime).toBe('2026-11-21T10:00:00.000Z');
  });

  it('holds no secret, and says what it left out', () => {
    expect(JSON.stringify(buildHar(source))).not.toContain('hunter2secret');
    expect(buildHar(source).log._secretsOmitted).toEqual([
      { where: 'header', name: 'set-cookie', count: 1 },
      { where: 'query', name: 'session', count: 2 },
      { where: 'query', name: 'sig', count: 1 },
      { where: 'query', name: 'token', count: 1 },
    ]);
    expect(buildHar(source).log._requestsDropped).toBe(3);
  });

  it('puts a recorded exchange in the place of what the log saw', () => {
    const exchanges = [exchangeOf({ url: 'https://site.example/c', startedAt: '2026-11-21T10:00:00.101Z' })];
    const har = buildHar({ ...source, exchanges });
    validate?.(har);
    expect(validate?.errors).toBe(null);
    const page = har.log.entries.filter(({ request }) => request.url === 'https://site.example/c');
    expect(page).toHaveLength(1);
    expect(page[0]?.request.headers).toEqual([{ name: 'Accept', value: '*/*' }]);
    expect(har.log.entries).toHaveLength(6);
  });

  it('of a page whose connection was not seen is empty and says why', () => {
    const unseen = {
      ...log,
      hops: [],
      mainResponse: null,
      requests: [],
      notObserved: 'before-extension',
    } as const;
    const har = buildHar({ ...source, log: unseen });
    validate?.(har);
    expect(validate?.errors).toBe(null);
    expect(har.log.entries).toEqual([]);
    expect(har.log.comment).toContain('before-extension');
  });
});
