import type { WebRequest } from 'webextension-polyfill';
import { keepFewHeaders, keepHeaders, type RequestEvent } from '../hosting/request-events.ts';
import type { RequestLog } from '../hosting/request-log.ts';
import { browser } from './browser.ts';

const EVERYTHING = { urls: ['<all_urls>'] };
/** Kinds of requests whose every answer is looked at. */
const ALL_HEADERS: ReadonlySet<string> = new Set(['main_frame', 'sub_frame', 'media']);

type Response = WebRequest.OnCompletedDetailsType | WebRequest.OnResponseStartedDetailsType;

/** Chromium names the asking origin `initiator`, Firefox the asking document `documentUrl` or `originUrl`. */
function initiatorOf(details: WebRequest.OnBeforeRequestDetailsType): { initiator?: string } {
  const { initiator } = details as { initiator?: string };
  const asked = details.documentUrl ?? details.originUrl ?? initiator;
  return asked === undefined ? {} : { initiator: asked };
}

/** Chromium names documents; Firefox does not. */
function documentIdOf(details: object): { documentId?: string } {
  const { documentId } = details as { documentId?: string };
  return documentId === undefined ? {} : { documentId };
}

/** Firefox names the proxy of a request; the address it gives is then the proxy's and not the server's. */
function connectionOf(details: WebRequest.OnBeforeRedirectDetailsType | Response) {
  const { proxyInfo } = details as { proxyInfo?: { type?: string; host?: string; port?: number } | null };
  if (!proxyInfo?.type || proxyInfo.type === 'direct') return { ip: details.ip ?? null };
  return {
    ip: null,
    proxy: `${proxyInfo.type} ${proxyInfo.host ?? ''}:${proxyInfo.port ?? ''}`.slice(0, 300),
  };
}

/** Documents and media keep all they say, others the first answer of each server. */
function responseOf(kind: 'started' | 'completed', details: Response, seen: Set<string>): RequestEvent {
  const { origin } = new URL(details.url);
  const isFurther = seen.has(origin) && !ALL_HEADERS.has(details.type);
  seen.add(origin);
  return {
    kind,
    id: details.requestId,
    at: details.timeStamp,
    url: details.url,
    status: details.statusCode,
    statusLine: details.statusLine,
    ...connectionOf(details),
    fromCache: details.fromCache,
    headers: isFurther ? keepFewHeaders(details.responseHeaders) : keepHeaders(details.responseHeaders),
  };
}

/**
 * Feeds the request log. Called synchronously in the worker's first turn: listeners registered later would miss the
 * event that woke the worker. Each listener only hands over what it was given, since it runs while the page loads.
 */
export function watchRequests(log: RequestLog): void {
  const { webRequest, webNavigation, tabs } = browser;
  webRequest.onBeforeRequest.addListener((details) => {
    log.append(details.tabId, () => ({
      kind: 'request',
      id: details.requestId,
      at: details.timeStamp,
      url: details.url.slice(0, 8192),
      method: details.method,
      type: details.type,
      frameId: details.frameId,
      parentFrameId: details.parentFrameId,
      ...initiatorOf(details),
      ...documentIdOf(details),
    }));
    return undefined;
  }, EVERYTHING);
  webRequest.onBeforeRedirect.addListener((details) => {
    log.append(details.tabId, () => ({
      kind: 'redirect',
      id: details.requestId,
      at: details.timeStamp,
      url: details.url.slice(0, 8192),
      location: details.redirectUrl.slice(0, 8192),
      status: details.statusCode,
      statusLine: details.statusLine,
      ...connectionOf(details),
      fromCache: details.fromCache,
    }));
  }, EVERYTHING);
  // Documents and media may be captured while they still load: their start counts.
  webRequest.onResponseStarted.addListener(
    (details) => log.append(details.tabId, (seen) => responseOf('started', details, seen)),
    { ...EVERYTHING, types: ['main_frame', 'media'] },
    ['responseHeaders'],
  );
  webRequest.onCompleted.addListener(
    (details) => log.append(details.tabId, (seen) => responseOf('completed', details, seen)),
    EVERYTHING,
    ['responseHeaders'],
  );
  webRequest.onErrorOccurred.addListener((details) => {
    log.append(details.tabId, () => ({
      kind: 'failed',
      id: details.requestId,
      at: details.timeStamp,
      error: details.error,
    }));
  }, EVERYTHING);
  webNavigation.onCommitted.addListener((details) => {
    if (details.frameId !== 0) return;
    const { transitionType = '', transitionQualifiers = [] } = details as {
      transitionType?: string;
      transitionQualifiers?: string[];
    };
    log.append(details.tabId, () => ({
      kind: 'committed',
      at: details.timeStamp,
      url: details.url.slice(0, 8192),
      transition: transitionType,
      qualifiers: transitionQualifiers,
      ...documentIdOf(details),
    }));
  });
  tabs.onRemoved.addListener((tabId) => log.forget(tabId));
}
