import { payloadProducers, TAG_PRODUCERS } from '../../utils/bundle/producers/index.ts';
import { verifierProducer } from '../../utils/bundle/producers/verifier.ts';
import { storeSource } from '../../utils/bundle/store-source.ts';
import { furtherChecks } from '../../utils/bundle/verify/further-checks.ts';
import { verifyBundle } from '../../utils/bundle/verify/verify-bundle.ts';
import { writeBundle } from '../../utils/bundle/write-bundle.ts';
import { succeed, type Failure, type Result } from '../../utils/case/result.ts';
import type { Id } from '../../utils/case/values.ts';
import { blobSource } from '../../utils/integrity/digest.ts';
import { trustedRoots } from '../../utils/integrity/timestamp/roots.ts';
import { browser } from '../../utils/platform/browser.ts';
import { printReport } from '../../utils/platform/print-report.ts';
import type { Store } from '../../utils/store/store.ts';
import { importFiles } from './imports.ts';
import { outcomeOf } from './verdict.ts';
import { attestOptions, type StampState } from './attest.ts';
import type {
  DashboardServices,
  ExportedBundle,
  ExportOptions,
  VerifyOutcome,
  WorkOptions,
} from './services.ts';

/** Export and verification as the dashboard uses them. */
export function bundleServices(
  store: Store,
): Pick<DashboardServices, 'exportCase' | 'importBundles' | 'verifyBundle'> {
  return {
    exportCase: (caseId, options) => exportCase(store, caseId, options),
    importBundles: (files, request) => importFiles(store, files, request),
    verifyBundle: (blob, options) => verifyBlob(store, blob, options),
  };
}

/** Writes a case of the store as a signed bundle, stamped where an authority is chosen and answers. */
async function exportCase(
  store: Store,
  caseId: Id,
  { choices, language, onProgress, onPrinting, onAsking, signal }: ExportOptions,
): Promise<Result<ExportedBundle>> {
  const source = await storeSource(store, caseId);
  if (!source.ok) return source;
  const { operatorName } = await store.settings.read();
  let stamp: StampState = { state: 'off' };
  let unprinted: Failure | null = null;
  const attest = await attestOptions(store, { onAsking, onStamp: (state) => (stamp = state) });
  if (!attest.ok) return attest;
  const written = await writeBundle(source.value, {
    now: () => new Date(),
    version: browser.runtime.getManifest().version,
    operator: operatorName,
    language,
    audience: choices.audience,
    signal,
    ...attest.value,
    payload: payloadProducers({
      print: printReport,
      onPrinting,
      onUnprinted: (failure) => (unprinted = failure),
    }),
    bagInfo: () => (unprinted ? [['Prima-Facie-Report-Pdf', `not available: ${unprinted.detail}`]] : []),
    tags: [...TAG_PRODUCERS, verifierProducer(verifierPage)],
    onProgress: ({ bytes, totalBytes }) => onProgress(bytes, totalBytes),
  });
  if (!written.ok) return written;
  return succeed({ ...written.value, signer: attest.value.signerFingerprint, stamp, unprinted });
}

/** The verifier's page, as the build put it beside the extension's own files. */
async function verifierPage(): Promise<string> {
  const response = await fetch(browser.runtime.getURL('verify.html.txt'));
  return response.text();
}

/** Checks a bundle: the same code as the command line and `verify.html`. */
async function verifyBlob(
  store: Store,
  blob: Blob,
  { language, onProgress, signal }: WorkOptions,
): Promise<VerifyOutcome> {
  const roots = trustedRoots((await store.settings.read()).tsaRootPem);
  const report = await verifyBundle(blobSource(blob), {
    signal,
    checks: furtherChecks(roots.ok ? roots.value : undefined),
    onProgress: ({ bytes, totalBytes }) => onProgress(bytes, totalBytes),
  });
  return outcomeOf(report, language);
}
