import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { say } from '../support/progress.ts';
import { downloadsSeen } from './pages.ts';

const SAY_EVERY_MS = 10_000;

/**
 * Presses 'Export' on a case's page in the dashboard, as a person would, and waits for the file.
 *
 * @returns path of the downloaded zip.
 * @throws where the page shows an alert, the download is interrupted, or `timeoutMs` has passed.
 */
export async function exportByButton(page: Page, timeoutMs: number): Promise<string> {
  const before = new Set((await downloadsSeen(page)).map((item) => item.id));
  const button = await page.waitForSelector('[data-testid=export-button]:not(:disabled)', {
    timeout: 90_000,
  });
  if (!button) throw new Error('The case page has no export button.');
  // A click by script: no mouse pointer needs the tab in front.
  await button.evaluate((element) => (element as HTMLElement).click());
  const deadline = Date.now() + timeoutMs;
  let sayAt = Date.now() + SAY_EVERY_MS;
  while (Date.now() < deadline) {
    const item = (await downloadsSeen(page)).find(
      (each) => !before.has(each.id) && each.filename.endsWith('.zip'),
    );
    if (item?.state === 'complete') {
      await saySeal(page);
      return item.filename;
    }
    if (item?.state === 'interrupted') throw new Error(`The download was interrupted: ${item.error ?? ''}`);
    const alert = item ? null : await alertOn(page);
    if (alert) throw new Error(`The export failed: ${alert}`);
    if (Date.now() > sayAt) {
      say(item ? `export: ${item.bytesReceived} bytes written` : 'export: the bundle is being packed');
      sayAt += SAY_EVERY_MS;
    }
    await sleep(100);
  }
  throw new Error(`The export did not end within ${timeoutMs / 1000} s.`);
}

/** Says what the page says of the bundle's trusted time, once it does. */
async function saySeal(page: Page): Promise<void> {
  const seal = await page.waitForSelector('[data-testid=export-stamp]', { timeout: 90_000 });
  const text = await seal?.evaluate((element) => element.textContent ?? '');
  if (text) say(`export: ${text.trim()}`);
}

/** Text of an alert the dashboard shows, if any. */
async function alertOn(page: Page): Promise<string | null> {
  const text = await page.evaluate(() => document.querySelector('[role=alert]')?.textContent ?? '');
  return text.trim() || null;
}
