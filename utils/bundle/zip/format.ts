/**
 * The ZIP structures we write (PKWARE APPNOTE 6.3.10), and nothing they leave open: stored entries, UTF-8 names,
 * one time for all, ZIP64 fields exactly where a value does not fit. Writer and verifier both build headers here,
 * so the verifier can say of every byte of a container whether it is as it was written.
 */

export const LOCAL_SIGNATURE = 0x04034b50;
export const CENTRAL_SIGNATURE = 0x02014b50;
export const END_SIGNATURE = 0x06054b50;
export const END64_SIGNATURE = 0x06064b50;
export const LOCATOR64_SIGNATURE = 0x07064b50;
export const DESCRIPTOR_SIGNATURE = 0x08074b50;

export const LOCAL_SIZE = 30;
export const CENTRAL_SIZE = 46;
export const END_SIZE = 22;
export const END64_SIZE = 56;
export const LOCATOR64_SIZE = 20;

/** A field of 32 bits that says: see the ZIP64 field. */
export const MAX32 = 0xffff_ffff;
export const MAX16 = 0xffff;
/** General purpose bit 11: name and comment are UTF-8. */
export const FLAG_UTF8 = 0x0800;
/** Extra field ids. */
export const EXTRA_ZIP64 = 0x0001;
export const EXTRA_TIME = 0x5455;

const VERSION_DEFLATE = 20;
const VERSION_ZIP64 = 45;
/** Unix, so that the file mode below counts; specification 6.3. */
const MADE_BY = (3 << 8) | 63;
/** A regular file, `rw-r--r--`. */
const FILE_MODE = 0o100_644;
const COMMENT = new TextEncoder().encode('Prima Facie bundle 1');

/** What a header says of an entry. Stored, so there is one size. */
export interface StoredRecord {
  readonly name: string;
  readonly crc32: number;
  readonly size: number;
}

/** Little-endian bytes of a list of `[bits, value]` fields. */
function fields(...list: readonly (readonly [16 | 32 | 64, number])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(list.reduce((sum, [bits]) => sum + bits / 8, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [bits, value] of list) {
    if (bits === 16) view.setUint16(at, value, true);
    else if (bits === 32) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bits / 8;
  }
  return bytes;
}

/** Joins byte strings. */
export function concatenate(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.byteLength;
  }
  return joined;
}

/** MS-DOS date and time (APPNOTE 4.4.6) of an instant, in UTC, from 1980 to 2107. */
export function dosTime(at: Date): { readonly time: number; readonly date: number } {
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  };
}

/** Info-ZIP's extended timestamp: seconds since 1970 in UTC, so that unpacked files carry the right time everywhere. */
function timeField(at: Date): Uint8Array {
  return concatenate(
    fields([16, EXTRA_TIME], [16, 5]),
    Uint8Array.of(1),
    fields([32, Math.floor(at.getTime() / 1000) % 2 ** 32]),
  );
}

function zip64Field(...values: readonly number[]): Uint8Array {
  if (values.length === 0) return new Uint8Array();
  return fields([16, EXTRA_ZIP64], [16, values.length * 8], ...values.map((value) => [64, value] as const));
}

/** The local header, name and extra fields that stand before an entry's data. */
export function localHeader(record: StoredRecord, at: Date): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(record.name);
  const large = record.size >= MAX32;
  const extra = concatenate(timeField(at), large ? zip64Field(record.size, record.size) : zip64Field());
  const { time, date } = dosTime(at);
  const size = large ? MAX32 : record.size;
  return concatenate(
    fields(
      [32, LOCAL_SIGNATURE],
      [16, large ? VERSION_ZIP64 : VERSION_DEFLATE],
      [16, FLAG_UTF8],
      [16, 0],
      [16, time],
      [16, date],
      [32, record.crc32],
      [32, size],
      [32, size],
      [16, name.byteLength],
      [16, extra.byteLength],
    ),
    name,
    extra,
  );
}

/** An entry's record in the central directory. `offset`: where its local header begins. */
export function centralHeader(record: StoredRecord, at: Date, offset: number): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(record.name);
  const large = record.size >= MAX32;
  const far = offset >= MAX32;
  const extra = concatenate(
    timeField(at),
    zip64Field(...(large ? [record.size, record.size] : []), ...(far ? [offset] : [])),
  );
  const { time, date } = dosTime(at);
  const size = large ? MAX32 : record.size;
  return concatenate(
    fields(
      [32, CENTRAL_SIGNATURE],
      [16, MADE_BY],
      [16, large || far ? VERSION_ZIP64 : VERSION_DEFLATE],
      [16, FLAG_UTF8],
      [16, 0],
      [16, time],
      [16, date],
      [32, record.crc32],
      [32, size],
      [32, size],
      [16, name.byteLength],
      [16, extra.byteLength],
      [16, 0],
      [16, 0],
      [16, 0],
      [32, FILE_MODE * 2 ** 16],
      [32, far ? MAX32 : offset],
    ),
    name,
    extra,
  );
}

/** Everything after the central directory. Sizes and offsets in bytes. */
export function endRecords(count: number, offset: number, size: number): Uint8Array<ArrayBuffer> {
  const large = count >= MAX16 || offset >= MAX32 || size >= MAX32;
  const end64 = large
    ? concatenate(
        fields(
          [32, END64_SIGNATURE],
          [64, END64_SIZE - 12],
          [16, MADE_BY],
          [16, VERSION_ZIP64],
          [32, 0],
          [32, 0],
          [64, count],
          [64, count],
          [64, size],
          [64, offset],
        ),
        fields([32, LOCATOR64_SIGNATURE], [32, 0], [64, offset + size], [32, 1]),
      )
    : new Uint8Array();
  return concatenate(
    end64,
    fields(
      [32, END_SIGNATURE],
      [16, 0],
      [16, 0],
      [16, Math.min(count, MAX16)],
      [16, Math.min(count, MAX16)],
      [32, Math.min(size, MAX32)],
      [32, Math.min(offset, MAX32)],
      [16, COMMENT.byteLength],
    ),
    COMMENT,
  );
}
