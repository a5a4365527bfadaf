/** Why a timestamp is not accepted, or was not had. Each is a different fact; none is ever 'probably fine'. */
export const TIMESTAMP_REASONS = [
  // Asking
  'cancelled',
  'timeout',
  'network-error',
  'http-status',
  'content-type',
  'too-large',
  // The response
  'malformed',
  'bare-token',
  'rejected-status',
  'not-a-timestamp',
  // The token against what was asked
  'imprint-algorithm',
  'imprint-mismatch',
  'nonce-mismatch',
  'policy-mismatch',
  'query-mismatch',
  'accuracy',
  // The token's signature
  'tampered',
  'signer-count',
  'signer-missing',
  'signer-purpose',
  'signer-reference',
  'signer-name',
  'algorithm',
  // The chain
  'wrong-root',
  'expired-signer',
  'expired-issuer',
  'issuer-constraints',
  'critical-extension',
] as const;

/** One of {@link TIMESTAMP_REASONS}. */
export type TimestampReason = (typeof TIMESTAMP_REASONS)[number];

/** A timestamp that is not accepted. `detail` is technical, in English. */
export interface TimestampRefusal {
  readonly reason: TimestampReason;
  readonly detail: string;
}

/** Either a value or the reason why not. */
export type TimestampResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: TimestampRefusal };

/** Makes a refused {@link TimestampResult}; the detail may come from a server, so it is cut. */
export function refuse(
  reason: TimestampReason,
  detail: string,
): { readonly ok: false; readonly refusal: TimestampRefusal } {
  return { ok: false, refusal: { reason, detail: detail.slice(0, 500) } };
}

/** Carries a refusal out of nested checks; turned into a value before it leaves this folder. */
export class RefusalError extends Error {
  readonly refusal: TimestampRefusal;
  constructor(reason: TimestampReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = 'RefusalError';
    this.refusal = { reason, detail };
  }
}
