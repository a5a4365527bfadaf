import type { ExchangeBody } from '../../case/exchange.ts';
import type { BodySink, BodyWriter } from './body-sink.ts';

/** What limits a recording. */
export interface RecorderLimits {
  /** Largest body kept, in bytes; more is counted and left out. */
  readonly maximumBodyBytes: number;
  /** Whether audio and video are kept. */
  readonly recordMedia: boolean;
  /** Requests kept; more are counted. */
  readonly maximumRequests: number;
}

/** Bytes that may wait for a slow sink before a body is cut rather than memory filled. */
const MAXIMUM_WAITING = 64 * 1024 * 1024;

type Truncation = NonNullable<ExchangeBody['truncated']>;

/**
 * One body on its way to the sink: counts everything, keeps up to the cap, in order.
 * Invariant: what was kept is a prefix of what came.
 */
export class BodyRecorder {
  readonly #sink: BodySink;
  readonly #cap: number;
  readonly #mediaType: string;
  #writer: Promise<BodyWriter> | null = null;
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;
  #kept = 0;
  #seen = 0;
  #cut: Truncation['reason'] | null = null;
  #failure: unknown = null;

  constructor(sink: BodySink, cap: number, mediaType: string) {
    this.#sink = sink;
    this.#cap = cap;
    this.#mediaType = mediaType;
  }

  /** Bytes that came, kept or not. */
  get seen(): number {
    return this.#seen;
  }

  /** Takes a piece; returns whether more would still be kept. */
  add(bytes: Uint8Array<ArrayBuffer>): boolean {
    this.#seen += bytes.length;
    if (this.#cut) return false;
    const room = this.#cap - this.#kept;
    const part = bytes.length > room ? bytes.subarray(0, room) : bytes;
    if (this.#waiting + part.length > MAXIMUM_WAITING) {
      this.#cut = 'unspecified';
      return false;
    }
    if (part.length < bytes.length) this.#cut = 'length';
    this.#kept += part.length;
    this.#waiting += part.length;
    this.#queue = this.#queue.then(() => this.#write(part));
    return this.#cut === null;
  }

  async #write(part: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      if (this.#failure === null) {
        this.#writer ??= this.#sink.open(this.#mediaType);
        await (await this.#writer).write(part);
      }
    } catch (error) {
      // Kept until close(), which is where somebody waits for it.
      this.#failure = error;
    }
    this.#waiting -= part.length;
  }

  /**
   * Ends the body.
   * @param ended how the response ended; what a cap cut stays cut by it.
   * @param totalBytes what there would have been, where that is known.
   * @throws what the sink threw.
   */
  async close(ended: 'whole' | 'disconnect' | 'time', totalBytes: number | null): Promise<ExchangeBody> {
    await this.#queue;
    if (this.#failure !== null) throw this.#failure;
    this.#writer ??= this.#sink.open(this.#mediaType);
    const { digest, size } = await (await this.#writer).close();
    const reason = this.#cut ?? (ended === 'whole' ? null : ended);
    if (reason === null) return { digest, size, form: 'decoded' };
    const total = ended === 'whole' ? this.#seen : totalBytes;
    const cap = reason === 'length' ? { capBytes: this.#cap } : {};
    return { digest, size, form: 'decoded', truncated: { reason, ...cap, totalBytes: total } };
  }

  /** Ends it and keeps nothing. */
  async discard(): Promise<void> {
    await this.#queue;
    if (this.#writer) (await this.#writer).discard();
  }
}

/** Whether a response is audio or video: by how it was asked for, and by what it says it is. */
export function isMedia(type: string, mediaType: string): boolean {
  if (/mpegurl|dash\+xml/i.test(mediaType)) return false;
  return type.toLowerCase() === 'media' || /^(?:audio|video)\//i.test(mediaType);
}

/** Why there is no body where keeping it did not end in time. */
export const NOT_IN_TIME = 'not kept: it was not yet stored when the recording ended';

/** Why a body of media is not there, where the setting says so. */
export const MEDIA_NOT_KEPT = 'audio and video are not kept by the setting';
