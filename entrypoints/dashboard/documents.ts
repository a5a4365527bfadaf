import * as v from 'valibot';
import type { ArtifactEntry } from '../../utils/case/artifact.ts';
import type { CaptureDocument } from '../../utils/case/capture-document.ts';
import type { PageFacts } from '../../utils/case/facts.ts';
import { hostingEntries } from '../../utils/case/artifact.ts';
import { FailureError } from '../../utils/case/result.ts';
import type { HostingSummary } from '../../utils/case/hosting.ts';
import { readSummary } from '../../utils/hosting/stored-summary.ts';
import type { NetworkLog } from '../../utils/case/network.ts';
import type { Digest } from '../../utils/case/values.ts';
import { parseFacts } from '../../utils/capture/page-facts.ts';
import { withTokenTime } from '../../utils/integrity/timestamp/kept-stamp.ts';
import type { Store } from '../../utils/store/store.ts';

/** Everything the page of a capture shows that stands in files. What cannot be read is null. */
export interface CaptureFiles {
  readonly entries: readonly ArtifactEntry[];
  /** Pictures by digest: references to the stored bytes, not the bytes. */
  readonly blobs: ReadonlyMap<Digest, Blob>;
  readonly document: CaptureDocument | null;
  readonly facts: PageFacts | null;
  /** The newest findings on who serves the page. */
  readonly hosting: HostingSummary | null;
  /** What was found at capture, where it was looked up again since. */
  readonly firstHosting: HostingSummary | null;
  readonly network: NetworkLog | null;
}

/** Larger JSON is not read for show; it can still be saved. 64 MiB. */
const MAXIMUM_JSON = 64 * 1024 * 1024;

const hop = v.looseObject({
  url: v.string(),
  status: v.number(),
  ip: v.nullable(v.string()),
  fromCache: v.boolean(),
  at: v.string(),
  source: v.picklist(['server', 'browser']),
});
const header = v.looseObject({ name: v.string(), value: v.string() });
const request = v.looseObject({
  url: v.string(),
  type: v.string(),
  status: v.number(),
  ip: v.nullable(v.string()),
  fromCache: v.boolean(),
  bytes: v.nullable(v.number()),
});
/** What the page shows of a log. A bundle opened from elsewhere may hold anything. */
const networkLog = v.looseObject({
  schema: v.literal('prima-facie/network-log/1'),
  hops: v.array(hop),
  mainResponse: v.nullable(v.looseObject({ headers: v.array(header) })),
  requests: v.array(request),
  dropped: v.number(),
});
const captureDocument = v.looseObject({
  schema: v.literal('prima-facie/capture/1'),
  operator: v.string(),
  timeGrade: v.picklist(['tsa', 'local']),
  circumstances: v.looseObject({
    browser: v.looseObject({ name: v.string(), version: v.string() }),
    os: v.string(),
    locale: v.string(),
    timezone: v.string(),
    extensionVersion: v.string(),
  }),
});

/** Reads the files of a capture. */
export async function captureFiles(store: Store, captureId: string): Promise<CaptureFiles> {
  const entries = await toldByToken(store, captureId);
  const pictures = entries.filter(({ mediaType }) => mediaType.startsWith('image/'));
  const [blobs, document, facts, network] = await Promise.all([
    picturesOf(store, pictures),
    json(store, entries, 'capture.json'),
    json(store, entries, 'facts.json'),
    json(store, entries, 'net/requests.json'),
  ]);
  const parsedFacts = parseFacts(facts);
  const later = hostingEntries(entries).findLast(({ path }) => path.startsWith('later/'));
  const newest = later ? readSummary(await json(store, entries, later.path)) : null;
  const first = readSummary((document as { hosting?: unknown } | null)?.hosting);
  return {
    entries,
    blobs,
    document: v.is(captureDocument, document) ? (document as unknown as CaptureDocument) : null,
    facts: parsedFacts.ok ? parsedFacts.value : null,
    hosting: newest ?? first,
    firstHosting: newest ? first : null,
    network: v.is(networkLog, network) ? (network as unknown as NetworkLog) : null,
  };
}

/** The files of a capture, with the time of its stamp as the token says it. */
async function toldByToken(store: Store, captureId: string): Promise<ArtifactEntry[]> {
  const [entries, row] = await Promise.all([
    store.artifacts.entries(captureId),
    store.captures.get(captureId),
  ]);
  return withTokenTime(entries, row?.digest, async (digest) => {
    const blob = await store.artifacts.blob(digest);
    return blob.ok ? blob.value : null;
  });
}

/** The bytes of pictures, by digest; those that are not held are left out. @throws FailureError `locked`. */
async function picturesOf(store: Store, pictures: readonly ArtifactEntry[]): Promise<Map<Digest, Blob>> {
  const blobs = new Map<Digest, Blob>();
  for (const { digest } of pictures) {
    const blob = await store.artifacts.blob(digest);
    if (blob.ok) blobs.set(digest, blob.value);
    else if (blob.failure.code === 'locked') throw new FailureError('locked', digest);
  }
  return blobs;
}

async function json(store: Store, entries: readonly ArtifactEntry[], path: string): Promise<unknown> {
  const entry = entries.find((one) => one.path === path);
  if (!entry || entry.size > MAXIMUM_JSON) return null;
  const blob = await store.artifacts.blob(entry.digest);
  if (!blob.ok) return null;
  try {
    return JSON.parse(await blob.value.text()) as unknown;
  } catch {
    // Not JSON: the page then shows that nothing could be read, and the file itself can be saved.
    return null;
  }
}

/** What a captured page said about itself; null where it was not taken or cannot be read. */
export async function captureFacts(store: Store, captureId: string): Promise<PageFacts | null> {
  const parsed = parseFacts(await json(store, await store.artifacts.entries(captureId), 'facts.json'));
  return parsed.ok ? parsed.value : null;
}

/** A picture of a capture by its path; null where there is none. */
export async function capturedPicture(store: Store, captureId: string, path: string): Promise<Blob | null> {
  const entry = (await store.artifacts.entries(captureId)).find((one) => one.path === path);
  if (!entry?.mediaType.startsWith('image/')) return null;
  const blob = await store.artifacts.blob(entry.digest);
  return blob.ok ? blob.value : null;
}
