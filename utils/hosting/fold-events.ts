import type { Header, Hop, NetworkLog, NetworkRequest } from '../case/network.ts';
import {
  collect,
  isoTime,
  originOf,
  proxyOf,
  withoutFragment,
  type Commit,
  type Exchange,
  type RequestStart,
  type Response,
} from './exchanges.ts';
import { serverAddressOnly, withServerAddressesOnly } from './proxied.ts';
import { areWhole, type RequestEvent } from './request-events.ts';
import { whyNotObserved, workerExchanges } from './unseen.ts';

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
  const main = mainExchange(exchanges, events, commit);
  const since = main?.answeredAt ?? commit?.at ?? 0;
  const requests = [...exchanges.values()].filter(
    ({ start }) => start.type !== 'main_frame' && start.at >= since && askedBy(start, commit),
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
export function lastExchangeTo(
  events: readonly RequestEvent[],
  url: string,
  notBefore: number,
): NetworkRequest | null {
  const exchange = [...collect(events).values()].findLast(
    ({ start, response }) =>
      start.at >= notBefore && response && withoutFragment(response.url) === withoutFragment(url),
  );
  return exchange ? serverAddressOnly(requestOf(exchange, new Set())) : null;
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

/**
 * The request that brought a document. Each request brings one: a page restored from history, or made by its service
 * worker, has none of its own, and must not be given that of an earlier load.
 */
function mainExchange(
  exchanges: Map<string, Exchange>,
  events: readonly RequestEvent[],
  commit: Commit | undefined,
): Exchange | undefined {
  const mains = [...exchanges.values()].filter(({ start }) => start.type === 'main_frame');
  if (!commit) return mains.at(-1);
  const taken = new Set<Exchange>();
  for (const event of events) {
    if (event.kind !== 'committed' || event.at > commit.at) continue;
    const brought = mains.findLast((exchange) => leadsTo(exchange, event));
    if (event === commit) return brought && !taken.has(brought) ? brought : undefined;
    if (brought) taken.add(brought);
  }
  return undefined;
}

function leadsTo({ start, response }: Exchange, commit: Commit): boolean {
  return (
    response !== undefined &&
    start.at <= commit.at &&
    withoutFragment(response.url) === withoutFragment(commit.url)
  );
}

/** Between a document's headers and its commit, the page before it still asks for things: those are not its own. */
function askedBy(start: RequestStart, commit: Commit | undefined): boolean {
  if (!commit || start.at >= commit.at || start.frameId !== 0) return true;
  if (start.documentId !== undefined && commit.documentId !== undefined)
    return start.documentId === commit.documentId;
  const { initiator } = start;
  if (initiator === undefined) return true;
  // Chromium names the origin that asks, Firefox the document.
  const named = initiator === originOf(initiator) ? originOf(commit.url) : withoutFragment(commit.url);
  return withoutFragment(initiator) === named;
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
  const previous = before && mainExchange(exchanges, events, before);
  if (!before || !previous) return [];
  const chain = chainOf(previous);
  const last = chain.at(-1);
  if (!last) return [];
  return [...chain.slice(0, -1), { ...last, location: main.start.url, source: 'browser' }];
}

function mainResponseOf(response: Response) {
  const { url, status, statusLine, headers, ip, fromCache, at } = response;
  return { url, status, statusLine, headers, ip, ...proxyOf(response), fromCache, at: isoTime(at) };
}

function requestOf(
  { start, hops, response, endedAt, error }: Exchange,
  firstOfHost: Set<string>,
): NetworkRequest {
  const host = originOf(response?.url ?? start.url);
  // The log has a server's headers once, at the answer that came first; that need not be the first request.
  const isFirst = response !== undefined && !firstOfHost.has(host) && areWhole(response.headers);
  if (isFirst) firstOfHost.add(host);
  const keep = isFirst || start.type === 'media' || start.type === 'sub_frame';
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
    ...(keep && response ? { headers: response.headers } : {}),
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
