import { FailureError } from '../../case/result.ts';
import type { Digest } from '../../case/values.ts';
import { concatBytes, type Bytes } from '../bytes.ts';
import type { ByteSource } from '../digest.ts';

/**
 * An artifact at rest: a header, then chunks of AES-256-GCM (the STREAM construction, as age and others use it).
 *
 * ```
 * header: 'PFS1'  salt (16)  plain size (8, big-endian)          28 octets
 * chunk:  AES-GCM of up to 1 MiB, tag (16)                       the last one may be shorter, also empty
 * ```
 * The key of each artifact is HKDF-SHA-256 of the data key with the salt and the digest, so no nonce ever repeats
 * under a key. The nonce is the chunk's number (11 octets) and 1 for the last chunk. Associated data: the digest and
 * the header. So chunks cannot be swapped, left out or cut off, and a blob cannot stand for another artifact.
 */
const MAGIC = new TextEncoder().encode('PFS1');
const SALT_OCTETS = 16;
const HEADER_OCTETS = MAGIC.byteLength + SALT_OCTETS + 8;
const TAG_OCTETS = 16;
/** Plain octets in a chunk. */
export const CHUNK_OCTETS = 1024 * 1024;
const SEALED_CHUNK = CHUNK_OCTETS + TAG_OCTETS;
/** Chunks read, and sealed or opened beside each other, at a time. */
const RUN = 4;

/** The opened vault's key as a key for artifacts; it cannot be extracted any more. */
export function artifactKey(dataKey: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey']);
}

/** Whether bytes begin as a sealed artifact does. */
export function isSealed(head: Uint8Array): boolean {
  return MAGIC.every((octet, index) => head[index] === octet);
}

/** Octets a sealed artifact of this plain size takes. */
export function sealedSize(size: number): number {
  return HEADER_OCTETS + size + chunkCount(size) * TAG_OCTETS;
}

/** Encrypts an artifact, a chunk at a time. */
export async function sealArtifact(
  key: CryptoKey,
  digest: Digest,
  source: ByteSource,
  random: (octets: number) => Bytes,
): Promise<Blob> {
  const header = headerOf(random(SALT_OCTETS), source.size);
  const own = await keyFor(key, digest, header);
  const count = chunkCount(source.size);
  const blobs: Blob[] = [new Blob([header])];
  // Read in runs: asking a Blob for bytes goes to another process, and decides how long all of it takes.
  for (let first = 0; first < count; first += RUN) {
    const end = Math.min(first + RUN, count);
    const from = first * CHUNK_OCTETS;
    const run = await source.read(from, Math.min(end * CHUNK_OCTETS, source.size));
    const chunks = Array.from({ length: end - first }, (_, at) => {
      const plain = run.subarray(at * CHUNK_OCTETS, (at + 1) * CHUNK_OCTETS);
      return crypto.subtle.encrypt(gcm(digest, header, first + at, count), own, plain);
    });
    // A Blob may leave memory, an array may not.
    blobs.push(new Blob(await Promise.all(chunks)));
  }
  return new Blob(blobs);
}

/**
 * A sealed artifact as a source of its plain bytes, read by ranges; each chunk is checked when it is read.
 * @throws FailureError `digest-mismatch` where the blob is not whole, or is another artifact's or vault's.
 */
export async function openArtifact(key: CryptoKey, digest: Digest, sealed: ByteSource): Promise<ByteSource> {
  const header = await sealed.read(0, Math.min(HEADER_OCTETS, sealed.size));
  const size = plainSize(header);
  if (size === null || sealedSize(size) !== sealed.size) {
    throw new FailureError('digest-mismatch', `${digest}: not a whole sealed artifact`);
  }
  const own = await keyFor(key, digest, header);
  const count = chunkCount(size);
  /** Chunks `first` (inclusive) to `end` (exclusive), read at once. */
  const chunks = async (first: number, end: number): Promise<Bytes[]> => {
    const start = HEADER_OCTETS + first * SEALED_CHUNK;
    const run = await sealed.read(start, Math.min(HEADER_OCTETS + end * SEALED_CHUNK, sealed.size));
    return Promise.all(
      Array.from({ length: end - first }, (_, at) => {
        const cipher = run.subarray(at * SEALED_CHUNK, (at + 1) * SEALED_CHUNK);
        return opened(gcm(digest, header, first + at, count), own, cipher, digest);
      }),
    );
  };
  // An empty artifact has a chunk that nobody reads, so it is checked here.
  if (size === 0) await chunks(0, 1);
  return { size, read: (start, end) => readChunks(chunks, start, end) };
}

async function readChunks(
  chunks: (first: number, end: number) => Promise<Bytes[]>,
  start: number,
  end: number,
): Promise<Bytes> {
  const parts: Bytes[] = [];
  const last = Math.ceil(end / CHUNK_OCTETS);
  for (let first = Math.floor(start / CHUNK_OCTETS); first < last; first += RUN) {
    const run = await chunks(first, Math.min(first + RUN, last));
    for (const [at, plain] of run.entries()) {
      const from = (first + at) * CHUNK_OCTETS;
      parts.push(plain.subarray(Math.max(0, start - from), Math.min(plain.byteLength, end - from)));
    }
  }
  return concatBytes(...parts);
}

async function opened(
  parameters: AesGcmParams,
  key: CryptoKey,
  cipher: Bytes,
  digest: Digest,
): Promise<Bytes> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, cipher));
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'OperationError') {
      throw new FailureError(
        'digest-mismatch',
        `${digest}: the sealed bytes were changed, or the key is another`,
      );
    }
    throw thrown;
  }
}

function headerOf(salt: Bytes, size: number): Bytes {
  const octets = new Uint8Array(8);
  new DataView(octets.buffer).setBigUint64(0, BigInt(size));
  return concatBytes(MAGIC, salt, octets);
}

function plainSize(header: Bytes): number | null {
  if (header.byteLength !== HEADER_OCTETS || !isSealed(header)) return null;
  const size = new DataView(header.buffer, header.byteOffset).getBigUint64(MAGIC.byteLength + SALT_OCTETS);
  return size <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(size) : null;
}

function chunkCount(size: number): number {
  return Math.max(1, Math.ceil(size / CHUNK_OCTETS));
}

function gcm(digest: Digest, header: Bytes, index: number, count: number): AesGcmParams {
  const iv = new Uint8Array(12);
  new DataView(iv.buffer).setUint32(7, index);
  iv[11] = index === count - 1 ? 1 : 0;
  return { name: 'AES-GCM', iv, additionalData: concatBytes(new TextEncoder().encode(digest), header) };
}

function keyFor(key: CryptoKey, digest: Digest, header: Bytes): Promise<CryptoKey> {
  const salt = header.subarray(MAGIC.byteLength, MAGIC.byteLength + SALT_OCTETS);
  const info = new TextEncoder().encode(`prima-facie/artifact/1 ${digest}`);
  const kind = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, kind, false, [
    'encrypt',
    'decrypt',
  ]);
}
