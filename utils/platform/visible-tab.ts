import { FailureError } from '../case/result.ts';
import { orAborted, sleep } from '../capture/run-capture.ts';
import { browser, isFirefox } from './browser.ts';
import { attachDebugger } from './debugger-session.ts';
import { bytesOfBase64, bytesOfDataUrl } from './png-bytes.ts';

/** `captureVisibleTab` may be called twice a second; every caller in this worker waits in one line. */
const PAUSE_MS = 550;
/** Other extensions' calls and those of a worker that was killed count too: then the browser refuses for a second. */
const ATTEMPTS = 4;
const REFUSED_FOR_NOW = /MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND/;
let line: Promise<unknown> = Promise.resolve();

/** What is in front of the user in a tab, as PNG, without touching the page. */
export async function visiblePicture(
  tabId: number,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; method: string }> {
  if (isFirefox) {
    const picture = await orAborted(browser.tabs.captureTab(tabId, { format: 'png' }), signal);
    return { bytes: bytesOfDataUrl(picture), method: 'captureTab' };
  }
  const tab = await browser.tabs.get(tabId);
  if (!tab.active) return behindOthers(tabId);
  const mine = line.then(() => activeTabPicture(tabId));
  line = mine.catch(() => undefined).then(() => sleep(PAUSE_MS));
  return orAborted(mine, signal);
}

async function activeTabPicture(tabId: number) {
  const { windowId, active } = await browser.tabs.get(tabId);
  if (!active) return behindOthers(tabId);
  const picture = await captureVisible(windowId);
  // The call pictures whatever tab is in front: make sure that this is still the one.
  const after = await browser.tabs.get(tabId);
  if (!after.active) throw new FailureError('page-changed', 'another tab came to the front');
  return { bytes: bytesOfDataUrl(picture), method: 'captureVisibleTab' };
}

async function captureVisible(windowId: number | undefined, attempt = 1): Promise<string> {
  try {
    return await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  } catch (error) {
    if (attempt === ATTEMPTS || !REFUSED_FOR_NOW.test(String(error))) throw error;
    await sleep(PAUSE_MS);
    return captureVisible(windowId, attempt + 1);
  }
}

/** A tab behind others has no visible pixels; the debugger draws its viewport. */
async function behindOthers(tabId: number) {
  const session = await attachDebugger(tabId);
  try {
    const { data } = await session.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
    return { bytes: bytesOfBase64(data), method: 'debugger' };
  } finally {
    await session.detach();
  }
}
