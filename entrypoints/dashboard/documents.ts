import * as v from 'valibot';
import type { ArtifactEntry } from '../../utils/case/artifact.ts';
import type { CaptureDocument } from '../../utils/case/capture-document.ts';
import type { PageFacts } from '../../utils/case/facts.ts';
import type { HostingSummary } from '../../utils/case/hosting.ts';
import type { NetworkLog } from '../../utils/case/network.ts';
import type { Digest } from '../../utils/case/values.ts';
import { parseFacts } from '../../utils/capture/page-facts.ts';
import type { Store } from '../../utils/store/store.ts';

/** Everything the page of a capture shows that stands in files. What cannot be read is null. */
export interface CaptureFiles {
  readonly entries: readonly ArtifactEntry[];
  /** Pictures by digest: references to the stored bytes, not the bytes. */
  readonly blobs: ReadonlyMap<Digest, Blob>;
  readonly document: CaptureDocument | null;
  readonly facts: PageFacts | null;
  readonly hosting: HostingSummary | null;
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

const finding = v.looseObject({
  role: v.picklist(['edge', 'content-host', 'media-host', 'dns', 'registrar', 'platform']),
  provider: v.string(),
  class: v.string(),
  confidence: v.picklist(['confirmed', 'probable', 'claimed']),
  why: v.string(),
  evidence: v.array(v.looseObject({ id: v.string(), values: v.record(v.string(), v.string()) })),
  host: v.string(),
  address: v.nullable(v.string()),
  asn: v.nullable(v.number()),
});
const recipient = v.looseObject({
  provider: v.string(),
  class: v.string(),
  role: v.string(),
  channel: v.nullable(v.looseObject({ kind: v.string(), address: v.string() })),
  why: v.string(),
  reason: v.looseObject({ id: v.string(), values: v.record(v.string(), v.string()) }),
});
const hostingSummary = v.looseObject({
  schema: v.literal('prima-facie/hosting/1'),
  state: v.picklist(['complete', 'partial', 'off']),
  roles: v.array(finding),
  origins: v.array(v.looseObject({ host: v.string(), state: v.string(), leads: v.array(v.looseObject({})) })),
  recipients: v.array(recipient),
  pending: v.array(v.looseObject({ id: v.string(), question: v.string() })),
  warnings: v.array(
    v.looseObject({
      id: v.string(),
      host: v.string(),
      values: v.record(v.string(), v.string()),
      text: v.string(),
    }),
  ),
});

/** `hosting` of `capture.json`, where there is one that can be read. */
function hostingOf(document: unknown): HostingSummary | null {
  const { hosting } = (typeof document === 'object' && document !== null ? document : {}) as {
    hosting?: unknown;
  };
  return v.is(hostingSummary, hosting) ? (hosting as unknown as HostingSummary) : null;
}

/** Reads the files of a capture. */
export async function captureFiles(store: Store, captureId: string): Promise<CaptureFiles> {
  const entries = await store.artifacts.entries(captureId);
  const pictures = entries.filter(({ mediaType }) => mediaType.startsWith('image/'));
  const [rows, document, facts, network] = await Promise.all([
    store.db.artifacts.bulkGet(pictures.map(({ digest }) => digest)),
    json(store, entries, 'capture.json'),
    json(store, entries, 'facts.json'),
    json(store, entries, 'net/requests.json'),
  ]);
  const parsedFacts = parseFacts(facts);
  return {
    entries,
    blobs: new Map(rows.flatMap((row) => (row ? [[row.digest, row.blob] as const] : []))),
    document: v.is(captureDocument, document) ? (document as unknown as CaptureDocument) : null,
    facts: parsedFacts.ok ? parsedFacts.value : null,
    hosting: hostingOf(document),
    network: v.is(networkLog, network) ? (network as unknown as NetworkLog) : null,
  };
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
