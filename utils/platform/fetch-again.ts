import { FailureError } from '../case/result.ts';
import type { VerificationAnswer } from '../capture/verification.ts';
import { NO_TAB, type RequestLog } from '../hosting/request-log.ts';
import { keepHeaders } from '../hosting/request-events.ts';

/** A page larger than this is cut: the fetch corroborates, the page itself is in the capture. */
const MAXIMUM_BYTES = 20 * 1024 * 1024;

/** The browser stamps its events in another process than ours. */
const CLOCK_SLACK_MS = 50;

/** Asks for an address again, without cookies and without the cache. */
export async function fetchAgain(
  url: string,
  log: RequestLog,
  signal: AbortSignal,
): Promise<VerificationAnswer> {
  if (!/^https?:/.test(url)) throw new FailureError('not-available', 'the page did not come over HTTP');
  const asked = Date.now();
  const at = new Date(asked).toISOString();
  const started = performance.now();
  const response = await ask(url, signal);
  const headersMs = Math.round(performance.now() - started);
  const { body, truncated } = await read(response);
  const exchange = await log.lastExchange(NO_TAB, response.url, asked - CLOCK_SLACK_MS);
  return {
    url,
    finalUrl: response.url,
    at,
    durationMs: Math.round(performance.now() - started),
    headersMs,
    status: response.status,
    headers: keepHeaders([...response.headers].map(([name, value]) => ({ name, value }))),
    mediaType: response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '',
    ip: exchange?.ip ?? null,
    hops: exchange?.redirects ?? [],
    serverDate: response.headers.get('date'),
    body,
    truncated,
  };
}

async function ask(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { cache: 'no-store', credentials: 'omit', redirect: 'follow', signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new FailureError('network-error', String(error));
  }
}

async function read(response: Response): Promise<{ body: Uint8Array<ArrayBuffer>; truncated: boolean }> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    parts.push(part as Uint8Array<ArrayBuffer>);
    length += part.length;
    if (length > MAXIMUM_BYTES) break;
  }
  const whole = new Uint8Array(await new Blob(parts).arrayBuffer());
  return { body: whole.slice(0, MAXIMUM_BYTES), truncated: length > MAXIMUM_BYTES };
}
