import { FailureError } from '../case/result.ts';
import type { ViewportPicture } from '../capture/ports.ts';
import { orAborted, sleep } from '../capture/run-capture.ts';
import { browser } from './browser.ts';
import type { TabDebugger } from './debugger-session.ts';
import { bytesOfBase64, bytesOfDataUrl } from './png-bytes.ts';

/** `captureVisibleTab` may be called twice a second; every caller in this worker waits in one line. */
const PAUSE_MS = 550;
/**
 * Other extensions' calls and those of a worker that was killed count too: then the browser refuses for a second. And
 * it has nothing to read back while a page (a film, most of all) is being drawn for the first time.
 */
const ATTEMPTS = 6;
const REFUSED_FOR_NOW = /MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND|image readback failed/;
let line: Promise<unknown> = Promise.resolve();

/** What is in front of the user in a tab, as PNG, without touching the page. */
export async function visiblePicture(
  tabId: number,
  held: TabDebugger | null,
  signal: AbortSignal,
): Promise<ViewportPicture> {
  if (!held) {
    const picture = await orAborted(browser.tabs.captureTab(tabId, { format: 'png' }), signal);
    return { bytes: bytesOfDataUrl(picture), method: 'captureTab' };
  }
  const tab = await browser.tabs.get(tabId);
  if (!tab.active) return drawnPicture(held);
  const mine = line.then(() => activeTabPicture(tabId, held));
  // Whoever asked hears of a failure; those who wait behind it only need their turn.
  line = mine.catch(() => undefined).then(() => sleep(PAUSE_MS));
  return orAborted(mine, signal);
}

async function activeTabPicture(tabId: number, held: TabDebugger): Promise<ViewportPicture> {
  const { windowId, active } = await browser.tabs.get(tabId);
  if (!active) return drawnPicture(held);
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

/**
 * The viewport once the whole page has been pictured: by the debugger, which is attached already, without waiting for
 * the pace of `captureVisibleTab`; where it is not to be had, as at first.
 */
export async function visibleAgain(
  tabId: number,
  held: TabDebugger | null,
  signal: AbortSignal,
): Promise<ViewportPicture> {
  if (!held) return visiblePicture(tabId, held, signal);
  try {
    return await orAborted(drawnPicture(held), signal);
  } catch {
    // Why the debugger is not to be had stands at the tiles; this picture names its own method.
    signal.throwIfAborted();
    return visiblePicture(tabId, held, signal);
  }
}

/** A tab behind others sometimes draws no frame: the command then waits for good, and asking anew wakes it. */
const ASK_AGAIN_MS = 1_500;
const ASKED_AT_MOST = 8;

/** The debugger draws the viewport, also of a tab behind others, which has no visible pixels. */
async function drawnPicture(held: TabDebugger): Promise<ViewportPicture> {
  const session = await held.attach();
  const asked: Promise<{ readonly data: string } | null>[] = [];
  while (asked.length < ASKED_AT_MOST) {
    asked.push(session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true }));
    // Whichever is answered first counts: a slow machine may answer the one before the last.
    const answer = await Promise.race([...asked, sleep(ASK_AGAIN_MS).then(() => null)]);
    if (answer) return { bytes: bytesOfBase64(answer.data), method: 'debugger' };
  }
  throw new FailureError('timeout', 'the tab drew no frame');
}
