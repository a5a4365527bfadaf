/**
 * Background of a test extension: wires Firefox's `webRequest` to the recorder as the product's platform does, and
 * sends what was recorded to the page's own server when a page named `/stop` is asked for.
 */
import { blobSink } from '../../../utils/capture/recorder/body-sink.ts';
import { createFirefoxRecorder } from '../../../utils/capture/recorder/firefox.ts';
import type {
  FirefoxDetails,
  FirefoxSecurityInfo,
  StreamFilterPort,
} from '../../../utils/capture/recorder/firefox-events.ts';

type Listener = (details: FirefoxDetails) => unknown;
interface WebRequestEvent {
  addListener(listener: Listener, filter: { urls: string[] }, extra?: string[]): void;
}
declare const browser: {
  readonly webRequest: Readonly<
    Record<
      | 'onBeforeRequest'
      | 'onSendHeaders'
      | 'onHeadersReceived'
      | 'onBeforeRedirect'
      | 'onResponseStarted'
      | 'onCompleted'
      | 'onErrorOccurred',
      WebRequestEvent
    >
  > & {
    filterResponseData(requestId: string): StreamFilterPort;
    getSecurityInfo(requestId: string, options: object): Promise<FirefoxSecurityInfo>;
  };
};

const { webRequest } = browser;
const bodies: Record<string, number[]> = {};
const recorder = createFirefoxRecorder({
  openFilter: (requestId) => webRequest.filterResponseData(requestId),
  securityInfo: (requestId) =>
    webRequest.getSecurityInfo(requestId, { certificateChain: true, rawDER: true }),
  sink: blobSink(async (digest, body) => {
    bodies[digest] = [...new Uint8Array(await body.arrayBuffer())].slice(0, 100);
  }),
  limits: { maximumBodyBytes: 400_000, recordMedia: true, maximumRequests: 1000 },
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});

const everything = { urls: ['<all_urls>'] };
const isControl = ({ url }: FirefoxDetails) => /\/(?:stop|report)$/.test(url);

type Name = Exclude<keyof typeof recorder, 'stop'>;

/** `onErrorOccurred` takes no third parameter, not even an undefined one. */
function listen(name: Name, ...extra: [] | [string[]]): void {
  const handle = recorder[name];
  const listener: Listener = (details) => (isControl(details) ? undefined : handle(details));
  webRequest[name].addListener(listener, everything, ...extra);
}

listen('onBeforeRequest', ['blocking']);
listen('onSendHeaders', ['requestHeaders']);
listen('onHeadersReceived', ['responseHeaders', 'blocking']);
listen('onBeforeRedirect', ['responseHeaders']);
listen('onResponseStarted', ['responseHeaders']);
listen('onCompleted', ['responseHeaders']);
listen('onErrorOccurred');

async function report(stopUrl: string): Promise<void> {
  const recording = await recorder.stop();
  await fetch(new URL('/report', stopUrl), { method: 'POST', body: JSON.stringify({ recording, bodies }) });
}

webRequest.onCompleted.addListener((details) => {
  if (details.url.endsWith('/stop')) void report(details.url);
}, everything);
