import type { Digest } from '../../case/values.ts';
import { digestOf } from '../../integrity/digest.ts';
import { digestOfContent, joined, sizeOf, type Content } from './content.ts';

/** WARC 1.1: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/ */
export type WarcType = 'warcinfo' | 'response' | 'request' | 'resource';

/** A record before its ids and digests. */
export interface WarcDraft {
  /** `<urn:uuid:…>`, where another record has to name this one; otherwise made of the content. */
  readonly id?: string;
  readonly type: WarcType;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly url?: string;
  readonly contentType: string;
  /** Further named fields, in the order written. */
  readonly fields: readonly (readonly [string, string])[];
  /** HTTP head with its empty line, or empty: what stands in the block before `payload`. */
  readonly head: string;
  readonly payload: Content;
  /** Digest of `payload` where it is known already; otherwise it is computed. */
  readonly payloadDigest?: Digest;
}

/** A finished record: the bytes of one gzip member once compressed. */
export interface WarcRecord {
  readonly id: string;
  readonly content: Content;
  readonly payloadDigest: Digest;
}

/**
 * Writes a record. Its id is a UUID (version 8, RFC 9562) made of its own content and place, so that the same input
 * gives the same file.
 * @param place anything that tells apart records that are otherwise equal.
 */
export async function writeRecord(draft: WarcDraft, place: string): Promise<WarcRecord> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const block = await joined([encode(draft.head), draft.payload]);
  const blockDigest = await digestOfContent(block);
  const payloadDigest = await digestOfPayload(draft, blockDigest);
  const id =
    draft.id ?? (await uuidOf(`${place}\n${draft.type}\n${draft.at}\n${draft.url ?? ''}\n${blockDigest}`));
  const fields: [string, string][] = [
    ['WARC-Type', draft.type],
    ['WARC-Record-ID', id],
    ...(draft.url === undefined ? [] : [['WARC-Target-URI', targetOf(draft.url)] as [string, string]]),
    ['WARC-Date', draft.at],
    ...draft.fields.map(([name, value]): [string, string] => [name, value]),
    ['WARC-Block-Digest', blockDigest],
    ...(draft.type === 'warcinfo' ? [] : [['WARC-Payload-Digest', payloadDigest] as [string, string]]),
    ['Content-Type', draft.contentType],
    ['Content-Length', String(sizeOf(block))],
  ];
  const lines = fields.map(([name, value]) => `${name}: ${oneLine(value)}\r\n`).join('');
  const content = await joined([encode(`WARC/1.1\r\n${lines}\r\n`), block, encode('\r\n\r\n')]);
  return { id, content, payloadDigest };
}

async function digestOfPayload(draft: WarcDraft, blockDigest: Digest): Promise<Digest> {
  if (draft.payloadDigest) return draft.payloadDigest;
  if (draft.head === '') return blockDigest;
  return digestOfContent(draft.payload);
}

/** `<urn:uuid:…>` by hash of a text. */
export async function uuidOf(text: string): Promise<string> {
  const hex = (await digestOf(text)).slice('sha256:'.length);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return `<urn:uuid:${[...parts, variant + hex.slice(17, 20), hex.slice(20, 32)].join('-')}>`;
}

/** An address as a WARC field carries it: without fragment, and without what would end the line. */
function targetOf(url: string): string {
  return url.replace(/#[\s\S]*$/, '').replace(/[\s\p{Cc}]/gu, (character) => encodeURIComponent(character));
}

/** A header's value on one line: a server that sends line breaks must not write our fields. */
export function oneLine(value: string): string {
  return value.replace(/[\r\n\0]+[ \t]*/g, ' ').trim();
}
