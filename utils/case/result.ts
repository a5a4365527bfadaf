/**
 * What can be expected to go wrong. Expected failures are values of this closed union; a thrown error is a bug.
 * Every code has a sentence in every language in `utils/i18n/catalog/failure.ts`.
 */
export const FAILURE_CODES = [
  'bad-request',
  'blocked-page',
  'browser-refused',
  'busy',
  'cancelled',
  'chain-broken',
  'debugger-busy',
  'debugger-detached',
  'debugger-forbidden',
  'digest-mismatch',
  'forbidden-sender',
  'invalid-bundle',
  'invalid-data',
  'locked',
  'network-error',
  'no-space',
  'not-available',
  'not-found',
  'not-observed',
  'page-changed',
  'page-unresponsive',
  'probe-failed',
  'quota-exceeded',
  'redacted-copy',
  'redaction-failed',
  'rejected',
  'signing-failed',
  'storage-failed',
  'tab-closed',
  'timeout',
  'too-large',
  'worker-stopped',
] as const;

/** One of {@link FAILURE_CODES}. */
export type FailureCode = (typeof FAILURE_CODES)[number];

/** An expected failure. `detail` is technical, in English, and safe to store; it is never HTML. */
export interface Failure {
  readonly code: FailureCode;
  readonly detail: string;
}

/** Either a value or an expected {@link Failure}. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Wraps a value. */
export function succeed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Makes a failed {@link Result}. `detail` is cut at 2,000 characters: it may come from a hostile page. */
export function fail(code: FailureCode, detail = ''): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { code, detail: detail.slice(0, 2000) } };
}

/**
 * Carries an expected {@link Failure} through code that can only throw (a step, a stream).
 * Whoever starts that code turns it back into a value with {@link failureOf}.
 */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(code: FailureCode, detail = '') {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'FailureError';
    this.failure = { code, detail: detail.slice(0, 2000) };
  }
}

/** The failure an unknown thrown value stands for; `fallback` is the code of an error nobody foresaw. */
export function failureOf(thrown: unknown, fallback: FailureCode): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  if (isQuotaError(thrown)) return { code: 'no-space', detail: String(thrown).slice(0, 2000) };
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return { code: fallback, detail: detail.slice(0, 2000) };
}

/** IndexedDB reports a full disk by name; Dexie wraps it as `inner`. */
function isQuotaError(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return false;
  const { name, inner } = thrown as { name?: unknown; inner?: unknown };
  return name === 'QuotaExceededError' || (inner !== thrown && isQuotaError(inner));
}
