/** Languages of the interface, the report and the notices. */
export type Language = 'en' | 'zh-CN' | 'ja';

/** Everything the user can set. Stored whole; every field has a default, so older rows stay readable. */
export interface Settings {
  /** Named in the custody log, `capture.json` and the declaration. */
  readonly operatorName: string;
  readonly language: Language | 'auto';
  /** The case the last capture went to; empty before the first. */
  readonly currentCaseId: string;
  /** Free space, in bytes, below which a capture is refused before it starts. */
  readonly minimumFreeBytes: number;
  /** Longest side of the page, in CSS pixels, that is captured; beyond it `truncated` is recorded. */
  readonly maximumPageHeight: number;
  /** Whether to scroll through the page first so that lazy images load. */
  readonly scrollPass: boolean;
  /** Time for the scroll pass. */
  readonly scrollPassMs: number;
  readonly lookups: 'off' | 'on' | 'ask';
  readonly dohUrls: readonly string[];
  /** Empty: the bundled bootstrap. */
  readonly rdapBootstrapUrl: string;
  /** Timestamp authorities, in the order they are asked; empty: no timestamps. */
  readonly tsaUrls: readonly string[];
  /** PEM roots trusted for timestamps besides the bundled ones. */
  readonly tsaRootPem: string;
  /** For tests on loopback: lookups and fetches may go to private addresses. */
  readonly allowPrivateAddresses: boolean;
  /** Largest response body kept by a recorded capture, in bytes. */
  readonly maximumBodyBytes: number;
  /** Whether a recorded capture keeps audio and video. */
  readonly recordMedia: boolean;
}

/** Settings of a fresh installation. */
export const DEFAULT_SETTINGS: Settings = {
  operatorName: '',
  language: 'auto',
  currentCaseId: '',
  minimumFreeBytes: 300 * 1024 * 1024,
  maximumPageHeight: 200_000,
  scrollPass: true,
  scrollPassMs: 30_000,
  lookups: 'ask',
  dohUrls: ['https://cloudflare-dns.com/dns-query', 'https://dns.google/resolve'],
  rdapBootstrapUrl: '',
  tsaUrls: [],
  tsaRootPem: '',
  allowPrivateAddresses: false,
  maximumBodyBytes: 200 * 1024 * 1024,
  recordMedia: false,
};
