import type { Page } from 'puppeteer-core';
import { openDriver, type Driver } from '../../scripts/drive/driver.ts';
import type { BrowserKind } from '../../scripts/setup/find-browser.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { takeBarePixels } from './bare-pixels.ts';
import { median, ms, timed, type Bench, type BenchContext, type Measurement } from './bench.ts';

const LIMIT = 1.5;
const PAGES = ['front', 'film', 'chapter'] as const;

/** Everything local of a plain capture against the bare tiled picture of the same page (issue 3). */
export const captureBench: Bench = {
  name: 'capture',
  // The second look at the page goes on beside the pixels, to a server on this machine: it is counted too.
  about: 'a plain capture, without scroll pass and lookups: at most 1.5 × the bare tiled picture',
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
  const captures: number[] = [];
  const bare: number[] = [];
  // The first of each warms up: fonts, the picture encoder, the database.
  for (let run = 0; run <= runs; run += 1) {
    const one = { ours: await captureOnce(driver, tab.id), theirs: 0 };
    one.theirs = await timed(() => takeBarePixels(driver.kind, control, tab));
    if (run === 0) continue;
    captures.push(one.ours);
    bare.push(one.theirs);
  }
  await page.close();
  const [ours, theirs] = [median(captures), median(bare)];
  return {
    what: `capture, ${target.name} ${tab.height.toLocaleString('en')} px (${driver.kind})`,
    ours: ms(ours),
    theirs: ms(theirs),
    value: ours / theirs,
    limit: LIMIT,
    want: 'at most',
  };
}

function sizeOf(page: Page): Promise<{ width: number; height: number; scale: number }> {
  return page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
    scale: devicePixelRatio,
  }));
}

/** Milliseconds from the request to the end of the capture. */
async function captureOnce(driver: Driver, tabId: number): Promise<number> {
  const began = performance.now();
  const started = await driver.send({ verb: 'start-capture', tabId, trigger: 'command-line' });
  if (!started.ok) throw new Error(`${started.failure.code} ${started.failure.detail}`);
  const { captureId } = started.value;
  const ended = await driver.send({ verb: 'await-capture', captureId, waitMs: 25_000 });
  const took = performance.now() - began;
  if (!ended.ok) throw new Error(`${ended.failure.code} ${ended.failure.detail}`);
  if (ended.value.state !== 'complete') throw new Error(`the capture ended as ${ended.value.state}`);
  return took;
}
