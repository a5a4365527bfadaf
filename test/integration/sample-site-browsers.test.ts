import { PNG } from 'pngjs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHAPTER, panelSamples } from '../fixtures/site/chapter.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { openBrowser } from './browsers.ts';

let site: SampleSite;
beforeAll(async () => {
  site = await startSampleSite();
});
afterAll(() => site.close());

describe.each(['chrome', 'firefox'] as const)('in %s', (kind) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(kind);
    page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
  }, 60_000);
  afterAll(() => browser.close());

  test('the film and the stream play', async () => {
    site.requests.clear();
    await page.goto(site.url('player'));
    const times = (): Promise<number[]> =>
      page.$$eval('video', (videos) => videos.map((video) => video.currentTime));
    await expect.poll(async () => Math.min(...(await times())), { timeout: 20_000 }).toBeGreaterThan(0.3);
    expect(await page.$eval('#stream', (video) => (video as HTMLVideoElement).src)).toMatch(/^blob:/);
    expect(site.requests.to('media', '/films/film.mp4')[0]?.status).toBe(206);
    await expect.poll(() => site.requests.to('media', '/films/360p-').length, { timeout: 10_000 }).toBe(4);
  });

  test('the chapter is as tall as it says and loads its pages as one reads', async () => {
    site.requests.clear();
    await page.goto(site.url('chapter'), { waitUntil: 'load' });
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(CHAPTER.pageHeight);
    expect(site.requests.to('images', '/chapters/').length).toBeLessThan(CHAPTER.panels);
    for (const n of [1, 22, CHAPTER.panels]) {
      await page.evaluate((y) => scrollTo(0, y), CHAPTER.top + (n - 1) * CHAPTER.imageHeight);
      await page.waitForFunction(
        (id) => (document.getElementById(id) as HTMLImageElement).naturalWidth > 0,
        {},
        `page-${n}`,
      );
      expect(await wrongSamples(page, n)).toEqual([]);
    }
  });

  test('the pages fit a telephone', async () => {
    await page.setViewport({ width: 360, height: 760 });
    for (const name of ['front', 'series', 'chapter', 'film', 'model', 'japanese'] as const) {
      await page.goto(site.url(name));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(360);
    }
  });
});

/** Samples of panel `n` that are in view but do not have their colour. */
async function wrongSamples(page: Page, n: number): Promise<readonly unknown[]> {
  const view = await page.evaluate(() => ({
    top: Math.round(scrollY),
    width: document.documentElement.clientWidth,
    height: innerHeight,
  }));
  const png = PNG.sync.read(Buffer.from(await page.screenshot()));
  const seen = panelSamples(n, view.width)
    .map((sample) => ({ ...sample, y: sample.y - view.top }))
    .filter(({ y }) => y >= CHAPTER.headerHeight && y < view.height);
  expect(seen.length).toBeGreaterThan(0);
  return seen
    .map((sample) => ({
      ...sample,
      found: [...png.data.subarray((sample.y * png.width + sample.x) * 4).subarray(0, 3)],
    }))
    .filter(({ color, found }) => color.some((part, index) => Math.abs(part - (found[index] ?? 0)) > 2));
}
