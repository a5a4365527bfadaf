import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { Capture } from '../../utils/case/capture.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { verify } from './support/bundle.ts';
import { BROWSERS, openDriver, type Driver } from './support/driver.ts';
import { capture, ended, open, start, unzip } from './support/capture.ts';
import { crash } from './support/crash.ts';
import { holdAt } from './support/hold.ts';

/**
 * What happens to the tab, the failure that is named, and in which steps: before the page is pictured, while it is (by
 * the debugger in Chromium), and while injected scripts read it.
 */
const LOSSES = [
  { name: 'closed', code: 'tab-closed', steps: ['facts', 'whole-page'], lose: (tab: Page) => tab.close() },
  {
    name: 'navigated by the user',
    code: 'page-changed',
    steps: ['facts', 'page-html'],
    lose: async (tab: Page, site: SampleSite) => void (await tab.goto(site.url('text'))),
  },
  {
    name: 'loaded anew',
    code: 'page-changed',
    steps: ['whole-page'],
    lose: async (tab: Page) => void (await tab.reload()),
  },
  {
    name: 'crashed',
    code: 'tab-closed',
    steps: ['facts', 'whole-page', 'page-html'],
    lose: (tab: Page) => crash(tab),
  },
] as const;

describe.each(BROWSERS)('a tab lost in mid-capture, in %s', (kind) => {
  let site: SampleSite;
  let driver: Driver;
  let ours: Page;
  const lost: { step: string; row: Capture }[] = [];

  beforeAll(async () => {
    site = await startSampleSite();
    driver = await openDriver({ browser: kind, settings: { lookups: 'off' } });
    ours = await driver.extensionPage('dashboard.html#/');
  });

  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  const cases = LOSSES.flatMap((loss) => loss.steps.map((step) => [loss.name, step, loss] as const));

  it.each(cases)('%s in step %s: it fails at once, and says so', async (_, step, { code, lose }) => {
    const tab = await open(driver, site.url('hostile-navigated'));
    const hold = await holdAt(driver, ours, step);
    const { captureId } = await start(driver, tab);
    await hold.held(captureId);
    await lose(tab, site);
    await hold.release();
    const row = await ended(driver, captureId);
    lost.push({ step, row });
    // What must be there is there once facts and network log are; the rest is missing, and why is said.
    expect(row).toMatchObject({ state: step === 'facts' ? 'failed' : 'partial', failure: { code } });
    // No step waited for what can no longer answer.
    expect(row.steps.filter(({ failure }) => failure?.code === 'timeout')).toEqual([]);
    if (!tab.isClosed()) await tab.close();
  });

  it('leaves everything as it was for the next capture', async () => {
    const tab = await open(driver, site.url('hostile-navigated'));
    expect(await capture(driver, tab)).toMatchObject({ state: 'complete' });
  });

  it('keeps what was taken before; it is exported and verifies whole', async () => {
    const bundle = unzip(await driver.exportCase(lost[0]?.row.caseId ?? ''));
    for (const { step, row } of lost) {
      const document = bundle.document(row.id);
      const paths = document.artifacts.map(({ path }) => path);
      expect(document.state).toBe(row.state);
      expect(paths).toContain('shots/viewport.png');
      if (step !== 'facts') expect(paths).toContain('facts.json');
      expect(document.notCaptured.map(({ what }) => what)).toContain('viewport-again');
      // Whatever was taken is of the page it was started on.
      expect(document.urlFinal).toBe(site.url('hostile-navigated'));
    }
    const verified = await verify(bundle.zip);
    expect(verified.code, verified.stdout).toBe(0);
  });
});
