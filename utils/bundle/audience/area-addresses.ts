import type { CaptureDocument } from '../../case/capture-document.ts';
import type { Box, PageFacts } from '../../case/facts.ts';
import type { Redaction } from '../../case/redaction.ts';
import type { Digest } from '../../case/values.ts';
import { CAPTURE_DOCUMENT } from '../layout.ts';
import type { BundledCapture } from '../ports.ts';
import { withoutAddressSecrets } from './addresses.ts';
import { picturePlan } from './picture-areas.ts';

/** Longer addresses carry data, which no other document repeats. */
const LONGEST = 2_000;

interface Placed {
  readonly urls: readonly string[];
  readonly box: Box | null;
}

/**
 * Addresses of what lies mainly in an area that is hidden on the page: anybody could fetch from them what was painted
 * over. Not the page's own address, nor one that it begins with.
 */
export async function addressesUnder(
  { capture, entries }: BundledCapture,
  redactions: readonly Redaction[],
  read: (digest: Digest) => Promise<Blob>,
): Promise<string[]> {
  const { onPage } = picturePlan(capture.id, redactions);
  if (onPage.length === 0) return [];
  const parsed = async <T>(path: string): Promise<Partial<T>> => {
    const entry = entries.find((one) => one.path === path);
    return entry ? (JSON.parse(await (await read(entry.digest)).text()) as Partial<T>) : {};
  };
  const { resources = [] } = await parsed<PageFacts>('facts.json');
  const { items = [], frames = [], redirects = [] } = await parsed<CaptureDocument>(CAPTURE_DOCUMENT);
  const placed: Placed[] = [
    ...items,
    ...[...resources, ...frames].map(({ url, box }) => ({ urls: [url], box })),
  ];
  const pages = [capture.urlFinal, capture.urlTyped, ...redirects.map(({ url }) => url)];
  const found = placed
    .filter(({ box }) => box && onPage.some((area) => liesMainlyIn(box, area)))
    .flatMap(({ urls }) => urls)
    .filter((url) => isOfContent(url) && !pages.some((page) => page.startsWith(url)));
  return [...new Set(found.flatMap((url) => [url, withoutAddressSecrets(url)]))];
}

function isOfContent(url: string): boolean {
  return /^https?:\/\/[^/]+\/./.test(url) && url.length <= LONGEST;
}

/** Whether at least half of a box lies in an area. */
export function liesMainlyIn(box: Box, area: Box): boolean {
  const width = Math.min(box.x + box.width, area.x + area.width) - Math.max(box.x, area.x);
  const height = Math.min(box.y + box.height, area.y + area.height) - Math.max(box.y, area.y);
  return width > 0 && height > 0 && 2 * width * height >= box.width * box.height;
}
