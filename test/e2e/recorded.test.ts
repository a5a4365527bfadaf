import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execFileSync } from 'node:child_process';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '../../utils/case/capture.ts';
import type { PageChange } from '../../utils/capture/changes.ts';
import { evaluateInFirefox } from '../../scripts/drive/firefox-system.ts';
import { digestOf } from '../../utils/integrity/digest.ts';
import { makeCertificate } from '../integration/archive/certificate.ts';
import { startReplay, type ReplayServer } from '../integration/archive/replay-server.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { BROWSERS, findBrowser, openDriver, type Driver } from './support/driver.ts';
import { ended, open, unzip, type UnzippedBundle } from './support/capture.ts';

/** Largest body that is kept of the film of 2 GiB. */
const CAP = 3_000_000;

/** The records of an archive, read with other tools than ours. */
function warcOf(bundle: UnzippedBundle, file: string): string {
  return execFileSync('sh', ['-c', 'unzip -p "$0" "archive/*" | gunzip', path.join(bundle.root, file)], {
    maxBuffer: 100_000_000,
  }).toString('latin1');
}

/** Records a page of a server whose certificate the browser takes. */
async function recordOverTls(
  driver: Driver,
  record: (page: Page) => Promise<Capture>,
): Promise<{ readonly taken: Capture; readonly cert: string }> {
  const keys = mkdtempSync(path.join(tmpdir(), 'recorded-tls-'));
  const { key, cert, root } = makeCertificate(keys);
  const server = createSecureServer({ key, cert }, (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Over TLS</title><p>Over TLS');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // Firefox names the certificates of connections it trusts, and of no others.
  if (driver.kind === 'firefox') {
    const der = root.replace(/-----[^-]+-----|\s/g, '');
    const database = 'Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB)';
    await evaluateInFirefox(driver.browser, `void ${database}.addCertFromBase64("${der}", "C,,")`);
  }
  try {
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    return { taken: await record(await open(driver, url)), cert };
  } finally {
    server.close();
    server.closeAllConnections();
    rmSync(keys, { recursive: true });
  }
}

describe.each(BROWSERS)('a recorded capture in %s', (kind) => {
  let site: SampleSite;
  let driver: Driver;
  let film: Capture;
  let huge: Capture;
  let secure: { readonly taken: Capture; readonly cert: string };
  let bundle: UnzippedBundle;
  let folder: string;
  let player: ReplayServer;
  let reader: Browser;

  const record = async (page: Page): Promise<Capture> => {
    const started = await driver.send({
      verb: 'start-capture',
      tabId: driver.tabIdOf(page),
      trigger: 'command-line',
      record: true,
    });
    if (!started.ok) throw new Error(started.failure.code);
    return ended(driver, started.value.captureId);
  };

  beforeAll(async () => {
    site = await startSampleSite();
    driver = await openDriver({
      browser: kind,
      settings: { recordMedia: true },
      ...(kind === 'chromium' ? { args: ['--ignore-certificate-errors'] } : {}),
    });
    film = await record(await open(driver, site.url('film')));
    secure = await recordOverTls(driver, record);
    const changed = await driver.send({ verb: 'change-settings', change: { maximumBodyBytes: CAP } });
    if (!changed.ok) throw new Error(changed.failure.detail);
    if (kind === 'chromium') huge = await record(await open(driver, site.kindUrl('huge-video')));
    bundle = unzip(await driver.exportCase(film.caseId));
    folder = bundle.folderOf(film.id);
    player = await startReplay();
    reader = await launch({
      executablePath: findBrowser('chromium') ?? '',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  });

  afterAll(async () => {
    await reader?.close();
    player?.close();
    await driver?.close();
    await site?.close();
  });

  it('completes, and says that the page was loaded anew', () => {
    expect(film.state).toBe('complete');
    const { changes } = bundle.json<{ changes: PageChange[] }>(path.join(folder, 'changes.json'));
    expect(changes.filter(({ step }) => step === 'record')).toContainEqual(
      expect.objectContaining({ what: 'page', undone: false }),
    );
  });

  it('keeps real responses with their addresses', () => {
    const warc = warcOf(bundle, path.join(folder, 'page.wacz'));
    const responses = warc.match(/WARC-Type: response/g) ?? [];
    expect(responses.length).toBeGreaterThan(8);
    expect(warc).toContain(`WARC-IP-Address: ${new URL(site.origins.media).hostname}`);
    expect(warc).toMatch(/film\.mp4/);
  });

  it('says what it has of TLS: nothing here, with the reason', () => {
    const { notCaptured } = bundle.document(film.id);
    expect(notCaptured).toContainEqual({
      what: 'net/tls',
      why: expect.stringMatching(/not available/) as string,
    });
  });

  it('keeps the chain of certificates of a page that came over TLS', async () => {
    expect(secure.taken, JSON.stringify(secure.taken.notCaptured)).toMatchObject({
      state: 'complete',
      title: 'Over TLS',
    });
    const pem = bundle
      .document(secure.taken.id)
      .artifacts.find(({ path: name }) => name.startsWith('net/tls/'));
    const der = Buffer.from(secure.cert.replace(/-----[^-]+-----|\s/g, ''), 'base64');
    expect(pem?.about).toEqual({ host: '127.0.0.1', fingerprint: await digestOf(new Uint8Array(der)) });
    expect(pem?.path).toMatch(/^net\/tls\/127\.0\.0\.1-[0-9a-f]{16}\.pem$/);
  });

  it.runIf(kind === 'chromium')('cuts a film of 2 GiB at the setting, and says so', () => {
    expect(huge.state, JSON.stringify(huge.notCaptured)).not.toBe('failed');
    const place = path.join(bundle.folderOf(huge.id), 'page.wacz');
    const warc = warcOf(bundle, place);
    expect(warc).toMatch(/WARC-Truncated: length/);
    expect(bundle.read(place).length).toBeLessThan(20 * CAP);
    const asked = site.requests.to('pages', '/pages/huge-video.mp4');
    expect(Math.max(...asked.map(({ bytes }) => bytes))).toBeLessThan(1_000_000_000);
  });

  // Both browsers tell nothing of a page that stays: one is enough.
  it.runIf(kind === 'chromium')(
    'fails, and says so, where the page does not let itself be loaded anew',
    async () => {
      const page = await open(driver, site.url('hostile-beforeunload'));
      await page.click('#arm');
      const taken = await record(page);
      expect(taken).toMatchObject({ state: 'failed', failure: { code: 'browser-refused' } });
      expect(await page.title()).toBe('Stay');
      await page.close();
    },
  );

  it('plays in ReplayWeb.page when the site is gone: the film runs', async () => {
    await site.close();
    player.offer('film.wacz', bundle.read(path.join(folder, 'page.wacz')));
    const page = await (await reader.createBrowserContext()).newPage();
    const place = new URLSearchParams({ view: 'pages', url: film.urlFinal });
    await page.goto(`${player.origin}/?source=${player.origin}/film.wacz#${place}`);
    const times = async (): Promise<number[]> => {
      for (let tries = 0; tries < 80; tries += 1) {
        for (const frame of page.frames()) {
          const found = await frame
            .evaluate(() => [...document.querySelectorAll('video')].map(({ currentTime }) => currentTime))
            .catch(() => []);
          if (found.length > 0 && found.every((time) => time > 0.2)) return found;
        }
        await sleep(250);
      }
      return [];
    };
    const before = await times();
    expect(before.length).toBeGreaterThan(0);
    await sleep(600);
    const after = await times();
    for (const [index, time] of before.entries()) expect(after[index]).toBeGreaterThan(time);
    await page.close();
  });
});
