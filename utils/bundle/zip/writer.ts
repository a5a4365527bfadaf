import { blobBuilder } from './blob-builder.ts';
import { centralHeader, concatenate, endRecords, localHeader, type StoredRecord } from './format.ts';

/** Builds a zip out of headers and the Blobs themselves, which are referenced and not copied. */
export interface ZipWriter {
  /** Adds an entry. The caller vouches that `crc32` and `size` are the content's. */
  add(record: StoredRecord, content: Uint8Array<ArrayBuffer> | Blob): void;
  /** Ends the archive; nothing may be added after. */
  finish(): Blob;
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
