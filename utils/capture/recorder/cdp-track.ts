import type { BodyRecorder } from './body-recorder.ts';
import type { CdpEvents } from './cdp-events.ts';
import type { Hop } from './cdp-exchange.ts';

/** A request with its redirects, as far as events have told. */
export interface Track {
  readonly requestId: string;
  readonly hops: Hop[];
  /** The frame or worker that knows of it now; absent: the tab's own. */
  session: string | undefined;
  /** Bytes of the body the browser says it received. */
  expected: number;
  /** Set where the body is streamed from its first byte. */
  stream: BodyRecorder | null;
  /** Settles when the last try to set up a stream has ended. */
  starting: Promise<void>;
  /** Settles when the body is kept; null while the response is still coming. */
  ended: Promise<void> | null;
}

/** All requests of a recording. */
export class Tracks {
  readonly #byId = new Map<string, Track>();
  readonly #requestExtras = new Map<string, CdpEvents['Network.requestWillBeSentExtraInfo'][]>();
  readonly #responseExtras = new Map<string, CdpEvents['Network.responseReceivedExtraInfo'][]>();
  readonly #awaited = new Map<string, (track: Track) => void>();
  readonly #maximum: number;
  /** Requests beyond the maximum. */
  dropped = 0;

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  get(requestId: string): Track | undefined {
    return this.#byId.get(requestId);
  }

  /** Resolves when a request becomes known; perhaps never. */
  awaited(requestId: string): Promise<Track> {
    return new Promise((resolve) => this.#awaited.set(requestId, resolve));
  }

  #add(track: Track): void {
    this.#byId.set(track.requestId, track);
    this.#awaited.get(track.requestId)?.(track);
    this.#awaited.delete(track.requestId);
  }

  /** Documents on their way into a frame. */
  loadingDocuments(frameId: string): Track[] {
    return this.all().filter(({ hops, ended }) => {
      const sent = hops.at(-1)?.sent;
      return ended === null && sent?.type === 'Document' && sent.frameId === frameId;
    });
  }

  all(): Track[] {
    return [...this.#byId.values()];
  }

  /**
   * Takes `requestWillBeSent`: a new request, or the next hop of one. The document of a frame that moves to a process
   * of its own is told twice, by both processes: the second telling is no hop.
   */
  sent(event: CdpEvents['Network.requestWillBeSent'], session: string | undefined): void {
    // Addresses that carry their own content are no requests.
    if (/^(?:data|chrome-extension):/i.test(event.request.url)) return;
    const known = this.#byId.get(event.requestId);
    if (!known) {
      if (this.#byId.size >= this.#maximum) this.dropped += 1;
      else this.#add(trackOf(event, session));
      return;
    }
    const last = known.hops.at(-1);
    if (!event.redirectResponse || !last || last.response) return;
    last.response = event.redirectResponse;
    last.hasExtraInfo = event.redirectHasExtraInfo === true;
    last.endedAt = event.timestamp;
    last.bodyMissing = 'redirect';
    known.hops.push(hopOf(event, known.hops.length));
  }

  /** Raw headers may come before the event they belong to: they are matched at the end, hop by hop. */
  requestExtra(event: CdpEvents['Network.requestWillBeSentExtraInfo']): void {
    append(this.#requestExtras, event, this.#maximum);
  }

  responseExtra(event: CdpEvents['Network.responseReceivedExtraInfo']): void {
    append(this.#responseExtras, event, this.#maximum);
  }

  /** The raw headers of each hop: the first event for the first hop that has one, and so on. */
  rawHeaders({ requestId, hops }: Track) {
    const requests = [...(this.#requestExtras.get(requestId) ?? [])];
    const responses = [...(this.#responseExtras.get(requestId) ?? [])];
    return hops.map((hop) => {
      const expected = hop.hasExtraInfo || (hop.response === null && hop.error !== null);
      return expected
        ? { request: requests.shift(), response: hop.response ? responses.shift() : undefined }
        : { request: undefined, response: undefined };
    });
  }
}

function append<Event extends { requestId: string }>(
  map: Map<string, Event[]>,
  event: Event,
  maximum: number,
): void {
  const list = map.get(event.requestId);
  if (list) list.push(event);
  else if (map.size < maximum) map.set(event.requestId, [event]);
}

function trackOf(event: CdpEvents['Network.requestWillBeSent'], session: string | undefined): Track {
  const { requestId } = event;
  return {
    requestId,
    hops: [hopOf(event, 0)],
    session,
    expected: 0,
    stream: null,
    starting: Promise.resolve(),
    ended: null,
  };
}

function hopOf(sent: CdpEvents['Network.requestWillBeSent'], index: number): Hop {
  return {
    sent,
    index,
    response: null,
    hasExtraInfo: false,
    endedAt: null,
    fromMemory: false,
    error: null,
    body: null,
    bodyMissing: null,
  };
}
