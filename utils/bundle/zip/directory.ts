import { fail, succeed, type Result } from '../../case/result.ts';
import type { ByteSource } from '../../integrity/digest.ts';
import { whyUnsafe, FLAGS, type ZipEntry, type ZipLimits, type ZipProblem } from './archive.ts';
import { findDirectory, read64, viewOf, type DirectoryPlace } from './end-record.ts';
import { CENTRAL_SIGNATURE, CENTRAL_SIZE, EXTRA_ZIP64, FLAG_UTF8, MAX32 } from './format.ts';

/** The central directory of a container, with what is wrong with it. */
export interface Directory extends DirectoryPlace {
  readonly entries: readonly ZipEntry[];
  readonly problems: readonly ZipProblem[];
}

/** Decodes a name: UTF-8 where flagged, else ASCII; null for anything else, since readers would differ over it. */
export function decodeName(bytes: Uint8Array, flags: number): string | null {
  if (!(flags & FLAG_UTF8) && bytes.some((byte) => byte > 0x7f)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The data of one extra field; null where it is absent, undefined where the fields do not fit their frame. */
export function extraField(extra: Uint8Array, id: number): Uint8Array | null | undefined {
  const view = viewOf(extra);
  let found: Uint8Array | null = null;
  let at = 0;
  while (at + 4 <= extra.byteLength) {
    const size = view.getUint16(at + 2, true);
    if (at + 4 + size > extra.byteLength) return undefined;
    if (view.getUint16(at, true) === id) {
      if (found) return undefined;
      found = extra.subarray(at + 4, at + 4 + size);
    }
    at += 4 + size;
  }
  return at === extra.byteLength ? found : undefined;
}

/** Reads the central directory. A failure: it cannot be read as one. */
export async function readDirectory(source: ByteSource, limits: ZipLimits): Promise<Result<Directory>> {
  const found = await findDirectory(source);
  if (!found.ok) return found;
  const place = found.value;
  if (place.count > limits.entries || place.size > limits.directoryBytes) {
    return fail('too-large', `${place.count} entries, a directory of ${place.size} bytes`);
  }
  const bytes = await source.read(place.offset, place.offset + place.size);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < bytes.byteLength) {
    const read = readCentral(bytes.subarray(at));
    if (!read) return fail('invalid-bundle', `central directory unreadable at its byte ${at}`);
    entries.push(read.entry);
    at += read.length;
  }
  if (entries.length !== place.count) {
    return fail('invalid-bundle', `${place.count} entries announced, ${entries.length} listed`);
  }
  return succeed({ ...place, entries, problems: problemsOf(entries, source.size, limits) });
}

function readCentral(bytes: Uint8Array): { entry: ZipEntry; length: number } | null {
  if (bytes.byteLength < CENTRAL_SIZE) return null;
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== CENTRAL_SIGNATURE) return null;
  const [nameSize, extraSize, commentSize] = [28, 30, 32].map((at) => view.getUint16(at, true)) as [
    number,
    number,
    number,
  ];
  const length = CENTRAL_SIZE + nameSize + extraSize + commentSize;
  if (length > bytes.byteLength) return null;
  const flags = view.getUint16(8, true);
  const name = decodeName(bytes.subarray(CENTRAL_SIZE, CENTRAL_SIZE + nameSize), flags);
  const wide = readSizes(view, bytes.subarray(CENTRAL_SIZE + nameSize, CENTRAL_SIZE + nameSize + extraSize));
  if (name === null || !wide || view.getUint16(34, true) !== 0) return null;
  const entry: ZipEntry = {
    name,
    directory: name.endsWith('/'),
    flags,
    method: view.getUint16(10, true),
    time: view.getUint16(12, true),
    date: view.getUint16(14, true),
    crc32: view.getUint32(16, true),
    ...wide,
  };
  return { entry, length };
}

/** Sizes and offset, from the ZIP64 field where the 32-bit ones are full (APPNOTE 4.5.3). */
function readSizes(
  view: DataView,
  extra: Uint8Array,
): Pick<ZipEntry, 'size' | 'compressedSize' | 'headerOffset'> | null {
  const field = extraField(extra, EXTRA_ZIP64);
  if (field === undefined) return null;
  const wide = field ? viewOf(field) : null;
  let at = 0;
  const value = (narrow: number): number => {
    if (narrow !== MAX32 || !wide) return narrow;
    if (at + 8 > wide.byteLength) return Number.NaN;
    at += 8;
    return read64(wide, at - 8);
  };
  const size = value(view.getUint32(24, true));
  const compressedSize = value(view.getUint32(20, true));
  const headerOffset = value(view.getUint32(42, true));
  return Number.isNaN(size + compressedSize + headerOffset) ? null : { size, compressedSize, headerOffset };
}

function problemsOf(entries: readonly ZipEntry[], fileSize: number, limits: ZipLimits): ZipProblem[] {
  const problems: ZipProblem[] = [];
  const seen = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    const { name } = entry;
    const key = name.normalize('NFC').toLowerCase();
    if (seen.has(key)) problems.push({ code: 'duplicate-name', name, detail: 'listed twice' });
    seen.add(key);
    const unsafe = whyUnsafe(name);
    if (unsafe) problems.push({ code: 'unsafe-name', name, detail: unsafe });
    if (entry.flags & (FLAGS.encrypted | FLAGS.strongEncryption | FLAGS.masked)) {
      problems.push({ code: 'encrypted', name, detail: `flags ${entry.flags}` });
    }
    if (entry.method !== 0 && entry.method !== 8) {
      problems.push({ code: 'unknown-method', name, detail: `method ${entry.method}` });
    }
    if (entry.directory && entry.size > 0) {
      problems.push({ code: 'hidden-bytes', name, detail: 'a folder with content' });
    }
    total += entry.size;
  }
  if (total > limits.totalBytes || total > fileSize * limits.ratio) {
    problems.push({ code: 'bomb', detail: `${fileSize} bytes would become ${total}` });
  }
  return problems;
}
