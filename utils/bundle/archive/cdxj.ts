/**
 * CDXJ: one line per record, `SURT timestamp {JSON}`, sorted, so that a reader finds a page without reading the WARC.
 * https://specs.webrecorder.net/cdxj/0.1.0/
 */

/** Where a record lies, and what it answers. */
export interface IndexEntry {
  readonly url: string;
  /** ISO 8601. */
  readonly at: string;
  readonly mime: string;
  readonly status: number;
  /** `sha256:<hex>` of the payload. */
  readonly digest: string;
  readonly filename: string;
  /** Bytes from the start of the WARC file, and length of the gzip member. */
  readonly offset: number;
  readonly length: number;
  /** `sha256:<hex>` of the gzip member: a player can check what it reads. */
  readonly recordDigest?: string;
  /** Named where it is not GET. */
  readonly method?: string;
}

/**
 * Sort-friendly URI: the host's labels from the right, then path and sorted query in lower case, `www.` left out.
 * Addresses are not turned round. What is no http(s) address stays as it is.
 */
export function surtOf(url: string): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return url;
  const { hostname, port, pathname, search } = new URL(url.toLowerCase());
  const isAddress = hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
  const host = isAddress
    ? hostname
    : hostname
        .replace(/^www\d*\./, '')
        .split('.')
        .toReversed()
        .join(',');
  const query = search ? `?${search.slice(1).split('&').toSorted().join('&')}` : '';
  return `${host}${port ? `:${port}` : ''})${pathname}${query}`;
}

/** The 14 digits of a time that CDX uses. */
export function cdxTimestamp(at: string): string {
  return new Date(at).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** The index file. Lines are sorted by their bytes, as `LC_ALL=C sort` sorts. */
export function renderCdxj(entries: readonly IndexEntry[]): string {
  const lines = entries.map(({ at, ...fields }) => {
    const { url, mime, status, digest, length, offset, filename, recordDigest, method } = fields;
    const json = {
      url,
      mime,
      status: String(status),
      digest,
      length,
      offset,
      filename,
      recordDigest,
      method,
    };
    return `${surtOf(url).replaceAll(' ', '%20')} ${cdxTimestamp(at)} ${JSON.stringify(json)}\n`;
  });
  return lines.toSorted(byBytes).join('');
}

const encoder = new TextEncoder();

/** UTF-8 byte order; it differs from JavaScript's own for characters beyond U+FFFF. */
function byBytes(a: string, b: string): number {
  const [x, y] = [encoder.encode(a), encoder.encode(b)];
  const length = Math.min(x.length, y.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (x[index] ?? 0) - (y[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}
