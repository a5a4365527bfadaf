import { createCRC32 } from 'hash-wasm';
import { bytesOf, HELD_BYTES, joined, sizeOf, type Content } from './content.ts';

/**
 * One member of a gzip file (RFC 1952) from content of any size. Its header is fixed (no time, unknown system), so
 * that equal content gives equal bytes whatever made it.
 * `deflate`: compressed by the platform; `store`: stored blocks (RFC 1951, 3.2.4), for what is compressed already.
 */
export async function gzipMember(content: Content, how: 'deflate' | 'store'): Promise<Content> {
  if (how === 'store') return storedMember(content);
  if (sizeOf(content) <= HELD_BYTES) {
    const member = await compressed(await bytesOf(content));
    member.set(HEADER);
    return member;
  }
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('gzip'));
  const member = await new Response(stream).blob();
  return new Blob([HEADER, member.slice(HEADER.length)]);
}

async function compressed(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new CompressionStream('gzip');
  const writer = writable.getWriter();
  const [member] = await Promise.all([
    new Response(readable).arrayBuffer(),
    writer.write(bytes),
    writer.close(),
  ]);
  return new Uint8Array(member);
}

/** ID1 ID2, CM deflate, no flags, no time, no extra flags, OS unknown. */
const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
/** Most bytes in a stored block. */
const BLOCK = 0xffff;

/** One instance serves all small members: it is used in one turn, from `init` to `digest`. */
let sharedCrc: ReturnType<typeof createCRC32> | undefined;

async function storedMember(content: Content): Promise<Content> {
  const size = sizeOf(content);
  const bytes = size <= HELD_BYTES ? await bytesOf(content) : null;
  const parts: Content[] = [HEADER];
  for (let start = 0; start < size || start === 0; start += BLOCK) {
    const end = Math.min(start + BLOCK, size);
    parts.push(blockHeader(end - start, end === size));
    parts.push(bytes ? bytes.subarray(start, end) : content.slice(start, end));
  }
  parts.push(trailer(bytes ? await crcOf(bytes) : await crcOfMuch(content), size));
  return joined(parts);
}

/** BFINAL, BTYPE 00, then LEN and its complement (RFC 1951, 3.2.4). */
function blockHeader(length: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const head = new DataView(new ArrayBuffer(5));
  head.setUint8(0, isLast ? 1 : 0);
  head.setUint16(1, length, true);
  head.setUint16(3, ~length & 0xffff, true);
  return new Uint8Array(head.buffer);
}

/** CRC32 and ISIZE, least significant byte first. `checksum`: most significant first. */
function trailer(checksum: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const tail = new DataView(new ArrayBuffer(8));
  checksum.toReversed().forEach((byte, index) => tail.setUint8(index, byte));
  tail.setUint32(4, size >>> 0, true);
  return new Uint8Array(tail.buffer);
}

async function crcOf(bytes: Uint8Array): Promise<Uint8Array> {
  const crc = await (sharedCrc ??= createCRC32());
  return crc.init().update(bytes).digest('binary');
}

async function crcOfMuch(content: Content): Promise<Uint8Array> {
  const crc = (await createCRC32()).init();
  for (let start = 0; start < sizeOf(content); start += HELD_BYTES) {
    crc.update(await bytesOf(content.slice(start, start + HELD_BYTES)));
  }
  return crc.digest('binary');
}

/** Whether content of a media type gains from compression. */
export function isCompressible(mediaType: string): boolean {
  return /^text\/|[/+](?:json|xml|javascript|ecmascript|x-javascript|svg)\b|mpegurl|dash\+xml|wasm|x-www-form-urlencoded|ms-fontobject|\/(?:ttf|otf|bmp)|^application\/(?:http|warc-fields)/i.test(
    mediaType,
  );
}
