import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { startSampleSite } from '../test/fixtures/site/server.ts';
import { captureUrl } from './capture/capture-url.ts';
import { openDriver, type Driver } from './drive/driver.ts';
import { inProject } from './support/root.ts';
import { say } from './support/progress.ts';

/** `npm run pictures`: takes the README's pictures from the extension at work on the sample site. */
const FOLDER = inProject('docs', 'images');
/** What the library is called in the pictures; `example` is nobody's (RFC 2606). */
const NAME = 'tidewrack.example';
const TIMEOUT_MS = 120_000;

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForNetworkIdle({ idleTime: 500, timeout: 10_000 });
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  say(`docs/images/${name}.png`);
}

async function takeAll(driver: Driver, urls: readonly string[]): Promise<void> {
  let caseId: string | undefined;
  for (const url of urls) {
    const request = { url, caseId, record: false, timeoutMs: TIMEOUT_MS };
    const { outcome, caseId: used } = await captureUrl(driver, request);
    say(`${url}: ${outcome.state}`);
    caseId = used;
  }
  if (caseId === undefined) throw new Error('No page was captured, so there is nothing to show.');
  const page = await driver.extensionPage(`dashboard.html#/case/${caseId}/captures`);
  await page.waitForSelector('[data-testid=capture-card] img');
  await picture(page, 'dashboard');
  await page.locator('[data-testid=capture-card]').click();
  await page.waitForSelector(
    '[data-testid=artifacts], [data-testid=whole-page], [data-testid=viewport-picture]',
  );
  await picture(page, 'capture');
  await page.close();
}

mkdirSync(FOLDER, { recursive: true });
const site = await startSampleSite({ hostNames: { library: NAME } });
const driver = await openDriver({
  browser: 'chromium',
  hostRules: `MAP ${NAME} ${site.addresses.library.address}`,
  window: { width: 1280, height: 860 },
  settings: { operatorName: 'Mei Tanaka', language: 'en', allowPrivateAddresses: true, lookups: 'off' },
});
try {
  const pages = ['front', 'series', 'chapter', 'film', 'japanese', 'redirected'] as const;
  await takeAll(
    driver,
    pages.map((page) => site.url(page)),
  );
} finally {
  await driver.close();
  await site.close();
}
