import type { NotCaptured } from '../../case/capture.ts';
import { BodyRecorder, isMedia, MEDIA_NOT_KEPT, NOT_IN_TIME, type RecorderLimits } from './body-recorder.ts';
import type { BodySink } from './body-sink.ts';
import type { Recording } from './cdp.ts';
import type { FirefoxDetails, FirefoxSecurityInfo, StreamFilterPort } from './firefox-events.ts';
import {
  beginHop,
  contentLengthOf,
  exchangeOfHop,
  mediaTypeOf,
  serverAddress,
  type FirefoxHop,
} from './firefox-hop.ts';

/** What a recorder needs of the browser. */
export interface FirefoxRecorderPorts {
  /** `webRequest.filterResponseData`. @throws where the request cannot be filtered. */
  readonly openFilter: (requestId: string) => StreamFilterPort;
  /** `webRequest.getSecurityInfo` with `certificateChain` and `rawDER`. */
  readonly securityInfo: (requestId: string) => Promise<FirefoxSecurityInfo>;
  readonly sink: BodySink;
  readonly limits: RecorderLimits;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Records what a tab loads. Each method is a `webRequest` listener for that tab, called in the event's own turn. */
export interface FirefoxRecorder {
  /** Blocking: the stream has to be filtered before the request goes on. */
  onBeforeRequest(details: FirefoxDetails): void;
  onSendHeaders(details: FirefoxDetails): void;
  /** Blocking: TLS details are given to blocking listeners only. Resolves when the response may go on. */
  onHeadersReceived(details: FirefoxDetails): Promise<void>;
  onBeforeRedirect(details: FirefoxDetails): void;
  onResponseStarted(details: FirefoxDetails): void;
  onCompleted(details: FirefoxDetails): void;
  onErrorOccurred(details: FirefoxDetails): void;
  /** Ends the recording; responses still coming pass on by themselves. Never rejects. */
  stop(): Promise<Recording>;
}

/** TLS details hold a response back no longer than this. */
const SECURITY_MS = 1500;
const BODIES_MS = 30_000;

interface Stream {
  readonly hop: FirefoxHop;
  readonly filter: StreamFilterPort;
  readonly body: BodyRecorder;
  /** Whether the filter has seen the end. It sees one for an aborted response too. */
  drained: boolean;
  ended: Promise<void> | null;
}

/** See {@link FirefoxRecorder}. */
export function createFirefoxRecorder(ports: FirefoxRecorderPorts): FirefoxRecorder {
  const { sink, limits, sleep } = ports;
  const hops = new Map<string, FirefoxHop[]>();
  const streams = new Map<FirefoxHop, Stream>();
  const notCaptured: NotCaptured[] = [];
  let dropped = 0;
  let stopped = false;

  const current = ({ requestId }: FirefoxDetails) => hops.get(requestId)?.at(-1);

  function noChain({ url }: FirefoxDetails, why: string): void {
    const reason = `${new URL(url).host}: ${why}`.slice(0, 300);
    if (!notCaptured.some((each) => each.why === reason))
      notCaptured.push({ what: 'tls-chain', why: reason });
  }

  function end(stream: Stream, ended: 'whole' | 'disconnect' | 'time'): void {
    const { hop, body } = stream;
    stream.ended ??= keep(hop, body, ended);
  }

  /** A body is whole when its filter has drained and the browser says the request completed, in either order. */
  function settle(stream: Stream): void {
    const { hop, drained, body } = stream;
    if (!drained || hop.endedAt === null) return;
    const expected = contentLengthOf(hop);
    const isWhole = hop.error === null && (expected === null || expected === body.seen);
    end(stream, isWhole ? 'whole' : 'disconnect');
  }

  /** The filter stands between server and page: whatever happens here, the page's bytes go on first. */
  function follow(stream: Stream): void {
    const { hop, filter, body } = stream;
    filter.onstart = () => {
      if (limits.recordMedia || !isMedia(hop.started.type, mediaTypeOf(hop))) return;
      hop.bodyMissing = MEDIA_NOT_KEPT;
      stream.ended = body.discard();
      filter.disconnect();
    };
    filter.ondata = ({ data }) => {
      // Copied before it is written on: Firefox takes the buffer over.
      const bytes = new Uint8Array(data.slice(0));
      filter.write(data);
      if (body.add(bytes)) return;
      filter.disconnect();
      end(stream, 'disconnect');
    };
    filter.onstop = () => {
      filter.close();
      stream.drained = true;
      settle(stream);
    };
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- a StreamFilter is no EventTarget
    filter.onerror = () => {
      if (hop.bodyMissing !== null) stream.ended ??= body.discard();
      else if (body.seen > 0) end(stream, 'disconnect');
      else {
        hop.bodyMissing = `not filterable: ${filter.error}`.slice(0, 300);
        stream.ended ??= body.discard();
      }
    };
  }

  function open(hop: FirefoxHop): void {
    if (!limits.recordMedia && hop.started.type === 'media') {
      hop.bodyMissing = MEDIA_NOT_KEPT;
      return;
    }
    try {
      const filter = ports.openFilter(hop.started.requestId);
      const body = new BodyRecorder(sink, limits.maximumBodyBytes, 'application/octet-stream');
      const stream: Stream = { hop, filter, body, drained: false, ended: null };
      follow(stream);
      streams.set(hop, stream);
    } catch (error) {
      hop.bodyMissing = `not filterable: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  return {
    onBeforeRequest(details) {
      if (stopped) return;
      const known = hops.get(details.requestId);
      if (!known && hops.size >= limits.maximumRequests) {
        dropped += 1;
        return;
      }
      const hop = beginHop(details, known?.length ?? 0);
      if (known) known.push(hop);
      else hops.set(details.requestId, [hop]);
      open(hop);
    },

    onSendHeaders(details) {
      const hop = current(details);
      if (hop) hop.requestHeaders = details.requestHeaders ?? [];
    },

    async onHeadersReceived(details) {
      const hop = current(details);
      if (!hop || stopped) return;
      hop.response = details;
      if (!details.url.startsWith('https:')) return;
      try {
        hop.security =
          (await Promise.race([ports.securityInfo(details.requestId), sleep(SECURITY_MS)])) ?? null;
        if (hop.security?.certificates.length === 0) noChain(details, 'Firefox names none: not trusted');
      } catch (error) {
        noChain(details, error instanceof Error ? error.message : String(error));
      }
    },

    onBeforeRedirect(details) {
      const hop = current(details);
      if (!hop) return;
      hop.response = details;
      hop.ip = serverAddress(details) ?? hop.ip;
      hop.fromCache = details.fromCache === true;
      hop.endedAt = details.timeStamp;
      hop.bodyMissing = 'redirect';
    },

    onResponseStarted(details) {
      const hop = current(details);
      if (!hop) return;
      // Other extensions may change headers that pages see; the earlier event has the server's own.
      hop.response ??= details;
      hop.ip = serverAddress(details) ?? hop.ip;
      hop.fromCache = details.fromCache === true;
    },

    onCompleted(details) {
      const hop = current(details);
      if (!hop) return;
      hop.response ??= details;
      hop.ip = serverAddress(details) ?? hop.ip;
      hop.fromCache = details.fromCache === true;
      hop.endedAt = details.timeStamp;
      const stream = streams.get(hop);
      if (stream) settle(stream);
    },

    onErrorOccurred(details) {
      const hop = current(details);
      if (!hop) return;
      hop.error = details.error ?? 'failed';
      hop.endedAt = details.timeStamp;
      const stream = streams.get(hop);
      if (stream) end(stream, 'disconnect');
    },

    async stop() {
      stopped = true;
      for (const stream of streams.values()) {
        if (stream.ended) continue;
        release(stream.filter);
        end(stream, 'time');
      }
      await Promise.race([Promise.all([...streams.values()].map(({ ended }) => ended)), sleep(BODIES_MS)]);
      for (const { hop } of streams.values()) if (!hop.body) hop.bodyMissing ??= NOT_IN_TIME;
      const all = [...hops.values()].flat().map(exchangeOfHop);
      const exchanges = all.toSorted((a, b) =>
        a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0,
      );
      return { exchanges, dropped, notCaptured };
    },
  };
}

/** Keeps what came of a body. Never rejects. */
async function keep(
  hop: FirefoxHop,
  body: BodyRecorder,
  ended: 'whole' | 'disconnect' | 'time',
): Promise<void> {
  try {
    if (hop.bodyMissing !== null || (body.seen === 0 && ended !== 'whole')) {
      hop.bodyMissing ??= ended === 'time' ? 'still loading when the recording ended' : 'the load failed';
      await body.discard();
    } else {
      hop.body = await body.close(ended, contentLengthOf(hop));
    }
  } catch (error) {
    hop.bodyMissing = `not kept: ${error instanceof Error ? error.message : String(error)}`.slice(0, 300);
  }
}

/** A filter that has ended already cannot be let go; it needs not be. */
function release(filter: StreamFilterPort): void {
  try {
    filter.disconnect();
  } catch {
    filter.ondata = null;
  }
}
