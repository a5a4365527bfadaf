import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { evaluateInFirefox } from '../../scripts/drive/firefox-system.ts';
import type { Capture } from '../../utils/case/capture.ts';
import type { Box, PageFacts } from '../../utils/case/facts.ts';
import type { NetworkLog } from '../../utils/case/network.ts';
import type { PageChange } from '../../utils/capture/changes.ts';
import { PAGE_KINDS, type PageKind } from '../fixtures/pages/kinds.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { BROWSERS, openDriver, type Driver } from './support/driver.ts';
import { capture, colorAt, open, unzip, type UnzippedBundle } from './support/capture.ts';

/** As a reader has it whose system is dark. */
async function preferDark(driver: Driver, page: Page): Promise<void> {
  if (driver.kind === 'chromium') {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  } else {
    await evaluateInFirefox(
      driver.browser,
      `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', 0)`,
    );
  }
  await page.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches);
}

/** What an endless page may grow to in these tests. */
const MAXIMUM_HEIGHT = 80_000;
const SLOW = new Set(['requests', 'huge-video']);
/** A tile of the debugger starts again where the page's own background begins: colours are exact all the same. */
const SAMPLED = PAGE_KINDS.filter(({ id }) => !SLOW.has(id) && id !== 'leaves');

describe.each(BROWSERS)('kinds of pages in %s', (kind) => {
  let site: SampleSite;
  let driver: Driver;
  let bundle: UnzippedBundle;
  const captures = new Map<string, Capture>();

  beforeAll(async () => {
    site = await startSampleSite();
    driver = await openDriver({ browser: kind, settings: { maximumPageHeight: MAXIMUM_HEIGHT } });
    for (const { id } of [...SAMPLED, { id: 'leaves' }, { id: 'huge-video' }]) {
      const page = await open(driver, site.kindUrl(id), 10_000);
      captures.set(id, await capture(driver, page));
      await page.close();
    }
    const asking = await open(driver, site.kindUrl('requests'), 10_000);
    await asking.waitForFunction(() => document.title === 'Asked', { timeout: 120_000 });
    captures.set('requests', await capture(driver, asking));
    await asking.close();
    const dark = await open(driver, site.kindUrl('dark'));
    await preferDark(driver, dark);
    captures.set('in the dark', await capture(driver, dark));
    await dark.close();
    const [first] = captures.values();
    bundle = unzip(await driver.exportCase(first?.caseId ?? ''));
  }, 600_000);

  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  const of = (id: string): Capture => {
    const found = captures.get(id);
    if (!found) throw new Error(`no capture of ${id}`);
    return found;
  };

  it.each(SAMPLED.map((page) => [page.id, page.what, page] as const))(
    '%s: %s',
    (id, _what, page: PageKind) => {
      const taken = of(id);
      expect(taken.state, JSON.stringify([taken.failure, taken.notCaptured])).toBe('complete');
      for (const sample of page.expect) {
        expect([sample.y, ...colorAt(bundle, taken.id, sample)]).toEqual([sample.y, ...sample.color]);
      }
      const document = bundle.document(taken.id);
      const boxes = document.artifacts.flatMap(({ path: name, about }) =>
        name.startsWith('tiles') ? [about?.['box'] as Box] : [],
      );
      const methods = document.artifacts.flatMap((each) =>
        each.path.startsWith('tiles') ? [each.method] : [],
      );
      expect(new Set(methods)).toEqual(new Set([kind === 'firefox' ? 'captureTab' : 'debugger']));
      const height = Math.max(...boxes.map((box) => box.y + box.height));
      if (page.height !== null) expect(height).toBe(page.height);
      if (page.width !== null) expect(Math.max(...boxes.map((box) => box.x + box.width))).toBe(page.width);
      if (page.grows) expect(document.truncated || height > 5_000).toBe(true);
      for (const { x, color, rows } of page.atMost ?? []) {
        const column = Array.from({ length: height }, (_value, y) => colorAt(bundle, taken.id, { x, y }));
        expect(column.filter((pixel) => pixel.join() === color.join()).length).toBeLessThanOrEqual(rows);
      }
    },
  );

  it('takes a scrollable reader to its full height, and scrolls it back', () => {
    const taken = of('inner-scroll');
    const inner = PAGE_KINDS.find(({ id }) => id === 'inner-scroll')?.inner;
    const folder = bundle.folderOf(taken.id);
    const pieces = bundle.document(taken.id).artifacts.filter(({ path: name }) => name.startsWith('inner/'));
    expect(pieces.at(-1)?.about).toMatchObject({ scrollHeight: inner?.height });
    for (const { x, y, color } of inner?.expect ?? []) {
      const piece = pieces.findLast(({ about }) => (about?.['scrollTop'] as number) <= y);
      if (!piece) throw new Error(`no piece shows ${y}`);
      const { scrollTop, scale } = piece.about as { scrollTop: number; scale: number };
      const png = bundle.png(path.join(folder, piece.path));
      const at = (Math.floor((y - scrollTop) * scale) * png.width + Math.floor(x * scale)) * 4;
      expect([y, ...png.data.subarray(at, at + 3)]).toEqual([y, ...color]);
    }
    const { changes } = bundle.json<{ changes: PageChange[] }>(path.join(folder, 'changes.json'));
    expect(changes.map(({ undone }) => undone)).not.toContain(false);
  });

  it('says that a page changed while it was captured', () => {
    const after = bundle
      .document(of('changing').id)
      .artifacts.find(({ path: name }) => name === 'shots/viewport-after.png');
    expect(after?.about?.['changedShare']).toBeGreaterThan(0);
  });

  it('bounds an endless page and says so', () => {
    const { truncated, notCaptured } = bundle.document(of('infinite').id);
    expect(truncated || notCaptured.some(({ what }) => what.startsWith('scroll-pass'))).toBe(true);
  });

  it('ends when the page goes elsewhere, keeps what it had, and says why', () => {
    const taken = of('leaves');
    expect(taken.state).toBe('partial');
    expect(taken.failure?.code).toBe('page-changed');
    expect(bundle.files).toContain(path.join(bundle.folderOf(taken.id), 'shots/viewport.png'));
  });

  it('keeps frames and shadow roots in the HTML', () => {
    const shadow = bundle.read(path.join(bundle.folderOf(of('shadow').id), 'page.html')).toString('utf8');
    expect(shadow.match(/shadowrootmode="(open|closed)"/g)?.length).toBeGreaterThanOrEqual(3);
    const frames = bundle.files.filter((file) =>
      file.startsWith(`${bundle.folderOf(of('frame').id)}/frames/`),
    );
    expect(frames).toHaveLength(1);
  });

  it('takes a page in the dark where that is how the reader sees it, and says so', () => {
    const taken = of('in the dark');
    for (const sample of PAGE_KINDS.find(({ id }) => id === 'dark')?.expectDark ?? []) {
      expect(colorAt(bundle, taken.id, sample)).toEqual(sample.color);
    }
    const facts = bundle.json<PageFacts>(path.join(bundle.folderOf(taken.id), 'facts.json'));
    expect(facts.colorScheme).toBe('dark');
  });

  it('keeps 5,000 requests of a page, every one', () => {
    const taken = of('requests');
    expect(taken.state).toBe('complete');
    const log = bundle.json<NetworkLog>(path.join(bundle.folderOf(taken.id), 'net/requests.json'));
    expect(log.dropped).toBe(0);
    const asked = log.requests.filter(({ url }) => url.includes('/pages/requests/'));
    expect(new Set(asked.map(({ url }) => url)).size).toBe(5_000);
    for (const sample of PAGE_KINDS.find(({ id }) => id === 'requests')?.expect ?? []) {
      expect(colorAt(bundle, taken.id, sample)).toEqual(sample.color);
    }
  });

  it('is not stopped by a video of 2 GiB', () => {
    expect(of('huge-video').state).toBe('complete');
  });
});
