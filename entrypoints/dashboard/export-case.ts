import { caseUcoProducer } from '../../utils/bundle/case-uco.ts';
import { PAYLOAD_PRODUCERS, payloadProducers, TAG_PRODUCERS } from '../../utils/bundle/producers/index.ts';
import { verifierProducer } from '../../utils/bundle/producers/verifier.ts';
import type { PrintReport } from '../../utils/bundle/report/print.ts';
import { storeSource } from '../../utils/bundle/store-source.ts';
import { writeBundle, type WriteOptions } from '../../utils/bundle/write-bundle.ts';
import { writeVolumes, type WrittenVolumes } from '../../utils/bundle/write-volumes.ts';
import type { BundleSource, EntryProducer } from '../../utils/bundle/ports.ts';
import type { ExportChoices } from '../../utils/case/export-choices.ts';
import { countRedactions } from '../../utils/case/redaction.ts';
import { succeed, type Failure, type Result } from '../../utils/case/result.ts';
import type { Id } from '../../utils/case/values.ts';
import { encryptBlob } from '../../utils/integrity/encrypt-blob.ts';
import { browser } from '../../utils/platform/browser.ts';
import { printReport } from '../../utils/platform/print-report.ts';
import type { Store } from '../../utils/store/store.ts';
import { attestOptions, type StampState } from './attest.ts';
import type { ExportedBundle, ExportedFile, ExportOptions } from './services.ts';

/** Writes a case of the store as a signed bundle, stamped where an authority is chosen and answers. */
export async function exportCase(
  store: Store,
  caseId: Id,
  { choices, language, onProgress, onPrinting, onAsking, onEncrypting, signal }: ExportOptions,
): Promise<Result<ExportedBundle>> {
  const source = await storeSource(store, caseId);
  if (!source.ok) return source;
  const { operatorName } = await store.settings.read();
  const stamps: StampState[] = [];
  let unprinted: Failure | null = null;
  const attest = await attestOptions(store, { onAsking, onStamp: (state) => stamps.push(state) });
  if (!attest.ok) return attest;
  const written = await writeAll(source.value, choices, {
    now: () => new Date(),
    version: browser.runtime.getManifest().version,
    operator: operatorName,
    language,
    signal,
    audience: choices.audience,
    ...attest.value,
    payload: withCaseUco(
      choices,
      choices.withoutPdf
        ? PAYLOAD_PRODUCERS
        : payloadProducers({
            print: printedOnce(),
            onPrinting,
            onUnprinted: (failure) => (unprinted = failure),
          }),
    ),
    bagInfo: () => (unprinted ? [['Prima-Facie-Report-Pdf', `not available: ${unprinted.detail}`]] : []),
    tags: [...TAG_PRODUCERS, verifierProducer(verifierPage)],
    onProgress: ({ bytes, totalBytes }) => onProgress(bytes, totalBytes),
  });
  if (!written.ok) return written;
  const { bundles, tooLarge } = written.value;
  const files: ExportedFile[] = [];
  for (const [index, { blob, fileName, tagManifestDigest }] of bundles.entries()) {
    const file = await sealed({ blob, fileName }, choices, { signal, onEncrypting });
    if (!file.ok) return file;
    files.push({ ...file.value, tagManifestDigest, stamp: stamps[index] ?? { state: 'off' } });
  }
  const signer = attest.value.signerFingerprint;
  // Every volume declares what the whole copy does.
  const declaration = bundles[0]?.declaration;
  const redacted = declaration ? countRedactions(declaration) : null;
  return succeed({ files, tooLarge: tooLarge.length, signer, unprinted, redacted });
}

/** The graph stands before the captures, with everything else that is not of one. */
function withCaseUco(
  { withCaseUco: wanted }: ExportChoices,
  producers: readonly EntryProducer[],
): readonly EntryProducer[] {
  if (!wanted) return producers;
  return producers.flatMap((one) => (one.id === 'captures' ? [caseUcoProducer, one] : [one]));
}

/** Every volume holds the same report: it is printed for the first of them. */
function printedOnce(): PrintReport {
  let printed: ReturnType<PrintReport> | undefined;
  return (report, signal) => (printed ??= printReport(report, signal));
}

async function writeAll(
  source: BundleSource,
  { volumeBytes }: ExportChoices,
  options: WriteOptions,
): Promise<Result<WrittenVolumes>> {
  if (volumeBytes !== undefined) return writeVolumes(source, options, volumeBytes);
  const written = await writeBundle(source, options);
  return written.ok ? succeed({ bundles: [written.value], tooLarge: [] }) : written;
}

interface NamedBlob {
  readonly blob: Blob;
  readonly fileName: string;
}

/** The file as it is handed out: encrypted where that is wanted. */
async function sealed(
  { blob, fileName }: NamedBlob,
  { encryptTo }: ExportChoices,
  { signal, onEncrypting }: Pick<ExportOptions, 'signal' | 'onEncrypting'>,
): Promise<Result<NamedBlob>> {
  if (!encryptTo) return succeed({ blob, fileName });
  let done = 0;
  onEncrypting(fileName, 0, blob.size);
  const encrypted = await encryptBlob(blob, encryptTo, {
    signal,
    onBytes: (bytes) => onEncrypting(fileName, (done += bytes), blob.size),
  });
  return encrypted.ok ? succeed({ blob: encrypted.value, fileName: `${fileName}.age` }) : encrypted;
}

/** The verifier's page, as the build put it beside the extension's own files. */
async function verifierPage(): Promise<string> {
  const response = await fetch(browser.runtime.getURL('verify.html.txt'));
  return response.text();
}
