import type { Settings } from '../case/settings.ts';
import type { Instant } from '../case/values.ts';
import type { ProviderOverride } from './directory/directory.ts';

/** The settings that lookups obey. `lookups: 'ask'` counts as not yet allowed: ask first, then pass `on`. */
export type HostingSettings = Pick<
  Settings,
  'lookups' | 'dohUrls' | 'rdapBootstrapUrl' | 'allowPrivateAddresses'
>;

/** An answer as it is kept for a day. Structured-clone safe. */
export interface CachedAnswer {
  readonly key: string;
  readonly at: Instant;
  /** Milliseconds since the epoch. */
  readonly expires: number;
  readonly source: string;
  readonly status: number;
  readonly mediaType: string;
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly hops: readonly string[];
  /** For an address block: what the answer is good for, in CIDR notation. */
  readonly cidrs?: readonly string[];
}

/** Where answers are kept between captures. Keys begin with the kind and a colon. */
export interface LookupCache {
  get(key: string): Promise<CachedAnswer | undefined>;
  put(answer: CachedAnswer): Promise<void>;
  /** Answers whose key begins with `prefix`. */
  list(prefix: string): Promise<readonly CachedAnswer[]>;
}

/** What Firefox's own resolver says. */
export interface BrowserResolution {
  readonly addresses: readonly string[];
  readonly canonicalName?: string;
}

/** Everything a lookup needs of the world. */
export interface HostingEnvironment {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => Date;
  /** Milliseconds of a clock that never jumps. */
  readonly monotonicNow: () => number;
  readonly cache: LookupCache;
  readonly settings: HostingSettings;
  /** The user's corrections of the directory. */
  readonly overrides?: readonly ProviderOverride[];
  /** Reads them when they are needed, where `overrides` does not name them. */
  readonly loadOverrides?: () => Promise<readonly ProviderOverride[]>;
  /** Firefox: `dns.resolve(host, ['bypass_cache', 'canonical_name'])`. */
  readonly resolveWithBrowser?: (host: string) => Promise<BrowserResolution>;
  /**
   * Where a browser's `fetch` hides the target of a redirect (`opaqueredirect`), this may tell it, e.g. from
   * webRequest. Without it such a redirect is followed by the browser and its end is checked afterwards.
   */
  readonly redirectTarget?: (url: string) => Promise<string | null>;
  readonly limits?: Partial<HostingLimits>;
  /**
   * Kept answers from before this instant (milliseconds since the epoch) are not used: who asks to look up again
   * wants to know what is true now.
   */
  readonly notBefore?: number;
}

/** Whether a kept answer may be used instead of asking. */
export function isStillGood(kept: CachedAnswer, env: Pick<HostingEnvironment, 'now' | 'notBefore'>): boolean {
  return kept.expires > env.now().getTime() && Date.parse(kept.at) >= (env.notBefore ?? 0);
}

/** Bounds of lookups. */
export interface HostingLimits {
  /** Of one request, body included. */
  readonly requestMs: number;
  /** Of all lookups of a capture. */
  readonly totalMs: number;
  readonly bodyBytes: number;
  readonly redirects: number;
}

/** Used where an environment names none. */
export const DEFAULT_LIMITS: HostingLimits = {
  requestMs: 8_000,
  totalMs: 25_000,
  bodyBytes: 1_048_576,
  redirects: 5,
};

/** The environment's bounds. */
export function limitsOf(env: HostingEnvironment): HostingLimits {
  return { ...DEFAULT_LIMITS, ...env.limits };
}

/** A cache in memory: for the command line and for tests. Keeps the 500 answers last put. */
export function memoryCache(): LookupCache {
  const answers = new Map<string, CachedAnswer>();
  return {
    get: (key) => Promise.resolve(answers.get(key)),
    put: (answer) => {
      answers.delete(answer.key);
      answers.set(answer.key, answer);
      const oldest = answers.keys().next().value;
      if (answers.size > 500 && oldest !== undefined) answers.delete(oldest);
      return Promise.resolve();
    },
    list: (prefix) => Promise.resolve([...answers.values()].filter(({ key }) => key.startsWith(prefix))),
  };
}
