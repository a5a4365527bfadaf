import { createCRC32 } from 'hash-wasm';

/**
 * One member of a gzip file (RFC 1952) from content of any size. Its header is fixed (no time, unknown system), so
 * that equal content gives equal bytes whatever made it.
 * `deflate`: compressed by the platform; `store`: stored blocks (RFC 1951, 3.2.4), for what is compressed already.
 */
export async function gzipMember(content: Blob, how: 'deflate' | 'store'): Promise<Blob> {
  if (how === 'store') return storedMember(content);
  const stream = content.stream().pipeThrough(new CompressionStream('gzip'));
  const member = await new Response(stream).blob();
  return new Blob([HEADER, member.slice(HEADER.length)]);
}

/** ID1 ID2, CM deflate, no flags, no time, no extra flags, OS unknown. */
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
/** Most bytes in a stored block. */
const BLOCK = 0xffff;
/** Bytes read at a time. Content up to this is read once, and its member made in memory. */
const CHUNK = 4 * 1024 * 1024;

/** One instance serves all small members: it is used in one turn, from `init` to `digest`. */
let sharedCrc: ReturnType<typeof createCRC32> | undefined;

async function storedMember(content: Blob): Promise<Blob> {
  const isSmall = content.size <= CHUNK;
  const bytes = isSmall ? new Uint8Array(await content.arrayBuffer()) : null;
  const parts: BlobPart[] = [HEADER];
  for (let start = 0; start < content.size || start === 0; start += BLOCK) {
    const end = Math.min(start + BLOCK, content.size);
    parts.push(blockHeader(end - start, end === content.size));
    parts.push(bytes ? bytes.subarray(start, end) : content.slice(start, end));
  }
  parts.push(trailer(bytes ? await crcOf(bytes) : await crcOfBlob(content), content.size));
  return new Blob(parts);
}

/** BFINAL, BTYPE 00, then LEN and its complement (RFC 1951, 3.2.4). */
function blockHeader(length: number, isLast: boolean): ArrayBuffer {
  const head = new DataView(new ArrayBuffer(5));
  head.setUint8(0, isLast ? 1 : 0);
  head.setUint16(1, length, true);
  head.setUint16(3, ~length & 0xffff, true);
  return head.buffer;
}

/** CRC32 and ISIZE, least significant byte first. `checksum`: most significant first. */
function trailer(checksum: Uint8Array, size: number): ArrayBuffer {
  const tail = new DataView(new ArrayBuffer(8));
  checksum.toReversed().forEach((byte, index) => tail.setUint8(index, byte));
  tail.setUint32(4, size >>> 0, true);
  return tail.buffer;
}

async function crcOf(bytes: Uint8Array): Promise<Uint8Array> {
  const crc = await (sharedCrc ??= createCRC32());
  return crc.init().update(bytes).digest('binary');
}

async function crcOfBlob(content: Blob): Promise<Uint8Array> {
  const crc = (await createCRC32()).init();
  for (let start = 0; start < content.size; start += CHUNK) {
    crc.update(new Uint8Array(await content.slice(start, start + CHUNK).arrayBuffer()));
  }
  return crc.digest('binary');
}

/** Whether content of a media type gains from compression. */
export function isCompressible(mediaType: string): boolean {
  return /^text\/|[/+](?:json|xml|javascript|ecmascript|x-javascript|svg)\b|mpegurl|dash\+xml|wasm|x-www-form-urlencoded|ms-fontobject|\/(?:ttf|otf|bmp)|^application\/(?:http|warc-fields)/i.test(
    mediaType,
  );
}
