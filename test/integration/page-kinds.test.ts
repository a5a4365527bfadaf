import { PNG } from 'pngjs';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HUGE_VIDEO_BYTES } from '../fixtures/pages/documents.ts';
import { GALLERY } from '../fixtures/pages/gallery.ts';
import { KIND_VIEWPORT, PAGE_KINDS, type PageKind } from '../fixtures/pages/kinds.ts';
import { INFINITE } from '../fixtures/pages/moving.ts';
import type { ColorSample } from '../fixtures/site/chapter.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { openBrowser } from './browsers.ts';

let site: SampleSite;
beforeAll(async () => {
  site = await startSampleSite();
});
afterAll(() => site.close());

test('ids are used once and every kind answers', async () => {
  expect(new Set(PAGE_KINDS.map(({ id }) => id)).size).toBe(PAGE_KINDS.length);
  for (const { id } of PAGE_KINDS) {
    const answer = await fetch(site.kindUrl(id));
    expect(answer.status, id).toBe(200);
    await answer.body?.cancel();
  }
  expect(() => site.kindUrl('no-such-kind')).toThrow(/no page kind/);
});

test('the gallery adds up and weighs about 30 MB', async () => {
  const rows = GALLERY.images / GALLERY.columns;
  expect(GALLERY.headerHeight + rows * (GALLERY.imageHeight + GALLERY.gap)).toBe(GALLERY.pageHeight);
  const one = await (await fetch(`${site.origins.pages}/pages/gallery/7.png`)).arrayBuffer();
  expect((one.byteLength * GALLERY.images) / 1e6).toBeGreaterThan(28);
  expect((one.byteLength * GALLERY.images) / 1e6).toBeLessThan(34);
});

test('the huge video is 2 GiB of mp4 that can be asked for in parts', async () => {
  const url = `${site.origins.pages}/pages/huge-video.mp4`;
  const ask = (range: string): Promise<Response> => fetch(url, { headers: { range } });
  const head = await fetch(url, { method: 'HEAD' });
  expect(head.headers.get('content-length')).toBe(String(HUGE_VIDEO_BYTES));
  const start = await ask('bytes=0-11');
  expect(Buffer.from(await start.arrayBuffer()).toString('latin1', 4, 8)).toBe('ftyp');
  const end = await ask('bytes=-1000');
  expect(end.headers.get('content-range')).toBe(
    `bytes ${HUGE_VIDEO_BYTES - 1000}-${HUGE_VIDEO_BYTES - 1}/${HUGE_VIDEO_BYTES}`,
  );
  expect((await end.arrayBuffer()).byteLength).toBe(1000);
});

describe.each(['chrome', 'firefox'] as const)('in %s', (browserKind) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(browserKind);
  }, 60_000);
  afterAll(() => browser.close());

  const opened = async (kind: PageKind): Promise<Page> => {
    const page = await browser.newPage();
    await page.setViewport(KIND_VIEWPORT);
    await page.goto(site.kindUrl(kind.id), { waitUntil: 'load', timeout: 30_000 });
    return page;
  };

  const still = PAGE_KINDS.filter(({ id }) => id !== 'leaves' && id !== 'video' && id !== 'text');
  test.each(still)('$id: $what', async (kind) => {
    const page = await opened(kind);
    const size = await page.evaluate(() => ({
      width: (document.scrollingElement ?? document.documentElement).scrollWidth,
      height: (document.scrollingElement ?? document.documentElement).scrollHeight,
      // The viewport without a scrollbar, where the browser draws one.
      layout: (document.scrollingElement ?? document.documentElement).clientWidth,
    }));
    expect(size.width).toBe(kind.width ?? size.layout);
    if (!kind.grows) expect(size.height).toBe(kind.height ?? KIND_VIEWPORT.height);
    if (kind.when === 'scrolled') await page.evaluate(() => scrollTo(0, 10));
    for (const sample of kind.expect) await expectColor(page, sample, kind.width ?? 0);
    if (kind.inner) await expectInner(page, kind.inner);
    await page.close();
  });

  test('the dark page is dark for those who want it', async () => {
    const kind = PAGE_KINDS.find(({ id }) => id === 'dark') as PageKind;
    const dark = await openBrowser(browserKind, 'dark');
    const page = await dark.newPage();
    await page.setViewport(KIND_VIEWPORT);
    if (browserKind === 'chrome') {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    }
    await page.goto(site.kindUrl(kind.id));
    for (const sample of kind.expectDark ?? []) await expectColor(page, sample, 0);
    await dark.close();
  });

  test('the endless page grows, the leaving page leaves', async () => {
    const [endless, leaving] = ['infinite', 'leaves'].map((id) => PAGE_KINDS.find((kind) => kind.id === id));
    const page = await opened(endless as PageKind);
    const height = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);
    expect(await height()).toBe(INFINITE.start * 1000);
    for (const expected of [6000, 8000]) {
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await expect.poll(height).toBe(expected);
    }
    await page.goto(site.kindUrl((leaving as PageKind).id));
    await page.evaluate(() => scrollTo(0, 2500));
    await expect.poll(() => page.url(), { timeout: 5000 }).toBe(site.kindUrl('left'));
    await page.close();
  });

  test('all requests are asked, and the huge video plays', async () => {
    const page = await browser.newPage();
    site.requests.clear();
    await page.goto(site.kindUrl('requests', { n: 600 }));
    await page.waitForFunction(() => document.title === 'Asked', { timeout: 50_000, polling: 500 });
    expect(site.requests.to('pages', '/pages/requests/')).toHaveLength(600);
    await page.goto(site.kindUrl('huge-video'));
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.2, {
      timeout: 20_000,
    });
    await page.close();
  });
});

/** Brings a place of the page into view and waits until it has its colour. */
async function expectColor(page: Page, sample: ColorSample, wideBy: number): Promise<void> {
  const scroll = (): Promise<{ x: number; y: number }> =>
    page.evaluate(
      ({ x, y, total }) => {
        const rtl = getComputedStyle(document.documentElement).direction === 'rtl';
        const left = Math.max(0, x - innerWidth / 2);
        scrollTo({
          left: rtl && total ? left - (total - innerWidth) : left,
          top: Math.max(0, y - 450),
          behavior: 'instant',
        });
        return { x: rtl && total ? scrollX + total - innerWidth : scrollX, y: scrollY };
      },
      { x: sample.x, y: sample.y, total: wideBy },
    );
  await expect
    .poll(
      async () => {
        const at = await scroll();
        const png = PNG.sync.read(Buffer.from(await page.screenshot({ captureBeyondViewport: false })));
        return pixel(png, Math.round(sample.x - at.x), Math.round(sample.y - at.y));
      },
      { timeout: 15_000, interval: 150 },
    )
    .toEqual(sample.color);
}

function pixel(png: PNG, x: number, y: number): readonly number[] {
  const at = (y * png.width + x) * 4;
  return [...png.data.subarray(at, at + 3)];
}

async function expectInner(page: Page, inner: NonNullable<PageKind['inner']>): Promise<void> {
  const { selector, width, height } = inner;
  const size = await page.$eval(selector, (box) => ({ width: box.scrollWidth, height: box.scrollHeight }));
  expect(size).toEqual({ width, height });
  for (const sample of inner.expect) {
    const at = await page.$eval(
      selector,
      (box, y) => {
        box.scrollTop = y - 300;
        return {
          x: box.scrollLeft - box.getBoundingClientRect().left,
          y: box.scrollTop - box.getBoundingClientRect().top,
        };
      },
      sample.y,
    );
    const png = PNG.sync.read(Buffer.from(await page.screenshot({ captureBeyondViewport: false })));
    expect(pixel(png, sample.x - at.x, sample.y - at.y)).toEqual(sample.color);
  }
}
