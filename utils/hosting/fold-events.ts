import type { Header, Hop, NetworkLog, NetworkRequest, NotObservedReason } from '../case/network.ts';
import { serverAddressOnly, withServerAddressesOnly } from './proxied.ts';
import type { RequestEvent } from './request-events.ts';

type RequestStart = Extract<RequestEvent, { kind: 'request' }>;
type Response = Extract<RequestEvent, { kind: 'started' | 'completed' }>;
type Commit = Extract<RequestEvent, { kind: 'committed' }>;

/** How long before a document the fetches may have begun that its service worker made it of. */
const BEFORE_COMMIT_MS = 30_000;

/** All events of one request id. */
interface Exchange {
  readonly start: RequestStart;
  readonly hops: Hop[];
  response?: Response;
  /** When its headers came. A document asks for its parts from then on, long before all of it has come. */
  answeredAt?: number;
  endedAt?: number;
  error?: string;
}

/**
 * Folds a tab's events into what is known of the document it shows.
 *
 * The document is the last committed one. Its main request is the last main-frame request that ended at the
 * committed URL; whatever was asked after that response started belongs to it. Nothing is guessed: where no such
 * request was seen, `notObserved` says why.
 */
export function foldEvents(
  tabId: number,
  events: readonly RequestEvent[],
  workerEvents: readonly RequestEvent[],
  dropped: number,
): NetworkLog {
  const exchanges = collect(events);
  const commit = events.findLast((event): event is Commit => event.kind === 'committed');
  const main = mainExchange(exchanges, commit);
  const since = main?.answeredAt ?? commit?.at ?? 0;
  const requests = [...exchanges.values()].filter(
    (exchange) => exchange.start.type !== 'main_frame' && exchange.start.at >= since,
  );
  const ofWorker = commit ? workerExchanges(workerEvents, commit, since) : [];
  const firstOfHost = new Set<string>();
  return withServerAddressesOnly({
    schema: 'prima-facie/network-log/1',
    tabId,
    hops: main ? [...clientRedirect(exchanges, events, commit, main), ...chainOf(main)] : [],
    mainResponse: main?.response ? mainResponseOf(main.response) : null,
    ...(main ? {} : { notObserved: whyNotObserved(commit, exchanges, ofWorker) }),
    ...(commit ? { transition: { type: commit.transition, qualifiers: commit.qualifiers } } : {}),
    requests: [
      ...requests.map((exchange) => requestOf(exchange, firstOfHost)),
      ...ofWorker.map((exchange) => ({
        ...requestOf(exchange, firstOfHost),
        fromServiceWorker: true as const,
      })),
    ],
    dropped,
  });
}

/** The last request among events that ended at an address, or null. */
export function lastExchangeTo(events: readonly RequestEvent[], url: string): NetworkRequest | null {
  const exchange = [...collect(events).values()].findLast(
    ({ response }) => response && withoutFragment(response.url) === withoutFragment(url),
  );
  return exchange ? serverAddressOnly(requestOf(exchange, new Set())) : null;
}

function collect(events: readonly RequestEvent[]): Map<string, Exchange> {
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

function chainOf({ start, hops, response }: Exchange): Hop[] {
  if (!response) return hops;
  const { url, status, statusLine, ip, fromCache, at } = response;
  return [
    ...hops,
    {
      url,
      method: start.method,
      status,
      ip,
      ...proxyOf(response),
      fromCache,
      at: isoTime(at),
      statusLine,
      source: 'server',
    },
  ];
}

function mainExchange(exchanges: Map<string, Exchange>, commit: Commit | undefined): Exchange | undefined {
  const mains = [...exchanges.values()].filter(({ start }) => start.type === 'main_frame');
  if (!commit) return mains.at(-1);
  return mains.findLast(
    ({ start, response }) =>
      response !== undefined &&
      start.at <= commit.at &&
      withoutFragment(response.url) === withoutFragment(commit.url),
  );
}

/** A script or meta refresh sent the reader on: the page before belongs to the chain, and the browser made the hop. */
function clientRedirect(
  exchanges: Map<string, Exchange>,
  events: readonly RequestEvent[],
  commit: Commit | undefined,
  main: Exchange,
): Hop[] {
  if (!commit?.qualifiers.includes('client_redirect')) return [];
  const before = events.findLast(
    (event): event is Commit => event.kind === 'committed' && event.at < commit.at,
  );
  const previous = before && mainExchange(exchanges, before);
  if (!before || !previous) return [];
  const chain = chainOf(previous);
  const last = chain.at(-1);
  if (!last) return [];
  return [...chain.slice(0, -1), { ...last, location: main.start.url, source: 'browser' }];
}

function workerExchanges(events: readonly RequestEvent[], commit: Commit, since: number): Exchange[] {
  const origin = originOf(commit.url);
  return [...collect(events).values()].filter(({ start, response }) => {
    if (start.initiator !== undefined && originOf(start.initiator) !== origin) return false;
    if (start.at >= since) return start.initiator !== undefined;
    // What the worker fetched to answer with comes before the document it made of it.
    const forDocument = response && withoutFragment(response.url) === withoutFragment(commit.url);
    return forDocument === true && start.at >= commit.at - BEFORE_COMMIT_MS;
  });
}

function whyNotObserved(
  commit: Commit | undefined,
  exchanges: Map<string, Exchange>,
  ofWorker: readonly Exchange[],
): NotObservedReason {
  if (!commit) return 'before-extension';
  if (!/^(https?|ftp):/.test(commit.url)) return 'no-network';
  if (commit.qualifiers.includes('forward_back')) return 'restored-from-history';
  // A reload asks the network, unless a worker stands in between.
  const byWorker = ofWorker.length > 0 || commit.transition === 'reload' || handedToWorker(commit, exchanges);
  return byWorker ? 'service-worker' : 'not-seen';
}

/** Firefox shows a request that the page's worker takes over as a redirect to itself, without status or address. */
function handedToWorker(commit: Commit, exchanges: Map<string, Exchange>): boolean {
  return [...exchanges.values()].some(
    ({ start, hops, response }) =>
      start.type === 'main_frame' &&
      start.at <= commit.at &&
      !response &&
      hops.some(({ url, location, status }) => status === 0 && url === location && url === start.url) &&
      withoutFragment(start.url) === withoutFragment(commit.url),
  );
}

function mainResponseOf(response: Response) {
  const { url, status, statusLine, headers, ip, fromCache, at } = response;
  return { url, status, statusLine, headers, ip, ...proxyOf(response), fromCache, at: isoTime(at) };
}

function proxyOf(event: { readonly proxy?: string } | undefined): { proxy?: string } {
  return event?.proxy === undefined ? {} : { proxy: event.proxy };
}

function requestOf(
  { start, hops, response, endedAt, error }: Exchange,
  firstOfHost: Set<string>,
): NetworkRequest {
  const host = originOf(response?.url ?? start.url);
  const keep = response && (start.type === 'media' || start.type === 'sub_frame' || !firstOfHost.has(host));
  if (response) firstOfHost.add(host);
  return {
    url: response?.url ?? start.url,
    method: start.method,
    type: start.type,
    frameId: start.frameId,
    parentFrameId: start.parentFrameId,
    ...(start.initiator === undefined ? {} : { initiator: start.initiator }),
    status: response?.status ?? 0,
    ip: response?.ip ?? null,
    ...proxyOf(response),
    fromCache: response?.fromCache ?? false,
    startedAt: isoTime(start.at),
    ...(endedAt === undefined ? {} : { durationMs: Math.max(0, Math.round(endedAt - start.at)) }),
    ...mediaTypeOf(response?.headers),
    bytes: bytesOf(response?.headers),
    ...(hops.length > 0 ? { redirects: hops } : {}),
    ...(keep ? { headers: response.headers } : {}),
    ...(error === undefined ? {} : { error }),
  };
}

function headerOf(headers: readonly Header[] | undefined, name: string): string | undefined {
  return headers?.find((header) => header.name.toLowerCase() === name)?.value;
}

function mediaTypeOf(headers: readonly Header[] | undefined): { mediaType?: string } {
  const value = headerOf(headers, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  return value ? { mediaType: value } : {};
}

/** A range response says the whole size behind the slash (RFC 9110 section 14.4). */
function bytesOf(headers: readonly Header[] | undefined): number | null {
  const total = /\/(\d+)$/.exec(headerOf(headers, 'content-range') ?? '')?.[1];
  const length = total ?? headerOf(headers, 'content-length');
  return length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : null;
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url;
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
