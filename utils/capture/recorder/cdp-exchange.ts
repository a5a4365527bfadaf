import type { ConnectionSecurity, Exchange, ExchangeBody, ExchangeResponse } from '../../case/exchange.ts';
import type { Header } from '../../case/network.ts';
import { isProxyAddress } from '../../hosting/proxied.ts';
import type { CdpEvents, CdpHeaders, CdpResponse, CdpSecurityDetails } from './cdp-events.ts';

/** One hop of a request, as far as it is known. Filled by events in whatever order they come. */
export interface Hop {
  readonly sent: CdpEvents['Network.requestWillBeSent'];
  readonly index: number;
  response: CdpResponse | null;
  /** Whether raw headers are to be expected. */
  hasExtraInfo: boolean;
  endedAt: number | null;
  fromMemory: boolean;
  error: string | null;
  body: ExchangeBody | null;
  bodyMissing: string | null;
}

/** Raw headers come in events of their own, one for each hop, in order. */
export interface RawHeaders {
  readonly request: CdpEvents['Network.requestWillBeSentExtraInfo'] | undefined;
  readonly response: CdpEvents['Network.responseReceivedExtraInfo'] | undefined;
}

/** What is known of a hop, as an exchange. `chain`: certificates by origin. */
export function exchangeOfHop(
  requestId: string,
  hop: Hop,
  raw: RawHeaders,
  chain: ReadonlyMap<string, readonly string[]>,
): Exchange {
  const { sent, response } = hop;
  const url = sent.request.url;
  const fromCache = cacheOf(hop);
  const address = fromCache === 'no' ? addressOf(response?.remoteIPAddress) : null;
  const ip = address !== null && isProxyAddress(url, address) ? null : address;
  return {
    id: `${requestId}:${hop.index}`,
    url,
    method: sent.request.method,
    type: (sent.type ?? 'other').toLowerCase(),
    ...(sent.frameId === undefined ? {} : { frameId: sent.frameId }),
    documentUrl: sent.documentURL,
    startedAt: new Date(Math.round(sent.wallTime * 1000)).toISOString(),
    ...(hop.endedAt === null
      ? {}
      : { durationMs: Math.max(0, round((hop.endedAt - sent.timestamp) * 1000)) }),
    requestHeaders: headersOf(raw.request?.headers ?? sent.request.headers),
    response: response && responseOf(response, raw.response),
    // A cached response carries the address of the connection that once filled the cache: not this one.
    // Nor is a proxy's address the server's.
    ip,
    ...(ip !== null && response?.remotePort ? { port: response.remotePort } : {}),
    protocol: response?.protocol ?? null,
    security: securityOf(response, chain.get(originOf(url))),
    fromCache,
    body: hop.body,
    ...(hop.bodyMissing === null ? {} : { bodyMissing: hop.bodyMissing }),
    ...(hop.error === null ? {} : { error: hop.error }),
  };
}

function responseOf(response: CdpResponse, raw: RawHeaders['response']): ExchangeResponse {
  const lines = raw?.headersText?.split('\r\n') ?? [];
  const statusLine = lines[0];
  const shown = raw ? headersOf(raw.headers) : headersOf(response.headers);
  return {
    status: raw?.statusCode ?? response.status,
    statusText: response.statusText,
    ...(statusLine ? { statusLine } : {}),
    headers: lines.length > 1 ? headerLines(lines.slice(1)) : shown,
    headersForm: raw ? 'raw' : 'shown',
    mediaType: response.mimeType,
  };
}

/** Headers in the order they came over the wire (HTTP/1); a line that begins with white space continues the last. */
function headerLines(lines: readonly string[]): Header[] {
  const headers: Header[] = [];
  for (const line of lines) {
    const match = /^([^:\s][^:]*):[ \t]*(.*?)[ \t]*$/.exec(line);
    const last = headers.at(-1);
    if (match) headers.push({ name: match[1] ?? '', value: match[2] ?? '' });
    else if (last && /^[ \t]/.test(line)) {
      headers[headers.length - 1] = { name: last.name, value: `${last.value} ${line.trim()}` };
    }
  }
  return headers;
}

function headersOf(headers: CdpHeaders): Header[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value.split('\n').map((line) => ({ name, value: line })),
  );
}

/** The browser writes IPv6 in brackets, and an empty text where there was no connection. */
function addressOf(address: string | undefined): string | null {
  return address ? address.replace(/^\[|\]$/g, '') : null;
}

function securityOf(
  response: CdpResponse | null,
  chainPem: readonly string[] | undefined,
): ConnectionSecurity | null {
  const details = response?.securityDetails;
  if (!details) return null;
  return {
    protocol: details.protocol,
    cipher: details.cipher,
    keyExchange: keyExchangeOf(details),
    subject: details.subjectName,
    issuer: details.issuer,
    subjectAlternativeNames: details.sanList,
    validFrom: instantOf(details.validFrom),
    validTo: instantOf(details.validTo),
    ...(chainPem ? { chainPem } : {}),
    ...(response?.securityState === undefined ? {} : { state: response.securityState }),
  };
}

function keyExchangeOf({ keyExchange, keyExchangeGroup }: CdpSecurityDetails): string {
  return [keyExchange, keyExchangeGroup].filter(Boolean).join(' ');
}

/** A certificate may name a time no date can hold. */
function instantOf(seconds: number): string {
  const limit = 8.64e12;
  return new Date(Math.max(-limit, Math.min(limit, seconds)) * 1000).toISOString();
}

function cacheOf({ fromMemory, response }: Hop): Exchange['fromCache'] {
  if (fromMemory) return 'memory';
  if (response?.fromServiceWorker) return 'service-worker';
  if (response?.fromPrefetchCache) return 'prefetch';
  return response?.fromDiskCache ? 'disk' : 'no';
}

/** Origin of an address; empty for those that have none. */
export function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
