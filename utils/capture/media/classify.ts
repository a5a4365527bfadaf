import type { NetworkRequest } from '../../case/network.ts';

/** What part a request plays in playing media. */
export type MediaPart = 'manifest' | 'segment' | 'file' | 'disguised' | 'key' | 'none';

/** Fewest requests, and bytes on average, that make a sequence of scripts' downloads look like a film in disguise. */
const SEQUENCE = 5;
const SEQUENCE_BYTES = 100_000;

/** What a request is by its own type and address. `listed`: addresses that manifests name as segments. */
export function partOf(
  request: NetworkRequest,
  listed: ReadonlySet<string>,
  keys: ReadonlySet<string>,
): MediaPart {
  const type = (request.mediaType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const path = pathOf(request.url);
  if (
    /mpegurl|dash\+xml|vnd\.ms-sstr\+xml|f4m\+xml/.test(type) ||
    /\.(?:m3u8|mpd|ism\/manifest)$/i.test(path)
  ) {
    return 'manifest';
  }
  if (keys.has(request.url)) return 'key';
  if (listed.has(request.url)) return isPlain(type) ? 'disguised' : 'segment';
  if (/^video\/(?:mp2t|iso\.segment)$|^audio\/(?:iso\.segment|mp2t)$/.test(type)) return 'segment';
  // A `.ts` that is not typed as a stream may be TypeScript, but nobody serves that to a browser as bytes.
  if (/\.(?:m4s|cmfv|cmfa|m2ts)$/i.test(path) || (/\.ts$/i.test(path) && !isPlain(type))) return 'segment';
  if (request.type === 'media' || /^(?:video|audio)\//.test(type)) return 'file';
  return 'none';
}

/** Media types under which segments are hidden from filters. */
function isPlain(type: string): boolean {
  return /^(?:image\/|text\/|font\/|application\/(?:javascript|json|x-javascript))/.test(type);
}

/**
 * Sequences that look like segments in disguise: several large downloads by a script (not by an image element) from
 * one folder of one host, served as pictures, style sheets or the like.
 */
export function disguisedSequences(requests: readonly NetworkRequest[]): ReadonlySet<string> {
  const suspects = requests.filter(
    ({ type, mediaType }) =>
      (type === 'xmlhttprequest' || type === 'fetch' || type === 'other') && isPlain(mediaType ?? ''),
  );
  const folders = Map.groupBy(suspects, ({ url }) => `${hostOf(url)}${pathOf(url).replace(/[^/]*$/, '')}`);
  const found = new Set<string>();
  for (const sequence of folders.values()) {
    const known = sequence.flatMap(({ bytes }) => (bytes === null ? [] : [bytes]));
    const mean = known.reduce((sum, bytes) => sum + bytes, 0) / Math.max(1, known.length);
    const isLarge = sequence.length >= SEQUENCE && mean >= SEQUENCE_BYTES;
    if (isLarge) for (const { url } of sequence) found.add(url);
  }
  return found;
}

/** `host:port` of an address, or empty. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}
