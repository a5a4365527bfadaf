import * as v from 'valibot';
import type { CaptureDocument } from '../../case/capture-document.ts';
import { FailureError } from '../../case/result.ts';
import { readSummary } from '../../hosting/stored-summary.ts';
import { CAPTURE_DOCUMENT } from '../layout.ts';
import type { BundledCapture, BundleSource } from '../ports.ts';

/** Longest `capture.json` read, in bytes. */
const LIMIT = 64 * 1024 * 1024;

const size = v.looseObject({ width: v.number(), height: v.number() });
const hop = v.looseObject({
  url: v.string(),
  status: v.number(),
  ip: v.nullable(v.string()),
  at: v.string(),
});
const header = v.looseObject({ name: v.string(), value: v.string() });

/** What the report reads of a `capture.json`: the store's own fits, one of an imported bundle may be anything. */
const DOCUMENT = v.looseObject({
  schema: v.literal('prima-facie/capture/1'),
  operator: v.string(),
  urlTyped: v.string(),
  urlFinal: v.string(),
  title: v.string(),
  startedAt: v.string(),
  monotonicMs: v.number(),
  redirects: v.array(hop),
  frames: v.array(v.looseObject({ url: v.string() })),
  clock: v.array(v.looseObject({ source: v.string(), offsetMs: v.number(), roundTripMs: v.number() })),
  page: v.nullable(v.looseObject({ viewport: size, page: size, devicePixelRatio: v.number() })),
  circumstances: v.looseObject({
    browser: v.looseObject({ name: v.string(), version: v.string() }),
    os: v.string(),
    languages: v.array(v.string()),
    timezone: v.string(),
    proxyObserved: v.string(),
  }),
  mainResponse: v.nullable(
    v.looseObject({ status: v.number(), headers: v.array(header), ip: v.nullable(v.string()) }),
  ),
  refetch: v.optional(v.record(v.string(), v.unknown())),
  notCaptured: v.array(v.looseObject({ what: v.string(), why: v.string() })),
});

/**
 * A capture's own document out of the store; null for a capture that ended before it was written, and for one that
 * came with an import and has another form: the report then says what the capture's row says, and the file itself
 * still goes into the bundle.
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
    const document: unknown = JSON.parse(await blob.value.text());
    if (!v.is(DOCUMENT, document)) return null;
    const { hosting, ...rest } = document;
    const summary = hosting === undefined ? null : readSummary(hosting);
    // What the report reads was checked; nothing else of the type is relied on.
    return { ...rest, ...(summary ? { hosting: summary } : {}) } as unknown as CaptureDocument;
  } catch (error) {
    throw new FailureError('invalid-data', `${CAPTURE_DOCUMENT}: ${String(error)}`);
  }
}
