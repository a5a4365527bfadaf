import type { ArtifactEntry } from '../case/artifact.ts';
import { STAMP_RESPONSE_PATH } from '../case/clock.ts';
import type { Digest, Instant } from '../case/values.ts';
import { genTimeOf } from '../integrity/timestamp/kept-stamp.ts';
import type { Store } from './store.ts';

/**
 * When an authority stamped a capture's `capture.json`, by the token kept with the capture; undefined where there is
 * none, or where what is kept is no such token.
 */
export async function stampedAt(
  store: Pick<Store, 'artifacts'>,
  digest: Digest,
  entries: readonly ArtifactEntry[],
): Promise<Instant | undefined> {
  const entry = entries.find(({ path }) => path === STAMP_RESPONSE_PATH);
  const blob = entry && (await store.artifacts.blob(entry.digest));
  return blob?.ok ? ((await genTimeOf(blob.value, digest)) ?? undefined) : undefined;
}
