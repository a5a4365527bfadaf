import type { Page } from 'puppeteer-core';
import { setTimeout as sleep } from 'node:timers/promises';

/** Silence on the network after which a page counts as settled. */
const IDLE_MS = 500;
/** Longest wait for that silence; many pages never fall silent. */
const SETTLE_MS = 5_000;

/** How opening went: `slow` where the page had not finished loading in time, and is captured as it stands. */
export type Opened = { readonly how: 'loaded' | 'slow' } | { readonly how: 'failed'; readonly why: string };

/** Opens the first of several addresses that answers. Dialogs are dismissed, or they would hold the page forever. */
export async function openFirst(
  page: Page,
  addresses: readonly string[],
  timeoutMs: number,
): Promise<Opened> {
  page.on('dialog', (dialog) => {
    dialog.dismiss().catch(ignoreGone);
  });
  let opened: Opened = { how: 'failed', why: 'There is no address to open.' };
  for (const address of addresses) {
    opened = await openUrl(page, address, timeoutMs);
    if (opened.how !== 'failed') break;
  }
  return opened;
}

/** Opens an address and waits, bounded, until it has loaded and fallen silent. */
async function openUrl(page: Page, address: string, timeoutMs: number): Promise<Opened> {
  try {
    await page.goto(address, { waitUntil: 'load', timeout: timeoutMs });
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return { how: 'slow' };
    return { how: 'failed', why: reasonOf(error) };
  }
  await Promise.race([
    page.waitForNetworkIdle({ idleTime: IDLE_MS, timeout: SETTLE_MS }).catch(ignoreGone),
    sleep(SETTLE_MS),
  ]);
  return { how: 'loaded' };
}

/** The browser's own words; Firefox wraps them in a stack trace of its own code. */
function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line
    .replace(/^Protocol error \([^)]*\): unknown error (?:Error: )?/, '')
    .replace(/ #\w+@chrome:.*$/, '');
}

/** The dialog, the wait or the page ended by itself: nothing is left to do. */
function ignoreGone(): void {
  return undefined;
}
