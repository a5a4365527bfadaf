import { browser } from '../../utils/platform/browser.ts';
import { furtherChecks } from '../../utils/bundle/verify/further-checks.ts';
import { reportProducer } from '../../utils/bundle/producers/report.ts';
import { verifyFiles } from '../../utils/bundle/verify/verify-files.ts';
import type { Result } from '../../utils/case/result.ts';
import { blobSource } from '../../utils/integrity/digest.ts';
import { trustedRoots } from '../../utils/integrity/timestamp/roots.ts';
import type { Store } from '../../utils/store/store.ts';
import { exportCase } from './export-case.ts';
import { importFiles } from './imports.ts';
import { answerOf } from './verdict.ts';
import type { DashboardServices } from './services.ts';

/** Export and verification as the dashboard uses them. */
export function bundleServices(
  store: Store,
): Pick<DashboardServices, 'exportCase' | 'importBundles' | 'verifyFiles'> {
  return {
    exportCase: (caseId, options) => unlocked(store, () => exportCase(store, caseId, options)),
    importBundles: (files, request) => unlocked(store, () => importFiles(store, files, request)),
    verifyFiles: (files, options) => verify(store, files, options),
  };
}

/** Work that the lock must not cut off; `locked` before it begins where the passphrase must be asked for. */
async function unlocked<T>(store: Store, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const held = await store.vault.hold();
  if (!held.ok) return held;
  try {
    return await work();
  } finally {
    held.value();
  }
}

/** Checks files: the same code as the command line and `verify.html`. */
async function verify(
  store: Store,
  files: readonly File[],
  { language, onProgress, signal, against, signers }: Parameters<DashboardServices['verifyFiles']>[1],
): ReturnType<DashboardServices['verifyFiles']> {
  const roots = trustedRoots((await store.settings.read()).tsaRootPem);
  const verified = await verifyFiles(
    files.map((file) => ({ name: file.name, source: blobSource(file) })),
    {
      signal,
      ...(against === undefined ? {} : { against }),
      producers: [reportProducer()],
      version: browser.runtime.getManifest().version,
      checks: furtherChecks(roots.ok ? roots.value : undefined, { signers }),
      onProgress: ({ bytes, totalBytes }) => onProgress(bytes, totalBytes),
    },
  );
  return answerOf(verified, language);
}
