import type { ConnectionSecurity, Exchange, ExchangeBody, ExchangeResponse } from '../../case/exchange.ts';
import type { Header } from '../../case/network.ts';
import { isProxyAddress } from '../../hosting/proxied.ts';
import { pemOf } from '../../integrity/pem.ts';
import type { FirefoxDetails, FirefoxHeader, FirefoxSecurityInfo } from './firefox-events.ts';

/** One hop of a request, filled by events. */
export interface FirefoxHop {
  readonly id: string;
  readonly started: FirefoxDetails;
  requestHeaders: readonly FirefoxHeader[];
  /** The last event that told of a response. */
  response: FirefoxDetails | null;
  ip: string | null;
  fromCache: boolean;
  security: FirefoxSecurityInfo | null;
  endedAt: number | null;
  error: string | null;
  body: ExchangeBody | null;
  bodyMissing: string | null;
}

/** A hop of which nothing is known yet but that it began. */
export function beginHop(started: FirefoxDetails, index: number): FirefoxHop {
  return {
    id: `${started.requestId}:${index}`,
    started,
    requestHeaders: [],
    response: null,
    ip: null,
    fromCache: false,
    security: null,
    endedAt: null,
    error: null,
    body: null,
    bodyMissing: null,
  };
}

/** What is known of a hop, as an exchange. */
export function exchangeOfHop(hop: FirefoxHop): Exchange {
  const { started, endedAt, security } = hop;
  return {
    id: hop.id,
    url: started.url,
    method: started.method,
    type: started.type,
    frameId: String(started.frameId),
    ...(started.documentUrl === undefined ? {} : { documentUrl: started.documentUrl }),
    startedAt: new Date(started.timeStamp).toISOString(),
    ...(endedAt === null ? {} : { durationMs: Math.max(0, endedAt - started.timeStamp) }),
    requestHeaders: headersOf(hop.requestHeaders),
    response: responseOf(hop),
    // A cached response has no connection.
    ip: hop.fromCache ? null : hop.ip,
    protocol: protocolOf(hop.response?.statusLine),
    security: security && securityOf(security),
    fromCache: hop.fromCache ? 'disk' : 'no',
    body: hop.body,
    ...(hop.bodyMissing === null ? {} : { bodyMissing: hop.bodyMissing }),
    ...(hop.error === null ? {} : { error: hop.error }),
  };
}

/** The server's address where the connection went to the server: a proxy's is not taken for it. */
export function serverAddress({ ip, url, proxyInfo }: FirefoxDetails): string | null {
  const proxied = proxyInfo?.type !== undefined && proxyInfo.type !== 'direct';
  return !ip || proxied || isProxyAddress(url, ip) ? null : ip;
}

/** `Content-Type` of a hop's response, or empty. */
export function mediaTypeOf({ response }: FirefoxHop): string {
  return headerOf(response?.responseHeaders, 'content-type');
}

/** The body's length where the server said it and it holds for decoded bytes. */
export function contentLengthOf({ response }: FirefoxHop): number | null {
  const headers = response?.responseHeaders;
  const length = headerOf(headers, 'content-length');
  return /^\d{1,15}$/.test(length) && headerOf(headers, 'content-encoding') === '' ? Number(length) : null;
}

function headerOf(headers: readonly FirefoxHeader[] | undefined, name: string): string {
  return headers?.find((header) => header.name.toLowerCase() === name)?.value ?? '';
}

function responseOf(hop: FirefoxHop): ExchangeResponse | null {
  const { response } = hop;
  if (!response?.statusCode) return null;
  const line = response.statusLine ?? '';
  return {
    status: response.statusCode,
    statusText: /^\S+ \d+ ?(.*)$/.exec(line)?.[1] ?? '',
    // What Firefox shows as the status line of HTTP/2 and HTTP/3 was never sent.
    ...(line.startsWith('HTTP/1.') ? { statusLine: line } : {}),
    headers: headersOf(response.responseHeaders ?? []),
    headersForm: 'raw',
    mediaType: (mediaTypeOf(hop).split(';')[0] ?? '').trim().toLowerCase(),
  };
}

function headersOf(headers: readonly FirefoxHeader[]): Header[] {
  return headers.flatMap(({ name, value, binaryValue }) => {
    const text = value ?? String.fromCharCode(...(binaryValue ?? []).slice(0, 65_536));
    return text.split('\n').map((line) => ({ name, value: line }));
  });
}

function protocolOf(statusLine: string | undefined): string | null {
  const version = /^HTTP\/(\d(?:\.\d)?)/.exec(statusLine ?? '')?.[1];
  if (version === undefined) return null;
  if (version.startsWith('1')) return `http/${version}`;
  return `h${version.slice(0, 1)}`;
}

function securityOf(info: FirefoxSecurityInfo): ConnectionSecurity | null {
  if (info.protocolVersion === undefined && info.cipherSuite === undefined) return null;
  const [own] = info.certificates;
  const ders = info.certificates.map(({ rawDER }) => rawDER).filter((der) => der !== undefined);
  return {
    protocol: info.protocolVersion ?? 'unknown',
    cipher: info.cipherSuite ?? 'unknown',
    ...(info.keaGroupName === undefined ? {} : { keyExchange: info.keaGroupName }),
    ...(own && {
      subject: own.subject,
      issuer: own.issuer,
      validFrom: new Date(own.validity.start).toISOString(),
      validTo: new Date(own.validity.end).toISOString(),
    }),
    ...(ders.length === 0 ? {} : { chainPem: ders.map((der) => pemOf('CERTIFICATE', Uint8Array.from(der))) }),
    state: info.state,
  };
}
