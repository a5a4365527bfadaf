import { failureOf, succeed, type Result } from '../../case/result.ts';
import type { ByteSource } from '../../integrity/digest.ts';
import {
  FLAGS,
  ZIP_LIMITS,
  type LocatedEntry,
  type ZipArchive,
  type ZipEntry,
  type ZipLimits,
  type ZipProblem,
} from './archive.ts';
import { readDirectory, decodeName, extraField, foreignFields } from './directory.ts';
import { read64, viewOf } from './end-record.ts';
import { windowed } from './window.ts';
import { DESCRIPTOR_SIGNATURE, EXTRA_ZIP64, LOCAL_SIGNATURE, LOCAL_SIZE, MAX32 } from './format.ts';

/**
 * Opens a container of any size and reads every header in it. Entries are taken as the central directory lists
 * them; whatever a local header says otherwise is a problem, and so is every byte between records that belongs to
 * none of them. Nothing is unpacked here.
 * @returns a failure only where no central directory can be read.
 */
export async function openZip(
  source: ByteSource,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<Result<ZipArchive>> {
  const directory = await readDirectory(source, limits);
  if (!directory.ok) return directory;
  const { entries, offset, size } = directory.value;
  const problems: ZipProblem[] = [...directory.value.problems];
  const located = new Map<ZipEntry, LocatedEntry>();
  const near = windowed(source);
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.headerOffset - b.headerOffset)) {
    if (entry.headerOffset < end) {
      problems.push({ code: 'overlap', name: entry.name, detail: `begins before ${end}` });
    } else if (entry.headerOffset > end) {
      problems.push({ code: 'hidden-bytes', name: entry.name, detail: `${end} to ${entry.headerOffset}` });
    }
    const local = await readLocal(near, entry, offset);
    problems.push(...local.problems);
    located.set(entry, { ...entry, dataOffset: local.dataOffset });
    end = Math.max(end, local.end);
  }
  if (end > offset) problems.push({ code: 'overlap', detail: 'data reach into the central directory' });
  if (end < offset) problems.push({ code: 'hidden-bytes', detail: `${end} to ${offset}` });
  if (entries.some((entry, index) => entry.headerOffset < (entries[index - 1]?.headerOffset ?? 0))) {
    problems.push({
      code: 'wrong-order',
      detail: 'the directory lists files in another order than they stand',
    });
  }
  return succeed({
    source,
    entries: entries.flatMap((entry) => located.get(entry) ?? []),
    problems,
    directoryOffset: offset,
    directoryEnd: offset + size,
  });
}

interface Local {
  readonly dataOffset: number;
  /** Where the entry ends, data descriptor included. */
  readonly end: number;
  readonly problems: readonly ZipProblem[];
}

/** Reads an entry's local header (APPNOTE 4.3.7) and holds it against the central directory. */
async function readLocal(source: ByteSource, entry: ZipEntry, limit: number): Promise<Local> {
  const at = entry.headerOffset;
  const broken = (detail: string): Local => ({
    dataOffset: Math.min(at + LOCAL_SIZE, limit),
    end: at,
    problems: [{ code: 'header-mismatch', name: entry.name, detail }],
  });
  if (at + LOCAL_SIZE > limit) return broken('no local header');
  const view = viewOf(await source.read(at, at + LOCAL_SIZE));
  if (view.getUint32(0, true) !== LOCAL_SIGNATURE) return broken('no local header');
  const nameEnd = at + LOCAL_SIZE + view.getUint16(26, true);
  const dataOffset = nameEnd + view.getUint16(28, true);
  const dataEnd = dataOffset + entry.compressedSize;
  if (dataEnd > limit) return broken('data reach into the central directory');
  const name = decodeName(await source.read(at + LOCAL_SIZE, nameEnd), view.getUint16(6, true));
  const extra = await source.read(nameEnd, dataOffset);
  const differs = [...(name === entry.name ? [] : ['name']), ...differences(view, entry, extra)];
  const descriptor = entry.flags & FLAGS.descriptor ? await descriptorSize(source, entry, dataEnd, limit) : 0;
  if (descriptor === null) differs.push('data descriptor');
  return {
    dataOffset,
    end: dataEnd + (descriptor ?? 0),
    problems: [
      ...(differs.length
        ? [
            {
              code: 'header-mismatch',
              name: entry.name,
              detail: `local header differs: ${differs.join(', ')}`,
            } as const,
          ]
        : []),
      ...foreignFields(extra, entry.name).map(
        (id) => ({ code: 'foreign-field', name: entry.name, detail: `extra field ${id}` }) as const,
      ),
    ],
  };
}

function differences(view: DataView, entry: ZipEntry, extra: Uint8Array): string[] {
  const later = (entry.flags & FLAGS.descriptor) !== 0;
  const field = extraField(extra, EXTRA_ZIP64);
  const wide = field && field.byteLength >= 16 ? viewOf(field) : null;
  const size = view.getUint32(22, true);
  const compressed = view.getUint32(18, true);
  const says: readonly (readonly [string, number, number])[] = [
    ['flags', view.getUint16(6, true), entry.flags],
    ['method', view.getUint16(8, true), entry.method],
    ['time', view.getUint16(10, true), entry.time],
    ['date', view.getUint16(12, true), entry.date],
    ['crc32', view.getUint32(14, true), entry.crc32],
    ['size', wide && size === MAX32 ? read64(wide, 0) : size, entry.size],
    ['compressed size', wide && compressed === MAX32 ? read64(wide, 8) : compressed, entry.compressedSize],
  ];
  const unsaid = (what: string, value: number) =>
    later && (value === 0 || value === MAX32) && /crc32|size/.test(what);
  return [
    ...(field === undefined ? ['extra fields'] : []),
    ...says.filter(([what, is, want]) => is !== want && !unsaid(what, is)).map(([what]) => what),
  ];
}

/** Bytes of the data descriptor (APPNOTE 4.3.9) in any of its four forms; null where none fits. */
async function descriptorSize(
  source: ByteSource,
  entry: ZipEntry,
  at: number,
  limit: number,
): Promise<number | null> {
  const bytes = await source.read(at, Math.min(at + 24, limit));
  const view = viewOf(bytes);
  for (const signature of [4, 0]) {
    if (signature && (bytes.byteLength < 4 || view.getUint32(0, true) !== DESCRIPTOR_SIGNATURE)) continue;
    for (const width of [4, 8]) {
      const length = signature + 4 + 2 * width;
      if (length > bytes.byteLength || view.getUint32(signature, true) !== entry.crc32) continue;
      const read = (offset: number) => (width === 4 ? view.getUint32(offset, true) : read64(view, offset));
      const first = signature + 4;
      if (read(first) === entry.compressedSize && read(first + width) === entry.size) return length;
    }
  }
  return null;
}

/** {@link openZip} for a source whose reading itself may fail. */
export async function tryOpenZip(source: ByteSource, limits?: ZipLimits): Promise<Result<ZipArchive>> {
  try {
    return await openZip(source, limits);
  } catch (error) {
    return { ok: false, failure: failureOf(error, 'invalid-bundle') };
  }
}
