import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execFileSync } from 'node:child_process';
import { launch, type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '../../utils/case/capture.ts';
import type { PageChange } from '../../utils/capture/changes.ts';
import { startReplay, type ReplayServer } from '../integration/archive/replay-server.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { BROWSERS, findBrowser, openDriver, type Driver } from './support/driver.ts';
import { ended, open, unzip, type UnzippedBundle } from './support/capture.ts';

describe.each(BROWSERS)('a recorded capture in %s', (kind) => {
  let site: SampleSite;
  let driver: Driver;
  let film: Capture;
  let bundle: UnzippedBundle;
  let folder: string;
  let player: ReplayServer;
  let reader: Browser;

  beforeAll(async () => {
    site = await startSampleSite();
    driver = await openDriver({ browser: kind, settings: { recordMedia: true } });
    const page = await open(driver, site.url('film'));
    const started = await driver.send({
      verb: 'start-capture',
      tabId: driver.tabIdOf(page),
      trigger: 'command-line',
      record: true,
    });
    if (!started.ok) throw new Error(started.failure.code);
    film = await ended(driver, started.value.captureId);
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
    expect(changes[0]).toMatchObject({ step: 'record', what: 'page', undone: false });
  });

  it('keeps real responses with their addresses', () => {
    const warc = execFileSync(
      'sh',
      ['-c', 'unzip -p "$0" "archive/*" | gunzip', path.join(bundle.root, folder, 'page.wacz')],
      {
        maxBuffer: 100_000_000,
      },
    ).toString('latin1');
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
