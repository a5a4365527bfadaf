import type { ClockReading } from '../../case/capture-document.ts';
import type { Digest } from '../../case/values.ts';
import { concatBytes, type Bytes } from '../bytes.ts';
import { checkTimestamp, type TimestampFacts } from './check-timestamp.ts';
import { httpDateReading, readingOf, type Exchange } from './clock.ts';
import { buildQuery } from './query.ts';
import { refuse, type TimestampRefusal } from './refusal.ts';

/** A response beyond this is not a timestamp (with a long chain they have 6 KiB). */
const MAXIMUM_RESPONSE_BYTES = 1024 * 1024;
const NONCE_OCTETS = 16;

/** What asking takes from its surroundings. */
export interface TimestampEnvironment {
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** Milliseconds that no change of the wall clock touches: `performance.now`. */
  readonly monotonicMs: () => number;
  readonly random: (octets: number) => Bytes;
}

/** The environment of a page, worker or Node. */
export const timestampEnvironment: TimestampEnvironment = {
  fetch: (...args) => fetch(...args),
  now: () => new Date(),
  monotonicMs: () => performance.now(),
  random: (octets) => crypto.getRandomValues(new Uint8Array(octets)),
};

/** What to ask, and of whom. */
export interface TimestampRequest {
  readonly url: string;
  readonly digest: Digest;
  /** DER of the trusted roots. */
  readonly roots: readonly Bytes[];
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** An accepted timestamp: the bytes to keep, what they prove, and what they tell of this machine's clock. */
export interface Timestamp {
  readonly url: string;
  /** The whole TimeStampReq. */
  readonly query: Bytes;
  /** The whole TimeStampResp. */
  readonly response: Bytes;
  readonly facts: TimestampFacts;
  readonly readings: readonly ClockReading[];
}

/** An accepted timestamp, or why there is none. A refused response is kept too: it is evidence of what happened. */
export type TimestampOutcome =
  | { readonly ok: true; readonly value: Timestamp }
  | {
      readonly ok: false;
      readonly refusal: TimestampRefusal;
      readonly query: Bytes;
      readonly response: Bytes | null;
      readonly readings: readonly ClockReading[];
    };

/**
 * Asks one authority for a timestamp over HTTP (RFC 3161 section 3.4) and checks the answer in full.
 * Only the digest leaves the machine. No cookies, no referrer, no cache.
 */
export async function requestTimestamp(
  env: TimestampEnvironment,
  request: TimestampRequest,
): Promise<TimestampOutcome> {
  const query = buildQuery(request.digest, env.random(NONCE_OCTETS));
  const asked = await ask(env, request, query);
  if (!asked.ok) return { ...asked, query, response: null, readings: [] };
  const { response, exchange, date } = asked.value;
  const host = new URL(request.url).host;
  const header = httpDateReading(`http-date:${host}`, date, exchange);
  const readings = header ? [header] : [];
  const { digest, roots } = request;
  const checked = await checkTimestamp({ digest, response, query, roots });
  if (!checked.ok) return { ...checked, query, response, readings };
  const own = readingOf(`tsa:${host}`, new Date(checked.value.genTime), exchange);
  const value = { url: request.url, query, response, facts: checked.value, readings: [own, ...readings] };
  return { ok: true, value };
}

interface Answer {
  readonly response: Bytes;
  readonly exchange: Exchange;
  readonly date: string | null;
}

type Asked = { readonly ok: true; readonly value: Answer } | ReturnType<typeof refuse>;

async function ask(env: TimestampEnvironment, request: TimestampRequest, query: Bytes): Promise<Asked> {
  const timer = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([request.signal, timer]) : timer;
  const sentAt = env.now();
  const start = env.monotonicMs();
  try {
    const response = await env.fetch(request.url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: query,
      signal,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    const exchange = { sentAt, roundTripMs: env.monotonicMs() - start };
    const problem = headProblem(response);
    if (problem) {
      await response.body?.cancel();
      return problem;
    }
    const body = await readBounded(response);
    return body
      ? { ok: true, value: { response: body, exchange, date: response.headers.get('date') } }
      : refuse('too-large', `more than ${MAXIMUM_RESPONSE_BYTES} bytes`);
  } catch (thrown) {
    if (request.signal?.aborted) return refuse('cancelled', 'the request was cancelled');
    if (timer.aborted) return refuse('timeout', `no answer within ${request.timeoutMs} ms`);
    return refuse('network-error', String(thrown));
  }
}

function headProblem(response: Response): ReturnType<typeof refuse> | null {
  if (!response.ok) return refuse('http-status', `HTTP ${response.status}`);
  const type = response.headers.get('content-type') ?? '';
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/timestamp-reply') {
    return refuse('content-type', `content type ${type || 'absent'}`);
  }
  return null;
}

async function readBounded(response: Response): Promise<Bytes | null> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > MAXIMUM_RESPONSE_BYTES) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return concatBytes(...parts);
}
