import { STAMP_RESPONSE_PATH } from '../capture/stamp-drafts.ts';
import type { ArtifactEntry } from '../case/artifact.ts';
import type { Digest, Instant } from '../case/values.ts';
import { DerError } from '../integrity/der.ts';
import { isImprintOf, SHA256_OID } from '../integrity/timestamp/query.ts';
import { RefusalError } from '../integrity/timestamp/refusal.ts';
import { parseResponse } from '../integrity/timestamp/response.ts';
import type { Store } from './store.ts';

/** Largest response that is read, in bytes: real ones have a few thousand. */
const MAXIMUM_RESPONSE = 1_000_000;

/**
 * When an authority stamped a capture's `capture.json`: `genTime` of the RFC 3161 token kept with the capture, where
 * that token is about this digest. Undefined where there is none, or where what is kept is no such token. Signature
 * and chain were checked when the token came, and are checked again by the verifier of the bundle.
 */
export async function stampedAt(
  store: Pick<Store, 'artifacts'>,
  digest: Digest,
  entries: readonly ArtifactEntry[],
): Promise<Instant | undefined> {
  const entry = entries.find(({ path }) => path === STAMP_RESPONSE_PATH);
  const blob = entry && (await store.artifacts.blob(entry.digest));
  if (!blob?.ok || blob.value.size > MAXIMUM_RESPONSE) return undefined;
  try {
    const { info } = parseResponse(new Uint8Array(await blob.value.arrayBuffer()));
    const isAbout = info.imprint.algorithm === SHA256_OID && isImprintOf(info.imprint, digest);
    return isAbout ? info.genTime.toISOString() : undefined;
  } catch (error) {
    if (error instanceof DerError || error instanceof RefusalError) return undefined;
    throw error;
  }
}
