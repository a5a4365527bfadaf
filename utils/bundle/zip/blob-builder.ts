/** Parts joined into one Blob at a time: keeps the lists a browser must hold short. */
const PARTS_PER_BLOB = 2_000;
/** Bytes of headers and texts gathered before they become a Blob, which a browser may move to disk. */
const BYTES_PER_BLOB = 1024 * 1024;

/** Gathers the parts of a Blob. */
export interface BlobBuilder {
  add(part: Blob | Uint8Array<ArrayBuffer>): void;
  finish(type: string): Blob;
}

/** Gathers parts of a Blob without holding many of them, or many bytes, in memory. */
export function blobBuilder(): BlobBuilder {
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
