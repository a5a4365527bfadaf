import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';

/** Crashes the process that draws a page, and gives the browser a moment to notice. */
export async function crash(tab: Page): Promise<void> {
  if (tab.browser().process()?.spawnfile.includes('firefox')) {
    // Firefox's own page for this; going there never settles.
    tab.goto('about:crashcontent').catch(() => undefined);
  } else {
    const devtools = await tab.createCDPSession();
    devtools.send('Page.crash').catch(() => undefined);
  }
  await sleep(1_000);
}
