import type { Driver } from './driver.ts';

/** Zoom is set as a reader would, by the browser, through a page of ours. */
export async function zoom(driver: Driver, tabId: number, factor: number): Promise<void> {
  const panel = await driver.extensionPage('sidepanel.html');
  await panel.evaluate(
    async (id, value) => {
      const scope = globalThis as unknown as Record<
        'browser' | 'chrome',
        { tabs: { setZoom(tab: number, factor: number): Promise<void> } } | undefined
      >;
      await (scope.browser ?? scope.chrome)?.tabs.setZoom(id, value);
    },
    tabId,
    factor,
  );
  await panel.close();
}
