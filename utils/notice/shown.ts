import type { Item } from '../case/dispute.ts';
import type { EvidenceCapture } from '../case/notice.ts';

/** What a capture shows of an item: one of its addresses, another page of the same host, or something else. */
export type Standing = 'own' | 'same-host' | 'elsewhere';

type Addressed = Pick<Item, 'pageUrl' | 'urls'>;
type Opened = Pick<EvidenceCapture, 'urlFinal' | 'urlTyped'>;

/** Parameters that say where a reader came from and never choose what is shown. */
const TRACKING =
  /^(?:utm_\w+|_ga|_gl|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|igshid|mc_[ce]id|spm|scm|share_source|spm_id_from|vd_source)$/i;

/**
 * Whether a capture is an item's own. It is, where the address typed or the one it led to is one of the item's,
 * compared without fragment, scheme, tracking parameters and the order of the others. An item without an address that
 * can be read is compared with nothing: that address is what is found.
 */
export function standingOf(capture: Opened, item: Addressed): Standing {
  const page = URL.parse(item.pageUrl.trim());
  const things = item.urls.flatMap((url) => URL.parse(url.trim()) ?? []);
  const wanted = page ? [page, ...things] : things;
  if (wanted.length === 0) return 'own';
  const opened = [capture.urlFinal, capture.urlTyped ?? ''].flatMap((url) => URL.parse(url.trim()) ?? []);
  const keys = new Set(wanted.map(keyOf));
  if (opened.some((url) => keys.has(keyOf(url)))) return 'own';
  // The site is the page's: a thing may lie with a media host that serves everybody.
  const hosts = new Set((page ? [page] : things).map(siteOf));
  return opened.some((url) => url.hostname !== '' && hosts.has(siteOf(url))) ? 'same-host' : 'elsewhere';
}

/** The address a capture ended at, where a reader of the notice would not expect it from the item's page. */
export function shownElsewhere(capture: Opened, item: Addressed): string | undefined {
  const page = URL.parse(item.pageUrl.trim());
  const final = URL.parse(capture.urlFinal);
  if (final) final.hash = '';
  if (page) page.hash = '';
  return final?.href === page?.href ? undefined : capture.urlFinal;
}

function siteOf({ hostname }: URL): string {
  return hostname.replace(/^www\./, '');
}

function keyOf(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  const query = new URLSearchParams(kept.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))).toString();
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  const port = url.port === '' ? '' : `:${url.port}`;
  const path = url.pathname.replace(/\/$/, '');
  return `${web ? 'web' : url.protocol}//${siteOf(url)}${port}${path}?${query}`;
}
