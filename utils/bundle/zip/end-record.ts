import { fail, succeed, type Result } from '../../case/result.ts';
import type { ByteSource } from '../../integrity/digest.ts';
import {
  END64_SIGNATURE,
  END64_SIZE,
  END_SIGNATURE,
  END_SIZE,
  LOCATOR64_SIGNATURE,
  LOCATOR64_SIZE,
  MAX16,
  MAX32,
} from './format.ts';

/** What the end of a container says of its central directory. */
export interface DirectoryPlace {
  readonly count: number;
  readonly offset: number;
  /** Bytes. */
  readonly size: number;
}

const LONGEST_COMMENT = 0xffff;

/** A view of bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A 64-bit field; NaN where it is beyond what a file can be, so that every comparison with it fails. */
export function read64(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : Number.NaN;
}

/**
 * Finds the end of central directory record (APPNOTE 4.3.16) and, before it, the ZIP64 one. Strict: the record's
 * comment ends with the file, the directory ends where the end records begin, one disk, and the two records agree.
 */
export async function findDirectory(source: ByteSource): Promise<Result<DirectoryPlace>> {
  const tailStart = Math.max(0, source.size - END_SIZE - LONGEST_COMMENT);
  const tail = await source.read(tailStart, source.size);
  const view = viewOf(tail);
  for (let at = tail.byteLength - END_SIZE; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) !== tail.byteLength) continue;
    return readEnd(source, viewOf(tail.subarray(at)), tailStart + at);
  }
  return fail('invalid-bundle', 'no end of central directory');
}

async function readEnd(source: ByteSource, view: DataView, at: number): Promise<Result<DirectoryPlace>> {
  const place = {
    count: view.getUint16(10, true),
    size: view.getUint32(12, true),
    offset: view.getUint32(16, true),
  };
  if (view.getUint16(4, true) !== 0 || view.getUint16(6, true) !== 0) {
    return fail('invalid-bundle', 'an archive of several disks');
  }
  if (view.getUint16(8, true) !== place.count) return fail('invalid-bundle', 'two numbers of entries');
  const large = await readEnd64(source, at);
  if (!large.ok) return large;
  if (!large.value) return checked(place, at);
  const { end, ...wide } = large.value;
  const agrees =
    (place.count === MAX16 || place.count === wide.count) &&
    (place.size === MAX32 || place.size === wide.size) &&
    (place.offset === MAX32 || place.offset === wide.offset);
  return agrees ? checked(wide, end) : fail('invalid-bundle', 'the two end records disagree');
}

function checked(place: DirectoryPlace, end: number): Result<DirectoryPlace> {
  return place.offset + place.size === end
    ? succeed(place)
    : fail('invalid-bundle', `the central directory does not end where the end record begins (${end})`);
}

/** The ZIP64 end record, where a locator stands before the end record; `end`: where that record begins. */
async function readEnd64(
  source: ByteSource,
  endAt: number,
): Promise<Result<(DirectoryPlace & { readonly end: number }) | null>> {
  if (endAt < LOCATOR64_SIZE + END64_SIZE) return succeed(null);
  const start = endAt - LOCATOR64_SIZE - END64_SIZE;
  const view = viewOf(await source.read(start, endAt));
  if (view.getUint32(END64_SIZE, true) !== LOCATOR64_SIGNATURE) return succeed(null);
  if (view.getUint32(0, true) !== END64_SIGNATURE) return fail('invalid-bundle', 'no ZIP64 end record');
  const wellFormed =
    read64(view, 4) === END64_SIZE - 12 &&
    view.getUint32(16, true) === 0 &&
    view.getUint32(20, true) === 0 &&
    read64(view, 24) === read64(view, 32) &&
    view.getUint32(END64_SIZE + 4, true) === 0 &&
    read64(view, END64_SIZE + 8) === start &&
    view.getUint32(END64_SIZE + 16, true) === 1;
  if (!wellFormed) return fail('invalid-bundle', 'the ZIP64 end record contradicts itself');
  return succeed({ count: read64(view, 32), size: read64(view, 40), offset: read64(view, 48), end: start });
}
