import { hostingEntries, type ArtifactEntry } from '../../utils/case/artifact.ts';
import type { Capture } from '../../utils/case/capture.ts';
import { STAMP_RESPONSE_PATH } from '../../utils/case/clock.ts';
import type { Case } from '../../utils/case/dispute.ts';
import type { HostingSummary } from '../../utils/case/hosting.ts';
import { parseSummary } from '../../utils/hosting/stored-summary.ts';
import type { Store } from '../../utils/store/store.ts';

/** Cases that can take captures, the last changed first. */
export async function openCases(store: Store): Promise<Case[]> {
  return (await store.cases.list()).filter(({ status }) => status === 'open');
}

/** The newest captures of the cases changed last, with their pictures. */
export async function latestCaptures(
  store: Store,
  limit: number,
): Promise<{ capture: Capture; thumbnail: Blob | undefined }[]> {
  const cases = (await store.cases.list()).slice(0, 20);
  const perCase = await Promise.all(cases.map(({ id }) => store.captures.ofCase(id, limit)));
  const newest = perCase
    .flat()
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
    .slice(0, limit);
  const thumbnails = await store.captures.thumbnails(newest.map(({ id }) => id));
  return newest.map((capture, index) => ({ capture, thumbnail: thumbnails[index] }));
}

/** How many files a capture has stored so far, and their size in bytes. */
export async function takenBy(
  store: Store,
  captureId: string | null,
): Promise<{ count: number; bytes: number; stamp: ArtifactEntry[] }> {
  const entries = captureId ? await store.artifacts.entries(captureId) : [];
  return {
    count: entries.length,
    bytes: entries.reduce((sum, { size }) => sum + size, 0),
    stamp: entries.filter(({ path }) => path === STAMP_RESPONSE_PATH),
  };
}

/** The newest findings on who serves a capture; null where there are none, or none that can be read. */
export async function hostingOf(store: Store, captureId: string | null): Promise<HostingSummary | null> {
  const entry = captureId ? hostingEntries(await store.artifacts.entries(captureId)).at(-1) : undefined;
  const blob = entry ? await store.artifacts.blob(entry.digest) : undefined;
  return blob?.ok ? parseSummary(await blob.value.text()) : null;
}
