import type { Digest } from '../../case/values.ts';
import { blobSource, digestOf, fingerprintSource } from '../../integrity/digest.ts';

/**
 * Bytes of a record: in memory where they are few, since a browser asks another process for each Blob; in a Blob where
 * they are many.
 */
export type Content = Uint8Array<ArrayBuffer> | Blob;

/** Bytes up to which content is held in memory, and read and digested in one piece. */
export const HELD_BYTES = 4 * 1024 * 1024;

/** Bytes of content. */
export function sizeOf(content: Content): number {
  return content instanceof Blob ? content.size : content.byteLength;
}

/** The bytes of content that is known to be small. */
export async function bytesOf(content: Content): Promise<Uint8Array<ArrayBuffer>> {
  return content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
}

/** Content put together from parts: in memory where it is small. */
export async function joined(parts: readonly Content[]): Promise<Content> {
  const size = parts.reduce((sum, part) => sum + sizeOf(part), 0);
  if (size > HELD_BYTES) return new Blob([...parts]);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(await bytesOf(part), at);
    at += sizeOf(part);
  }
  return whole;
}

/** SHA-256 of content of any size. */
export async function digestOfContent(content: Content): Promise<Digest> {
  if (sizeOf(content) <= HELD_BYTES) return digestOf(await bytesOf(content));
  return (await fingerprintSource(blobSource(content instanceof Blob ? content : new Blob([content]))))
    .digest;
}
