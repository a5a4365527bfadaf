import type { ByteSource } from '../../integrity/digest.ts';

/** Headers are read through a window of this size: small entries stand many to a window. */
const WINDOW = 64 * 1024;

/**
 * Reads neighbouring ranges out of one larger read, for a reader that goes forward. Memory: one window.
 * What it returns is a view and must not be changed.
 */
export function windowed(source: ByteSource): ByteSource {
  let start = 0;
  let held = new Uint8Array();
  return {
    size: source.size,
    async read(from, to) {
      if (from < start || to > start + held.byteLength) {
        start = from;
        held = await source.read(from, Math.min(source.size, Math.max(to, from + WINDOW)));
      }
      return held.subarray(from - start, to - start);
    },
  };
}

/** A part of a source as a source. */
export function sliceSource(source: ByteSource, start: number, end: number): ByteSource {
  return { size: end - start, read: (from, to) => source.read(start + from, start + to) };
}
