import type { Header, NetworkLog, NetworkRequest } from '../case/network.ts';
import { hostOfUrl, type HostName } from './host-name.ts';

/** One host that matters to the capture, with what the browser's own connections showed of it. */
export interface Subject {
  readonly host: string;
  readonly hostUnicode?: string;
  readonly isAddress: boolean;
  readonly serves: readonly ('page' | 'item' | 'media')[];
  /** Address of the browser's connection; null where it was not seen (cache, service worker). */
  readonly observed: string | null;
  readonly headers: readonly Pick<Header, 'name' | 'value'>[];
  readonly fromCache: boolean;
  readonly bytes: number;
  /** URLs of items on this host. */
  readonly itemUrls: readonly string[];
  /** True where many large 'pictures' or 'scripts' came in a row: video segments in disguise. */
  readonly disguised: boolean;
}

interface Draft extends HostName {
  serves: Set<'page' | 'item' | 'media'>;
  observed: string | null;
  headers: readonly Pick<Header, 'name' | 'value'>[];
  fromCache: boolean;
  bytes: number;
  itemUrls: string[];
  disguised: boolean;
}

/** The hosts that matter, and those for which there was no room: the reader is told. */
export interface Subjects {
  readonly subjects: readonly Subject[];
  /** Hosts, as A-labels. */
  readonly leftOut: readonly string[];
}

/** Media hosts without items beyond this many are left out. */
const MAXIMUM_MEDIA_HOSTS = 4;
/** Hosts of items beyond this many are left out: each costs a dozen lookups. */
const MAXIMUM_ITEM_HOSTS = 40;
/** Playlists and segments: what a player streams, where an advertisement mostly comes as one file. */
const STREAM_TYPE = /mpegurl|dash\+xml|mp2t|iso\.segment/i;
const STREAM_PATH = /\.(m3u8|mpd|m4s|ts)$/i;
const MEDIA_TYPE =
  /^(video|audio)\/|mpegurl|dash\+xml|^application\/(mp4|octet-stream-video)|mp2t|iso\.segment/i;
const MEDIA_PATH = /\.(mp4|m4v|m4s|webm|mkv|mov|flv|avi|ts|mp3|m4a|aac|ogg|flac|wav|m3u8|mpd)$/i;
const DISGUISE_TYPE = /^image\/|^text\/(css|javascript|plain)|javascript|font/i;
const DISGUISE_MINIMUM = 5;
const DISGUISE_BYTES = 150_000;

/** The page's host, the items' hosts, and the hosts the media came from, each once, the page first. */
export function subjectsOf(
  log: NetworkLog,
  itemUrls: readonly string[],
  pageUrl?: string,
): readonly Subject[] {
  return whoMatters(log, itemUrls, pageUrl).subjects;
}

/** The same, with the hosts that were left out. */
export function whoMatters(log: NetworkLog, itemUrls: readonly string[], pageUrl?: string): Subjects {
  const drafts = new Map<string, Draft>();
  const url = log.mainResponse?.url ?? pageUrl;
  const page = url === undefined ? null : hostOfUrl(url);
  if (page) addPage(draftFor(drafts, page), log);
  const leftOut = new Set<string>();
  for (const itemUrl of itemUrls) addItem(drafts, itemUrl, leftOut);
  const byHost = requestsByHost(log);
  let room = MAXIMUM_MEDIA_HOSTS;
  for (const [host, requests] of mediaHosts(byHost)) {
    // The page's host and the items' are looked at anyway, and take nobody's place.
    if (!drafts.has(host.host) && room-- <= 0) leftOut.add(host.host);
    else addMedia(draftFor(drafts, host), requests);
  }
  for (const draft of drafts.values()) fillFromRequests(draft, byHost.get(draft.host)?.requests ?? []);
  return { subjects: [...drafts.values()].map(subjectFrom), leftOut: [...leftOut] };
}

/** Whether a request brought audio or video. */
export function isMediaRequest(request: Pick<NetworkRequest, 'type' | 'mediaType' | 'url'>): boolean {
  if (request.type === 'media') return true;
  if (MEDIA_TYPE.test(request.mediaType ?? '')) return true;
  return URL.canParse(request.url) && MEDIA_PATH.test(new URL(request.url).pathname);
}

function draftFor(drafts: Map<string, Draft>, host: HostName): Draft {
  const known = drafts.get(host.host);
  if (known) return known;
  const draft: Draft = {
    ...host,
    serves: new Set(),
    observed: null,
    headers: [],
    fromCache: false,
    bytes: 0,
    itemUrls: [],
    disguised: false,
  };
  drafts.set(host.host, draft);
  return draft;
}

function addPage(draft: Draft, log: NetworkLog): void {
  draft.serves.add('page');
  const response = log.mainResponse;
  if (!response) return;
  draft.headers = response.headers;
  draft.fromCache = response.fromCache;
  // A cached response carries the address of an earlier visit: historical, not what this browser used now.
  draft.observed = response.fromCache ? null : response.ip;
}

function addItem(drafts: Map<string, Draft>, url: string, leftOut: Set<string>): void {
  const host = hostOfUrl(url);
  if (!host) return;
  if (!drafts.has(host.host) && drafts.size > MAXIMUM_ITEM_HOSTS) {
    leftOut.add(host.host);
    return;
  }
  const draft = draftFor(drafts, host);
  draft.serves.add('item');
  draft.itemUrls.push(url);
  if (MEDIA_PATH.test(new URL(url).pathname)) draft.serves.add('media');
}

function addMedia(draft: Draft, requests: readonly NetworkRequest[]): void {
  draft.serves.add('media');
  draft.disguised = !requests.some(isMediaRequest);
}

interface HostRequests {
  readonly host: HostName;
  readonly requests: NetworkRequest[];
}

function requestsByHost(log: NetworkLog): Map<string, HostRequests> {
  const byHost = new Map<string, HostRequests>();
  for (const request of log.requests) {
    const host = hostOfUrl(request.url);
    if (!host) continue;
    const entry = byHost.get(host.host) ?? { host, requests: [] };
    byHost.set(host.host, entry);
    entry.requests.push(request);
  }
  return byHost;
}

/**
 * Hosts that sent media, the likeliest first: those that stream (disguised segments among them), those of the same
 * frame, the others; each by bytes, which are not always known, then by the number of answers.
 */
function mediaHosts(byHost: ReadonlyMap<string, HostRequests>): [HostName, NetworkRequest[]][] {
  const hosts = [...byHost.values()]
    .map(({ host, requests }): [HostName, NetworkRequest[]] => [host, mediaOf(requests)])
    .filter(([, media]) => media.length > 0);
  const streams = hosts.flatMap(([, media]) => media.filter(isStream));
  const frames = new Set(streams.map(({ frameId }) => frameId));
  const rank = (media: readonly NetworkRequest[]) =>
    media.some(isStream) ? 0 : media.some(({ frameId }) => frames.has(frameId)) ? 1 : 2;
  return hosts.toSorted(
    ([, a], [, b]) => rank(a) - rank(b) || bytesOf(b) - bytesOf(a) || b.length - a.length,
  );
}

function isStream(request: NetworkRequest): boolean {
  if (!isMediaRequest(request) || STREAM_TYPE.test(request.mediaType ?? '')) return true;
  return URL.canParse(request.url) && STREAM_PATH.test(new URL(request.url).pathname);
}

function mediaOf(requests: readonly NetworkRequest[]): NetworkRequest[] {
  const answered = requests.filter((request) => request.status < 400 && request.error === undefined);
  const media = answered.filter(isMediaRequest);
  if (media.length > 0) return media;
  const masked = answered.filter(looksMasked);
  return masked.length >= DISGUISE_MINIMUM ? masked : [];
}

/** Fetched by a script, large, and named as something else than video: one alone means nothing, a row does. */
function looksMasked(request: NetworkRequest): boolean {
  const scripted = request.type === 'xmlhttprequest' || request.type === 'other';
  return scripted && (request.bytes ?? 0) >= DISGUISE_BYTES && DISGUISE_TYPE.test(request.mediaType ?? '');
}

function bytesOf(requests: readonly NetworkRequest[]): number {
  return requests.reduce((sum, request) => sum + (request.bytes ?? 0), 0);
}

/** Addresses and headers from the host's own requests, where the main response did not give them. */
function fillFromRequests(draft: Draft, requests: readonly NetworkRequest[]): void {
  for (const request of requests) {
    draft.bytes += request.bytes ?? 0;
    if (draft.observed === null && !request.fromCache && request.ip) draft.observed = request.ip;
    // What is cached or failed tells of another visit, or of nobody.
    const live = !request.fromCache && request.error === undefined;
    if (draft.headers.length === 0 && live && request.headers) draft.headers = request.headers;
  }
}

function subjectFrom({ unicode, serves, ...draft }: Draft): Subject {
  return { ...draft, serves: [...serves], ...(unicode === undefined ? {} : { hostUnicode: unicode }) };
}
