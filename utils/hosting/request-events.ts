import type { Header } from '../case/network.ts';

/**
 * What the browser's webRequest and webNavigation events say, cut down to what the request log keeps.
 * `at` is milliseconds since the epoch, as the browser stamps its events.
 */
export type RequestEvent =
  | {
      readonly kind: 'request';
      readonly id: string;
      readonly at: number;
      readonly url: string;
      readonly method: string;
      readonly type: string;
      readonly frameId: number;
      readonly parentFrameId: number;
      readonly initiator?: string;
      /** Chromium's id of the document that asks. */
      readonly documentId?: string;
    }
  | {
      readonly kind: 'redirect';
      readonly id: string;
      readonly at: number;
      readonly url: string;
      readonly location: string;
      readonly status: number;
      readonly statusLine: string;
      readonly ip: string | null;
      readonly proxy?: string;
      readonly fromCache: boolean;
    }
  | {
      /** `started`: headers are there, the body may still be coming; `completed`: all of it came. */
      readonly kind: 'started' | 'completed';
      readonly id: string;
      readonly at: number;
      readonly url: string;
      readonly status: number;
      readonly statusLine: string;
      readonly ip: string | null;
      readonly proxy?: string;
      readonly fromCache: boolean;
      readonly headers: readonly Header[];
    }
  | { readonly kind: 'failed'; readonly id: string; readonly at: number; readonly error: string }
  | {
      /** The tab now shows another document. */
      readonly kind: 'committed';
      readonly at: number;
      readonly url: string;
      readonly transition: string;
      readonly qualifiers: readonly string[];
      readonly documentId?: string;
    };

/** Headers whose values are secrets of the person who browses: never kept, only that they were there. */
const SECRET_HEADERS = new Set([
  'set-cookie',
  'set-cookie2',
  'cookie',
  'authorization',
  'proxy-authorization',
  'www-authenticate',
  'proxy-authenticate',
  'x-csrf-token',
  'x-auth-token',
  'authentication-info',
]);

const MAXIMUM_HEADERS = 100;
const MAXIMUM_VALUE = 2_000;

/**
 * Response headers without secrets. Names of cookies are kept (a CDN is known by its cookies), values are not.
 * Bounded: 100 headers of 2,000 characters; what was cut is marked.
 */
export function keepHeaders(
  headers: readonly { readonly name: string; readonly value?: string | undefined }[] | undefined,
): Header[] {
  const all = headers ?? [];
  const kept = all.slice(0, MAXIMUM_HEADERS).map(({ name, value = '' }): Header => {
    if (SECRET_HEADERS.has(name.toLowerCase()))
      return { name, value: cookieNames(name, value), omitted: true };
    if (value.length <= MAXIMUM_VALUE) return { name, value };
    return { name, value: value.slice(0, MAXIMUM_VALUE), cut: value.length };
  });
  const last = kept.pop();
  const further = all.length - MAXIMUM_HEADERS;
  return last ? [...kept, further > 0 ? { ...last, further } : last] : [];
}

/** Of an ordinary resource whose server has answered before, only what says how much of what it is. */
const SIZE_AND_TYPE = new Set(['content-type', 'content-length', 'content-range']);

/** Whether headers are all that a server sent, as far as they tell more than {@link keepFewHeaders} does. */
export function areWhole(headers: readonly Header[]): boolean {
  return headers.some(({ name }) => !SIZE_AND_TYPE.has(name.toLowerCase()));
}

/** {@link keepHeaders} of a further answer of a server whose headers the log has in full. */
export function keepFewHeaders(headers: Parameters<typeof keepHeaders>[0]): Header[] {
  return keepHeaders(headers?.filter(({ name }) => SIZE_AND_TYPE.has(name.toLowerCase())));
}

/** Firefox joins several Set-Cookie headers by line feeds. */
function cookieNames(name: string, value: string): string {
  if (name.toLowerCase() !== 'set-cookie') return '';
  const names = value.split('\n').map((cookie) => (cookie.split('=')[0] ?? '').trim().slice(0, 100));
  return names.map((cookie) => `${cookie}=`).join(', ');
}
