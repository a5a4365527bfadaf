import type { Progress } from '../../utils/bundle/ports.ts';
import { compareBundles, fullFindings, withComparison } from '../../utils/bundle/verify/compare-bundles.ts';
import { furtherChecks } from '../../utils/bundle/verify/further-checks.ts';
import { verifyBundle } from '../../utils/bundle/verify/verify-bundle.ts';
import { blobSource } from '../../utils/integrity/digest.ts';
import { trustedRoots } from '../../utils/integrity/timestamp/roots.ts';
import type { Store } from '../../utils/store/store.ts';
import { exportCase } from './export-case.ts';
import { importFiles } from './imports.ts';
import { outcomeOf } from './verdict.ts';
import type { DashboardServices, VerifyOutcome, WorkOptions } from './services.ts';

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

/** Checks a bundle: the same code as the command line and `verify.html`. */
async function verifyBlob(
  store: Store,
  blob: Blob,
  { language, onProgress, signal, against }: WorkOptions & { readonly against?: Blob },
): Promise<VerifyOutcome> {
  const roots = trustedRoots((await store.settings.read()).tsaRootPem);
  const options = {
    signal,
    checks: furtherChecks(roots.ok ? roots.value : undefined),
    onProgress: ({ bytes, totalBytes }: Progress) => onProgress(bytes, totalBytes),
  };
  const report = await verifyBundle(blobSource(blob), options);
  if (!against) return outcomeOf(report, language);
  const full = await verifyBundle(blobSource(against), options);
  const compared = await compareBundles(blobSource(blob), blobSource(against), signal);
  const findings = [...fullFindings(full), ...compared.findings];
  return outcomeOf(withComparison(report, { ...compared, findings }), language);
}
