import type { Header, Hop } from '../case/network.ts';
import type { Digest, Instant } from '../case/values.ts';
import type { PageDifference } from './compare-pages.ts';

/** What came back when the address was asked for again without credentials. */
export interface VerificationAnswer {
  readonly url: string;
  readonly finalUrl: string;
  readonly at: Instant;
  readonly durationMs: number;
  /** From asking to the answer's headers. */
  readonly headersMs: number;
  readonly status: number;
  readonly headers: readonly Header[];
  readonly mediaType: string;
  /** Redirects and the address used, from the request log; null where the browser did not say. */
  readonly ip: string | null;
  readonly hops: readonly Hop[];
  /** The other clock, from the response's `Date` header; null where it sent none. */
  readonly serverDate: string | null;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Whether the body was cut at the bound. */
  readonly truncated: boolean;
}

/** As {@link VerificationAnswer}, with the body's digest instead of the body, and with the comparison. */
export type Verification = Omit<VerificationAnswer, 'body'> & {
  /** SHA-256 of the body as it is kept. */
  readonly bodySha256: Digest;
  readonly difference: PageDifference | null;
};
