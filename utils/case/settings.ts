import type { Instant } from './values.ts';

/** Languages of the interface, the report and the notices. */
export type Language = 'en' | 'zh-CN' | 'ja';

/** What the person who captures says of the surroundings an extension cannot look into. */
export interface PreCheck {
  readonly statedAt: Instant;
  /** `clean`: a browser profile made for this work. */
  readonly profile: 'clean' | 'everyday' | 'not-sure';
  readonly otherExtensions: 'none' | 'some' | 'not-sure';
  readonly proxy: 'none' | 'used' | 'not-sure';
  /** Whether time zone and clock are those of the place. */
  readonly timeZone: 'right' | 'wrong' | 'not-sure';
  /** Anything else, in the person's own words: names of extensions, of the VPN. */
  readonly remarks: string;
}

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
  /** The operator's statement about the surroundings; null until one was given. */
  readonly preCheck: PreCheck | null;
  /** Encrypted captures lock when nothing was done for this long. */
  readonly lockAfterMs: number;
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
  preCheck: null,
  lockAfterMs: 15 * 60_000,
};
