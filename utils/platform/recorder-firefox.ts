import type {
  FirefoxDetails,
  FirefoxSecurityInfo,
  StreamFilterPort,
} from '../capture/recorder/firefox-events.ts';
import { blobSink } from '../capture/recorder/body-sink.ts';
import { releaseMedia } from '../capture/injected/release-media.ts';
import { createFirefoxRecorder } from '../capture/recorder/firefox.ts';
import type { LiveRecorder } from '../capture/recording.ts';
import { sleep } from '../capture/run-capture.ts';
import type { Settings } from '../case/settings.ts';
import { browser } from './browser.ts';
import { runInFrames } from './run-in-tab.ts';
import { bodyStore, recorderLimits } from './recorder-bodies.ts';
import { reloadTab } from './reload-tab.ts';

type Handler = (details: FirefoxDetails) => unknown;

/** A webRequest event, whichever: the recorder's details are what all of them carry. */
interface RequestEvent {
  addListener(listener: Handler, filter: { urls: string[]; tabId: number }, extra?: string[]): void;
  removeListener(listener: Handler): void;
}

/** Firefox: records by `filterResponseData` and a blocking `getSecurityInfo`, registered before the load. */
export function firefoxRecorder(tabId: number, settings: Settings): Promise<LiveRecorder> {
  const { webRequest } = browser;
  const events = webRequest as unknown as Record<string, RequestEvent>;
  const bodies = bodyStore();
  const recorder = createFirefoxRecorder({
    openFilter: (requestId) => webRequest.filterResponseData(requestId) as unknown as StreamFilterPort,
    securityInfo: (requestId) =>
      webRequest.getSecurityInfo(requestId, {
        certificateChain: true,
        rawDER: true,
      }) as unknown as Promise<FirefoxSecurityInfo>,
    sink: blobSink(bodies.keep),
    limits: recorderLimits(settings),
    sleep,
  });
  const handlers: readonly [string, Handler, string[]?][] = [
    ['onBeforeRequest', recorder.onBeforeRequest, ['blocking']],
    ['onSendHeaders', recorder.onSendHeaders, ['requestHeaders']],
    ['onHeadersReceived', recorder.onHeadersReceived, ['responseHeaders', 'blocking']],
    ['onBeforeRedirect', recorder.onBeforeRedirect, ['responseHeaders']],
    ['onResponseStarted', recorder.onResponseStarted, ['responseHeaders']],
    ['onCompleted', recorder.onCompleted, ['responseHeaders']],
    ['onErrorOccurred', recorder.onErrorOccurred],
  ];
  const filter = { urls: ['<all_urls>'], tabId };
  for (const [name, handler, extra] of handlers) {
    // `onErrorOccurred` takes no third argument, not even an undefined one.
    if (extra) events[name]?.addListener(handler, filter, extra);
    else events[name]?.addListener(handler, filter);
  }
  return Promise.resolve({
    async reload(signal: AbortSignal) {
      const released = await runInFrames<number>(tabId, { func: releaseMedia, allFrames: true });
      const playersReleased = released.reduce((sum, { result }) => sum + result, 0);
      return { url: await reloadTab(tabId, signal), playersReleased };
    },
    async stop() {
      const recording = await recorder.stop();
      for (const [name, handler] of handlers) events[name]?.removeListener(handler);
      return { ...recording, readBody: bodies.read };
    },
  });
}
