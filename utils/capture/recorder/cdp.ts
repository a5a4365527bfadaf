import type { NotCaptured } from '../../case/capture.ts';
import type { Exchange } from '../../case/exchange.ts';
import { decodeBase64 } from './decode.ts';
import { pemOf } from '../../integrity/pem.ts';
import { NOT_IN_TIME, type RecorderLimits } from './body-recorder.ts';
import type { BodySink } from './body-sink.ts';
import { CdpBodies } from './cdp-bodies.ts';
import type { CdpEvents, CdpPort } from './cdp-events.ts';
import { exchangeOfHop, originOf } from './cdp-exchange.ts';
import { Tracks, type Track } from './cdp-track.ts';

/** What a recording came to. */
export interface Recording {
  /** In the order their requests began. */
  readonly exchanges: readonly Exchange[];
  /** Requests beyond the limit: counted, not kept. */
  readonly dropped: number;
  readonly notCaptured: readonly NotCaptured[];
}

/** Records what a tab loads, by the debugger. */
export interface CdpRecorder {
  /** Turns recording on; call it before the load. @throws what the debugger throws. */
  start(): Promise<void>;
  /** Takes every event of the debugger, in order. `sessionId` as the event has it. Never throws. */
  onEvent(method: string, parameters: unknown, sessionId?: string): void;
  /**
   * Ends the recording: waits for bodies that have loaded, cuts those still coming, asks for certificates, turns
   * recording off. Never rejects. May be called once, also after the debugger was taken away.
   */
  stop(): Promise<Recording>;
}

/** What a recorder needs. `sleep` is how long to wait for anything that may not answer. */
export interface CdpRecorderPorts {
  readonly port: CdpPort;
  readonly sink: BodySink;
  readonly limits: RecorderLimits;
  /** Resolves after so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Whether the browser's cache is left out, so that every response is a real one. */
  readonly disableCache: boolean;
}

/** Held back no longer than this for the sake of a stream. */
const HOLD_MS = 1500;
/** Held back no longer than this for a request nobody has told of. */
const KNOWN_MS = 100;
/** How long bodies that have loaded may take to be kept. */
const BODIES_MS = 30_000;
const MAXIMUM_ORIGINS = 200;

/** See {@link CdpRecorder}. */
export function createCdpRecorder(ports: CdpRecorderPorts): CdpRecorder {
  const { port, sink, limits, sleep } = ports;
  const tracks = new Tracks(limits.maximumRequests);
  const bodies = new CdpBodies(port, sink, limits);
  const sessions = new Set<string | undefined>();
  const notCaptured: NotCaptured[] = [];

  const setUp = async (session: string | undefined): Promise<void> => {
    sessions.add(session);
    const types = [
      ...bodies.streamedTypes.map((resourceType) => ({ resourceType, requestStage: 'Request' })),
      { resourceType: 'Document', requestStage: 'Response' },
    ];
    await port.send('Network.enable', { maxTotalBufferSize: 256e6, maxResourceBufferSize: 64e6 }, session);
    if (ports.disableCache) await port.send('Network.setCacheDisabled', { cacheDisabled: true }, session);
    await port.send('Fetch.enable', { patterns: types }, session);
    const attach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    await port.send('Target.setAutoAttach', attach, session);
  };

  const setUpTarget = async (event: CdpEvents['Target.attachedToTarget']): Promise<void> => {
    const { sessionId, targetInfo } = event;
    try {
      await setUp(sessionId);
      for (const track of tracks.loadingDocuments(targetInfo.targetId)) {
        track.session = sessionId;
        void bodies.startStream(track);
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      notCaptured.push({ what: `requests-of-${targetInfo.type}`, why: why.slice(0, 300) });
    }
    if (event.waitingForDebugger) await quietly(port.send('Runtime.runIfWaitingForDebugger', {}, sessionId));
  };

  const release = async (event: CdpEvents['Fetch.requestPaused'], session?: string): Promise<void> => {
    const { requestId, networkId, responseStatusCode: status } = event;
    const isRedirect = status !== undefined && status >= 300 && status < 400;
    if (networkId !== undefined && !isRedirect) {
      // The pause is told by the browser's process, the request by the page's: either may come first.
      const track =
        tracks.get(networkId) ?? (await Promise.race([tracks.awaited(networkId), sleep(KNOWN_MS)]));
      const started = track && bodies.startStream(track);
      // The process of a tab's document may not exist yet: the browser keeps the order to stream until it does, and
      // only then answers. (A frame's document is tried again when its head has come.) All else waits for the answer.
      if (status === undefined) await Promise.race([started, sleep(HOLD_MS)]);
    }
    await quietly(port.send('Fetch.continueRequest', { requestId }, session));
  };

  const handlers: { [Name in keyof CdpEvents]: (event: CdpEvents[Name], session?: string) => void } = {
    'Network.requestWillBeSent': (event, session) => tracks.sent(event, session),
    'Network.requestWillBeSentExtraInfo': (event) => tracks.requestExtra(event),
    'Network.responseReceivedExtraInfo': (event) => tracks.responseExtra(event),
    'Network.responseReceived': (event, session) => {
      const track = tracks.get(event.requestId);
      const hop = track?.hops.at(-1);
      if (!track || !hop) return;
      track.session = session;
      hop.response = event.response;
      hop.hasExtraInfo = event.hasExtraInfo === true;
      if (event.type === 'Document') void bodies.startStream(track);
    },
    'Network.requestServedFromCache': ({ requestId }) => {
      const hop = tracks.get(requestId)?.hops.at(-1);
      if (hop) hop.fromMemory = true;
    },
    'Network.dataReceived': ({ requestId, dataLength, data }) => {
      const track = tracks.get(requestId);
      if (track) bodies.data(track, dataLength, data);
    },
    'Network.loadingFinished': ({ requestId, timestamp }, session) => {
      const track = tracks.get(requestId);
      if (!track) return;
      // The document of a frame with a process of its own begins in its parent's session and ends in its own.
      track.session = session;
      endTrack(track, timestamp, 'whole');
    },
    'Network.loadingFailed': ({ requestId, timestamp, errorText, blockedReason }) => {
      const track = tracks.get(requestId);
      const hop = track?.hops.at(-1);
      if (!track || !hop) return;
      hop.error = blockedReason ? `${errorText} (${blockedReason})` : errorText;
      endTrack(track, timestamp, 'disconnect');
    },
    'Fetch.requestPaused': (event, session) => void release(event, session),
    'Target.attachedToTarget': (event) => void setUpTarget(event),
  };

  function endTrack(track: Track, timestamp: number | null, ended: 'whole' | 'disconnect' | 'time'): void {
    const hop = track.hops.at(-1);
    if (!hop || track.ended) return;
    hop.endedAt = timestamp;
    track.ended = bodies.end(track, hop, ended);
  }

  async function chains(): Promise<Map<string, readonly string[]>> {
    const secure = tracks
      .all()
      .flatMap(({ hops, session }) =>
        hops
          .filter(({ response }) => response?.securityDetails)
          .map((hop): [string, string | undefined] => [originOf(hop.sent.request.url), session]),
      );
    const found = new Map<string, readonly string[]>();
    for (const [origin, session] of [...new Map(secure)].slice(0, MAXIMUM_ORIGINS)) {
      const answer = await quietly(port.send('Network.getCertificate', { origin }, session));
      const { tableNames = [] } = (answer ?? {}) as { tableNames?: readonly string[] };
      const ders = tableNames.map(decodeBase64).filter((der) => der !== null);
      if (ders.length > 0)
        found.set(
          origin,
          ders.map((der) => pemOf('CERTIFICATE', der)),
        );
    }
    if (found.size < new Map(secure).size) {
      notCaptured.push({ what: 'tls-chain', why: 'the browser did not give the chain of every connection' });
    }
    return found;
  }

  return {
    start: () => setUp(undefined),

    onEvent(method, parameters, session) {
      if (!Object.hasOwn(handlers, method)) return;
      const handler = handlers[method as keyof CdpEvents] as (event: unknown, session?: string) => void;
      handler(parameters, session);
    },

    async stop() {
      for (const track of tracks.all()) endTrack(track, null, 'time');
      const unfinished = new Set(tracks.all());
      const kept = Promise.all(
        tracks.all().map((track) => track.ended?.then(() => unfinished.delete(track))),
      );
      await Promise.race([kept, sleep(BODIES_MS)]);
      const chain =
        (await Promise.race([chains(), sleep(BODIES_MS)])) ?? new Map<string, readonly string[]>();
      for (const session of sessions) {
        await Promise.race([quietly(turnOff(port, session)), sleep(HOLD_MS)]);
      }
      for (const { hops } of unfinished) {
        const hop = hops.at(-1);
        if (hop?.response && !hop.body) hop.bodyMissing ??= NOT_IN_TIME;
      }
      return { exchanges: exchangesOf(tracks, chain), dropped: tracks.dropped, notCaptured };
    },
  };
}

async function turnOff(port: CdpPort, session: string | undefined): Promise<void> {
  await port.send('Fetch.disable', {}, session);
  await port.send('Network.disable', {}, session);
}

/** For calls whose failure changes nothing: the target is gone, or the browser older. */
async function quietly<Value>(call: Promise<Value>): Promise<Value | null> {
  try {
    return await call;
  } catch {
    return null;
  }
}

function exchangesOf(tracks: Tracks, chain: ReadonlyMap<string, readonly string[]>): Exchange[] {
  const all = tracks.all().flatMap((track) => {
    const raw = tracks.rawHeaders(track);
    return track.hops.map((hop, index): Exchange => {
      const headers = raw[index] ?? { request: undefined, response: undefined };
      return exchangeOfHop(track.requestId, hop, headers, chain);
    });
  });
  return all.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0));
}
