import {
  MAXIMUM_TEXT,
  MAXIMUM_URLS,
  numberOf,
  resolveUrl,
  type MediaManifest,
  type MediaVariant,
} from './manifest.ts';

/** Longest line that is read, in characters. */
const MAXIMUM_LINE = 16_384;

type Attributes = ReadonlyMap<string, string>;

/**
 * Reads an HLS playlist (RFC 8216), bounded in size and in what it keeps; unknown tags are passed over.
 * @returns null where the text is no playlist.
 */
export function parseHls(text: string, url: string): MediaManifest | null {
  const start = text.codePointAt(0) === 0xfeff ? text.slice(1) : text;
  if (!start.trimStart().startsWith('#EXTM3U')) return null;
  const state = new Playlist(url);
  for (const line of start.slice(0, MAXIMUM_TEXT).split(/\r?\n|\r/)) state.line(line.trim());
  return state.result(start.length > MAXIMUM_TEXT);
}

class Playlist {
  readonly #url: string;
  readonly #variants: MediaVariant[] = [];
  readonly #segments = new Set<string>();
  readonly #protection = new Map<string, { method: string; url?: string }>();
  #pending: Attributes | null = null;
  #duration = 0;
  #count = 0;
  #ended = false;
  #truncated = false;

  constructor(url: string) {
    this.#url = url;
  }

  line(line: string): void {
    if (line === '') return;
    if (line.length > MAXIMUM_LINE) {
      this.#truncated = true;
      return;
    }
    if (!line.startsWith('#')) this.#address(line);
    else if (line.startsWith('#EXT')) this.#tag(line);
  }

  #address(reference: string): void {
    const url = resolveUrl(reference, this.#url);
    const attributes = this.#pending;
    this.#pending = null;
    if (attributes) this.#variant('variant', attributes, url);
    else {
      this.#count += 1;
      this.#segment(url);
    }
  }

  #segment(url: string | null): void {
    if (url === null) return;
    if (this.#segments.size < MAXIMUM_URLS) this.#segments.add(url);
    else this.#truncated ||= !this.#segments.has(url);
  }

  #tag(line: string): void {
    const at = line.indexOf(':');
    const name = at < 0 ? line : line.slice(0, at);
    const value = at < 0 ? '' : line.slice(at + 1);
    if (name === '#EXTINF') this.#duration += numberOf(value.split(',')[0]) ?? 0;
    else if (name === '#EXT-X-ENDLIST') this.#ended = true;
    else if (name === '#EXT-X-STREAM-INF') this.#pending = attributesOf(value);
    else if (name === '#EXT-X-MAP') this.#segment(this.#uri(attributesOf(value)));
    else if (name === '#EXT-X-KEY' || name === '#EXT-X-SESSION-KEY') this.#key(attributesOf(value));
    else if (name === '#EXT-X-MEDIA') this.#media(attributesOf(value));
    else if (name === '#EXT-X-I-FRAME-STREAM-INF') {
      const attributes = attributesOf(value);
      this.#variant('trick-play', attributes, this.#uri(attributes));
    }
  }

  #uri(attributes: Attributes): string | null {
    const uri = attributes.get('URI');
    return uri === undefined ? null : resolveUrl(uri, this.#url);
  }

  #media(attributes: Attributes): void {
    const kinds: Readonly<Record<string, MediaVariant['kind']>> = {
      AUDIO: 'audio',
      SUBTITLES: 'subtitles',
      VIDEO: 'video',
    };
    const kind = kinds[attributes.get('TYPE') ?? ''];
    const url = this.#uri(attributes);
    // Without an address the rendition is in the variants' own segments.
    if (kind && url !== null) this.#variant(kind, attributes, url);
  }

  #variant(kind: MediaVariant['kind'], attributes: Attributes, url: string | null): void {
    if (this.#variants.length >= MAXIMUM_URLS) {
      this.#truncated = true;
      return;
    }
    const size = /^(\d{1,6})x(\d{1,6})$/i.exec(attributes.get('RESOLUTION') ?? '');
    const texts = { codecs: 'CODECS', name: 'NAME', language: 'LANGUAGE' } as const;
    const bandwidth = numberOf(attributes.get('BANDWIDTH'));
    this.#variants.push({
      kind,
      url,
      ...(bandwidth === undefined ? {} : { bandwidth }),
      ...(size ? { width: Number(size[1]), height: Number(size[2]) } : {}),
      ...Object.fromEntries(
        Object.entries(texts).flatMap(([key, attribute]) => {
          const value = attributes.get(attribute);
          return value === undefined ? [] : [[key, value.slice(0, 200)]];
        }),
      ),
    });
  }

  #key(attributes: Attributes): void {
    const method = (attributes.get('METHOD') ?? 'NONE').slice(0, 100);
    const url = this.#uri(attributes);
    if (method === 'NONE' || this.#protection.size >= 100) return;
    this.#protection.set(`${method} ${url}`, { method, ...(url === null ? {} : { url }) });
  }

  result(cut: boolean): MediaManifest {
    const isList = this.#count > 0 || this.#segments.size > 0;
    return {
      url: this.#url,
      kind: 'hls',
      live: isList ? !this.#ended : null,
      durationSeconds: isList ? Math.round(this.#duration * 1000) / 1000 : null,
      variants: this.#variants,
      segments: [...this.#segments],
      segmentCount: isList ? this.#count : null,
      protection: [...this.#protection.values()],
      truncated: this.#truncated || cut,
    };
  }
}

/** An attribute list (RFC 8216, 4.2): `NAME=value` or `NAME="value"`, with commas between. */
function attributesOf(text: string): Attributes {
  const attributes = new Map<string, string>();
  for (const [, name, quoted, plain] of text.matchAll(/(?<![A-Z0-9-])([A-Z0-9-]+)=(?:"([^"]*)"|([^",]*))/g)) {
    if (name !== undefined && attributes.size < 50) attributes.set(name, quoted ?? plain?.trim() ?? '');
  }
  return attributes;
}
