import { FailureError } from '../case/result.ts';
import { pngSize } from '../capture/png.ts';
import type { PictureDifference, TabPort } from '../capture/ports.ts';
import { writeHtml, type FrameHtml } from '../capture/injected/write-html.ts';
import { scrollThrough, stopScrolling } from '../capture/injected/scroll-through.ts';
import { orAborted, sleep } from '../capture/run-capture.ts';
import { readFrames, readVideos, type VideoState } from '../capture/injected/read-videos.ts';
import {
  findInnerScrollers,
  hideStuck,
  loadInner,
  scrollInner,
  showStuck,
} from '../capture/injected/inner-scrollers.ts';
import type { Digest } from '../case/values.ts';
import { digestOf } from '../integrity/digest.ts';
import type { RequestLog } from '../hosting/request-log.ts';
import { browser, chromium, isFirefox } from './browser.ts';
import { captureTabPixels } from './capture-tab-pixels.ts';
import { pictureDifference } from './compare-pictures.ts';
import { debuggerPixels } from './debugger-pixels.ts';
import { tabDebugger } from './debugger-session.ts';
import { fetchAgain } from './fetch-again.ts';
import { callInTab, runInFrames, runInTab } from './run-in-tab.ts';
import { loadedResources } from './loaded-resources.ts';
import { chromiumRecorder } from './recorder-chromium.ts';
import { firefoxRecorder } from './recorder-firefox.ts';
import { renderedPixels } from './rendered-pixels.ts';
import { stitchedPixels } from './stitched-pixels.ts';
import { tabMarks } from './tab-marks.ts';
import { watchAddress } from './watch-address.ts';
import { visibleAgain, visiblePicture } from './visible-tab.ts';

/** A script result larger than about 64 MB does not come through the browser's message pipe. */
const MAXIMUM_HTML = 30_000_000;

/** One tab, as the capture pipeline sees it. */
export function openTab(
  tabId: number,
  log: RequestLog,
  keptBlob: (digest: Digest) => Promise<Blob>,
): TabPort {
  const held = isFirefox ? null : tabDebugger(tabId);
  return {
    tabId,
    async describe() {
      const [tab, zoom] = await Promise.all([browser.tabs.get(tabId), browser.tabs.getZoom(tabId)]).catch(
        (error: unknown) => Promise.reject(new FailureError('tab-closed', String(error))),
      );
      return { url: tab.url ?? '', title: tab.title ?? '', incognito: tab.incognito, zoom };
    },
    viewport: (signal) => visiblePicture(tabId, held, signal),
    viewportAgain: (signal) => visibleAgain(tabId, held, signal),
    probe: () => runInTab(tabId, { files: ['probe.js'] }),
    html: () => frameHtml(tabId),
    startRecorder: (settings) =>
      isFirefox ? firefoxRecorder(tabId, settings) : chromiumRecorder(tabId, settings),
    ...(held
      ? { mhtml: () => mhtmlOf(tabId), loadedResources: () => loadedResources(held), release: held.release }
      : {}),
    keptBlob,
    fetchAgain: (url, signal) => fetchAgain(url, log, signal),
    async scrollThrough(options, signal) {
      try {
        return await orAborted(callInTab(tabId, scrollThrough, options), signal);
      } catch (error) {
        // A pass that was broken off scrolls back by itself; a tab that is gone has nothing to scroll.
        await callInTab(tabId, stopScrolling).catch(() => undefined);
        throw error;
      }
    },
    networkLog: () => log.read(tabId),
    watchAddress: () => watchAddress(tabId),
    documentMark: () => log.committedAt(tabId),
    videos: async () =>
      (await runInFrames<VideoState[]>(tabId, { func: readVideos, allFrames: true })).flatMap(
        ({ frameId, result }) => result.map((video) => ({ frameId, ...video })),
      ),
    frameBoxes: () => callInTab(tabId, readFrames),
    innerScrollers: (maximum) => callInTab(tabId, findInnerScrollers, maximum),
    scrollInner: (index, top) => callInTab(tabId, scrollInner, index, top),
    loadInner: (index, maximumMs) => callInTab(tabId, loadInner, index, maximumMs),
    hideStuck: (index) => callInTab(tabId, hideStuck, index),
    showStuck: () => callInTab(tabId, showStuck),
    compare: (kept, picture) => differenceFrom(keptBlob, kept, picture),
    marks: tabMarks(tabId, keptBlob),
    pixelMethods: [
      held ? debuggerPixels(tabId, held) : captureTabPixels(tabId),
      stitchedPixels(tabId, held),
      renderedPixels(tabId),
    ],
  };
}

/** Equal bytes need no look at their pixels: Firefox writes an unchanged page alike both times. */
async function differenceFrom(
  keptBlob: (digest: Digest) => Promise<Blob>,
  kept: Digest,
  picture: Uint8Array<ArrayBuffer>,
): Promise<PictureDifference | null> {
  if ((await digestOf(picture)) === kept) return { share: 0, rows: pngSize(picture)?.height ?? 0 };
  return pictureDifference(await keptBlob(kept), new Blob([picture]));
}

async function frameHtml(tabId: number) {
  const frames = await runInFrames<FrameHtml>(tabId, {
    func: writeHtml as (...values: unknown[]) => unknown,
    args: [MAXIMUM_HTML],
    allFrames: true,
  });
  return frames
    .map(({ frameId, result }) => ({ frameId, ...result }))
    .toSorted((a, b) => a.frameId - b.frameId);
}

/**
 * A page that takes its frames away while they are written fails the writing, or keeps it waiting for good (seen once
 * in forty times): another moment may suit.
 */
const MHTML_ATTEMPTS = 6;
const MHTML_PAUSE_MS = 150;
/** Longer than a page of a hundred thousand elements takes, and within the step’s own time. */
const MHTML_PATIENCE_MS = 40_000;

/**
 * Chromium hands over a temporary file that it may delete at any moment (seen once in about fifty pages), so the
 * bytes are read at once, and asked for again where the file was gone already.
 */
async function mhtmlOf(tabId: number, attempt = 1): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const blob = await orAborted(
      chromium.pageCapture.saveAsMHTML({ tabId }),
      AbortSignal.timeout(MHTML_PATIENCE_MS),
    );
    if (!blob) throw new FailureError('browser-refused', 'the browser wrote no MHTML');
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    if (attempt === MHTML_ATTEMPTS) throw error;
    await sleep(MHTML_PAUSE_MS);
    return mhtmlOf(tabId, attempt + 1);
  }
}
