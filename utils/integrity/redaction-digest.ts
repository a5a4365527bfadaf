import type { Redaction } from '../case/redaction.ts';
import type { Digest } from '../case/values.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { digestOf } from './digest.ts';

/**
 * Digest of a redaction as the custody log names it: SHA-256 of the canonical JSON (RFC 8785) of the record without
 * `withdrawnAt`. The salt inside keeps a short text from being found by trying.
 */
export function redactionDigest(redaction: Redaction): Promise<Digest> {
  const { withdrawnAt: _, ...record } = redaction;
  return digestOf(canonicalJson(record as unknown as Json));
}
