import { isLocalName, parseAddress } from '../address.ts';
import { limitsOf, type HostingEnvironment } from '../environment.ts';
import { normalise } from '../host-name.ts';

/** Why an answer could not be had. */
export type FetchFailure =
  'timeout' | 'cancelled' | 'network' | 'too-large' | 'refused' | 'redirects' | 'http' | 'rate-limited';

/** What came of a request: an answer, or a reason, with what there was of a body. */
export interface FetchOutcome {
  readonly ok: boolean;
  readonly failure?: FetchFailure;
  readonly detail: string;
  readonly status: number;
  readonly mediaType: string;
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** Every URL asked, the first to the last. */
  readonly hops: readonly string[];
  readonly durationMs: number;
  /** Milliseconds the server asks to wait (429, 503). */
  readonly retryAfterMs?: number;
  readonly retryable: boolean;
  /** What the answer says of its server's clock; absent for one out of a cache, and where it says nothing. */
  readonly clock?: ServerClock;
}

/** A server's `Date`, and when it was asked for. */
export interface ServerClock {
  readonly date: string;
  /** By this machine's clock. */
  readonly sentAt: Date;
  /** From asking to the answer's headers, by a clock that never jumps. */
  readonly headersMs: number;
}

type Ending = Omit<FetchOutcome, 'durationMs'>;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const NOTHING = { status: 0, mediaType: '', body: null };
const LONGEST_WAIT_MS = 86_400_000;

/**
 * GET with every bound that a foreign server needs: https only, no private address and no local name in the URL,
 * redirects counted one by one and each checked, body cut, time limited. Never throws; sends no cookies and no
 * referrer. A public name that resolves to a private address is not seen here: https asks of the server behind it a
 * certificate for that name.
 */
export async function boundedFetch(
  url: string,
  accept: string,
  env: HostingEnvironment,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const started = env.monotonicNow();
  const timer = new AbortController();
  const stopTimer = afterAwake(limitsOf(env).requestMs, () => timer.abort());
  const both = AbortSignal.any([signal, timer.signal]);
  const hops: string[] = [];
  try {
    const ending = await Promise.race([follow(url, accept, env, both, hops), rejectedBy(both)]);
    return { ...ending, durationMs: env.monotonicNow() - started };
  } catch (error) {
    const failure = signal.aborted ? 'cancelled' : timer.signal.aborted ? 'timeout' : 'network';
    const detail = failure === 'timeout' ? `no answer within ${limitsOf(env).requestMs} ms` : String(error);
    const durationMs = env.monotonicNow() - started;
    return { ok: false, failure, detail, ...NOTHING, hops, durationMs, retryable: true };
  } finally {
    stopTimer();
  }
}

/**
 * A time-out of time that this thread was awake: counted in eighths, so that a thread held up for long by its own work
 * (or a machine put to sleep) does not take an answer that waits to be read for one that never came.
 */
function afterAwake(ms: number, over: () => void): () => void {
  let left = 8;
  const tick = () => {
    left -= 1;
    if (left === 0) over();
    else timer = setTimeout(tick, ms / 8);
  };
  let timer = setTimeout(tick, ms / 8);
  return () => clearTimeout(timer);
}

/** Rejects when the signal fires: the time counts even where a fetch does not heed it. */
function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new DOMException('stopped', 'AbortError'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** Why a URL may not be asked; null where it may. */
export function refusal(url: string, allowPrivate: boolean): string | null {
  if (!URL.canParse(url)) return `not a URL: ${url.slice(0, 200)}`;
  const { protocol, hostname, username, password } = new URL(url);
  if (username || password) return 'a URL with a user name is not asked';
  if (protocol !== 'https:' && !(allowPrivate && protocol === 'http:')) return `${protocol} is not asked`;
  if (allowPrivate) return null;
  const host = normalise(hostname);
  const address = parseAddress(host);
  if (address && address.kind !== 'public') return `${host} is a ${address.kind} address`;
  return !address && (isLocalName(host) || !host.includes('.')) ? `${host} is a local name` : null;
}

async function follow(
  first: string,
  accept: string,
  env: HostingEnvironment,
  signal: AbortSignal,
  hops: string[],
): Promise<Ending> {
  let url = first;
  for (;;) {
    const refused = refusal(url, env.settings.allowPrivateAddresses);
    if (refused !== null) return refusedEnding('refused', `refused: ${refused}`, hops);
    if (hops.includes(url)) return refusedEnding('redirects', `redirect loop at ${url}`, hops);
    if (hops.length > limitsOf(env).redirects)
      return refusedEnding('redirects', `more than ${limitsOf(env).redirects} redirects`, hops);
    hops.push(url);
    const [sentAt, sent] = [env.now(), env.monotonicNow()];
    const response = await env.fetch(url, requestInit(accept, signal, 'manual'));
    const headersMs = env.monotonicNow() - sent;
    const next = await targetOf(response, url, env);
    if (next === undefined)
      return { ...(await readBody(response, env, hops)), ...clockOf(response, { sentAt, headersMs }) };
    await response.body?.cancel();
    // Whoever can tell where a redirect goes must: an unknown one could lead anywhere.
    if (next === null && env.redirectTarget)
      return {
        ...refusedEnding('refused', 'the browser did not tell where it redirects to', hops),
        retryable: true,
      };
    if (next === null) return followBlindly(url, accept, env, signal, hops);
    url = next;
  }
}

/** A cache's answer tells of the moment it was made, and says so by its age. */
function clockOf(
  { headers }: Response,
  exchange: Omit<ServerClock, 'date'>,
): { readonly clock?: ServerClock } {
  const date = headers.get('date');
  return date === null || (headers.get('age') ?? '0').trim() !== '0' ? {} : { clock: { date, ...exchange } };
}

/** Where a response redirects to: undefined: it does not; null: it does, but the browser hides where to. */
async function targetOf(
  response: Response,
  url: string,
  env: HostingEnvironment,
): Promise<string | null | undefined> {
  if (response.type === 'opaqueredirect') return (await env.redirectTarget?.(url)) ?? null;
  if (!REDIRECTS.has(response.status)) return undefined;
  const location = response.headers.get('location');
  return location !== null && URL.canParse(location, url) ? new URL(location, url).href : undefined;
}

/** The browser follows; where it ended is checked before anything of the answer is used. */
async function followBlindly(
  url: string,
  accept: string,
  env: HostingEnvironment,
  signal: AbortSignal,
  hops: string[],
): Promise<Ending> {
  const response = await env.fetch(url, requestInit(accept, signal, 'follow'));
  const refused = refusal(response.url, env.settings.allowPrivateAddresses);
  if (refused !== null) {
    await response.body?.cancel();
    return refusedEnding('refused', `refused: the redirect ended at ${refused}`, hops);
  }
  hops.push(response.url);
  return readBody(response, env, hops);
}

function requestInit(accept: string, signal: AbortSignal, redirect: RequestRedirect): RequestInit {
  return {
    method: 'GET',
    headers: { accept },
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    redirect,
    signal,
  };
}

async function readBody(response: Response, env: HostingEnvironment, hops: string[]): Promise<Ending> {
  const { status } = response;
  const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const { body, whole } = await readAtMost(response, limitsOf(env).bodyBytes);
  const common = { status, mediaType, body, hops };
  if (!whole) {
    const detail = `the answer is longer than ${limitsOf(env).bodyBytes} bytes`;
    return { ...common, ok: false, failure: 'too-large', detail, retryable: false };
  }
  if (response.ok) return { ...common, ok: true, detail: '', retryable: false };
  const limited = status === 429 || status === 503;
  return {
    ...common,
    ok: false,
    failure: limited ? 'rate-limited' : 'http',
    detail: `HTTP ${status}`,
    retryable: limited || status >= 500,
    ...(limited ? { retryAfterMs: retryAfter(response, env.now()) } : {}),
  };
}

async function readAtMost(
  response: Response,
  bound: number,
): Promise<{ body: Uint8Array<ArrayBuffer>; whole: boolean }> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || value === undefined) break;
    pieces.push(value.subarray(0, bound - size));
    size += value.byteLength;
    if (size > bound) {
      await reader?.cancel();
      break;
    }
  }
  const body = new Uint8Array(Math.min(size, bound));
  let at = 0;
  for (const piece of pieces) {
    body.set(piece, at);
    at += piece.byteLength;
  }
  return { body, whole: size <= bound };
}

/** Retry-After (RFC 9110 §10.2.3) in seconds or as a date; a minute where it is missing, a day at most. */
function retryAfter(response: Response, now: Date): number {
  const value = response.headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 1000), LONGEST_WAIT_MS) : 60_000;
}

function refusedEnding(failure: FetchFailure, detail: string, hops: string[]): Ending {
  return { ok: false, failure, detail, ...NOTHING, hops, retryable: false };
}
