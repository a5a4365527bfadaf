import type { Instant } from './values.ts';

/** A rectangle on the page in CSS pixels, from the page's top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What kind of element refers to a URL. */
export type ResourceKind =
  | 'link'
  | 'frame'
  | 'image'
  | 'video'
  | 'audio'
  | 'source'
  | 'poster'
  | 'background'
  | 'embed'
  | 'stylesheet'
  | 'script';

/** A URL the page refers to, with its place. */
export interface PageResource {
  readonly kind: ResourceKind;
  /** Absolute URL; a `data:` URL is cut and marked by `truncated`. */
  readonly url: string;
  /** Null where the element has no box (not displayed, in `head`). */
  readonly box: Box | null;
  /** Alternative or visible text. */
  readonly text?: string;
  readonly truncated?: true;
}

/** What the page says about itself: read by the probe in an isolated world, parsed by a schema, bounded. */
export interface PageFacts {
  readonly schema: 'prima-facie/page-facts/1';
  readonly readAt: Instant;
  readonly url: string;
  readonly canonicalUrl: string | null;
  readonly title: string;
  readonly language: string | null;
  readonly referrer: string | null;
  readonly contentType: string;
  readonly characterSet: string;
  readonly lastModified: string | null;
  readonly readyState: string;
  readonly meta: readonly { readonly name: string; readonly content: string }[];
  /** Contents of `script[type="application/ld+json"]`, as text. */
  readonly jsonLd: readonly string[];
  readonly resources: readonly PageResource[];
  readonly text: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly devicePixelRatio: number;
  readonly scroll: { readonly x: number; readonly y: number };
  readonly page: { readonly width: number; readonly height: number };
  /** Bounds that cut something: name of the field → how many there were (or characters). */
  readonly cut: Readonly<Record<string, number>>;
  /** `PerformanceNavigationTiming.nextHopProtocol`, e.g. `h2`. */
  readonly protocol: string | null;
  /** The page's own service worker was asked for the document (`PerformanceNavigationTiming.workerStart`). */
  readonly throughServiceWorker?: true;
  readonly colorScheme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  /** In `facts.json`: 32 hexadecimal digits by chance, absent from a copy, as in `capture.json`. */
  readonly salt?: string;
}
