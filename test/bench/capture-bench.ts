import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { openDriver, type Driver } from '../../scripts/drive/driver.ts';
import type { BrowserKind } from '../../scripts/setup/find-browser.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { takeBarePixels, takeBareViewport } from './bare-pixels.ts';
import { captureOnce } from './capture-once.ts';
import { median, ms, timed, type Bench, type BenchContext, type Measurement } from './bench.ts';

const LIMIT = 1.5;
const PAGES = ['front', 'film', 'chapter'] as const;
/** `captureVisibleTab` may be called twice a second: nobody's picture may wait for that. */
const PACE_MS = 1_100;

/**
 * Everything local of a plain capture against the bare tiled picture of the same page (issue 3). It is measured from
 * the request until the last of it is stored, with all the rest of the capture (archive, media, lookups that are off,
 * second look at page and viewport) going on as it always does.
 */
export const captureBench: Bench = {
  name: 'capture',
  about: 'everything local of a plain capture, stored: at most 1.5 × the bare tiled picture',
  async run(context) {
    const site = await startSampleSite();
    try {
      const measured: Measurement[] = [];
      for (const kind of context.browsers) measured.push(...(await benchBrowser(kind, site, context)));
      return measured;
    } finally {
      await site.close();
    }
  },
};

async function benchBrowser(
  kind: BrowserKind,
  site: SampleSite,
  context: BenchContext,
): Promise<Measurement[]> {
  const driver = await openDriver({
    browser: kind,
    settings: { scrollPass: false, lookups: 'off', allowPrivateAddresses: true },
  });
  try {
    const control = await driver.extensionPage('options.html');
    const measured: Measurement[] = [];
    for (const name of PAGES) {
      context.say(`  ${name} in ${kind}`);
      measured.push(await benchPage(driver, control, { name, url: site.url(name) }, context.runs));
    }
    return measured;
  } finally {
    await driver.close();
  }
}

async function benchPage(
  driver: Driver,
  control: Page,
  target: { readonly name: string; readonly url: string },
  runs: number,
): Promise<Measurement> {
  const page = await driver.newPage();
  await page.goto(target.url, { waitUntil: 'load' });
  await page.bringToFront();
  const tab = { id: driver.tabIdOf(page), ...(await sizeOf(page)) };
  const times = { local: [] as number[], whole: [] as number[], bare: [] as number[], two: [] as number[] };
  // The first of each warms up: fonts, the picture encoder, the database.
  for (let run = 0; run <= runs; run += 1) {
    await sleep(PACE_MS);
    const { local, whole } = await captureOnce(driver, tab.id);
    const bare = await timed(() => takeBarePixels(driver.kind, control, tab));
    const viewport = await timed(() => takeBareViewport(driver.kind, control, tab));
    if (run === 0) continue;
    times.local.push(local);
    times.whole.push(whole);
    times.bare.push(bare);
    times.two.push(viewport + bare);
  }
  await page.close();
  const [ours, theirs] = [median(times.local), median(times.bare)];
  const least = median(times.two) / theirs;
  return {
    what: `capture, ${target.name} ${tab.height.toLocaleString('en')} px (${driver.kind})`,
    ours: ms(ours),
    theirs: ms(theirs),
    value: ours / theirs,
    limit: LIMIT,
    want: 'at most',
    note: `the viewport’s picture and the tiles alone, bare, one after the other: ${least.toFixed(2)}; the capture to its very end: ${ms(median(times.whole))}, ${(median(times.whole) / theirs).toFixed(2)}`,
  };
}

function sizeOf(page: Page): Promise<{ width: number; height: number; scale: number }> {
  return page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
    scale: devicePixelRatio,
  }));
}
