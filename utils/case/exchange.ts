import type { Header } from './network.ts';
import type { Digest, Instant } from './values.ts';

/** The kept bytes of a request's or response's body: an artifact, by its digest. */
export interface ExchangeBody {
  readonly digest: Digest;
  /** Bytes kept. */
  readonly size: number;
  /**
   * `decoded`: the browser handed the bytes over after it undid `Content-Encoding` and `Transfer-Encoding`;
   * `as-sent`: the bytes as they came; `text`: only the text was to be had, and stands here as UTF-8.
   */
  readonly form: 'decoded' | 'as-sent' | 'text';
  /** Present where bytes are missing. The reasons are those of `WARC-Truncated` (WARC 1.1, section 5.13). */
  readonly truncated?: {
    readonly reason: 'length' | 'time' | 'disconnect' | 'unspecified';
    /** The setting that cut it, in bytes, where one did. */
    readonly capBytes?: number;
    /** Bytes there would have been; null where not known. */
    readonly totalBytes: number | null;
  };
}

/** TLS of a connection, as the browser itself reports it. */
export interface ConnectionSecurity {
  /** `TLS 1.3`, `QUIC` … */
  readonly protocol: string;
  readonly cipher: string;
  readonly keyExchange?: string;
  /** These are absent where the browser names no certificate (Firefox, for a connection it does not trust). */
  readonly subject?: string;
  readonly issuer?: string;
  readonly validFrom?: Instant;
  readonly validTo?: Instant;
  readonly subjectAlternativeNames?: readonly string[];
  /** The chain as PEM, the server's certificate first; absent where the browser does not give it. */
  readonly chainPem?: readonly string[];
  /** What the browser thought of it: `secure`, `insecure`, `broken`, `weak`, `unknown`. */
  readonly state?: string;
}

/** A response as the browser's own connection brought it. */
export interface ExchangeResponse {
  readonly status: number;
  readonly statusText: string;
  /** The status line as sent; absent for HTTP/2 and HTTP/3, which have none. */
  readonly statusLine?: string;
  /** In the order received, repeated names as often as they came. */
  readonly headers: readonly Header[];
  /** `raw`: as they came over the wire; `shown`: as the browser shows them, some may be missing. */
  readonly headersForm: 'raw' | 'shown';
  readonly mediaType: string;
}

/** One request with its response, recorded while it happened. A redirect is an exchange of its own. */
export interface Exchange {
  /** The browser's id for the request and the hop within it: `1000.1:0`. Unique within a capture. */
  readonly id: string;
  readonly url: string;
  readonly method: string;
  /** CDP or webRequest resource type in lower case: `document`, `image`, `media`, `xhr` … */
  readonly type: string;
  /** The frame that asked, and its document's address. */
  readonly frameId?: string;
  readonly documentUrl?: string;
  readonly startedAt: Instant;
  readonly durationMs?: number;
  readonly requestHeaders: readonly Header[];
  readonly requestBody?: ExchangeBody;
  /** Null where the request failed or was still open at the end of the recording. */
  readonly response: ExchangeResponse | null;
  /** The address of the server's end of the connection; null where it was not observed. */
  readonly ip: string | null;
  readonly port?: number;
  /** ALPN name or HTTP version: `h2`, `h3`, `http/1.1`. */
  readonly protocol: string | null;
  readonly security: ConnectionSecurity | null;
  readonly fromCache: 'no' | 'disk' | 'memory' | 'service-worker' | 'prefetch';
  readonly body: ExchangeBody | null;
  /** Why there is no body: `redirect`, `not allowed by the setting`, `the browser no longer had it` … */
  readonly bodyMissing?: string;
  /** The browser's error text for a request that failed. */
  readonly error?: string;
}
