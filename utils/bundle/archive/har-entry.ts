import type { Exchange } from '../../case/exchange.ts';
import type { Header, Hop, NetworkLog, NetworkRequest } from '../../case/network.ts';
import { redactHeaders, redactUrl, type OmittedSecret } from '../../capture/secrets.ts';
import type { HarEntry, HarNameValue } from './har-types.ts';

/** The one page of a capture's HAR. */
export const PAGE_ID = 'page_1';

/** What an entry is made of, wherever it came from. Null and absent: not observed. */
interface Facts {
  readonly url: string;
  readonly method: string;
  readonly status: number;
  readonly statusText: string;
  readonly startedAt: string;
  readonly durationMs?: number | undefined;
  readonly ip: string | null;
  readonly fromCache?: string | undefined;
  readonly location?: string | undefined;
  readonly mediaType?: string | undefined;
  readonly bytes: number | null;
  readonly requestHeaders?: readonly Header[] | undefined;
  readonly responseHeaders?: readonly Header[] | undefined;
  readonly httpVersion?: string | null | undefined;
  readonly initiator?: string | undefined;
  readonly type?: string | undefined;
  readonly error?: string | undefined;
  readonly comment: readonly string[];
  readonly extra?: Partial<HarEntry>;
  readonly sha256?: string | undefined;
}

/** Entries of a hop of the main document's chain. `headers`: those of the main response, for the last hop. */
export function hopEntry(hop: Hop, main: NetworkLog['mainResponse'], into: OmittedSecret[]): HarEntry {
  return entryOf(
    {
      ...hopFacts(hop),
      type: 'document',
      responseHeaders: main?.headers,
      mediaType: main?.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value,
    },
    into,
  );
}

/** Entries of a sub-resource: one for each redirect, then its own. */
export function requestEntries(request: NetworkRequest, into: OmittedSecret[]): HarEntry[] {
  const shared = { type: request.type, initiator: request.initiator };
  const hops = (request.redirects ?? []).map((hop) => entryOf({ ...hopFacts(hop), ...shared }, into));
  const comment = request.fromServiceWorker ? ["asked by the page's service worker"] : [];
  const facts: Facts = {
    ...shared,
    url: request.url,
    method: request.method,
    status: request.status,
    statusText: '',
    startedAt: request.startedAt,
    durationMs: request.durationMs,
    ip: request.ip,
    fromCache: request.fromCache ? 'cache' : undefined,
    mediaType: request.mediaType,
    bytes: request.bytes,
    error: request.error,
    comment,
  };
  return [...hops, entryOf(facts, into)];
}

/** The entry of a recorded exchange. */
export function exchangeEntry(exchange: Exchange, into: OmittedSecret[]): HarEntry {
  const { response, body, security } = exchange;
  const comment: string[] = [];
  if (body?.truncated) comment.push(`body kept to ${body.size} bytes: ${body.truncated.reason}`);
  if (exchange.bodyMissing !== undefined) comment.push(`body not kept: ${exchange.bodyMissing}`);
  const facts: Facts = {
    url: exchange.url,
    method: exchange.method,
    status: response?.status ?? 0,
    statusText: response?.statusText ?? '',
    startedAt: exchange.startedAt,
    durationMs: exchange.durationMs,
    ip: exchange.ip,
    fromCache: exchange.fromCache === 'no' ? undefined : exchange.fromCache,
    location: response?.headers.find(({ name }) => name.toLowerCase() === 'location')?.value,
    mediaType: response?.mediaType,
    bytes: body ? (body.truncated ? body.truncated.totalBytes : body.size) : null,
    requestHeaders: exchange.requestHeaders,
    responseHeaders: response?.headers,
    httpVersion: exchange.protocol,
    initiator: exchange.documentUrl,
    type: exchange.type,
    error: exchange.error,
    sha256: body?.digest,
    comment,
    extra: security ? { _securityDetails: { ...security } } : {},
  };
  return entryOf(facts, into);
}

function hopFacts(hop: Hop): Facts {
  return {
    url: hop.url,
    method: hop.method,
    status: hop.status,
    statusText: /^\S+ \d{3} (.*)$/.exec(hop.statusLine ?? '')?.[1] ?? '',
    httpVersion: /^HTTP\/\S+/.exec(hop.statusLine ?? '')?.[0],
    startedAt: hop.at,
    ip: hop.ip,
    fromCache: hop.fromCache ? 'cache' : undefined,
    location: hop.location,
    bytes: null,
    comment: hop.source === 'browser' ? ['made by the browser itself, no server answered'] : [],
  };
}

function entryOf(facts: Facts, into: OmittedSecret[]): HarEntry {
  const address = take(redactUrl(facts.url), into);
  const url = asUri(address);
  const known = facts.durationMs !== undefined;
  const time = Math.max(0, facts.durationMs ?? 0);
  const comment = [
    ...facts.comment,
    known ? 'only the total time is known; it stands under wait' : 'no duration is known',
    ...(facts.ip === null ? ['server address not observed'] : []),
  ].join('; ');
  return {
    pageref: PAGE_ID,
    startedDateTime: facts.startedAt,
    time,
    request: {
      method: facts.method,
      url,
      ...(url === address ? {} : { _url: address }),
      httpVersion: facts.httpVersion ?? 'unknown',
      cookies: [],
      headers: headersOf(facts.requestHeaders, into),
      queryString: queryOf(address),
      headersSize: -1,
      bodySize: -1,
    },
    response: responseOf(facts, into),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    ...(facts.ip === null ? {} : { serverIPAddress: facts.ip }),
    ...(facts.fromCache === undefined ? {} : { _fromCache: facts.fromCache }),
    ...(facts.type === undefined ? {} : { _resourceType: facts.type }),
    ...(facts.initiator === undefined
      ? {}
      : { _initiator: { type: 'other', url: take(redactUrl(facts.initiator), into) } }),
    ...facts.extra,
    comment,
  };
}

function responseOf(facts: Facts, into: OmittedSecret[]): HarEntry['response'] {
  return {
    status: facts.status,
    statusText: facts.statusText,
    httpVersion: facts.httpVersion ?? 'unknown',
    cookies: [],
    headers: headersOf(facts.responseHeaders, into),
    content: {
      size: facts.bytes ?? -1,
      mimeType: facts.mediaType ?? 'x-unknown',
      ...(facts.sha256 === undefined ? {} : { _sha256: facts.sha256 }),
    },
    redirectURL: facts.location === undefined ? '' : take(redactUrl(facts.location), into),
    headersSize: -1,
    bodySize: facts.bytes ?? -1,
    ...(facts.error === undefined ? {} : { _error: facts.error }),
  };
}

function headersOf(headers: readonly Header[] | undefined, into: OmittedSecret[]): HarNameValue[] {
  if (!headers) return [];
  return take(redactHeaders(headers), into).map(({ name, value, omitted, cut, further }) => ({
    name,
    value,
    ...(omitted ? { comment: 'a secret was left out' } : {}),
    ...(cut === undefined ? {} : { comment: `cut; it had ${cut} characters` }),
    ...(further === undefined ? {} : { comment: `${further} more headers came and were not kept` }),
  }));
}

function queryOf(url: string): HarNameValue[] {
  const query = /\?([^#]*)/.exec(url)?.[1];
  return query ? [...new URLSearchParams(query)].map(([name, value]) => ({ name, value })) : [];
}

/**
 * An address as HAR wants it: a URI of RFC 3986. Browsers leave `|`, `[` and the like in a query as they are; here
 * they are percent-encoded, and `_url` keeps the address as the browser has it.
 */
function asUri(address: string): string {
  const [, host = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([\s\S]*)$/i.exec(address) ?? [];
  const encoded = rest
    .toWellFormed()
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]/gu, encodeURIComponent);
  return host + encoded;
}

/** Collects what was omitted, and hands on what is left. */
function take<T>(redacted: { value: T; omitted: readonly OmittedSecret[] }, into: OmittedSecret[]): T {
  into.push(...redacted.omitted);
  return redacted.value;
}
