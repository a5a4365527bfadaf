import type { Item } from '../case/dispute.ts';
import type { NoticeContent } from '../case/notice.ts';

/** Host of a URL as the URL standard writes it; null where it is not a URL with a host. */
export function hostOf(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed && parsed.hostname !== '' ? parsed.hostname : null;
}

/** Hosts of the items' pages, each once. */
export function sitesOf(items: readonly Pick<Item, 'pageUrl'>[]): string[] {
  return [...new Set(items.flatMap(({ pageUrl }) => hostOf(pageUrl) ?? []))];
}

/** Whether a URL names one exact place that a provider can act on. */
export function isExactAddress(url: string): boolean {
  const parsed = URL.parse(url);
  if (!parsed) return false;
  if (parsed.protocol === 'magnet:') return parsed.search.length > 1;
  return (
    ['http:', 'https:', 'ftp:', 'ftps:', 'ws:', 'wss:'].includes(parsed.protocol) && parsed.hostname !== ''
  );
}

/** Whether a URL is no more than the front door of a site. */
export function isHomePage(url: string): boolean {
  const parsed = URL.parse(url);
  if (!parsed || parsed.hostname === '') return false;
  return /^\/?(index\.\w+)?$/.test(parsed.pathname) && parsed.search === '' && parsed.hash.length < 3;
}

/**
 * The addresses of an item against which a measure is asked: the thing's own URLs first, then the page.
 * `scopeHosts` narrows them to what the recipient serves; empty: all.
 */
export function addressesOf(item: Item, scopeHosts: readonly string[] = []): string[] {
  const all = [...new Set([...item.urls, item.pageUrl].map((url) => url.trim()).filter((url) => url !== ''))];
  if (scopeHosts.length === 0) return all;
  return all.filter((url) => {
    const host = hostOf(url);
    return host !== null && scopeHosts.includes(host);
  });
}

/** Every address of a notice, each once, in the order of the items. */
export function noticeAddresses(content: Pick<NoticeContent, 'items' | 'scopeHosts'>): string[] {
  return [...new Set(content.items.flatMap((item) => addressesOf(item, content.scopeHosts)))];
}

/**
 * A URL as RFC 3986 allows it to be written, for formats that check. Browsers keep some characters (`|`, `{`, a lone
 * `%`, brackets in a path) that it does not allow; they are percent-encoded, which servers read the same.
 * @returns null where the text is no absolute URL.
 */
export function toUri(url: string): string | null {
  const parsed = URL.parse(url.trim());
  if (!parsed) return null;
  const authority = parsed.href.slice(
    0,
    parsed.href.indexOf(parsed.pathname, parsed.protocol.length + (parsed.host ? 2 : 0)),
  );
  return [
    parsed.host === '' ? parsed.protocol : authority,
    escapePart(parsed.pathname),
    escapePart(parsed.search),
    parsed.hash === '' ? '' : `#${escapePart(parsed.hash.slice(1))}`,
  ].join('');
}

function escapePart(part: string): string {
  return part
    .replaceAll(/%(?![0-9a-f]{2})/gi, '%25')
    .replaceAll(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, (character) =>
      character === '#' ? '%23' : encodeURIComponent(character),
    );
}
