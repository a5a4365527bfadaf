import type { Exchange } from '../../case/exchange.ts';
import type { Digest } from '../../case/values.ts';

/** A file of which every byte came in some partial response (RFC 9110, 15.3.7). */
export interface WholeFile {
  readonly url: string;
  /** The exchange that brought the first byte. */
  readonly first: Exchange;
  /** Which bytes of which body, in order; together the file. */
  readonly slices: readonly { readonly digest: Digest; readonly start: number; readonly end: number }[];
  readonly size: number;
  readonly mediaType: string;
}

interface Range {
  readonly exchange: Exchange;
  readonly start: number;
  /** Exclusive, and no further than the bytes that were kept. */
  readonly end: number;
  readonly total: number;
}

/**
 * Files that can be put together from partial responses. Players cannot replay parts, so an archive holds the parts
 * as they came and, beside them, the whole. Parts are joined only where address, total size and validator
 * (`ETag`, else `Last-Modified`) agree. A single response that holds the whole file needs no joining.
 */
export function wholeFiles(exchanges: readonly Exchange[]): WholeFile[] {
  const groups = Map.groupBy(exchanges.flatMap(rangesOf), ({ exchange, total }) =>
    [exchange.url, total, validatorOf(exchange)].join('\n'),
  );
  return [...groups.values()].flatMap((ranges) => {
    const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
    const first = sorted[0];
    if (!first || (first.start === 0 && first.end === first.total)) return [];
    const slices = covering(sorted, first.total);
    if (!slices) return [];
    const { url, response } = first.exchange;
    return [
      {
        url,
        first: first.exchange,
        slices,
        size: first.total,
        mediaType: response?.mediaType ?? 'application/octet-stream',
      },
    ];
  });
}

/** Whether a partial response holds only a part of its file. */
export function isPart(exchange: Exchange): boolean {
  if (exchange.response?.status !== 206) return false;
  const range = rangesOf(exchange)[0];
  return !range || range.start !== 0 || range.end !== range.total;
}

function covering(sorted: readonly Range[], total: number): WholeFile['slices'] | null {
  const slices: { digest: Digest; start: number; end: number }[] = [];
  let have = 0;
  for (const { exchange, start, end } of sorted) {
    if (start > have) return null;
    if (end <= have || !exchange.body) continue;
    slices.push({ digest: exchange.body.digest, start: have - start, end: end - start });
    have = end;
  }
  return have === total ? slices : null;
}

function rangesOf(exchange: Exchange): Range[] {
  const { response, body } = exchange;
  if (response?.status !== 206 || !body || exchange.method !== 'GET') return [];
  const match = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(headerOf(exchange, 'content-range') ?? '');
  if (!match) return [];
  const [start, last, total] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const end = Math.min(last + 1, start + body.size, total);
  return end > start ? [{ exchange, start, end, total }] : [];
}

function validatorOf(exchange: Exchange): string {
  return headerOf(exchange, 'etag') ?? headerOf(exchange, 'last-modified') ?? '';
}

function headerOf(exchange: Exchange, name: string): string | undefined {
  return exchange.response?.headers.find((header) => header.name.toLowerCase() === name)?.value.trim();
}
