import type { ArtifactRole } from './artifact.ts';
import type { CaptureState, CaptureTrigger, NotCaptured, StepRecord } from './capture.ts';
import type { Box, PageFacts } from './facts.ts';
import type { HostingSummary } from './hosting.ts';
import type { CapturedItem } from './mark.ts';
import type { Header, Hop, NotObservedReason } from './network.ts';
import type { PreCheck } from './settings.ts';
import type { Digest, Instant } from './values.ts';

/** A page's change of its own address without loading: by `history.pushState` and the like, or of its fragment. */
export interface AddressChange {
  readonly at: Instant;
  readonly url: string;
  readonly by: 'history' | 'fragment';
}

/** A reading of another clock against this machine's. */
export interface ClockReading {
  /** `http-date:<host>`, `tsa:<host>`, `resolver:<host>`. */
  readonly source: string;
  readonly at: Instant;
  /** Other clock minus ours; positive: ours is behind. */
  readonly offsetMs: number;
  /** Half of it is how wrong the offset may be; an HTTP Date adds up to 1,000 ms. */
  readonly roundTripMs: number;
}

/** The surroundings of a capture that a sceptic asks about. */
export interface Circumstances {
  readonly browser: { readonly name: string; readonly version: string };
  readonly os: string;
  readonly locale: string;
  readonly languages: readonly string[];
  readonly timezone: string;
  /** Minutes to add to UTC for local time. */
  readonly utcOffsetMinutes: number;
  readonly extensionVersion: string;
  readonly incognito: boolean;
  /** `not available` in Chromium, which does not tell an extension. */
  readonly proxyObserved: string;
  /** What the operator said of what no extension can see; their statement, not an observation. */
  readonly operatorStatement?: PreCheck;
}

/**
 * `capture.json`: the last artifact of a capture. It names every other artifact of the capture with its digest,
 * so the digest of this document stands for the whole.
 */
export interface CaptureDocument {
  readonly schema: 'prima-facie/capture/1';
  readonly captureId: string;
  readonly caseId: string;
  readonly number: number;
  readonly operator: string;
  readonly trigger: CaptureTrigger;
  /** As known when this document was written; the custody log has the final word. */
  readonly state: CaptureState;
  readonly urlTyped: string;
  readonly urlFinal: string;
  readonly title: string;
  readonly redirects: readonly Hop[];
  readonly frames: readonly { readonly url: string; readonly box: Box | null }[];
  /** Addresses that the page gave itself, without loading, while it was captured; in their order. */
  readonly addressChanges?: readonly AddressChange[];
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** Duration by the monotonic clock, which no change of the wall clock touches. */
  readonly monotonicMs: number;
  readonly clock: readonly ClockReading[];
  readonly timeGrade: 'tsa' | 'local';
  readonly page: Pick<
    PageFacts,
    'viewport' | 'devicePixelRatio' | 'scroll' | 'page' | 'language' | 'canonicalUrl' | 'protocol'
  > | null;
  readonly zoom: number | null;
  /** True where the page went on below what was taken. */
  readonly truncated: boolean;
  readonly circumstances: Circumstances;
  readonly mainResponse: {
    readonly url: string;
    readonly status: number;
    readonly statusLine: string;
    readonly headers: readonly Header[];
    readonly ip: string | null;
    readonly fromCache: boolean;
    readonly at: Instant;
  } | null;
  readonly mainResponseNotObserved?: NotObservedReason;
  /** What the server sent to a stranger: corroboration, not the page shown. */
  readonly refetch?: Readonly<Record<string, unknown>>;
  /** Who serves what, and whom to write to, as found when the page was captured. */
  readonly hosting?: HostingSummary;
  /** What the user marked on the page as infringing. */
  readonly items?: readonly CapturedItem[];
  readonly steps: readonly StepRecord[];
  readonly artifacts: readonly {
    readonly path: string;
    readonly digest: Digest;
    readonly bytes: number;
    readonly mediaType: string;
    readonly role: ArtifactRole;
    readonly derivedFrom?: readonly string[];
    readonly method?: string;
    readonly takenAt: Instant;
    readonly about?: Readonly<Record<string, unknown>>;
  }[];
  readonly notCaptured: readonly NotCaptured[];
  /**
   * 32 hexadecimal digits by chance, absent from a copy that does not show all of the document: the digest of the
   * original, which the copy names, then gives nobody a way to find what is withheld by trying.
   */
  readonly salt?: string;
}
