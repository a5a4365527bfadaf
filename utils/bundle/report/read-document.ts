import type { CaptureDocument } from '../../case/capture-document.ts';
import { FailureError } from '../../case/result.ts';
import { CAPTURE_DOCUMENT } from '../layout.ts';
import type { BundledCapture, BundleSource } from '../ports.ts';

/** Longest `capture.json` read, in bytes. */
const LIMIT = 64 * 1024 * 1024;

/**
 * A capture's own document out of the store; null for a capture that ended before it was written.
 * The store wrote it, and its digest is compared when it goes into the bundle, so it is taken at its type.
 * @throws FailureError where the document is there but cannot be read.
 */
export async function readCaptureDocument(
  source: BundleSource,
  { entries }: BundledCapture,
): Promise<CaptureDocument | null> {
  const entry = entries.findLast(({ path }) => path === CAPTURE_DOCUMENT);
  if (!entry) return null;
  const blob = await source.blob(entry.digest);
  if (!blob.ok) throw new FailureError(blob.failure.code, `${CAPTURE_DOCUMENT}: ${blob.failure.detail}`);
  if (blob.value.size > LIMIT) throw new FailureError('too-large', `${CAPTURE_DOCUMENT}: ${blob.value.size}`);
  try {
    return JSON.parse(await blob.value.text()) as CaptureDocument;
  } catch (error) {
    throw new FailureError('invalid-data', `${CAPTURE_DOCUMENT}: ${String(error)}`);
  }
}
