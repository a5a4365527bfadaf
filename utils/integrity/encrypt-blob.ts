import { FailureError, failureOf, succeed, type Result } from '../case/result.ts';
import { AGE_HEADER } from './age-header.ts';
import { decryptWithAge, encryptForAge, type AgeKey, type AgeTarget } from './age.ts';

/** Bytes gathered before they become a Blob, which a browser may move to disk. */
const GATHERED = 4 * 1024 * 1024;

/** What a long work over a Blob takes. */
export interface BlobWork {
  readonly signal: AbortSignal;
  /** Told how many bytes of the source were read since the last call. */
  readonly onBytes: (bytes: number) => void;
}

/** Whether a Blob is an age file, by its first line. */
export async function isAgeFile(blob: Blob): Promise<boolean> {
  return (await blob.slice(0, AGE_HEADER.length).text()) === AGE_HEADER;
}

/** Encrypts a Blob in the age format; memory does not grow with it. */
export async function encryptBlob(blob: Blob, target: AgeTarget, work: BlobWork): Promise<Result<Blob>> {
  const source = counted(blob, work);
  const stream = await encryptForAge(target, source.stream);
  const made = stream.ok ? await gathered(stream.value, work.signal, 'storage-failed') : stream;
  source.end();
  return made;
}

/**
 * Decrypts an age file.
 * @returns `rejected` where key or passphrase do not open it, or where it was changed or cut off.
 */
export async function decryptBlob(blob: Blob, key: AgeKey, work: BlobWork): Promise<Result<Blob>> {
  const source = counted(blob, work);
  const stream = await decryptWithAge(key, source.stream);
  const opened = stream.ok ? await gathered(stream.value, work.signal, 'rejected') : stream;
  source.end();
  return opened;
}

/** A Blob's bytes, counted until `end`: the stream reads on for a moment after whoever used it has given up. */
function counted(
  blob: Blob,
  { onBytes }: BlobWork,
): { readonly stream: ReadableStream<Uint8Array>; readonly end: () => void } {
  let ended = false;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (!ended) onBytes(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  const end = () => {
    ended = true;
  };
  return { stream: blob.stream().pipeThrough(count), end };
}

async function gathered(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  fallback: 'rejected' | 'storage-failed',
): Promise<Result<Blob>> {
  const reader = stream.getReader();
  const blobs: Blob[] = [];
  let held: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      if (signal.aborted) throw new FailureError('cancelled');
      const { done, value } = await reader.read();
      if (done) break;
      // The library hands out views of its own buffer; what is kept is a copy.
      held.push(value.slice());
      size += value.byteLength;
      if (size < GATHERED) continue;
      blobs.push(new Blob(held));
      held = [];
      size = 0;
    }
    return succeed(new Blob([...blobs, ...held], { type: 'application/octet-stream' }));
  } catch (error) {
    // Frees the stream; the failure that is told is the one that ended it.
    await reader.cancel().catch(() => undefined);
    return { ok: false, failure: failureOf(error, fallback) };
  }
}
