/** Longest manifest that is read, in characters; more is left out and said so. */
export const MAXIMUM_TEXT = 4 * 1024 * 1024;
/** Most addresses of a kind that are kept of one manifest. */
export const MAXIMUM_URLS = 5000;

/** One quality, language or picture track a manifest offers. */
export interface MediaVariant {
  readonly kind: 'variant' | 'audio' | 'subtitles' | 'video' | 'trick-play';
  /** Of its own manifest or file; null where the manifest gives its segments by a pattern only. */
  readonly url: string | null;
  /** Bits per second. */
  readonly bandwidth?: number;
  readonly width?: number;
  readonly height?: number;
  readonly codecs?: string;
  readonly name?: string;
  readonly language?: string;
}

/** What a streaming manifest says, with all addresses made absolute. */
export interface MediaManifest {
  readonly url: string;
  readonly kind: 'hls' | 'dash';
  /** Whether it goes on: a broadcast rather than a film. Null for a list of variants, which does not say. */
  readonly live: boolean | null;
  readonly durationSeconds: number | null;
  readonly variants: readonly MediaVariant[];
  /** Segments and initialisation segments by address, the first {@link MAXIMUM_URLS}. */
  readonly segments: readonly string[];
  /** Segments there are, kept or not; null where a pattern leaves it open. */
  readonly segmentCount: number | null;
  /** How segments are encrypted, and where keys come from. */
  readonly protection: readonly { readonly method: string; readonly url?: string }[];
  /** True where the text or its addresses were more than the bounds. */
  readonly truncated: boolean;
}

/** An absolute http(s) address, or null: what a manifest names may be anything. */
export function resolveUrl(reference: string, base: string): string | null {
  if (reference.length > 8192 || !URL.canParse(reference, base)) return null;
  const url = new URL(reference, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** A number of a manifest, or undefined. */
export function numberOf(text: string | undefined): number | undefined {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
