import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { PAGE_KINDS } from '../fixtures/pages/kinds.ts';
import { BROWSERS, openDriver, type Driver } from './support/driver.ts';
import { capture, colorAt, ended, open, start, unzip } from './support/capture.ts';
import { holdAt } from './support/hold.ts';

/** A tile and a bit of a page that goes on to 20,000 px: the debugger is taken away between the tiles. */
const MAXIMUM_HEIGHT = 9_000;
/** Where the reader is on the page. */
const READING_AT = 3_000;

const TALL = PAGE_KINDS.find(({ id }) => id === 'tall-20000');

/** What evaluated code of an extension page sees of Chromium's debugger. */
interface DebuggerScope {
  readonly chrome: {
    readonly debugger: Record<
      'attach' | 'detach',
      (target: { tabId: number }, version?: string) => Promise<void>
    >;
  };
}

/** Scrolls and changes its address all the time. Runs in the page. */
function neverStill(): void {
  let part = 0;
  setInterval(() => {
    part += 1;
    scrollBy(0, part % 2 === 0 ? 7 : -5);
    if (part % 20 === 0) history.replaceState(null, '', `?part=${part}`);
  }, 40);
}

describe.each(BROWSERS)('a capture that is disturbed, in %s', (kind) => {
  let site: SampleSite;
  let driver: Driver;
  let ours: Page;

  beforeAll(async () => {
    site = await startSampleSite();
    driver = await openDriver({
      browser: kind,
      settings: { lookups: 'off', maximumPageHeight: MAXIMUM_HEIGHT },
    });
    ours = await driver.extensionPage('dashboard.html#/');
  });

  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  const scrollOf = (page: Page) => page.evaluate(() => scrollY);
  /** The same extension cannot attach twice: that it can says that nothing is attached any more. */
  const isFree = (tabId: number) =>
    ours.evaluate(async (id) => {
      const { attach, detach } = (globalThis as unknown as DebuggerScope).chrome.debugger;
      const target = { tabId: id };
      return attach(target, '1.3').then(
        () => detach(target).then(() => true),
        () => false,
      );
    }, tabId);

  it.runIf(kind === 'chromium')(
    'goes on by scrolling where the debugger is taken away, and does not take it back',
    async () => {
      const page = await open(driver, site.kindUrl('tall-20000'));
      await page.bringToFront();
      await page.evaluate((y) => scrollTo(0, y), READING_AT);
      const tabId = driver.tabIdOf(page);
      const hold = await holdAt(driver, ours, 'whole-page');
      const { captureId } = await start(driver, page);
      await hold.held(captureId);
      await ours.evaluate(
        (id) => (globalThis as unknown as DebuggerScope).chrome.debugger.detach({ tabId: id }),
        tabId,
      );
      await hold.release();
      const row = await ended(driver, captureId);
      expect(row, JSON.stringify(row.notCaptured)).toMatchObject({ state: 'complete' });
      expect(await scrollOf(page)).toBe(READING_AT);
      expect(await isFree(tabId)).toBe(true);
      const bundle = unzip(await driver.exportCase(row.caseId));
      const { artifacts } = bundle.document(captureId);
      const stitched = artifacts.filter(
        (one) => one.path.startsWith('tiles') && one.method === 'scroll-and-stitch',
      );
      const first = stitched[0]?.about as { failedBefore: string[] } | undefined;
      expect(first?.failedBefore[0]).toMatch(/^debugger: debugger-detached/);
      const folder = path.dirname(stitched[0]?.path ?? '');
      const again = artifacts.find((one) => one.path === 'shots/viewport-after.png');
      expect(again?.method).toBe('captureVisibleTab');
      for (const sample of (TALL?.expect ?? []).filter(({ y }) => y < MAXIMUM_HEIGHT)) {
        const shown = colorAt(bundle, captureId, sample, `${folder}/`);
        expect([sample.y, ...shown]).toEqual([sample.y, ...sample.color]);
      }
      await page.close();
    },
    90_000,
  );

  it.runIf(kind === 'chromium')(
    'stitches, then draws, where the debugger is not to be had, and says of every picture what it is',
    async () => {
      const taken = [];
      for (const id of ['rtl-wide', 'rtl'] as const) {
        const page = await open(driver, site.kindUrl(id));
        await page.bringToFront();
        const tabId = driver.tabIdOf(page);
        // Whoever has attached, the browser's answer is the same; the same extension can do so in a test.
        await ours.evaluate(
          (target) =>
            (globalThis as unknown as DebuggerScope).chrome.debugger.attach({ tabId: target }, '1.3'),
          tabId,
        );
        // A page that never stands still cannot be stitched, and this one changes its address as it moves.
        if (id === 'rtl') await page.evaluate(neverStill);
        taken.push({ id, row: await capture(driver, page) });
        await page.close();
      }
      const bundle = unzip(await driver.exportCase(taken[0]?.row.caseId ?? ''));
      const tilesOf = (captureId: string) =>
        bundle.document(captureId).artifacts.filter((one) => one.path.startsWith('tiles'));
      const [stitched, drawn] = taken.map(({ row }) => row);
      expect(stitched, JSON.stringify(stitched?.notCaptured)).toMatchObject({ state: 'complete' });
      const [first] = tilesOf(stitched?.id ?? '');
      expect(first?.method).toBe('scroll-and-stitch');
      const { failedBefore = [] } = (first?.about ?? {}) as { failedBefore?: string[] };
      expect(failedBefore[0]).toMatch(/^debugger: debugger-busy/);
      for (const sample of PAGE_KINDS.find(({ id }) => id === 'rtl-wide')?.expect ?? []) {
        const shown = colorAt(bundle, stitched?.id ?? '', sample);
        expect([sample.x, ...shown]).toEqual([sample.x, ...sample.color]);
      }
      expect(drawn?.state, JSON.stringify(drawn?.notCaptured)).toBe('partial');
      const last = tilesOf(drawn?.id ?? '').at(-1);
      expect(last).toMatchObject({ method: 'html2canvas', about: { kind: 'rendering' } });
      const why = drawn?.notCaptured.find(({ what }) => what === 'whole-page')?.why;
      expect(why).toMatch(/no screenshot; debugger: debugger-busy.*scroll-and-stitch: .*scrolling by itself/);
      const { addressChanges = [] } = bundle.document(drawn?.id ?? '');
      expect(addressChanges[0]).toMatchObject({
        by: 'history',
        url: expect.stringContaining('part=') as string,
      });
      expect(drawn?.notCaptured.map(({ what }) => what)).toContain('one address for all');
    },
    90_000,
  );

  it('ends at once when it is cancelled; what it has stays, and the page is left as it was', async () => {
    const page = await open(driver, site.kindUrl('tall-20000'));
    await page.evaluate((y) => scrollTo(0, y), READING_AT);
    const hold = await holdAt(driver, ours, 'whole-page');
    const { captureId } = await start(driver, page);
    await hold.held(captureId);
    expect(await driver.send({ verb: 'cancel-capture', captureId })).toEqual({ ok: true, value: null });
    await hold.release();
    const row = await ended(driver, captureId);
    expect(row).toMatchObject({ state: 'cancelled', failure: { code: 'cancelled' } });
    expect(row.steps.find(({ id }) => id === 'facts')?.state).toBe('done');
    expect(row.digest).toMatch(/^sha256:/);
    expect(await scrollOf(page)).toBe(READING_AT);
    if (kind === 'chromium') expect(await isFree(driver.tabIdOf(page))).toBe(true);
    await page.close();
  }, 60_000);

  it('is not disturbed by another in the next tab: each has its own page', async () => {
    const pages = [await open(driver, site.kindUrl('rtl')), await open(driver, site.kindUrl('frame'))];
    const rows = await Promise.all(pages.map((page) => capture(driver, page)));
    expect(rows.map(({ state }) => state)).toEqual(['complete', 'complete']);
    const bundle = unzip(await driver.exportCase(rows[0]?.caseId ?? ''));
    for (const [at, id] of ['rtl', 'frame'].entries()) {
      for (const sample of PAGE_KINDS.find((each) => each.id === id)?.expect ?? []) {
        const shown = colorAt(bundle, rows[at]?.id ?? '', sample);
        expect([id, sample.y, ...shown]).toEqual([id, sample.y, ...sample.color]);
      }
    }
    for (const page of pages) await page.close();
  }, 60_000);

  it('is refused before it begins where space is low, with the numbers in the panel', async () => {
    const needed = 900 * 1024 ** 4;
    const change = await driver.send({ verb: 'change-settings', change: { minimumFreeBytes: needed } });
    expect(change.ok).toBe(true);
    const page = await open(driver, site.kindUrl('rtl'));
    const refused = await driver.send({
      verb: 'start-capture',
      tabId: driver.tabIdOf(page),
      trigger: 'command-line',
    });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'no-space' } });
    const panel = await driver.extensionPage('sidepanel.html');
    await panel.waitForFunction(() => /\d[\d.,]*\s?(?:[KMGT]i?B|TB|GB)/.test(document.body.innerText));
    const disabled = await panel.evaluate(
      () => [...document.querySelectorAll('button')].filter((button) => button.disabled).length,
    );
    expect(disabled).toBeGreaterThan(0);
    await panel.close();
    await page.close();
  });
});
