import type { ArtifactEntry } from '../../case/artifact.ts';
import { STAMP_RESPONSE_PATH } from '../../case/clock.ts';
import type { Digest, Instant } from '../../case/values.ts';
import { DerError } from '../der.ts';
import { isImprintOf, SHA256_OID } from './query.ts';
import { RefusalError } from './refusal.ts';
import { parseResponse } from './response.ts';

/** Largest response that is read, in bytes: real ones have a few thousand. */
const MAXIMUM_RESPONSE = 1_000_000;

/**
 * `genTime` of a kept RFC 3161 response, where its token is about this digest; null where it is not, or is no such
 * response. Signature and chain were checked when it came, and are checked again by the verifier of the bundle.
 */
export async function genTimeOf(response: Blob, digest: Digest): Promise<Instant | null> {
  if (response.size > MAXIMUM_RESPONSE) return null;
  try {
    const { info } = parseResponse(new Uint8Array(await response.arrayBuffer()));
    const isAbout = info.imprint.algorithm === SHA256_OID && isImprintOf(info.imprint, digest);
    return isAbout ? info.genTime.toISOString() : null;
  } catch (error) {
    if (error instanceof DerError || error instanceof RefusalError) return null;
    throw error;
  }
}

/**
 * A capture's entries with the time of its stamp as the token itself says it: what a row says is shown to nobody as
 * a trusted time. A stamp that says nothing of this capture loses what is written about it, and the capture is `local`.
 * @param digest of its `capture.json`; undefined where it has none.
 * @param read gives an artifact's bytes; null where they are not held.
 */
export async function withTokenTime<E extends ArtifactEntry>(
  entries: readonly E[],
  digest: Digest | undefined,
  read: (digest: Digest) => Promise<Blob | null>,
): Promise<E[]> {
  const kept = entries.find(({ path }) => path === STAMP_RESPONSE_PATH);
  if (!kept) return [...entries];
  const blob = digest ? await read(kept.digest) : null;
  const genTime = blob && digest ? await genTimeOf(blob, digest) : null;
  const { about, ...rest } = kept;
  const told = (genTime === null ? rest : { ...rest, about: { ...about, genTime } }) as E;
  return entries.map((entry) => (entry === kept ? told : entry));
}
