import type { Hop } from '../case/network.ts';
import type { RequestEvent } from './request-events.ts';

/** The browser is about to ask. */
export type RequestStart = Extract<RequestEvent, { kind: 'request' }>;
/** A response, as far as it has come. */
export type Response = Extract<RequestEvent, { kind: 'started' | 'completed' }>;
/** The tab shows another document. */
export type Commit = Extract<RequestEvent, { kind: 'committed' }>;

/** All events of one request id. */
export interface Exchange {
  readonly start: RequestStart;
  readonly hops: Hop[];
  response?: Response;
  /** When its headers came. A document asks for its parts from then on, long before all of it has come. */
  answeredAt?: number;
  endedAt?: number;
  error?: string;
}

/** Events by request id, in the order the requests began. */
export function collect(events: readonly RequestEvent[]): Map<string, Exchange> {
  const exchanges = new Map<string, Exchange>();
  for (const event of events) {
    if (event.kind === 'committed') continue;
    const known = exchanges.get(event.id);
    if (event.kind === 'request') {
      // The same id comes again after each redirect: the first is where the chain began.
      if (!known) exchanges.set(event.id, { start: event, hops: [] });
      continue;
    }
    if (!known) continue;
    if (event.kind === 'redirect') known.hops.push(hopOf(known.start.method, event));
    else if (event.kind === 'failed') known.error = event.error;
    else {
      known.response = event;
      known.answeredAt ??= event.at;
      if (event.kind === 'completed') known.endedAt = event.at;
    }
  }
  return exchanges;
}

function hopOf(method: string, event: Extract<RequestEvent, { kind: 'redirect' }>): Hop {
  // 307 'Internal Redirect' without an address is the browser's own (HSTS upgrade, another extension).
  const answered = event.ip !== null || event.proxy !== undefined;
  const byServer = answered && !/internal redirect/i.test(event.statusLine);
  return {
    url: event.url,
    method,
    status: event.status,
    location: event.location,
    ip: event.ip,
    ...proxyOf(event),
    fromCache: event.fromCache,
    at: isoTime(event.at),
    statusLine: event.statusLine,
    source: byServer || event.fromCache ? 'server' : 'browser',
  };
}

/** The proxy of an event, where it went through one. */
export function proxyOf(event: { readonly proxy?: string } | undefined): { proxy?: string } {
  return event?.proxy === undefined ? {} : { proxy: event.proxy };
}

/** Origin of a URL; empty for what is none. */
export function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

/** A URL as it is asked for. */
export function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url;
}

/** An instant out of the browser's milliseconds. */
export function isoTime(at: number): string {
  return new Date(at).toISOString();
}
