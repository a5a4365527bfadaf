import type { ArtifactDraft } from '../case/artifact.ts';
import type { Timestamp } from '../integrity/timestamp/request-timestamp.ts';

/** Paths, in a capture's folder, of the timestamp over `capture.json`. */
export const STAMP_QUERY_PATH = 'capture.json.tsq';
export const STAMP_RESPONSE_PATH = 'capture.json.tsr';
/** Step that a timestamp's artifacts name: it comes after the last one of the capture. */
export const STAMP_STEP = 'time-stamp';

/** A timestamp's query and response as artifacts of the capture they are about, whole as they were sent. */
export function stampDrafts({ query, response, url, facts, readings }: Timestamp): readonly ArtifactDraft[] {
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
