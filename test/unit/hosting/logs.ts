import type { NetworkLog, NetworkRequest } from '../../../utils/case/network.ts';

/** A response as a test writes it: headers as `name: value`. */
export interface PageFacts {
  readonly url?: string;
  readonly ip?: string | null;
  readonly headers?: readonly string[];
  readonly fromCache?: boolean;
}

const AT = '2026-11-21T12:00:00.000Z';

/** A network log with one page, and requests. */
export function logOf(page: PageFacts | null, requests: readonly NetworkRequest[] = []): NetworkLog {
  const { url = 'https://film.example/watch', ip = null, headers = [], fromCache = false } = page ?? {};
  return {
    schema: 'prima-facie/network-log/1',
    tabId: 1,
    hops: [],
    mainResponse: page
      ? { url, status: 200, statusLine: 'HTTP/1.1 200', headers: headers.map(parse), ip, fromCache, at: AT }
      : null,
    requests,
    dropped: 0,
  };
}

/** A sub-resource. */
export function requestOf(url: string, change: Partial<NetworkRequest> = {}): NetworkRequest {
  return {
    url,
    method: 'GET',
    type: 'xmlhttprequest',
    frameId: 0,
    parentFrameId: -1,
    status: 200,
    ip: null,
    fromCache: false,
    startedAt: AT,
    bytes: null,
    ...change,
  };
}

function parse(line: string) {
  return { name: line.split(':', 1)[0] ?? '', value: line.slice(line.indexOf(':') + 1).trim() };
}
