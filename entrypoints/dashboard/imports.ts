import { importBundles } from '../../utils/bundle/import/import-bundles.ts';
import { furtherChecks } from '../../utils/bundle/verify/further-checks.ts';
import { succeed, type Result } from '../../utils/case/result.ts';
import { trustedRoots } from '../../utils/integrity/timestamp/roots.ts';
import { freeBytes, thumbnailOf } from '../../utils/platform/background-life.ts';
import type { Capture } from '../../utils/case/capture.ts';
import { webLocks } from '../../utils/store/custody-repository.ts';
import type { Store } from '../../utils/store/store.ts';
import { outcomeOf } from './verdict.ts';
import type { ImportAnswer, ImportRequest } from './services.ts';

/** Imports bundles, and says what became of it in the reader's language. */
export async function importFiles(
  store: Store,
  files: readonly File[],
  { language, signal, evenIfBroken, acceptSigners, onPhase }: ImportRequest,
): Promise<Result<ImportAnswer>> {
  const { operatorName, tsaRootPem } = await store.settings.read();
  const roots = trustedRoots(tsaRootPem);
  const imported = await importBundles(
    store,
    files.map((blob) => ({ name: blob.name, blob })),
    {
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
      operator: operatorName,
      serialise: webLocks,
      checks: furtherChecks(roots.ok ? roots.value : undefined),
      signal,
      evenIfBroken,
      acceptSigners,
      freeBytes,
      onProgress: (phase, { bytes, totalBytes }) => onPhase(phase, bytes, totalBytes),
    },
  );
  if (!imported.ok) return imported;
  const outcome = imported.value;
  if (outcome.state === 'refused') {
    const refused = outcome.files.map(({ name, report }) => ({ name, outcome: outcomeOf(report, language) }));
    return succeed({ state: 'refused', files: refused, mayBeOpened: outcome.mayBeOpened });
  }
  if (outcome.state === 'asks') return succeed(outcome);
  await makeThumbnails(store, outcome.added);
  return succeed({ ...outcome, added: outcome.added.length });
}

/** Small pictures do not travel in a bundle; without one the list shows the title alone. */
async function makeThumbnails(store: Store, captures: readonly Capture[]): Promise<void> {
  for (const { id } of captures) {
    const entries = await store.artifacts.entries(id);
    const viewport = entries.find(({ path }) => path === 'shots/viewport.png');
    const blob = viewport && (await store.artifacts.blob(viewport.digest));
    if (!blob?.ok) continue;
    // A picture that cannot be drawn (the bundle may hold anything) has no thumbnail.
    const small = await thumbnailOf(blob.value).catch(() => null);
    if (small) await store.captures.setThumbnail(id, small);
  }
}
