import type { Exchange } from '../../case/exchange.ts';
import type { Digest, Instant } from '../../case/values.ts';
import { redactHeaders } from '../../capture/secrets.ts';
import { joined, sizeOf, type Content } from './content.ts';
import { lacksRequestBody, requestHead, responseHead } from './http-message.ts';
import { isPart, wholeFiles, type WholeFile } from './ranges.ts';
import { uuidOf, type WarcDraft } from './warc-record.ts';

/** Bytes of the page that did not come with their HTTP response: a DOM as it stood, a resource of the loaded page. */
export interface ArchivedResource {
  readonly url: string;
  readonly at: Instant;
  readonly mediaType: string;
  readonly digest: Digest;
  /** How these bytes were had, in a few words: `DOM as it stood`, `bytes of the loaded page`. */
  readonly source: string;
  readonly ip?: string | null;
}

/** What a WARC file is made of. */
export interface WarcSource {
  /** Name and version, as in `Prima Facie 0.1.0`. */
  readonly software: string;
  readonly createdAt: Instant;
  /** One line about the whole file. */
  readonly description: string;
  readonly exchanges: readonly Exchange[];
  readonly resources: readonly ArchivedResource[];
}

/** A record to be written, and what the index says of it; null: not in the index. */
export interface PlannedRecord {
  readonly draft: WarcDraft;
  readonly index: { readonly mime: string; readonly status: number; readonly method?: string } | null;
}

const NOTHING = new Uint8Array(0);

/** Reads kept bytes by their digest. */
export type ReadBody = (digest: Digest) => Promise<Content>;

/**
 * The records of a WARC file in order: warcinfo; each exchange's `response` and `request`; files put together from
 * parts; resources. A `response` record is only written for bytes that came with that response; what came from the
 * browser's cache is a `resource`. Bodies are read one at a time, when their record's turn comes.
 * @throws whatever `readBody` throws.
 */
export async function* planRecords(source: WarcSource, readBody: ReadBody): AsyncGenerator<PlannedRecord> {
  yield { draft: infoDraft(source), index: null };
  const whole = new Map(wholeFiles(source.exchanges).map((file) => [file.url, file]));
  for (const exchange of source.exchanges) {
    if (!isOverHttp(exchange) || !exchange.response) continue;
    if (isRecordedResponse(exchange)) yield* exchangeRecords(source, exchange, readBody, whole);
    else if (exchange.body && exchange.response.status === 200) yield await bytesRecord(exchange, readBody);
  }
  for (const file of whole.values()) yield await wholeRecord(file, readBody);
  for (const resource of source.resources) yield await resourceRecord(resource, readBody);
}

/** Whether an exchange makes a `response` record: it came over the network, and its bytes were not written anew. */
export function isRecordedResponse(exchange: Exchange): boolean {
  const { response, fromCache, body } = exchange;
  return isOverHttp(exchange) && response !== null && fromCache === 'no' && body?.form !== 'text';
}

function isOverHttp({ url }: Exchange): boolean {
  return /^https?:\/\//i.test(url);
}

function infoDraft(source: WarcSource): WarcDraft {
  const omitted = source.exchanges.flatMap(({ requestHeaders, response }) =>
    [...redactHeaders(requestHeaders).omitted, ...redactHeaders(response?.headers ?? []).omitted].map(
      ({ name }) => name.toLowerCase(),
    ),
  );
  const counts = [...Map.groupBy(omitted, (name) => name)].map(([name, all]) => `${name} (${all.length})`);
  const lines = [
    `software: ${source.software}`,
    'format: WARC File Format 1.1',
    'conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    `description: ${source.description}`,
    `secrets-omitted: ${counts.toSorted().join(', ') || 'none'}`,
  ];
  const text = lines.map((line) => `${line.replace(/[\r\n]+/g, ' ')}\r\n`).join('');
  return {
    type: 'warcinfo',
    at: source.createdAt,
    contentType: 'application/warc-fields',
    fields: [['WARC-Filename', 'data.warc.gz']],
    head: '',
    payload: new TextEncoder().encode(text),
  };
}

async function* exchangeRecords(
  source: WarcSource,
  exchange: Exchange,
  readBody: ReadBody,
  whole: ReadonlyMap<string, WholeFile>,
): AsyncGenerator<PlannedRecord> {
  const { url, startedAt: at, response, body } = exchange;
  if (!response) return;
  const payload = body ? await readBody(body.digest) : NOTHING;
  const id = await uuidOf([source.createdAt, exchange.id, url, at].join('\n'));
  const shared = { at, url, fields: connectionFields(exchange) };
  yield {
    draft: {
      ...shared,
      id,
      type: 'response',
      contentType: 'application/http; msgtype=response',
      fields: [...shared.fields, ...truncation(exchange)],
      head: responseHead(exchange, sizeOf(payload)),
      payload,
      ...(body ? { payloadDigest: body.digest } : {}),
    },
    index: isReplayable(exchange, whole)
      ? {
          mime: essence(response.mediaType),
          status: response.status,
          ...(exchange.method === 'GET' ? {} : { method: exchange.method }),
        }
      : null,
  };
  const sent = exchange.requestBody ? await readBody(exchange.requestBody.digest) : NOTHING;
  yield {
    draft: {
      ...shared,
      type: 'request',
      contentType: 'application/http; msgtype=request',
      fields: [
        ['WARC-Concurrent-To', id],
        ...shared.fields,
        ...(lacksRequestBody(exchange) ? [['WARC-Truncated', 'unspecified'] as [string, string]] : []),
      ],
      head: requestHead(exchange),
      payload: sent,
    },
    index: null,
  };
}

function connectionFields(exchange: Exchange): [string, string][] {
  return [
    ...(exchange.ip === null ? [] : [['WARC-IP-Address', exchange.ip] as [string, string]]),
    ...(exchange.protocol === null ? [] : [['WARC-Protocol', exchange.protocol] as [string, string]]),
    ...(exchange.security ? [['WARC-Cipher-Suite', exchange.security.cipher] as [string, string]] : []),
  ];
}

/** A response whose status and method expect a body and that has none is cut, whether or not somebody said why. */
function truncation({ body, response, method }: Exchange): [string, string][] {
  if (body?.truncated) return [['WARC-Truncated', body.truncated.reason]];
  const isEmpty = response?.headers.some(
    ({ name, value }) => name.toLowerCase() === 'content-length' && value.trim() === '0',
  );
  const expected = method !== 'HEAD' && !isBodiless(response?.status ?? 0) && !isEmpty;
  return !body && expected ? [['WARC-Truncated', 'unspecified']] : [];
}

/** Statuses without content (RFC 9110, 6.4.1), and redirects, whose content a browser does not show. */
function isBodiless(status: number): boolean {
  return (status >= 100 && status < 200) || status === 204 || status === 304 || isRedirect(status);
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function isReplayable(exchange: Exchange, whole: ReadonlyMap<string, WholeFile>): boolean {
  const status = exchange.response?.status ?? 0;
  if (status === 304 || exchange.method === 'HEAD' || exchange.method === 'OPTIONS') return false;
  if (status === 206) return !isPart(exchange) || !whole.has(exchange.url);
  return exchange.body !== null || isBodiless(status);
}

/** What did not come with its response, or not as its bytes. */
async function bytesRecord(exchange: Exchange, readBody: ReadBody): Promise<PlannedRecord> {
  const { url, startedAt, response, body, ip } = exchange;
  if (!body || !response) throw new TypeError('an exchange without body has no such record');
  const isText = body.form === 'text';
  const mediaType = isText ? `${essence(response.mediaType)}; charset=utf-8` : response.mediaType;
  const source =
    exchange.fromCache === 'no'
      ? 'the text of the response, written again as UTF-8; the bytes were not to be had'
      : `not from the network but from: ${exchange.fromCache === 'service-worker' ? "the page's service worker" : `the browser's ${exchange.fromCache} cache`}`;
  return resourceRecord({ url, at: startedAt, mediaType, digest: body.digest, source, ip }, readBody);
}

async function wholeRecord(file: WholeFile, readBody: ReadBody): Promise<PlannedRecord> {
  const parts: Content[] = [];
  for (const { digest, start, end } of file.slices) parts.push((await readBody(digest)).slice(start, end));
  const { startedAt, ip } = file.first;
  const source = `put together from ${parts.length} partial responses, which stand in this file`;
  return resourceOf(
    { url: file.url, at: startedAt, mediaType: file.mediaType, source, ip },
    await joined(parts),
  );
}

async function resourceRecord(resource: ArchivedResource, readBody: ReadBody): Promise<PlannedRecord> {
  return resourceOf(resource, await readBody(resource.digest), resource.digest);
}

function resourceOf(
  { url, at, mediaType, source, ip }: Omit<ArchivedResource, 'digest'>,
  payload: Content,
  payloadDigest?: Digest,
): PlannedRecord {
  return {
    draft: {
      type: 'resource',
      at,
      url,
      contentType: mediaType || 'application/octet-stream',
      fields: [
        ...(ip ? [['WARC-IP-Address', ip] as [string, string]] : []),
        ['X-Prima-Facie-Source', source],
      ],
      head: '',
      payload,
      ...(payloadDigest ? { payloadDigest } : {}),
    },
    index: { mime: essence(mediaType), status: 200 },
  };
}

/** A media type without its parameters. */
function essence(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase() || 'application/octet-stream';
}
