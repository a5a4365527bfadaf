import { FailureError } from '../../case/result.ts';
import {
  fingerprintBytes,
  fingerprintSource,
  toHex,
  type ByteSource,
  type Fingerprint,
} from '../../integrity/digest.ts';
import { createCRC32, createSHA256 } from 'hash-wasm';
import { FLAGS, type LocatedEntry, type ZipArchive } from './archive.ts';
import { concatenate } from './format.ts';
import { viewOf } from './end-record.ts';
import { sliceSource } from './window.ts';

/** Bytes of a deflated entry that are read, and of any entry that are unpacked at once. */
const CHUNK = 256 * 1024;
/** Unpacked entries up to this size are held whole, for WebCrypto. */
const HELD = 8 * 1024 * 1024;

/** What reading an entry takes besides the entry. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onBytes?: (bytes: number) => void;
}

/** @throws FailureError `invalid-bundle` for an entry that cannot be unpacked. */
function assertReadable(archive: ZipArchive, entry: LocatedEntry): void {
  const refuse = (why: string) => new FailureError('invalid-bundle', `${entry.name}: ${why}`);
  if (entry.flags & (FLAGS.encrypted | FLAGS.strongEncryption)) throw refuse('encrypted');
  if (entry.method === 0 && entry.compressedSize !== entry.size) throw refuse('two sizes');
  if (entry.dataOffset + entry.compressedSize > archive.directoryOffset)
    throw refuse('data beyond the files');
  if (entry.method !== 0 && entry.method !== 8) throw refuse(`method ${entry.method}`);
}

/**
 * An entry's data, unpacked, in chunks. Never gives more than the size the directory states.
 * @throws FailureError `invalid-bundle` where the data are not what the headers say.
 */
export async function* entryData(
  archive: ZipArchive,
  entry: LocatedEntry,
  options: ReadOptions = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  assertReadable(archive, entry);
  const packed = sliceSource(archive.source, entry.dataOffset, entry.dataOffset + entry.compressedSize);
  if (entry.method === 0) yield* chunks(packed, options.signal);
  else yield* inflated(packed, entry, options.signal);
}

async function* chunks(source: ByteSource, signal?: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let start = 0; start < source.size; start += CHUNK) {
    signal?.throwIfAborted();
    yield source.read(start, Math.min(start + CHUNK, source.size));
  }
}

async function* inflated(
  packed: ByteSource,
  entry: LocatedEntry,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = streamOf(chunks(packed, signal))
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > entry.size) throw new TypeError('more comes out than the directory says');
      yield value as Uint8Array<ArrayBuffer>;
    }
    if (size !== entry.size) throw new TypeError('less comes out than the directory says');
  } catch (error) {
    if (signal?.aborted || error instanceof FailureError) throw error;
    throw new FailureError('invalid-bundle', `${entry.name}: ${String(error)}`);
  } finally {
    // Ends the unpacking where the caller stopped early; nothing is left to fail once the data are through.
    await reader.cancel().catch(() => undefined);
  }
}

function streamOf(
  iterator: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await iterator.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** An entry's bytes, whole. @throws FailureError `too-large` beyond `limit` bytes, else as {@link entryData}. */
export async function entryBytes(
  archive: ZipArchive,
  entry: LocatedEntry,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.size > limit) throw new FailureError('too-large', `${entry.name}: ${entry.size} bytes`);
  const parts: Uint8Array[] = [];
  for await (const part of entryData(archive, entry)) parts.push(part);
  return concatenate(...parts);
}

/** Digest, CRC-32 and size of an entry's data, in flat memory. Throws as {@link entryData} does. */
export async function fingerprintEntry(
  archive: ZipArchive,
  entry: LocatedEntry,
  options: ReadOptions = {},
): Promise<Fingerprint> {
  assertReadable(archive, entry);
  if (entry.method === 0) {
    const { source } = archive;
    return fingerprintSource(sliceSource(source, entry.dataOffset, entry.dataOffset + entry.size), options);
  }
  if (entry.size <= HELD) {
    const bytes = await entryBytes(archive, entry, HELD);
    options.onBytes?.(bytes.byteLength);
    return fingerprintBytes(bytes);
  }
  const [sha, crc] = await Promise.all([createSHA256(), createCRC32()]);
  sha.init();
  crc.init();
  for await (const part of entryData(archive, entry, options)) {
    sha.update(part);
    crc.update(part);
    options.onBytes?.(part.byteLength);
  }
  return {
    digest: `sha256:${toHex(sha.digest('binary'))}`,
    crc32: viewOf(crc.digest('binary')).getUint32(0),
    size: entry.size,
  };
}
