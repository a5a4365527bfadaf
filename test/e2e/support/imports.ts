import type { Page } from 'puppeteer-core';
import type { Driver } from './driver.ts';

/** Presses what carries a test id, as soon as it is there. */
export async function press(page: Page, testid: string): Promise<void> {
  const button = await page.waitForSelector(`[data-testid=${testid}]:not(:disabled)`, { timeout: 60_000 });
  await button?.evaluate((element) => (element as HTMLElement).click());
}

/** Enters a text into a field, as soon as it is there; by script, so that the tab need not be in front. */
export async function enter(page: Page, testid: string, text: string): Promise<void> {
  const field = await page.waitForSelector(`[data-testid=${testid}]`, { timeout: 60_000 });
  await field?.evaluate((element, value) => {
    (element as HTMLInputElement).value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

/** The attributes `data-…` of an element, once it is there. */
export async function dataOf(page: Page, testid: string): Promise<Record<string, string | undefined>> {
  const found = await page.waitForSelector(`[data-testid=${testid}]`, { timeout: 60_000 });
  if (!found) throw new Error(`${testid} is not there`);
  return found.evaluate((element) => ({ ...(element as HTMLElement).dataset }));
}

/** Chooses files on a page of the dashboard that takes some. */
export async function chooseByHand(
  driver: Driver,
  where: 'import' | 'verify',
  ...files: readonly string[]
): Promise<Page> {
  const page = await driver.extensionPage(`dashboard.html#/${where}`);
  const input = await page.waitForSelector(`input[data-testid=${where}-input]`, { timeout: 60_000 });
  if (!input) throw new Error('no file field');
  await (input as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(...files);
  return page;
}

/** Chooses files on the import page of the dashboard. */
export function importByHand(driver: Driver, ...files: readonly string[]): Promise<Page> {
  return chooseByHand(driver, 'import', ...files);
}

/** Deletes a capture by its page, with a reason. */
export async function deleteByHand(
  driver: Driver,
  { id, caseId }: { readonly id: string; readonly caseId: string },
  reason: string,
): Promise<Page> {
  const page = await driver.extensionPage(`dashboard.html#/case/${caseId}/captures/${id}`);
  await press(page, 'delete-capture');
  await press(page, 'delete-confirm');
  // Without a reason nothing happens but the question for one.
  await page.waitForSelector('dialog [role=alert]', { timeout: 60_000 });
  await enter(page, 'delete-reason', reason);
  await press(page, 'delete-confirm');
  await page.waitForFunction(
    (url) => location.hash === url,
    { timeout: 60_000 },
    `#/case/${caseId}/captures`,
  );
  return page;
}
