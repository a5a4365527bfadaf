import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { evaluateInFirefox } from '../../scripts/drive/firefox-system.ts';
import type { Capture } from '../../utils/case/capture.ts';
import type { Box, PageFacts } from '../../utils/case/facts.ts';
import type { NetworkLog } from '../../utils/case/network.ts';
import type { PageChange } from '../../utils/capture/changes.ts';
import { inBand } from '../fixtures/pages/bands.ts';
import { PAGE_KINDS, type PageKind } from '../fixtures/pages/kinds.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { BROWSERS, openDriver, type Driver } from './support/driver.ts';
import { capture, colorAt, open, unzip, type UnzippedBundle } from './support/capture.ts';
import { filesIn, kindRows, methodAt } from './support/kinds-table.ts';
import { countOf, FILM_YELLOW, linesOfInk } from './support/pixels.ts';
import { zoom } from './support/zoom.ts';

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
/** A tile of the debugger starts again where the page's own background begins: colours are exact all the same. */
const WHOLE = PAGE_KINDS.filter(({ id }) => id !== 'leaves');
const ROWS = kindRows();
const ZOOM = 1.5;

describe.each(BROWSERS)('kinds of pages in %s', (kind) => {
  let site: SampleSite;
  let driver: Driver;
  let bundle: UnzippedBundle;
  const captures = new Map<string, Capture>();

  beforeAll(async () => {
    site = await startSampleSite();
    driver = await openDriver({ browser: kind, settings: { maximumPageHeight: MAXIMUM_HEIGHT } });
    for (const { id } of PAGE_KINDS) {
      const page = await open(driver, site.kindUrl(id), 10_000);
      if (id === 'requests')
        await page.waitForFunction(() => document.title === 'Asked', { timeout: 120_000 });
      captures.set(id, await capture(driver, page));
      await page.close();
    }
    const dark = await open(driver, site.kindUrl('dark'));
    await preferDark(driver, dark);
    captures.set('in the dark', await capture(driver, dark));
    await dark.close();
    // Last: the browser keeps the zoom of a site.
    const near = await open(driver, site.kindUrl('sticky'));
    await zoom(driver, driver.tabIdOf(near), ZOOM);
    await near.bringToFront();
    captures.set('zoomed', await capture(driver, near));
    await near.close();
    const [first] = captures.values();
    // Only the captures are looked at here; printing their pictures would take longer than all the tests.
    const [zip = ''] = await driver.exportFiles(first?.caseId ?? '', { withoutPdf: kind === 'chromium' });
    bundle = unzip(zip);
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

  /** How many places or pictures of each kind were compared: a row of the table stands on at least one. */
  const compared = new Map<string, number>();
  const expectPixels = (id: string, actual: unknown, expected: unknown) => {
    compared.set(id, (compared.get(id) ?? 0) + 1);
    expect([id, actual]).toEqual([id, expected]);
  };
  const pictureOf = (id: string, name: string) => bundle.png(path.join(bundle.folderOf(of(id).id), name));

  it.each(WHOLE.map((page) => [page.id, page.what, page] as const))('%s: %s', (id, _what, page: PageKind) => {
    const taken = of(id);
    expect(taken.state, JSON.stringify([taken.failure, taken.notCaptured])).toBe('complete');
    for (const sample of page.expect) {
      expectPixels(id, [sample.y, ...colorAt(bundle, taken.id, sample)], [sample.y, ...sample.color]);
    }
    const boxes = bundle
      .document(taken.id)
      .artifacts.flatMap(({ path: name, about }) =>
        name.startsWith('tiles') ? [about?.['box'] as Box] : [],
      );
    const height = Math.max(...boxes.map((box) => box.y + box.height));
    if (page.height !== null) expect(height).toBe(page.height);
    if (page.width !== null) expect(Math.max(...boxes.map((box) => box.x + box.width))).toBe(page.width);
    if (page.grows) expect(bundle.document(taken.id).truncated || height > 5_000).toBe(true);
    for (const { x, color, rows } of page.atMost ?? []) {
      const column = Array.from({ length: height }, (_value, y) => colorAt(bundle, taken.id, { x, y }));
      expect(column.filter((pixel) => pixel.join() === color.join()).length).toBeLessThanOrEqual(rows);
    }
  });

  it('shows every line of a text once', () => {
    expectPixels('text', linesOfInk(pictureOf('text', 'tiles/000.png'), 400), 400);
  });

  it('shows nothing of a page that is empty', () => {
    const png = pictureOf('empty', 'tiles/000.png');
    expectPixels('empty', countOf(png, [255, 255, 255]), png.width * png.height);
  });

  it('shows the film, in the tiles and in the stills', () => {
    for (const [id, name] of [
      ['video', 'tiles/000.png'],
      ['video', 'media/still-00.png'],
      ['huge-video', 'media/still-00.png'],
    ] as const) {
      // Its counter is made of blocks of 36 pixels; encoding blurs their edges.
      expectPixels(id, [name, countOf(pictureOf(id, name), FILM_YELLOW, 40) > 100], [name, true]);
    }
  });

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
    const png = pictureOf('leaves', 'shots/viewport.png');
    const at = (500 * png.width + 640) * 4;
    expectPixels('leaves', [...png.data.subarray(at, at + 3)], inBand(0).color);
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

  it('takes a page at the zoom the reader has it at', () => {
    const { artifacts, page, zoom: said } = bundle.document(of('zoomed').id);
    expect([said, page?.devicePixelRatio]).toEqual([ZOOM, ZOOM]);
    const tiles = artifacts.filter(({ path: name }) => name.startsWith('tiles/'));
    for (const { method, about } of tiles)
      expect([method, about?.['scale']]).toEqual([methodAt(1, ZOOM, kind), ZOOM]);
    for (const { x, y, color } of PAGE_KINDS.find(({ id }) => id === 'sticky')?.expect ?? []) {
      expectPixels('sticky', [y, ...colorAt(bundle, of('zoomed').id, { x, y })], [y, ...color]);
    }
  });

  it('keeps 5,000 requests of a page, every one', () => {
    const taken = of('requests');
    expect(taken.state).toBe('complete');
    const log = bundle.json<NetworkLog>(path.join(bundle.folderOf(taken.id), 'net/requests.json'));
    expect(log.dropped).toBe(0);
    const asked = log.requests.filter(({ url }) => url.includes('/pages/requests/'));
    expect(new Set(asked.map(({ url }) => url)).size).toBe(5_000);
  });

  it('takes what docs/capture.md says, by the method it says', () => {
    expect(ROWS.map(({ id, what }) => [id, what]).toSorted()).toEqual(
      PAGE_KINDS.map(({ id, what }) => [id, what]).toSorted(),
    );
    for (const { id, taken, method } of ROWS) {
      const { artifacts } = bundle.document(of(id).id);
      const byWhat = (start: string) => [
        ...new Set(artifacts.flatMap((one) => (one.path.startsWith(start) ? [one.method] : []))),
      ];
      const tiles = byWhat('tiles');
      expect([id, ...(tiles.length > 0 ? tiles : byWhat('shots/viewport.png'))]).toEqual([id, method[kind]]);
      const folder = bundle.folderOf(of(id).id);
      for (const file of filesIn(taken)) {
        const isThere = bundle.files.some((name) => name.startsWith(path.join(folder, file)));
        expect([id, file, isThere]).toEqual([id, file, true]);
      }
      expect([id, compared.get(id) ?? 0]).not.toEqual([id, 0]);
    }
  });
});
