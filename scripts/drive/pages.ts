import type { Browser, Page } from 'puppeteer-core';
import { setTimeout as sleep } from 'node:timers/promises';

/** What evaluated code sees of the extension's interface; both browsers have these. */
interface ExtensionApi {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly tabs: { query(filter: Record<string, unknown>): Promise<readonly { readonly id?: number }[]> };
  readonly downloads: { search(query: Record<string, unknown>): Promise<readonly DownloadItem[]> };
}

/** A download as the browser lists it. */
export interface DownloadItem {
  readonly id: number;
  readonly state: 'in_progress' | 'interrupted' | 'complete';
  readonly filename: string;
  readonly error?: string | null;
  readonly bytesReceived: number;
}

/** Globals of an extension page. */
interface ExtensionGlobal {
  readonly browser?: ExtensionApi;
  readonly chrome?: ExtensionApi;
}

/**
 * Sends a message to the background from a page of the extension. The answer comes back as text: where it names one
 * object twice, WebDriver BiDi (and puppeteer with it) gives the second as undefined.
 */
export async function sendFrom(page: Page, message: unknown): Promise<unknown> {
  const answer = await page.evaluate(async (payload) => {
    const scope = globalThis as unknown as ExtensionGlobal;
    return JSON.stringify(await (scope.browser ?? scope.chrome)?.runtime.sendMessage(payload));
  }, message);
  return answer === undefined ? undefined : (JSON.parse(answer) as unknown);
}

/** Ids of every open tab. */
export function tabIds(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const scope = globalThis as unknown as ExtensionGlobal;
    const tabs = (await (scope.browser ?? scope.chrome)?.tabs.query({})) ?? [];
    return tabs.flatMap((tab) => (tab.id === undefined ? [] : [tab.id]));
  });
}

/** Every download the browser knows of. */
export function downloadsSeen(page: Page): Promise<readonly DownloadItem[]> {
  return page.evaluate(async () => {
    const scope = globalThis as unknown as ExtensionGlobal;
    return (await (scope.browser ?? scope.chrome)?.downloads.search({})) ?? [];
  });
}

/**
 * Opens a page of the extension in a new tab. In Firefox `goto` of such an address never settles although the page
 * loads, so the page itself is asked.
 */
export async function openExtensionPage(browser: Browser, url: string, timeoutMs = 60_000): Promise<Page> {
  const page = await browser.newPage();
  const refused = page.goto(url, { timeout: timeoutMs }).then(
    () => null,
    (error: unknown) => String(error),
  );
  const bare = url.replace(/[?#].*$/, '');
  const deadline = Date.now() + timeoutMs;
  let reason: string | null = null;
  while (Date.now() < deadline) {
    reason = await Promise.race([refused, sleep(50, null)]);
    if (await hasLoaded(page, bare)) return page;
    if (reason) break;
  }
  await page.close();
  throw new Error(`${url} did not load: ${reason ?? 'no answer'}`);
}

async function hasLoaded(page: Page, url: string): Promise<boolean> {
  const state = page.evaluate(() => ({ url: location.href, ready: document.readyState }));
  const seen = await state.catch((error: unknown) => ({ url: String(error), ready: 'loading' }));
  return seen.ready === 'complete' && seen.url.startsWith(url);
}
