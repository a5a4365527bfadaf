import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '../../utils/case/capture.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { BROWSERS, openDriver, type Driver } from './support/driver.ts';
import { open } from './support/capture.ts';

/**
 * The toolbar button, pressed by the browser itself. Firefox has no way to press one from outside; there the panel's
 * button is the only one that a test can reach, and the wiring is the same code.
 */
describe.skipIf(!BROWSERS.includes('chromium'))('the buttons in chromium', () => {
  let site: SampleSite;
  let driver: Driver;
  let control: Page;

  beforeAll(async () => {
    site = await startSampleSite();
    driver = await openDriver({ browser: 'chromium' });
    control = await driver.extensionPage('sidepanel.html');
  });

  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  const captures = (): Promise<Capture[]> =>
    control.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('prima-facie');
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(new Error(String(opening.error))));
      });
      return new Promise<Capture[]>((resolve) => {
        const all = db.transaction('captures').objectStore('captures').getAll();
        all.addEventListener('success', () => {
          db.close();
          resolve(all.result as Capture[]);
        });
      });
    });

  it('captures the tab when the toolbar button is pressed', async () => {
    const page = await open(driver, site.url('series'));
    await page.bringToFront();
    const [extension] = [...(await driver.browser.extensions()).values()];
    if (!extension) throw new Error('the extension is not there');
    await page.triggerExtensionAction(extension);
    await expect
      .poll(
        async () => (await captures()).map(({ trigger, state, urlFinal }) => [trigger, state, urlFinal]),
        {
          timeout: 90_000,
          interval: 300,
        },
      )
      .toEqual([['toolbar', 'complete', site.url('series')]]);
    await page.close();
  });

  it('registers the shortcut, the menu entry and the panel', async () => {
    const said = await control.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
          runtime: {
            getManifest(): { side_panel?: { default_path: string }; commands: Record<string, unknown> };
          };
        };
      };
      return {
        commands: (await chrome.commands.getAll()).map(({ name }) => name),
        panel: chrome.runtime.getManifest().side_panel?.default_path,
      };
    });
    expect(said.commands).toContain('capture-page');
    expect(said.panel).toBe('sidepanel.html');
  });
});
