import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { openDriver, type Driver } from '../../scripts/drive/driver.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { captureOnce } from './capture-once.ts';
import { median, ms, type Bench, type BenchContext, type Measurement } from './bench.ts';
import { watchExtensionProcess } from './own-memory.ts';

const MEGABYTE = 1_000_000;
/** No picture to wait for: what scrolling itself takes. */
const SCROLLED = { id: 'tall-70000', height: 70_000 } as const;
/** 60,000 px of photographs: some 100 MB of tiles. */
const LARGE = 'gallery';

/** What tall pages take: per viewport of the scroll pass, and in memory (issue 3). */
export const tallBench: Bench = {
  name: 'tall',
  about: 'tall pages: scroll pass at most 60 ms per viewport; 100 MB of tiles within 200 MB',
  async run(context) {
    if (!context.browsers.includes('chromium')) return [];
    const site = await startSampleSite();
    const folder = await mkdtemp(path.join(tmpdir(), 'prima-facie-tall-'));
    const driver = await openDriver({ browser: 'chromium', folder, settings: { lookups: 'off' } });
    try {
      return [
        await scrollPass(driver, site, context),
        ...(await memory(driver, site, path.join(folder, 'profile'), context)),
      ];
    } finally {
      await driver.close();
      await site.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

async function scrollPass(driver: Driver, site: SampleSite, { runs }: BenchContext): Promise<Measurement> {
  const page = await openKind(driver, site, SCROLLED.id);
  const viewports = Math.ceil(SCROLLED.height / (await page.evaluate(() => innerHeight)));
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { steps } = (await captureOnce(driver, driver.tabIdOf(page))).capture;
    took.push(steps.find(({ id }) => id === 'scroll-pass')?.durationMs ?? Number.NaN);
  }
  await page.close();
  return {
    what: `scroll pass per viewport, ${SCROLLED.height.toLocaleString('en')} px (chromium)`,
    ours: ms(median(took)),
    theirs: `${viewports} viewports`,
    value: median(took) / viewports,
    limit: 60,
    want: 'at most',
  };
}

async function memory(
  driver: Driver,
  site: SampleSite,
  profile: string,
  { say }: BenchContext,
): Promise<Measurement[]> {
  const page = await openKind(driver, site, LARGE);
  const watch = watchExtensionProcess(profile);
  await captureOnce(driver, driver.tabIdOf(page));
  const peak = watch.stop();
  await page.close();
  if (peak === null) {
    say('  memory: not available on this system');
    return [];
  }
  const megabytes = (bytes: number) => `${Math.round(bytes / MEGABYTE)} MB`;
  return [
    {
      what: 'memory, 60,000 px of photographs (chromium)',
      ours: megabytes(peak.own),
      theirs: `${megabytes(peak.before)} before`,
      value: peak.own / MEGABYTE,
      limit: 200,
      want: 'at most',
      note: `peak of what the process that extensions run in has allocated; with the program files it shares with the browser’s other processes ${megabytes(peak.resident)}`,
    },
  ];
}

async function openKind(driver: Driver, site: SampleSite, id: string): Promise<Page> {
  const page = await driver.newPage();
  await page.goto(site.kindUrl(id), { waitUntil: 'load' });
  await page.bringToFront();
  return page;
}
