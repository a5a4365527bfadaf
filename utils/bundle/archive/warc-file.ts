import { createCRC32, createSHA256 } from 'hash-wasm';
import { blobBuilder } from '../zip/blob-builder.ts';
import { toHex, type Fingerprint } from '../../integrity/digest.ts';
import type { IndexEntry } from './cdxj.ts';
import { bytesOf, digestOfContent, HELD_BYTES, sizeOf, type Content } from './content.ts';
import { gzipMember, isCompressible } from './gzip.ts';
import { planRecords, type PlannedRecord, type ReadBody, type WarcSource } from './warc.ts';
import { writeRecord } from './warc-record.ts';

/** Beyond this a record is stored rather than compressed: its time is better spent elsewhere. */
const MAXIMUM_COMPRESSED = 32 * 1024 * 1024;

/** A finished WARC file with its index. `blob` refers to the bodies, it does not copy those it could store. */
export interface WarcFile extends Fingerprint {
  readonly filename: string;
  readonly blob: Blob;
  readonly index: readonly IndexEntry[];
  readonly records: number;
}

/** What a long job may be told, and tells. */
export interface Progress {
  readonly signal?: AbortSignal;
  readonly onRecord?: (done: number) => void;
}

/**
 * Writes `data.warc.gz`: each record a gzip member of its own, text compressed, media stored. One body is read at a
 * time; memory does not grow with their number.
 * @throws what `signal` was aborted with, and whatever `readBody` throws.
 */
export async function writeWarc(
  source: WarcSource,
  readBody: ReadBody,
  { signal, onRecord }: Progress = {},
): Promise<WarcFile> {
  const filename = 'data.warc.gz';
  const members = blobBuilder();
  let records = 0;
  const index: IndexEntry[] = [];
  const file = await fileHasher();
  for await (const planned of planRecords(source, readBody)) {
    signal?.throwIfAborted();
    const { content, payloadDigest } = await writeRecord(planned.draft, String(records));
    const member = await gzipMember(content, howToKeep(planned, sizeOf(content)));
    const offset = file.size();
    await file.update(member, signal);
    if (planned.index) {
      const { url = '', at } = planned.draft;
      const place = { filename, offset, length: sizeOf(member) };
      const recordDigest = await digestOfContent(member);
      index.push({
        url: withoutFragment(url),
        at,
        ...planned.index,
        digest: payloadDigest,
        ...place,
        recordDigest,
      });
    }
    members.add(member);
    records += 1;
    onRecord?.(records);
  }
  return { filename, blob: members.finish('application/gzip'), index, records, ...file.finish() };
}

function howToKeep({ draft, index }: PlannedRecord, size: number): 'deflate' | 'store' {
  const mime = index?.mime ?? draft.contentType;
  return size <= MAXIMUM_COMPRESSED && isCompressible(mime) ? 'deflate' : 'store';
}

function withoutFragment(url: string): string {
  return url.replace(/#[\s\S]*$/, '');
}

/** SHA-256 and CRC-32 of a file that is written piece by piece. */
async function fileHasher() {
  const [sha, crc] = await Promise.all([createSHA256(), createCRC32()]);
  sha.init();
  crc.init();
  let size = 0;
  return {
    size: () => size,
    async update(piece: Content, signal?: AbortSignal): Promise<void> {
      for (let start = 0; start < sizeOf(piece); start += HELD_BYTES) {
        signal?.throwIfAborted();
        const bytes = await bytesOf(piece.slice(start, start + HELD_BYTES));
        sha.update(bytes);
        crc.update(bytes);
      }
      size += sizeOf(piece);
    },
    finish(): Fingerprint {
      const crc32 = Number.parseInt(toHex(crc.digest('binary')), 16);
      return { digest: `sha256:${sha.digest('hex')}`, crc32, size };
    },
  };
}
