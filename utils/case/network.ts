import type { Instant } from './values.ts';

/** One response of a redirect chain, as the browser's own connection saw it. Ends with a hop that has no `location`. */
export interface Hop {
  readonly url: string;
  readonly method: string;
  /** HTTP status; 0 where the browser did not say (a redirect made by the browser itself, e.g. HSTS). */
  readonly status: number;
  /** The `Location` this hop sent the browser to. */
  readonly location?: string;
  /** The server address this browser used; null where it was not observed (`fromCache`, service worker, `proxy`). */
  readonly ip: string | null;
  /** The proxy that the connection went to, as far as it is known; the server's own address was then not seen. */
  readonly proxy?: string;
  readonly fromCache: boolean;
  readonly at: Instant;
  readonly statusLine?: string;
  /** `server`: a real response; `browser`: made by the browser (HSTS upgrade, extension, client redirect). */
  readonly source: 'server' | 'browser';
}

/** A response header. Names as received; the values of secrets are replaced, see `omitted`. */
export interface Header {
  readonly name: string;
  readonly value: string;
  /** True where the value was a secret (a cookie, an authorization) and was left out. */
  readonly omitted?: true;
  /** Where the value was cut at the bound of the request log: how many characters it had. */
  readonly cut?: number;
  /** At the last header kept of a response with too many: how many came after it. */
  readonly further?: number;
}

/** A sub-resource of the page, or a request that failed. */
export interface NetworkRequest {
  readonly url: string;
  readonly method: string;
  /** webRequest resource type: `image`, `script`, `sub_frame`, `media`, `xmlhttprequest` … */
  readonly type: string;
  readonly frameId: number;
  readonly parentFrameId: number;
  /** URL of the document or worker that asked. */
  readonly initiator?: string;
  readonly status: number;
  /** As of {@link Hop}. */
  readonly ip: string | null;
  readonly proxy?: string;
  readonly fromCache: boolean;
  readonly startedAt: Instant;
  readonly durationMs?: number;
  readonly mediaType?: string;
  /** Bytes as `Content-Length` (or the total of a `Content-Range`) claims; null where not said. */
  readonly bytes: number | null;
  readonly redirects?: readonly Hop[];
  /** Only the headers that tell who serves it (`signatureHeaders` of hosting); absent where not read. */
  readonly headers?: readonly Header[];
  /** The browser's error text for a request that failed. */
  readonly error?: string;
  /** True for a request of the page's service worker (`tabId` −1), joined by origin. */
  readonly fromServiceWorker?: true;
}

/**
 * Why the main document's connection was not seen: it loaded before the extension watched; its own service worker
 * made it; it came back from history; its scheme needs no network; or nothing is known about why.
 */
export type NotObservedReason =
  'before-extension' | 'service-worker' | 'restored-from-history' | 'no-network' | 'not-seen';

/**
 * A proxy, and how it is known: the browser named it; the connection to a public name ended at an address of this
 * machine or a local network; or one address answered for every one of several unrelated domains.
 */
export interface ProxyUse {
  /** As the browser named it (`http 192.0.2.1:3128`), or the address the connections went to. */
  readonly address: string;
  readonly known: 'named-by-browser' | 'local-address' | 'one-address-for-all';
}

/** What the request log knows of the document in a tab. */
export interface NetworkLog {
  readonly schema: 'prima-facie/network-log/1';
  readonly tabId: number;
  /** The chain that led to the document; last is the main response. Empty where it was not observed. */
  readonly hops: readonly Hop[];
  readonly mainResponse: {
    readonly url: string;
    readonly status: number;
    readonly statusLine: string;
    readonly headers: readonly Header[];
    /** As of {@link Hop}. */
    readonly ip: string | null;
    readonly proxy?: string;
    readonly fromCache: boolean;
    readonly at: Instant;
  } | null;
  readonly notObserved?: NotObservedReason;
  /** Set where connections went to a proxy instead of to the servers. */
  readonly proxy?: ProxyUse;
  /** How the document was reached, as webNavigation says: `link`, `typed`, `client_redirect` … */
  readonly transition?: { readonly type: string; readonly qualifiers: readonly string[] };
  readonly requests: readonly NetworkRequest[];
  /** Requests beyond the bound of the log: counted, not kept. */
  readonly dropped: number;
}
