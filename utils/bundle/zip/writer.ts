import { centralHeader, concatenate, endRecords, localHeader, type StoredRecord } from './format.ts';

/** Parts joined into one Blob at a time: keeps the lists a browser must hold short. */
const PARTS_PER_BLOB = 2_000;
/** Bytes of headers and texts gathered before they become a Blob, which a browser may move to disk. */
const BYTES_PER_BLOB = 1024 * 1024;

/** Builds a zip out of headers and the Blobs themselves, which are referenced and not copied. */
export interface ZipWriter {
  /** Adds an entry. The caller vouches that `crc32` and `size` are the content's. */
  add(record: StoredRecord, content: Uint8Array<ArrayBuffer> | Blob): void;
  /** Ends the archive; nothing may be added after. */
  finish(): Blob;
}

/** Gathers parts of a Blob without holding many of them, or many bytes, in memory. */
function blobBuilder() {
  const settled: Blob[] = [];
  let parts: (Blob | Uint8Array<ArrayBuffer>)[] = [];
  let held = 0;
  return {
    add(part: Blob | Uint8Array<ArrayBuffer>): void {
      parts.push(part);
      if (!(part instanceof Blob)) held += part.byteLength;
      if (parts.length < PARTS_PER_BLOB && held < BYTES_PER_BLOB) return;
      settled.push(new Blob(parts));
      parts = [];
      held = 0;
    },
    finish: (type: string): Blob => new Blob([...settled, ...parts], { type }),
  };
}

/**
 * A zip of stored entries, every header of which follows from the entries, their order and `at`.
 * @param at the one time that all entries carry.
 */
export function zipWriter(at: Date): ZipWriter {
  const body = blobBuilder();
  const directory = blobBuilder();
  let offset = 0;
  let directorySize = 0;
  let count = 0;
  return {
    add(record, content) {
      const local = localHeader(record, at);
      const central = centralHeader(record, at, offset);
      body.add(local);
      body.add(content);
      directory.add(central);
      offset += local.byteLength + record.size;
      directorySize += central.byteLength;
      count += 1;
    },
    finish() {
      body.add(directory.finish(''));
      body.add(concatenate(endRecords(count, offset, directorySize)));
      return body.finish('application/zip');
    },
  };
}
