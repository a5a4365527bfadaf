import { fail, succeed, type Result } from '../../case/result.ts';
import type { ByteSource } from '../../integrity/digest.ts';
import { whyUnsafe, FLAGS, type ZipEntry, type ZipLimits, type ZipProblem } from './archive.ts';
import { findDirectory, read64, viewOf, type DirectoryPlace } from './end-record.ts';
import { CENTRAL_SIGNATURE, CENTRAL_SIZE, EXTRA_TIME, EXTRA_ZIP64, FLAG_UTF8, MAX32 } from './format.ts';

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

/**
 * Extra fields that say nothing but sizes, times and owners, whoever wrote them: ZIP64, extended time, Info-ZIP Unix
 * (old and new), NTFS, and the padding of Office. Any other can give an entry another name (Unicode Path 0x7075), make
 * it a link or encrypt it for one program and not for the next: then what is checked is not what is unpacked.
 */
const HARMLESS_FIELDS = new Set([EXTRA_ZIP64, EXTRA_TIME, 0x5855, 0x7855, 0x7875, 0x000a, 0xa220]);

/** Info-ZIP's Unicode Path: version, CRC-32 of the name it replaces, the name in UTF-8. */
const EXTRA_UNICODE_PATH = 0x7075;

/**
 * Ids of the extra fields that an entry of this name must not have (APPNOTE 4.5), as text. A Unicode Path that says
 * the very same name is no harm: some programs write it for every name beyond ASCII.
 */
export function foreignFields(extra: Uint8Array, name: string): string[] {
  const view = viewOf(extra);
  const found: string[] = [];
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    const id = view.getUint16(at, true);
    const path = extra.subarray(at + 9, at + 4 + view.getUint16(at + 2, true));
    if (id === EXTRA_UNICODE_PATH && decodeName(path, FLAG_UTF8) === name) continue;
    if (!HARMLESS_FIELDS.has(id)) found.push(`0x${id.toString(16).padStart(4, '0')}`);
  }
  return found;
}

/** The kind in a Unix mode: none stated, a file, a folder. */
const FILE_KINDS = new Set([0, 0o100_000]);
const FOLDER_KINDS = new Set([0, 0o040_000]);

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
  const problems: ZipProblem[] = [];
  let at = 0;
  while (at < bytes.byteLength) {
    const read = readCentral(bytes.subarray(at));
    if (!read) return fail('invalid-bundle', `central directory unreadable at its byte ${at}`);
    entries.push(read.entry);
    problems.push(...read.problems);
    at += read.length;
  }
  if (entries.length !== place.count) {
    return fail('invalid-bundle', `${place.count} entries announced, ${entries.length} listed`);
  }
  return succeed({ ...place, entries, problems: [...problems, ...problemsOf(entries, source.size, limits)] });
}

function readCentral(
  bytes: Uint8Array,
): { entry: ZipEntry; length: number; problems: readonly ZipProblem[] } | null {
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
  const extra = bytes.subarray(CENTRAL_SIZE + nameSize, CENTRAL_SIZE + nameSize + extraSize);
  const wide = readSizes(view, extra);
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
  const kind = view.getUint16(40, true) & 0o170_000;
  const isKind = (entry.directory ? FOLDER_KINDS : FILE_KINDS).has(kind);
  const problems: ZipProblem[] = [
    ...foreignFields(extra, name).map(
      (id) => ({ code: 'foreign-field', name, detail: `extra field ${id}` }) as const,
    ),
    ...(isKind ? [] : [{ code: 'not-a-file', name, detail: `mode ${kind.toString(8)}` } as const]),
  ];
  return { entry, length, problems };
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
