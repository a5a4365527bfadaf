import { mkdir } from 'node:fs/promises';
import { startSampleSite } from '../../test/fixtures/site/server.ts';
import { addressesOf } from '../capture/url-list.ts';
import { openFirst } from '../capture/open-url.ts';
import { openDriver } from '../drive/driver.ts';
import { inProject } from '../support/root.ts';
import { say } from '../support/progress.ts';
import type { StartOptions } from './options.ts';

/** Opens a browser with the extension and stays until it is closed. Returns the exit code. */
export async function startHeaded(options: StartOptions): Promise<number> {
  const site = options.url === undefined ? await startSampleSite() : null;
  // The profile stays between starts: cases made while trying things out are not lost.
  const folder = inProject('out', `.start-${options.browser}`);
  await mkdir(options.out, { recursive: true });
  const driver = await openDriver({
    browser: options.browser,
    headless: false,
    folder,
    downloads: options.out,
    ...(site ? { settings: { allowPrivateAddresses: true } } : {}),
  });
  const closed = new Promise<void>((resolve) => {
    driver.browser.once('disconnected', () => resolve());
  });
  process.once('SIGINT', () => {
    driver.close().catch((error: unknown) => say(String(error)));
  });
  try {
    const page = await driver.newPage();
    const addresses = site ? [site.url('front')] : addressesOf(options.url ?? '');
    const opened = await openFirst(page, addresses, 30_000);
    if (opened.how === 'failed') say(`The page did not open: ${opened.why}`);
    await page.bringToFront();
    say(`
The browser is open. To capture the page: the Prima Facie button in the toolbar (it may be behind the
puzzle piece), or Alt+Shift+P, or the page's context menu. Bundles go to ${options.out}.
Close the browser, or press Ctrl-C here, to end.`);
    await closed;
    return 0;
  } finally {
    await site?.close();
  }
}
