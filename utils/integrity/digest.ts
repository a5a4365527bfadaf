import { createCRC32, createSHA256 } from 'hash-wasm';
import type { Digest } from '../case/values.ts';

/** Bytes read at a time from a source that is not held whole. */
const CHUNK = 8 * 1024 * 1024;
/**
 * Sources up to this size, in bytes, are held whole for WebCrypto, which is four times as quick as WebAssembly but
 * takes its input in one piece. Tiles and archives of ordinary pages are smaller.
 */
const HELD = 32 * 1024 * 1024;

/** What identifies bytes: their SHA-256 (FIPS 180-4) and CRC-32 (as ZIP uses it, APPNOTE 4.4.7), and how many. */
export interface Fingerprint {
  readonly digest: Digest;
  /** Unsigned, 32 bits. */
  readonly crc32: number;
  /** Bytes. */
  readonly size: number;
}

/** Anything that can be read by byte ranges without being held whole: a Blob, or a file in Node. */
export interface ByteSource {
  readonly size: number;
  /** Bytes `start` (inclusive) to `end` (exclusive); both lie within the source. */
  read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Reads a Blob by ranges. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** SHA-256 of bytes (or of a text's UTF-8) held in memory. */
export async function digestOf(content: Uint8Array<ArrayBuffer> | string): Promise<Digest> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return `sha256:${toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))}`;
}

/**
 * One instance for all bytes held in memory: from `init` to `digest` nothing else runs, and making one costs more
 * than a small file takes.
 */
let shared: ReturnType<typeof createCRC32> | undefined;

/** Fingerprint of bytes held in memory: WebCrypto for the digest, since it is three times as quick as WebAssembly. */
export async function fingerprintBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Fingerprint> {
  const [digest, crc] = await Promise.all([digestOf(bytes), (shared ??= createCRC32())]);
  return { digest, crc32: checksum(crc.init().update(bytes).digest('binary')), size: bytes.byteLength };
}

/**
 * Fingerprint of a source of any size, in chunks, so that memory stays flat.
 * @param onBytes told how many bytes were read since the last call, for progress.
 * @throws what `signal` was aborted with.
 */
export async function fingerprintSource(
  source: ByteSource,
  options: { readonly signal?: AbortSignal; readonly onBytes?: (bytes: number) => void } = {},
): Promise<Fingerprint> {
  if (source.size <= HELD) {
    const fingerprint = await fingerprintBytes(await source.read(0, source.size));
    options.onBytes?.(source.size);
    return fingerprint;
  }
  const [sha, crc] = await Promise.all([createSHA256(), createCRC32()]);
  sha.init();
  crc.init();
  for (let start = 0; start < source.size; start += CHUNK) {
    options.signal?.throwIfAborted();
    const bytes = await source.read(start, Math.min(start + CHUNK, source.size));
    sha.update(bytes);
    crc.update(bytes);
    options.onBytes?.(bytes.byteLength);
  }
  return {
    digest: `sha256:${sha.digest('hex')}`,
    crc32: checksum(crc.digest('binary')),
    size: source.size,
  };
}

/** hash-wasm gives the CRC as four bytes, most significant first. */
function checksum(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
}
