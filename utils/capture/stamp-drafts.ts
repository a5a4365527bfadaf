import type { ArtifactDraft } from '../case/artifact.ts';
import { STAMP_RESPONSE_PATH } from '../case/clock.ts';
import type { Instant } from '../case/values.ts';
import type { Timestamp } from '../integrity/timestamp/request-timestamp.ts';

/** Path, in a capture's folder, of the timestamp's query. */
export const STAMP_QUERY_PATH = 'capture.json.tsq';
/** Step that a timestamp's artifacts name: it comes after the last one of the capture. */
export const STAMP_STEP = 'time-stamp';

/**
 * A timestamp's query and response as artifacts of the capture they are about, whole as they were sent.
 * @param wantedAt since when the capture waited for it.
 */
export function stampDrafts(
  { query, response, url, facts, readings }: Timestamp,
  wantedAt: Instant,
): readonly ArtifactDraft[] {
  const { genTime, accuracyMs, serial, policy, signer, root, chainPem } = facts;
  return [
    {
      path: STAMP_QUERY_PATH,
      mediaType: 'application/timestamp-query',
      bytes: query,
      role: 'original',
      method: 'rfc3161',
    },
    {
      path: STAMP_RESPONSE_PATH,
      mediaType: 'application/timestamp-reply',
      bytes: response,
      role: 'original',
      method: 'rfc3161',
      about: {
        genTime,
        wantedAt,
        accuracyMs,
        authority: url,
        signer: signer.subject,
        root: root.subject,
        serial,
        policy,
        // What openssl needs beside the response; exports write it to attest/tsa-chain.pem.
        chainPem,
        clock: readings,
      },
    },
  ];
}
