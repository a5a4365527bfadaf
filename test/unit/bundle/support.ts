import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArtifactEntry } from '../../../utils/case/artifact.ts';
import type { CaptureDocument } from '../../../utils/case/capture-document.ts';
import type { Capture } from '../../../utils/case/capture.ts';
import type { CaseFile } from '../../../utils/case/case-file.ts';
import type { CustodyEntry } from '../../../utils/case/custody.ts';
import { fail, succeed } from '../../../utils/case/result.ts';
import { hexOf, type Digest } from '../../../utils/case/values.ts';
import { nextEntry, type CustodyEvent } from '../../../utils/integrity/custody-chain.ts';
import { blobSource, fingerprintBytes, type ByteSource } from '../../../utils/integrity/digest.ts';
import type { BundledCapture, BundleSource } from '../../../utils/bundle/ports.ts';
import { writeBundle, type WriteOptions, type WrittenBundle } from '../../../utils/bundle/write-bundle.ts';
import { verifyBundle, type VerifyOptions } from '../../../utils/bundle/verify/verify-bundle.ts';
import type { VerificationReport } from '../../../utils/bundle/verify/types.ts';

export const CASE_ID = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed';
export const EXPORTED_AT = new Date('2026-11-21T10:15:07.345Z');

/** One capture of a test case: its files, `path` → bytes or text. */
export interface TestCapture {
  readonly url?: string;
  readonly title?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array<ArrayBuffer> | Blob>>;
  /** Without `capture.json`, as a capture that was interrupted. */
  readonly interrupted?: boolean;
  readonly document?: Partial<CaptureDocument>;
}

/** A test case held in memory; `blobs` may be changed to break it. */
export interface TestSource extends BundleSource {
  readonly blobs: Map<Digest, Blob>;
  readonly all: BundledCapture[];
  readonly log: CustodyEntry[];
}

export function caseFile(change: Partial<CaseFile> = {}): CaseFile {
  const at = '2026-11-20T08:00:00.000Z';
  return {
    schema: 'prima-facie/case/1',
    case: { id: CASE_ID, title: 'Moon Rabbit', status: 'open', createdAt: at, updatedAt: at },
    parties: [],
    works: [],
    items: [],
    ...change,
  };
}

const captureId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Builds a case of captures as the pipeline would have left it: artifacts, `capture.json`, custody log. */
export async function testSource(
  captures: readonly TestCapture[] = [{}],
  file: CaseFile = caseFile(),
): Promise<TestSource> {
  const blobs = new Map<Digest, Blob>();
  const log: CustodyEntry[] = [];
  const say = async (event: Partial<CustodyEvent> & Pick<CustodyEvent, 'action'>): Promise<void> => {
    const at = logTime(log.length);
    // Not by chance: the same case is exported to the same bytes.
    const salt = log.length.toString(16).padStart(32, 'a');
    log.push(
      await nextEntry(log.at(-1) ?? null, { at, actor: 'A. Tester', objectSha256: null, ...event }, salt),
    );
  };
  await say({ action: 'case-created' });
  const all: BundledCapture[] = [];
  for (const [index, capture] of captures.entries()) {
    await say({ action: 'capture-started', note: { captureId: captureId(index + 1) } });
    const startedAt = logTime(log.length - 2);
    const built = await buildCapture(index + 1, capture, blobs, startedAt);
    all.push(built);
    const { digest } = built.capture;
    const note = { captureId: built.capture.id };
    await say({ action: 'capture-ended', objectSha256: digest ? hexOf(digest) : null, note });
  }
  return {
    caseFile: file,
    captureCount: all.length,
    blobs,
    all,
    log,
    async *captures(numbers) {
      yield* all.filter(({ capture }) => !numbers || numbers.has(capture.number));
    },
    async *custody() {
      yield* log;
    },
    blob: async (digest) => {
      const blob = blobs.get(digest);
      return blob ? succeed(blob) : fail('not-found', digest);
    },
  };
}

/** One entry a second; a capture lasts two, and ends with its entry. */
function logTime(seq: number): string {
  return new Date(Date.parse('2026-11-21T09:00:00.000Z') + seq * 1_000).toISOString();
}

async function buildCapture(
  number: number,
  test: TestCapture,
  blobs: Map<Digest, Blob>,
  startedAt: string,
): Promise<BundledCapture> {
  const id = captureId(number);
  const endedAt = new Date(Date.parse(startedAt) + 2_000).toISOString();
  const entries: ArtifactEntry[] = [];
  const keep = async (path: string, content: string | Uint8Array<ArrayBuffer> | Blob, mediaType: string) => {
    const blob = new Blob([content], { type: mediaType });
    const fingerprint = await fingerprintBytes(new Uint8Array(await blob.arrayBuffer()));
    blobs.set(fingerprint.digest, blob);
    const about = { captureId: id, index: entries.length, step: 'test', role: 'original' as const };
    entries.push({ ...about, path, mediaType, takenAt: startedAt, ...fingerprint });
    return fingerprint.digest;
  };
  const files = test.files ?? { 'shots/viewport.png': `pixels of ${number}`, 'page.html': '<p>page</p>' };
  for (const [path, content] of Object.entries(files)) {
    await keep(path, content, path.endsWith('.png') ? 'image/png' : 'text/html');
  }
  const url = test.url ?? `https://pirate.example/chapter/${number}`;
  const document = captureDocument({ id, number, url, startedAt, endedAt }, entries, test);
  const digest = test.interrupted
    ? undefined
    : await keep('capture.json', JSON.stringify(document), 'application/json');
  const capture: Capture = {
    id,
    caseId: CASE_ID,
    number,
    state: test.interrupted ? 'interrupted' : 'complete',
    trigger: 'toolbar',
    urlTyped: url,
    urlFinal: url,
    title: test.title ?? 'Chapter',
    startedAt,
    endedAt,
    steps: [],
    notCaptured: [],
    ...(digest ? { digest } : {}),
  };
  return { capture, entries };
}

function captureDocument(
  {
    id,
    number,
    url,
    startedAt,
    endedAt,
  }: Record<'id' | 'url' | 'startedAt' | 'endedAt', string> & { readonly number: number },
  entries: readonly ArtifactEntry[],
  test: TestCapture,
): CaptureDocument {
  return {
    schema: 'prima-facie/capture/1',
    captureId: id,
    caseId: CASE_ID,
    number,
    operator: 'A. Tester',
    trigger: 'toolbar',
    state: 'complete',
    urlTyped: url,
    urlFinal: url,
    title: test.title ?? 'Chapter',
    redirects: [],
    frames: [],
    startedAt,
    endedAt,
    monotonicMs: 2000,
    clock: [],
    timeGrade: 'local',
    page: null,
    zoom: 1,
    truncated: false,
    circumstances: {
      browser: { name: 'Chromium', version: '156.0' },
      os: 'Linux',
      locale: 'en-GB',
      languages: ['en-GB'],
      timezone: 'Europe/Berlin',
      utcOffsetMinutes: 60,
      extensionVersion: '0.1.0',
      incognito: false,
      proxyObserved: 'not available',
    },
    mainResponse: null,
    steps: [],
    artifacts: entries.map(({ path, digest, size, mediaType, role, takenAt }) => ({
      path,
      digest,
      bytes: size,
      mediaType,
      role,
      takenAt,
    })),
    notCaptured: [],
    ...test.document,
  };
}

/** Exports a case; fails the test where the export fails. */
export async function written(
  source: BundleSource,
  options: Partial<WriteOptions> = {},
): Promise<WrittenBundle> {
  const result = await writeBundle(source, {
    now: () => EXPORTED_AT,
    version: '0.1.0',
    operator: 'A. Tester',
    language: 'en',
    ...options,
  });
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail}`);
  return result.value;
}

/** Bytes held in memory as a source. */
export function bytesSource(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return { size: bytes.byteLength, read: async (start, end) => bytes.slice(start, end) };
}

export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}

const OF_TESTS: ReadonlySet<string> = new Set(['unsigned', 'time-contradiction']);

/**
 * What the verifier says, but for two warnings that bundles of tests earn: most are unsigned, and their clocks are
 * invented. That it says so is tested where `verifyBundle` itself is asked (`anchor.test.ts`, `contradictions.test.ts`).
 */
export async function verify(
  content: Blob | Uint8Array<ArrayBuffer>,
  options?: VerifyOptions,
): Promise<VerificationReport> {
  const source = content instanceof Blob ? blobSource(content) : bytesSource(content);
  const report = await verifyBundle(source, options);
  return { ...report, findings: report.findings.filter(({ code }) => !OF_TESTS.has(code)) };
}

/** A new folder for one test. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'prima-facie-bundle-'));
}

/** Saves a blob as a file and returns its path. */
export async function saved(blob: Blob, name = 'bundle.zip'): Promise<string> {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, await bytesOf(blob));
  return path;
}
