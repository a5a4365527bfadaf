import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Capture } from '../../utils/case/capture.ts';
import { openDriver, type Driver } from '../../scripts/drive/driver.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { median, ms, timed, type Bench, type BenchContext, type Measurement } from './bench.ts';
import { peakOfExtensionProcess } from './peak-memory.ts';

const MEGABYTE = 1_000_000;
/** A page of 6,000 px: tall enough for the limit, short enough to be stitched several times. */
const STITCHED = 'smooth';
/** No picture to wait for: what scrolling itself takes. */
const SCROLLED = { id: 'tall-70000', height: 70_000 } as const;
/** 60,000 px of photographs: some 100 MB of tiles. */
const LARGE = 'gallery';

/** What tall pages take: against scrolling and stitching, per viewport of the scroll pass, and in memory (issue 3). */
export const tallBench: Bench = {
  name: 'tall',
  about:
    'tall pages: at least 5 × faster than scroll-and-stitch; scroll pass at most 60 ms per viewport; 100 MB of tiles within 200 MB',
  async run(context) {
    if (!context.browsers.includes('chromium')) return [];
    const site = await startSampleSite();
    const folder = await mkdtemp(path.join(tmpdir(), 'prima-facie-tall-'));
    const driver = await openDriver({ browser: 'chromium', folder, settings: { lookups: 'off' } });
    try {
      return [
        await againstStitching(driver, site, context),
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

async function againstStitching(
  driver: Driver,
  site: SampleSite,
  { runs, say }: BenchContext,
): Promise<Measurement> {
  const control = await driver.extensionPage('options.html');
  const page = await openKind(driver, site, STITCHED);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run <= runs; run += 1) {
    const took = [await timed(() => captureOnce(driver, page)), await timed(() => stitch(control, page))];
    if (run === 0) continue;
    ours.push(took[0] ?? Number.NaN);
    theirs.push(took[1] ?? Number.NaN);
  }
  say(`  ${STITCHED}: ${runs} captures and stitched pictures`);
  await control.close();
  await page.close();
  return {
    what: `whole capture against scroll-and-stitch, 6,000 px (chromium)`,
    ours: ms(median(ours)),
    theirs: ms(median(theirs)),
    value: median(theirs) / median(ours),
    limit: 5,
    want: 'at least',
    note: 'ours is everything, scroll pass included; theirs is the pictures alone, at the pace the browser allows',
  };
}

/** Pictures of the viewport from top to bottom, as quickly as two a second allow, and nothing else done with them. */
async function stitch(control: Page, page: Page): Promise<void> {
  const { height, viewport } = await page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    viewport: innerHeight,
  }));
  for (let top = 0; top < height; top += viewport) {
    await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
    const taken = timed(() =>
      control.evaluate(async () => {
        const { tabs } = (globalThis as unknown as ExtensionScope).chrome;
        await tabs.captureVisibleTab({ format: 'png' });
      }),
    );
    const rest = 500 - (await taken);
    if (rest > 0 && top + viewport < height) await new Promise((resolve) => setTimeout(resolve, rest));
  }
}

/** What evaluated code of an extension page sees. */
interface ExtensionScope {
  readonly chrome: { readonly tabs: { captureVisibleTab(options: object): Promise<string> } };
}

async function scrollPass(driver: Driver, site: SampleSite, { runs }: BenchContext): Promise<Measurement> {
  const page = await openKind(driver, site, SCROLLED.id);
  const viewports = Math.ceil(SCROLLED.height / (await page.evaluate(() => innerHeight)));
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { steps } = await captureOnce(driver, page);
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
  await captureOnce(driver, page);
  await page.close();
  const peak = peakOfExtensionProcess(profile);
  if (peak === null) {
    say('  memory: not available on this system');
    return [];
  }
  return [
    {
      what: 'memory, 60,000 px of photographs (chromium)',
      ours: `${Math.round(peak / MEGABYTE)} MB`,
      theirs: '–',
      value: peak / MEGABYTE,
      limit: 200,
      want: 'at most',
      note: 'peak of the whole process that extensions run in, the browser’s own share included',
    },
  ];
}

async function openKind(driver: Driver, site: SampleSite, id: string): Promise<Page> {
  const page = await driver.newPage();
  await page.goto(site.kindUrl(id), { waitUntil: 'load' });
  await page.bringToFront();
  return page;
}

async function captureOnce(driver: Driver, page: Page): Promise<Capture> {
  const started = await driver.send({
    verb: 'start-capture',
    tabId: driver.tabIdOf(page),
    trigger: 'command-line',
  });
  if (!started.ok) throw new Error(`${started.failure.code} ${started.failure.detail}`);
  for (;;) {
    const { captureId } = started.value;
    const ended = await driver.send({ verb: 'await-capture', captureId, waitMs: 25_000 });
    if (!ended.ok) throw new Error(`${ended.failure.code} ${ended.failure.detail}`);
    if (ended.value.state === 'running') continue;
    if (ended.value.state !== 'complete') throw new Error(`the capture ended as ${ended.value.state}`);
    return ended.value;
  }
}
