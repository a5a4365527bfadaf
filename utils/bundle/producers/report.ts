import { withTokenTime } from '../../integrity/timestamp/kept-stamp.ts';
import type { Digest } from '../../case/values.ts';
import { hostingEntries } from '../../case/artifact.ts';
import type { CustodyEntry } from '../../case/custody.ts';
import type { HostingSummary } from '../../case/hosting.ts';
import type { NetworkLog } from '../../case/network.ts';
import type { Failure } from '../../case/result.ts';
import { REPORT, REPORT_PDF } from '../layout.ts';
import type { BundledCapture, BundleSource, EntryProducer, ProducerContext } from '../ports.ts';
import {
  dataPath,
  originOf,
  reportFiles,
  summarise,
  type CaptureSection,
  type CaptureSummary,
  type ReportModel,
} from '../report/model.ts';
import { parseSummary } from '../../hosting/stored-summary.ts';
import { parseChanges, type ReportedChange } from '../report/capture-changes.ts';
import { readCaptureDocument } from '../report/read-document.ts';
import { picturesIn, type PrintReport } from '../report/print.ts';
import { renderCaptures, renderReport } from '../report/render-report.ts';
import { blobBuilder } from '../zip/blob-builder.ts';

/** Longest network log the report looks into, in bytes; a longer one stays in its file alone. */
const NETWORK_LIMIT = 32 * 1024 * 1024;

/** How the report is printed, and what becomes of it where that is not to be had. */
export interface ReportPrinting {
  readonly print: PrintReport;
  readonly onPrinting?: () => void;
  /** Told why there is no PDF; the export goes on without it. */
  readonly onUnprinted: (failure: Failure) => void;
}

/** `data/report.html`, with further files beside it for a case of many captures, and `data/report.pdf`. */
export function reportProducer(printing?: ReportPrinting): EntryProducer {
  return {
    id: 'report',
    async *produce(context) {
      const { model, custody } = await readModel(context);
      const { files } = model;
      const own = files.find(({ name }) => name === null);
      const captures = sections(context, own?.numbers ?? new Set());
      const report = await gathered(renderReport(model, { captures, custody }));
      yield { path: REPORT, content: report };
      if (printing) {
        const pdf = await printed(report, context, printing);
        if (pdf) yield { path: REPORT_PDF, content: pdf };
      }
      for (const { name, numbers } of files) {
        if (name === null) continue;
        yield {
          path: `data/${name}`,
          content: await gathered(renderCaptures(model, sections(context, numbers))),
        };
      }
    },
  };
}

async function printed(
  report: Blob,
  { source, signal }: ProducerContext,
  { print, onPrinting, onUnprinted }: ReportPrinting,
): Promise<Blob | null> {
  onPrinting?.();
  const html = await report.text();
  const wanted = new Set(picturesIn(html));
  const pictures = new Map<string, Blob>();
  for await (const { capture, entries } of source.captures()) {
    for (const { path, digest } of entries) {
      const address = dataPath(capture) + path;
      const blob = wanted.has(address) ? await source.blob(digest) : null;
      if (blob?.ok) pictures.set(address, blob.value);
    }
  }
  const pdf = await print({ html, pictures }, signal);
  if (pdf.ok) return pdf.value;
  onUnprinted(pdf.failure);
  return null;
}

async function gathered(parts: AsyncIterable<string>): Promise<Blob> {
  const builder = blobBuilder();
  const encoder = new TextEncoder();
  for await (const part of parts) builder.add(encoder.encode(part));
  return builder.finish('text/html');
}

/** What the lists say; captures are read one at a time, here for the lists and again for their sections. */
async function readModel({
  source,
  identity,
  signal,
  chain,
  audience,
}: ProducerContext): Promise<{ readonly model: ReportModel; readonly custody: readonly CustodyEntry[] }> {
  const captures: CaptureSummary[] = [];
  for await (const captured of source.captures()) {
    signal.throwIfAborted();
    const told = await toldByToken(source, captured);
    const document = await readCaptureDocument(source, captured);
    const origin = originOf(source, captured.capture, identity.signerFingerprint);
    captures.push(summarise(told, document, origin));
  }
  const custody: CustodyEntry[] = [];
  for await (const entry of source.custody()) custody.push(entry);
  const files = reportFiles(captures);
  const declaration = audience?.declaration ?? null;
  const { caseFile: file, imports = [] } = source;
  return { model: { identity, file, captures, files, chain, declaration, imports }, custody };
}

async function* sections(
  { source, signal }: ProducerContext,
  numbers: ReadonlySet<number>,
): AsyncGenerator<CaptureSection> {
  if (numbers.size === 0) return;
  for await (const captured of source.captures(numbers)) {
    signal.throwIfAborted();
    const document = await readCaptureDocument(source, captured);
    const told = await toldByToken(source, captured);
    yield {
      summary: summarise(told, document),
      capture: captured.capture,
      entries: told.entries,
      document,
      network: await readNetwork(source, captured),
      changes: await readChanges(source, captured),
      laterHosting: await readLaterHosting(source, captured),
      folder: dataPath(captured.capture),
      broken: source.brokenCaptures?.has(captured.capture.id) ?? false,
    };
  }
}

/** A capture with the time of its stamp as the token says it. */
async function toldByToken(source: BundleSource, captured: BundledCapture): Promise<BundledCapture> {
  const read = async (digest: Digest) => {
    const blob = await source.blob(digest);
    return blob.ok ? blob.value : null;
  };
  return { ...captured, entries: await withTokenTime(captured.entries, captured.capture.digest, read) };
}

/** What was looked up last after the capture; null where nothing was, or it cannot be read. */
async function readLaterHosting(
  source: BundleSource,
  { entries }: BundledCapture,
): Promise<HostingSummary | null> {
  const entry = hostingEntries(entries).findLast(({ path }) => path.startsWith('later/'));
  if (!entry || entry.size > NETWORK_LIMIT) return null;
  const blob = await source.blob(entry.digest);
  return blob.ok ? parseSummary(await blob.value.text()) : null;
}

/** What the tool did to the page; null where the capture ended before that was written, or it cannot be read. */
async function readChanges(
  source: BundleSource,
  { entries }: BundledCapture,
): Promise<readonly ReportedChange[] | null> {
  const entry = entries.find(({ path }) => path === 'changes.json');
  if (!entry || entry.size > NETWORK_LIMIT) return null;
  const blob = await source.blob(entry.digest);
  return blob.ok ? parseChanges(await blob.value.text()) : null;
}

/** The network log of a capture; null where there is none, or it is not what the pipeline writes. */
async function readNetwork(source: BundleSource, { entries }: BundledCapture): Promise<NetworkLog | null> {
  const entry = entries.find(({ path }) => path === 'net/requests.json');
  if (!entry || entry.size > NETWORK_LIMIT) return null;
  const blob = await source.blob(entry.digest);
  if (!blob.ok) return null;
  try {
    const log = JSON.parse(await blob.value.text()) as Partial<NetworkLog>;
    const known = log.schema === 'prima-facie/network-log/1' && Array.isArray(log.requests);
    return known ? (log as NetworkLog) : null;
  } catch (error) {
    // The file itself goes into the bundle and is checked there; the report only quotes it.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
