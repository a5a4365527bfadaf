import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { launch, type Browser } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evaluateInFirefox } from '../../../scripts/drive/firefox-system.ts';
import { findBrowser } from '../../../scripts/setup/find-browser.ts';
import type { Exchange } from '../../../utils/case/exchange.ts';
import { digestOf } from '../../../utils/integrity/digest.ts';
import { makeCertificate } from './certificate.ts';

/** Shift_JIS: 漫画. */
const JAPANESE = Uint8Array.from([...Buffer.from('<p>'), 0x96, 0x9f, 0x89, 0xe6, ...Buffer.from('</p>')]);
const DATA = Uint8Array.from({ length: 900_000 }, (_, index) => (index * 7919) % 256);
const HTML =
  '<iframe src=/japanese></iframe><script>fetch("/data.bin").then((answer) => answer.arrayBuffer())' +
  '.then(() => { document.title = "done"; })</script>';

interface Report {
  readonly recording: { readonly exchanges: Exchange[]; readonly notCaptured: unknown[] };
  readonly bodies: Record<string, number[]>;
}

const folder = mkdtempSync(join(tmpdir(), 'recorder-'));
const servers: Server[] = [];
let browser: Browser;
let plain = '';
let secure = '';
let chain: string[] = [];
let reported: Promise<Report>;

beforeAll(async () => {
  const report = Promise.withResolvers<Report>();
  reported = report.promise;
  const answer = (request: IncomingMessage, response: ServerResponse) =>
    respond(request, response, report.resolve);
  plain = await start(createPlain(answer), 'http');
  const { key, cert, root } = makeCertificate(folder);
  chain = [cert, root];
  secure = await start(createSecure({ key, cert }, answer), 'https');
  await buildExtension();
  browser = await launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox') ?? '',
    args: ['--remote-allow-system-access'],
  });
  await browser.installExtension(folder);
  // Firefox names the certificates of connections it trusts, and of no others.
  const der = root.replace(/-----[^-]+-----|\s/g, '');
  const database = 'Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB)';
  await evaluateInFirefox(browser, `void ${database}.addCertFromBase64("${der}", "C,,")`);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

function respond(request: IncomingMessage, response: ServerResponse, report: (report: Report) => void): void {
  const path = request.url ?? '/';
  const send = (type: string, body: Uint8Array | string, headers: Record<string, string> = {}) => {
    response.writeHead(200, {
      'content-type': type,
      'content-length': body.length,
      'access-control-allow-origin': '*',
      ...headers,
    });
    response.end(body);
  };
  if (path === '/start') {
    response.writeHead(302, { location: '/page', 'set-cookie': ['a=1', 'b=2'] });
    response.end('moved');
  } else if (path === '/page') send('text/html', gzipSync(HTML), { 'content-encoding': 'gzip' });
  else if (path === '/japanese') send('text/html; charset=shift_jis', JAPANESE);
  else if (path === '/data.bin') send('application/octet-stream', DATA);
  else if (path === '/report') {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      send('text/plain', 'thanks');
      report(JSON.parse(Buffer.concat(chunks).toString()) as Report);
    });
  } else send('text/plain', 'here');
}

function start(server: Server, scheme: string): Promise<string> {
  servers.push(server);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

async function buildExtension(): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: fileURLToPath(new URL('./firefox-background.ts', import.meta.url)),
        formats: ['iife'],
        name: 'background',
        fileName: () => 'background.js',
      },
    },
  });
  const manifest = {
    manifest_version: 3,
    name: 'Recorder under test',
    version: '1',
    permissions: ['webRequest', 'webRequestBlocking', 'webRequestFilterResponse'],
    host_permissions: ['<all_urls>'],
    background: { scripts: ['background.js'] },
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    browser_specific_settings: { gecko: { id: 'recorder@test.invalid' } },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}

it('records real bytes, hops, addresses and certificates in Firefox', async () => {
  const page = await browser.newPage();
  await page.goto(`${plain}/start`, { waitUntil: 'load' });
  await page.waitForFunction(() => document.title === 'done');
  await page.goto(`${secure}/japanese`, { waitUntil: 'load' });
  await page.goto(`${secure}/stop`, { waitUntil: 'load' });
  const { recording } = await reported;
  const find = (url: string): Exchange => {
    const found = recording.exchanges.find((exchange) => exchange.url === url);
    if (!found) throw new Error(`${url}: ${recording.exchanges.map((each) => each.url).join(' ')}`);
    return found;
  };
  expect(find(`${plain}/start`)).toMatchObject({
    ip: '127.0.0.1',
    bodyMissing: 'redirect',
    response: { status: 302, statusLine: 'HTTP/1.1 302 Found', headersForm: 'raw' },
  });
  const cookies = find(`${plain}/start`).response?.headers.filter(({ name }) => name === 'set-cookie');
  expect(cookies?.map(({ value }) => value)).toEqual(['a=1', 'b=2']);
  expect(find(`${plain}/page`).body).toEqual({
    digest: await digestOf(HTML),
    size: HTML.length,
    form: 'decoded',
  });
  const japanese = { digest: await digestOf(JAPANESE), size: JAPANESE.length, form: 'decoded' };
  expect(find(`${plain}/japanese`)).toMatchObject({ body: japanese, security: null, protocol: 'http/1.1' });
  expect(find(`${plain}/data.bin`).body).toEqual({
    digest: await digestOf(DATA.slice(0, 400_000)),
    size: 400_000,
    form: 'decoded',
    truncated: { reason: 'length', capBytes: 400_000, totalBytes: DATA.length },
  });
  expect(find(`${plain}/page`).requestHeaders.some(({ name }) => /^user-agent$/i.test(name))).toBe(true);
  const { body, security } = find(`${secure}/japanese`);
  expect(body).toEqual(japanese);
  expect(security).toMatchObject({ protocol: 'TLSv1.3', subject: 'CN=127.0.0.1' });
  expect(security?.chainPem).toEqual(chain);
});
