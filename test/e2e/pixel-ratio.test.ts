import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_KINDS } from '../fixtures/pages/kinds.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { BROWSERS, openDriver, type Driver } from './support/driver.ts';
import { capture, colorAt, open, unzip, type UnzippedBundle } from './support/capture.ts';
import { methodAt, ratioRows } from './support/kinds-table.ts';
import { zoom } from './support/zoom.ts';

const KINDS = PAGE_KINDS.filter(({ id }) => id === 'tall-20000' || id === 'sticky');

const CASES = BROWSERS.flatMap((kind) => [
  { kind, ratio: 1.25, factor: 1 },
  { kind, ratio: 2, factor: 1 },
  { kind, ratio: 2, factor: 1.5 },
]);

describe.each(CASES)('$kind at device pixel ratio $ratio, zoom $factor', ({ kind, ratio, factor }) => {
  let site: SampleSite;
  let driver: Driver;
  let bundle: UnzippedBundle;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    site = await startSampleSite();
    driver = await openDriver({ browser: kind, devicePixelRatio: ratio });
    let caseId = '';
    for (const { id } of KINDS) {
      const page = await open(driver, site.kindUrl(id));
      if (factor !== 1) await zoom(driver, driver.tabIdOf(page), factor);
      await page.bringToFront();
      const taken = await capture(driver, page);
      expect([id, taken.state]).toEqual([id, 'complete']);
      caseId = taken.caseId;
      ids.set(id, taken.id);
      await page.close();
    }
    bundle = unzip(await driver.exportCase(caseId));
  });

  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  it.each(KINDS.map((page) => [page.id, page] as const))('pictures %s to its last pixel', (id, page) => {
    const captureId = ids.get(id) ?? '';
    const document = bundle.document(captureId);
    expect(document.page?.devicePixelRatio).toBeCloseTo(ratio * factor, 2);
    expect(document.zoom).toBeCloseTo(factor, 2);
    const tiles = document.artifacts.filter(({ path: name }) => name.startsWith('tiles/'));
    expect(new Set(tiles.map(({ method }) => method))).toEqual(new Set([methodAt(ratio, factor, kind)]));
    for (const { path: name, about } of tiles) {
      const { box, scale } = about as { box: { width: number; height: number }; scale: number };
      const { width, height } = bundle.png(path.join(bundle.folderOf(captureId), name));
      expect(Math.abs(width - box.width * scale)).toBeLessThanOrEqual(1);
      expect(Math.abs(height - box.height * scale)).toBeLessThanOrEqual(1);
    }
    for (const sample of page.expect) {
      const x = Math.min(sample.x, (document.page?.page.width ?? 0) - 20);
      expect([sample.y, ...colorAt(bundle, captureId, { ...sample, x })]).toEqual([
        sample.y,
        ...sample.color,
      ]);
    }
  });
});

it('docs/capture.md lists these ratios and zooms, and ratio 1, which page-kinds.test.ts takes', () => {
  const tested = CASES.map(({ ratio, factor }) => `${ratio} ${factor}`);
  const listed = ratioRows().map((row) => `${row.ratio} ${row.zoom}`);
  expect(listed.toSorted()).toEqual([...new Set(['1 1', '1 1.5', ...tested])].toSorted());
});
