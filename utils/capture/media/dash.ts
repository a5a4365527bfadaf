import {
  MAXIMUM_TEXT,
  MAXIMUM_URLS,
  numberOf,
  resolveUrl,
  type MediaManifest,
  type MediaVariant,
} from './manifest.ts';
import { xmlTokens } from './xml.ts';

const MAXIMUM_TOKENS = 200_000;
const MAXIMUM_DEPTH = 40;

/** What holds for an element and all below it. */
interface Scope {
  readonly name: string;
  base: string;
  attributes: ReadonlyMap<string, string>;
  template: ReadonlyMap<string, string>;
}

/**
 * Reads a DASH manifest (ISO/IEC 23009-1), bounded. Of segments given by a pattern the initialisation and the first
 * are written out: they show where the media come from.
 * @returns null where the text is no such manifest.
 */
export function parseDash(text: string, url: string): MediaManifest | null {
  if (!/<(?:\w+:)?MPD[\s>]/.test(text.slice(0, 4096))) return null;
  const reader = new Manifest(url);
  for (const token of xmlTokens(text.slice(0, MAXIMUM_TEXT), MAXIMUM_TOKENS)) {
    if (token.type === 'open') reader.open(token.name, token.attributes);
    else if (token.type === 'close') reader.close(token.name);
    else reader.text(token.text);
  }
  return reader.result(text.length > MAXIMUM_TEXT);
}

class Manifest {
  readonly #url: string;
  readonly #scopes: Scope[] = [];
  readonly #variants: MediaVariant[] = [];
  readonly #segments = new Set<string>();
  readonly #protection = new Map<string, { method: string; url?: string }>();
  #root: ReadonlyMap<string, string> = new Map();
  #listed = 0;
  #patterned = false;
  #truncated = false;

  constructor(url: string) {
    this.#url = url;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    const parent = this.#scopes.at(-1);
    if (this.#scopes.length >= MAXIMUM_DEPTH) return;
    if (name === 'MPD') this.#root = attributes;
    const inherits = name === 'Representation' || name === 'AdaptationSet' || name === 'Period';
    this.#scopes.push({
      name,
      base: parent?.base ?? this.#url,
      attributes: inherits ? new Map([...(parent?.attributes ?? []), ...attributes]) : attributes,
      template: parent?.template ?? new Map(),
    });
    if (name === 'SegmentTemplate' && parent) parent.template = new Map([...parent.template, ...attributes]);
    if (name === 'SegmentURL' || name === 'Initialization') this.#listedSegment(name, attributes);
    if (name === 'ContentProtection') this.#protect(attributes);
  }

  close(name: string): void {
    const scope = this.#scopes.at(-1);
    if (scope?.name !== name) return;
    this.#scopes.pop();
    if (name === 'Representation') this.#representation(scope);
  }

  /** `BaseURL` holds for the element it stands in. */
  text(text: string): void {
    const parent = this.#scopes.at(-2);
    if (this.#scopes.at(-1)?.name !== 'BaseURL' || !parent) return;
    parent.base = resolveUrl(text.trim(), parent.base) ?? parent.base;
  }

  #listedSegment(name: string, attributes: ReadonlyMap<string, string>): void {
    const reference = attributes.get(name === 'SegmentURL' ? 'media' : 'sourceURL');
    if (name === 'SegmentURL') this.#listed += 1;
    if (reference !== undefined) this.#segment(reference, this.#scopes.at(-1)?.base ?? this.#url);
  }

  #segment(reference: string, base: string): void {
    const url = resolveUrl(reference, base);
    if (url === null) return;
    if (this.#segments.size < MAXIMUM_URLS) this.#segments.add(url);
    else this.#truncated ||= !this.#segments.has(url);
  }

  #representation({ attributes, base, template }: Scope): void {
    const patterns = [template.get('initialization'), template.get('media')].filter(
      (pattern) => pattern !== undefined,
    );
    this.#patterned ||= patterns.length > 0;
    for (const pattern of patterns) this.#segment(fill(pattern, attributes, template), base);
    if (this.#variants.length >= MAXIMUM_URLS) {
      this.#truncated = true;
      return;
    }
    const numbers = { bandwidth: 'bandwidth', width: 'width', height: 'height' };
    const texts = { codecs: 'codecs', name: 'id', language: 'lang' };
    this.#variants.push({
      kind: kindOf(attributes.get('mimeType') ?? attributes.get('contentType') ?? ''),
      url: patterns.length === 0 && base !== this.#url ? base : null,
      ...Object.fromEntries(
        Object.entries(numbers).flatMap(([key, attribute]) => {
          const value = numberOf(attributes.get(attribute));
          return value === undefined ? [] : [[key, value]];
        }),
      ),
      ...Object.fromEntries(
        Object.entries(texts).flatMap(([key, attribute]) => {
          const value = attributes.get(attribute);
          return value === undefined ? [] : [[key, value.slice(0, 200)]];
        }),
      ),
    });
  }

  #protect(attributes: ReadonlyMap<string, string>): void {
    const method = (attributes.get('value') ?? attributes.get('schemeIdUri') ?? 'unknown').slice(0, 100);
    if (this.#protection.size < 100) this.#protection.set(method, { method });
  }

  result(cut: boolean): MediaManifest {
    return {
      url: this.#url,
      kind: 'dash',
      live: this.#root.get('type') === 'dynamic',
      durationSeconds: secondsOf(this.#root.get('mediaPresentationDuration')),
      variants: this.#variants,
      segments: [...this.#segments],
      segmentCount: this.#patterned ? null : this.#listed,
      protection: [...this.#protection.values()],
      truncated: this.#truncated || cut,
    };
  }
}

function kindOf(mediaType: string): MediaVariant['kind'] {
  if (mediaType.startsWith('audio')) return 'audio';
  return mediaType.startsWith('text') || mediaType.includes('ttml') ? 'subtitles' : 'variant';
}

/** Fills `$RepresentationID$`, `$Bandwidth$`, `$Number%05d$` and `$Time$` with those of the first segment. */
function fill(
  pattern: string,
  attributes: ReadonlyMap<string, string>,
  template: ReadonlyMap<string, string>,
): string {
  const values: Readonly<Record<string, string>> = {
    RepresentationID: attributes.get('id') ?? '',
    Bandwidth: attributes.get('bandwidth') ?? '',
    Number: template.get('startNumber') ?? '1',
    Time: '0',
  };
  return pattern.replace(
    /\$(?:(RepresentationID|Bandwidth|Number|Time)(?:%0(\d{1,2})d)?)?\$/g,
    (_whole, name: string | undefined, width: string | undefined) =>
      name === undefined ? '$' : (values[name] ?? '').padStart(Number(width ?? 0), '0'),
  );
}

/** Seconds of an ISO 8601 duration of days and less; null for anything else. */
function secondsOf(duration: string | undefined): number | null {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(duration ?? '');
  if (!match) return null;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}
