import { createSHA256 } from 'hash-wasm';
import type { Digest } from '../../case/values.ts';

/** Takes a body as it comes, piece by piece. */
export interface BodyWriter {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Ends the body and keeps it. */
  close(): Promise<{ readonly digest: Digest; readonly size: number }>;
  /** Ends it and keeps nothing. */
  discard(): void;
}

/** Where a recorder puts bodies. */
export interface BodySink {
  open(mediaType: string): Promise<BodyWriter>;
}

/** Bytes gathered before they go into a Blob, which the browser may keep on disk. */
const PIECE = 1024 * 1024;

/**
 * A sink of Blobs: at most {@link PIECE} bytes of a body are held by the script itself.
 * @param keep stores a finished body under its digest; equal bodies come again with the same digest.
 */
export function blobSink(keep: (digest: Digest, body: Blob) => Promise<void>): BodySink {
  return {
    async open(mediaType) {
      const hash = (await createSHA256()).init();
      let blobs: Blob[] = [];
      let pending: Uint8Array<ArrayBuffer>[] = [];
      let pendingBytes = 0;
      let size = 0;
      const flush = (): void => {
        if (pendingBytes > 0) blobs.push(new Blob(pending));
        pending = [];
        pendingBytes = 0;
      };
      return {
        async write(bytes) {
          hash.update(bytes);
          size += bytes.length;
          pending.push(bytes);
          pendingBytes += bytes.length;
          if (pendingBytes >= PIECE) flush();
        },
        async close() {
          flush();
          const digest: Digest = `sha256:${hash.digest('hex')}`;
          await keep(digest, new Blob(blobs, { type: mediaType }));
          return { digest, size };
        },
        discard() {
          blobs = [];
          pending = [];
        },
      };
    },
  };
}
