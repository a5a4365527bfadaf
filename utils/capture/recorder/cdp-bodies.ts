import { decodeBase64 } from './decode.ts';
import { BodyRecorder, isMedia, MEDIA_NOT_KEPT, type RecorderLimits } from './body-recorder.ts';
import type { BodySink } from './body-sink.ts';
import type { CdpPort } from './cdp-events.ts';
import type { Hop } from './cdp-exchange.ts';
import type { Track } from './cdp-track.ts';

/** Largest body asked for in one piece. Larger ones are only had where they were streamed. */
const MAXIMUM_PIECE = 48 * 1024 * 1024;
/** Bodies asked for at once: each is held in memory, as base64, while it passes. */
const LANES = 3;

/**
 * Held for a moment before they are sent, so that their stream is set up before the first byte. Text is among them
 * because `getResponseBody` gives text as the browser decoded it, and not the server's bytes.
 */
const STREAMED = ['XHR', 'Fetch', 'Script', 'Stylesheet', 'Other'];

/**
 * Bodies of a recording. Two ways, both without touching what the page gets:
 * - text, audio, video and what scripts fetch are streamed (`Fetch.requestPaused`, then
 *   `Network.streamResourceContent`): no byte is missed, and none is kept in memory;
 * - pictures, fonts, and what a stream missed are asked for when they have loaded (`Network.getResponseBody`).
 * The browser's own count of bytes decides whether a stream was whole. `Fetch.takeResponseBodyAsStream` is not used:
 * whoever takes the body must give the page all of it back in one piece.
 */
export class CdpBodies {
  readonly #port: CdpPort;
  readonly #sink: BodySink;
  readonly #limits: RecorderLimits;
  readonly #lanes: Promise<void>[] = Array.from({ length: LANES }, () => Promise.resolve());
  #next = 0;

  constructor(port: CdpPort, sink: BodySink, limits: RecorderLimits) {
    this.#port = port;
    this.#sink = sink;
    this.#limits = limits;
  }

  /** Resource types to hold before they are sent. */
  get streamedTypes(): readonly string[] {
    return this.#limits.recordMedia ? [...STREAMED, 'Media'] : STREAMED;
  }

  /** Sets up the stream of a request. Asked again, it tries again where it could not before. Never rejects. */
  startStream(track: Track): Promise<void> {
    track.starting = track.starting.then(() => this.#startStream(track));
    return track.starting;
  }

  async #startStream(track: Track): Promise<void> {
    if (track.stream || track.ended) return;
    const stream = new BodyRecorder(this.#sink, this.#limits.maximumBodyBytes, 'application/octet-stream');
    // Set before the answer comes: bytes may come right behind it.
    track.stream = stream;
    try {
      const { requestId, session } = track;
      const answer = await this.#port.send('Network.streamResourceContent', { requestId }, session);
      const { bufferedData } = answer as { bufferedData?: string };
      const buffered = bufferedData ? decodeBase64(bufferedData) : null;
      if (buffered) stream.add(buffered);
    } catch {
      // Not streamable (an older browser, a request that has ended): it is asked for when it has loaded.
      track.stream = null;
    }
  }

  /** Takes what `dataReceived` brings. */
  data(track: Track, dataLength: number, data: string | undefined): void {
    track.expected += dataLength;
    const bytes = data && track.stream ? decodeBase64(data) : null;
    if (bytes) track.stream?.add(bytes);
  }

  /** Ends the body of a response: `whole` where it came to its end. Never rejects; what went wrong is recorded. */
  end(track: Track, hop: Hop, ended: 'whole' | 'disconnect' | 'time'): Promise<void> {
    const lane = this.#next;
    this.#next = (lane + 1) % LANES;
    const job = (this.#lanes[lane] ?? Promise.resolve()).then(() => this.#end(track, hop, ended));
    this.#lanes[lane] = job;
    return job;
  }

  async #end(track: Track, hop: Hop, ended: 'whole' | 'disconnect' | 'time'): Promise<void> {
    try {
      if (!hop.response || isBodiless(hop)) {
        await track.stream?.discard();
      } else if (!this.#limits.recordMedia && isMedia(hop.sent.type ?? '', hop.response.mimeType)) {
        hop.bodyMissing = MEDIA_NOT_KEPT;
        await track.stream?.discard();
      } else if (track.stream && track.stream.seen === track.expected && track.expected > 0) {
        hop.body = await track.stream.close(ended, contentLength(hop));
      } else {
        await track.stream?.discard();
        await this.#ask(track, hop, ended);
      }
    } catch (error) {
      hop.bodyMissing = `not kept: ${error instanceof Error ? error.message : String(error)}`.slice(0, 300);
    }
  }

  async #ask(track: Track, hop: Hop, ended: 'whole' | 'disconnect' | 'time'): Promise<void> {
    if (ended !== 'whole') {
      hop.bodyMissing = ended === 'time' ? 'still loading when the recording ended' : 'the load failed';
      return;
    }
    if (track.expected > MAXIMUM_PIECE) {
      hop.bodyMissing = `${track.expected} bytes: more than the browser hands over in one piece`;
      return;
    }
    const { requestId, session } = track;
    const answer = await this.#port.send('Network.getResponseBody', { requestId }, session);
    const { body, base64Encoded } = answer as { body: string; base64Encoded: boolean };
    const bytes = base64Encoded ? decodeBase64(body) : new TextEncoder().encode(body);
    if (!bytes || (bytes.length === 0 && track.expected > 0)) {
      hop.bodyMissing = 'the browser no longer had it';
      return;
    }
    const mediaType = hop.response?.mimeType ?? '';
    const recorder = new BodyRecorder(this.#sink, this.#limits.maximumBodyBytes, mediaType);
    recorder.add(bytes);
    hop.body = await recorder.close('whole', bytes.length);
    if (!base64Encoded && !isFaithful(body, bytes.length, track.expected)) {
      hop.body = { ...hop.body, form: 'text' };
    }
  }
}

/** Whether text, written again as UTF-8, is what the server sent: as many bytes, and nothing that was unreadable. */
function isFaithful(text: string, size: number, received: number): boolean {
  return size === received && !text.includes('\uFFFD');
}

/** Responses without content (RFC 9110, 6.4.1; 9.3.2). */
function isBodiless({ response, sent }: Hop): boolean {
  const status = response?.status ?? 0;
  return sent.request.method === 'HEAD' || status === 204 || status === 304 || (status > 0 && status < 200);
}

/** What the server said the length would be, where it holds for the body as the browser hands it over. */
function contentLength({ response }: Hop): number | null {
  const headers = new Map(
    Object.entries(response?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const length = Number(headers.get('content-length'));
  return headers.has('content-encoding') || !Number.isSafeInteger(length) || !headers.has('content-length')
    ? null
    : length;
}
