import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch, type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/setup/find-browser.ts';
import type { Exchange } from '../../../utils/case/exchange.ts';
import { digestOf } from '../../../utils/integrity/digest.ts';
import { startSampleSite, type SampleSite } from '../../fixtures/site/server.ts';
import { makeCertificate } from './certificate.ts';
import { recordPage, type Recorded } from './record.ts';

const film = readFileSync(new URL('../../fixtures/site/media/film.mp4', import.meta.url));
/** Shift_JIS: 漫画. Text decoded and written again would not be these bytes. */
const JAPANESE = Uint8Array.from([...Buffer.from('<p>'), 0x96, 0x9f, 0x89, 0xe6, ...Buffer.from('</p>')]);
const SCRIPT = `/* ${'x'.repeat(200_000)} */ fetch('/data.bin').then((answer) => answer.arrayBuffer());`;
const DATA = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 256);

let browser: Browser;
let site: SampleSite;
let plain: Server;
let origin = '';

beforeAll(async () => {
  plain = createServer((request, response) => {
    const path = request.url ?? '/';
    const answer = (type: string, body: Uint8Array | string, headers: Record<string, string> = {}) => {
      response.writeHead(200, { 'content-type': type, ...headers });
      response.end(body);
    };
    if (path === '/start') {
      response.writeHead(302, { location: '/page', 'set-cookie': ['a=hunter2', 'b=2'] });
      response.end('moved');
    } else if (path === '/page') {
      const html = '<script src=/s.js></script><iframe src=/japanese></iframe><img src=/none.png>';
      answer('text/html', gzipSync(html), { 'content-encoding': 'gzip' });
    } else if (path === '/japanese') {
      response.writeHead(200, { 'content-type': 'text/html; charset=shift_jis' });
      response.write(JAPANESE.subarray(0, 4));
      // As a network does: a document does not come in the same instant as its head.
      setTimeout(() => response.end(JAPANESE.subarray(4)), 400);
    } else if (path === '/s.js') answer('text/javascript', SCRIPT);
    else if (path === '/data.bin') answer('application/octet-stream', DATA);
    else {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('nothing here');
    }
  });
  await new Promise<void>((resolve) => {
    plain.listen(0, '127.0.0.1', () => resolve());
  });
  origin = `http://127.0.0.1:${(plain.address() as AddressInfo).port}`;
  site = await startSampleSite();
  browser = await launch({
    executablePath: findBrowser('chromium') ?? '',
    acceptInsecureCerts: true,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  plain?.closeAllConnections();
  plain?.close();
});

function find({ exchanges }: Recorded, url: string): Exchange {
  const found = exchanges.find((exchange) => exchange.url === url);
  if (!found) throw new Error(`${url} was not recorded, but ${exchanges.map((each) => each.url).join(' ')}`);
  return found;
}

describe('recording by the debugger', () => {
  it('keeps each response byte for byte, with its raw headers and address', async () => {
    const recorded = await recordPage(browser, `${origin}/start`);
    const redirect = find(recorded, `${origin}/start`);
    expect(redirect.response).toMatchObject({
      status: 302,
      statusLine: 'HTTP/1.1 302 Found',
      headersForm: 'raw',
    });
    expect(redirect.response?.headers.filter(({ name }) => name === 'set-cookie')).toEqual([
      { name: 'set-cookie', value: 'a=hunter2' },
      { name: 'set-cookie', value: 'b=2' },
    ]);
    expect(redirect).toMatchObject({ ip: '127.0.0.1', bodyMissing: 'redirect', fromCache: 'no' });

    const page = find(recorded, `${origin}/page`);
    expect(page.response?.headers).toContainEqual({ name: 'content-encoding', value: 'gzip' });
    expect(page.requestHeaders.map(({ name }) => name.toLowerCase())).toContain('host');
    expect(page.body?.form).toBe('decoded');
    const expected: [string, Uint8Array | string][] = [
      ['/japanese', JAPANESE],
      ['/s.js', SCRIPT],
      ['/data.bin', DATA],
      ['/none.png', 'nothing here'],
    ];
    for (const [path, content] of expected) {
      const { body } = find(recorded, origin + path);
      expect(body).toEqual({
        digest: await digestOf(content as string),
        size: content.length,
        form: 'decoded',
      });
    }
    expect(find(recorded, `${origin}/none.png`).response?.status).toBe(404);
    expect(recorded.dropped).toBe(0);
  });

  it('cuts bodies at the cap, and says what there would have been', async () => {
    const recorded = await recordPage(browser, `${origin}/start`, { limits: { maximumBodyBytes: 1000 } });
    expect(find(recorded, `${origin}/data.bin`).body).toEqual({
      digest: await digestOf(DATA.slice(0, 1000)),
      size: 1000,
      form: 'decoded',
      truncated: { reason: 'length', capBytes: 1000, totalBytes: DATA.length },
    });
  });

  it('counts requests beyond the limit', async () => {
    const recorded = await recordPage(browser, `${origin}/start`, { limits: { maximumRequests: 2 } });
    expect(recorded.exchanges.length).toBeGreaterThan(0);
    expect(recorded.dropped).toBeGreaterThan(0);
  });

  it('records frames of other processes, and the film, from its own address', async () => {
    const recorded = await recordPage(browser, site.url('film'), { extraMs: 1500 });
    const video = find(recorded, `${site.origins.media}/films/film.mp4`);
    expect(video).toMatchObject({ ip: site.addresses.media.address, type: 'media' });
    expect(video.response?.status).toBe(206);
    expect(video.body?.digest).toBe(await digestOf(new Uint8Array(film)));
    const playlist = find(recorded, `${site.origins.media}/films/master.m3u8`);
    expect(await (await recorded.read(playlist.body?.digest ?? 'sha256:')).text()).toContain('#EXTM3U');
    expect(find(recorded, `${site.origins.media}/films/360p-init.mp4`).body).not.toBe(null);
  });

  it('keeps the certificates of the connection, and speaks HTTP/2', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recorder-'));
    const { key, cert } = makeCertificate(folder);
    const secure = createSecureServer({ key, cert }, (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'set-cookie': ['a=1', 'b=2'] });
      response.end('over TLS');
    });
    const url = await new Promise<string>((resolve) => {
      secure.listen(0, '127.0.0.1', () => {
        resolve(`https://127.0.0.1:${(secure.address() as AddressInfo).port}/`);
      });
    });
    const page = find(await recordPage(browser, url), url);
    secure.close();
    rmSync(folder, { recursive: true });
    expect(page).toMatchObject({ protocol: 'h2', security: { protocol: 'TLS 1.3', subject: '127.0.0.1' } });
    expect(page.security?.chainPem).toEqual([cert]);
    expect(page.response?.statusLine).toBe(undefined);
    expect(page.response?.headers.filter(({ name }) => name === 'set-cookie')).toHaveLength(2);
  });

  it('leaves audio and video out where the setting says so', async () => {
    const recorded = await recordPage(browser, site.url('film'), { limits: { recordMedia: false } });
    const video = find(recorded, `${site.origins.media}/films/film.mp4`);
    expect(video.body).toBe(null);
    expect(video.bodyMissing).toBe('audio and video are not kept by the setting');
  });
});
