import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { say } from '../support/progress.ts';
import { downloadsSeen } from './pages.ts';

const SAY_EVERY_MS = 10_000;

/** What to choose before the button is pressed; one file, not encrypted, where nothing is said. */
export interface ExportWishes {
  /** MB (decimal) in a volume. */
  readonly volumeMegabytes?: number;
  readonly passphrase?: string;
  /** Public keys of age. */
  readonly recipients?: readonly string[];
  readonly caseUco?: boolean;
  /** Leaves out `report.pdf`, which takes long to print of many pictures; for browsers that print. */
  readonly withoutPdf?: boolean;
}

/**
 * Presses 'Export' on a case's page in the dashboard, as a person would, and waits for the files.
 *
 * @returns paths of the downloaded files: one, or the volumes in their order.
 * @throws where the page shows an alert, a download is interrupted, or `timeoutMs` has passed.
 */
export async function exportByButton(
  page: Page,
  timeoutMs: number,
  wishes: ExportWishes = {},
): Promise<readonly string[]> {
  const before = new Set((await downloadsSeen(page)).map((item) => item.id));
  const button = await page.waitForSelector('[data-testid=export-button]:not(:disabled)', {
    timeout: 90_000,
  });
  if (!button) throw new Error('The case page has no export button.');
  await choose(page, wishes);
  // A click by script: no mouse pointer needs the tab in front.
  await button.evaluate((element) => (element as HTMLElement).click());
  const deadline = Date.now() + timeoutMs;
  let sayAt = Date.now() + SAY_EVERY_MS;
  while (Date.now() < deadline) {
    // Before the downloads are read: what is said to be saved is among them.
    const saved = (await page.$('[data-testid=export-saved]')) !== null;
    const items = (await downloadsSeen(page)).filter(
      ({ id, filename }) => !before.has(id) && /\.zip(\.age)?$/.test(filename),
    );
    const failed = items.find(({ state }) => state === 'interrupted');
    if (failed) throw new Error(`The download was interrupted: ${failed.error ?? ''}`);
    if (saved) {
      await saySeal(page);
      if (items.length === 0)
        throw new Error('The page says that the bundle is saved; no download is there.');
      return items.toSorted((a, b) => a.id - b.id).map(({ filename }) => filename);
    }
    const alert = items.length > 0 ? null : await alertOn(page);
    if (alert) throw new Error(`The export failed: ${alert}`);
    if (Date.now() > sayAt) {
      const bytes = items.reduce((sum, { bytesReceived }) => sum + bytesReceived, 0);
      say(bytes > 0 ? `export: ${bytes} bytes written` : 'export: the bundle is being packed');
      sayAt += SAY_EVERY_MS;
    }
    await sleep(100);
  }
  throw new Error(`The export did not end within ${timeoutMs / 1000} s.`);
}

/** Fills in the options, each as soon as it is shown. */
async function choose(page: Page, wishes: ExportWishes): Promise<void> {
  const { volumeMegabytes, passphrase, recipients, caseUco, withoutPdf } = wishes;
  if (volumeMegabytes !== undefined) {
    await fill(page, 'export-cut', 'other');
    await fill(page, 'export-megabytes', String(volumeMegabytes));
  }
  if (passphrase !== undefined) {
    await fill(page, 'export-encryption', 'passphrase');
    await fill(page, 'export-passphrase', passphrase);
    await fill(page, 'export-passphrase-again', passphrase);
  }
  if (recipients !== undefined) {
    await fill(page, 'export-encryption', 'recipients');
    await fill(page, 'export-recipients', recipients.join('\n'));
  }
  if (caseUco) await page.$eval('[data-testid=export-case-uco]', (box) => (box as HTMLElement).click());
  if (withoutPdf) await page.$eval('[data-testid=export-pdf]', (box) => (box as HTMLElement).click());
}

/** Sets a field by script, in a section that may be folded, and tells the page as a hand on the keyboard would. */
async function fill(page: Page, testid: string, value: string): Promise<void> {
  const field = await page.waitForSelector(`[data-testid=${testid}]`, { timeout: 90_000 });
  await field?.evaluate((element, text) => {
    (element as HTMLInputElement).value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);
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
