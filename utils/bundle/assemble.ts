import { FailureError } from '../case/result.ts';
import { blobSource, fingerprintBytes, fingerprintSource, type Fingerprint } from '../integrity/digest.ts';
import { isBagPath } from './layout.ts';
import type { BundleEntry, WrittenFile } from './ports.ts';
import type { ZipWriter } from './zip/writer.ts';

/** Takes a producer's entries into the zip, one at a time. */
export interface Assembler {
  /** All files so far, in their order. */
  readonly written: readonly WrittenFile[];
  /**
   * @throws FailureError `digest-mismatch` naming the file where its bytes are not what they must be;
   *   `invalid-data` for a path that may not stand in a bundle or stands there already.
   */
  add(entry: BundleEntry): Promise<WrittenFile>;
}

/** An {@link Assembler} that writes below `top`. */
export function assembler(
  zip: ZipWriter,
  top: string,
  options: { readonly signal: AbortSignal; readonly onBytes: (bytes: number) => void },
): Assembler {
  const written: WrittenFile[] = [];
  const paths = new Set<string>();
  return {
    written,
    async add({ path, content, expected }) {
      options.signal.throwIfAborted();
      const key = path.toLowerCase();
      if (!isBagPath(path) || paths.has(key)) throw new FailureError('invalid-data', `path ${path}`);
      paths.add(key);
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content.toWellFormed()) : content;
      const fingerprint = await read(bytes, path, options);
      if (expected) assertSame(path, fingerprint, expected);
      zip.add({ name: `${top}/${path}`, crc32: fingerprint.crc32, size: fingerprint.size }, bytes);
      const file: WrittenFile = { path, ...fingerprint };
      written.push(file);
      return file;
    },
  };
}

/** Reads the content once. @throws FailureError `storage-failed` where the browser cannot give a stored Blob. */
async function read(
  content: Uint8Array<ArrayBuffer> | Blob,
  path: string,
  options: { readonly signal: AbortSignal; readonly onBytes: (bytes: number) => void },
): Promise<Fingerprint> {
  if (!(content instanceof Blob)) {
    options.onBytes(content.byteLength);
    return fingerprintBytes(content);
  }
  try {
    return await fingerprintSource(blobSource(content), options);
  } catch (error) {
    if (options.signal.aborted) throw error;
    throw new FailureError('storage-failed', `${path}: ${String(error)}`);
  }
}

function assertSame(path: string, is: Fingerprint, must: NonNullable<BundleEntry['expected']>): void {
  const same =
    is.digest === must.digest &&
    is.size === must.size &&
    (must.crc32 === undefined || is.crc32 === must.crc32);
  if (same) return;
  const found = `${is.digest}, ${is.size} bytes, CRC-32 ${is.crc32}`;
  throw new FailureError('digest-mismatch', `${path}: recorded ${must.digest}, found ${found}`);
}
