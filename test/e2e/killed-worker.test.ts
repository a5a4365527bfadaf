import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { Capture } from '../../utils/case/capture.ts';
import { CAPTURE_STEPS } from '../../utils/capture/steps/index.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { verify } from './support/bundle.ts';
import { BROWSERS, openDriver, type Driver } from './support/driver.ts';
import { capture, ended, open, sha256sum, start, unzip, type UnzippedBundle } from './support/capture.ts';
import { holdAt } from './support/hold.ts';
import { killWorker } from './support/worker.ts';

const STEPS = CAPTURE_STEPS.map(({ id }) => id);
/** These run beside the ones that follow them, and may be under way still. */
const BESIDE = new Set(CAPTURE_STEPS.filter(({ beside }) => beside).map(({ id }) => id));

describe.each(BROWSERS)('a background killed in mid-capture, in %s', (kind) => {
  let site: SampleSite;
  let driver: Driver;
  let ours: Page;
  let tab: Page;
  let bundle: UnzippedBundle;
  const killed = new Map<string, Capture>();

  beforeAll(async () => {
    site = await startSampleSite();
    driver = await openDriver({ browser: kind, settings: { operatorName: 'Mei Tanaka', lookups: 'off' } });
    ours = await driver.extensionPage('dashboard.html#/');
    tab = await open(driver, site.url('hostile-navigated'));
  });

  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  it.each(STEPS)(
    'in step %s: the row becomes interrupted',
    async (step) => {
      const hold = await holdAt(driver, ours, step);
      const { captureId } = await start(driver, tab);
      await hold.held(captureId);
      await killWorker(driver);
      await hold.release();
      const row = await ended(driver, captureId);
      killed.set(step, row);
      expect(row).toMatchObject({ state: 'interrupted', failure: { code: 'worker-stopped' } });
      const states = row.steps.map(({ id, state }) => [id, state]);
      const at = STEPS.indexOf(step);
      const inLine = STEPS.slice(0, at).filter((id) => !BESIDE.has(id));
      expect(states.filter(([id]) => inLine.includes(id ?? ''))).toEqual(inLine.map((id) => [id, 'done']));
      expect(states.slice(at)).toEqual(STEPS.slice(at).map((id) => [id, 'failed']));
    },
    90_000,
  );

  it('leaves the tab free: a new capture of it is complete', async () => {
    const row = await capture(driver, tab);
    expect(row).toMatchObject({ state: 'complete', number: STEPS.length + 1 });
    bundle = unzip(await driver.exportCase(row.caseId));
    expect(row.steps.filter(({ state }) => state !== 'done')).toEqual([]);
    // What the killed workers had seen of the tab's connections was not lost with them.
    expect(bundle.document(row.id).mainResponse).toMatchObject({ status: 200 });
  });

  it('keeps what was taken: it is exported, and the bundle verifies whole', async () => {
    for (const [step, row] of killed) {
      const document = bundle.document(row.id);
      expect(document.state).toBe('interrupted');
      const paths = document.artifacts.map(({ path }) => path);
      const before = STEPS.slice(0, STEPS.indexOf(step));
      expect([step, paths.includes('shots/viewport.png')]).toEqual([step, before.includes('viewport')]);
      expect([step, paths.includes('facts.json')]).toEqual([step, before.includes('facts')]);
      expect([step, paths.includes('tiles/000.png')]).toEqual([step, before.includes('whole-page')]);
      const done = row.steps.flatMap(({ id, state }) => (state === 'done' ? [id] : []));
      if (done.includes('page-html')) expect([step, ...paths]).toContain('page.html');
      if (done.includes('web-archive')) expect([step, ...paths]).toContain('page.wacz');
    }
    expect(sha256sum(bundle, 'manifest-sha256.txt')).toContain('OK');
    const verified = await verify(bundle.zip);
    expect(verified.code, verified.stdout).toBe(0);
  });
});
