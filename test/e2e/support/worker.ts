import type { Driver } from './driver.ts';
import { evaluateInFirefox } from '../../../scripts/drive/firefox-system.ts';

/** The extension's id in Firefox, as its manifest says. */
const GECKO_ID = 'prima-facie@prima-facie.invalid';

/**
 * Kills the background where it stands, as a browser short of memory does: Chromium's service worker by closing its
 * target, Firefox's event page by ending it as if it had been idle.
 */
export async function killWorker(driver: Driver): Promise<void> {
  if (driver.kind === 'firefox') {
    await evaluateInFirefox(
      driver.browser,
      `(async () => {
        const { extension } = WebExtensionPolicy.getByID('${GECKO_ID}');
        await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
        if (extension.backgroundState !== 'stopped') throw new Error(extension.backgroundState);
      })()`,
    );
    return;
  }
  const isWorker = (target: { type(): string; url(): string }) =>
    target.type() === 'service_worker' && target.url().startsWith(driver.origin);
  const target = await driver.browser.waitForTarget(isWorker, { timeout: 60_000 });
  const gone = new Promise<void>((resolve) => {
    const check = (other: unknown) => {
      if (other !== target) return;
      driver.browser.off('targetdestroyed', check);
      resolve();
    };
    driver.browser.on('targetdestroyed', check);
  });
  const worker = await target.worker();
  await worker?.close();
  await gone;
}
