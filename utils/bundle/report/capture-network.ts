import type { Header, Hop } from '../../case/network.ts';
import { hostingHtml } from './capture-hosting.ts';
import { html, type Html, type HtmlValue } from './html.ts';
import { hostUses, type CaptureSection } from './model.ts';
import type { ReportWriter } from './writer.ts';

/** Hosts shown in the report; the rest stays in the network log. */
const SHOWN_HOSTS = 40;

/** How the page came: hops, headers, servers, and who runs them. */
export function networkHtml(
  { document, network, capture, laterHosting }: CaptureSection,
  w: ReportWriter,
): Html {
  const hops = document?.redirects ?? network?.hops ?? [];
  const reason = document?.mainResponseNotObserved ?? network?.notObserved ?? capture.state;
  const headers = document?.mainResponse?.headers ?? [];
  return html`<h3>${w.t('hops-heading')}</h3>
    ${hops.length ? hopsTable(hops, w) : html`<p>${w.t('hops-none', { why: reason })}</p>`}
    ${headers.length ? headersHtml(headers, w) : null}
    ${document?.hosting ? hostingHtml(document.hosting, w) : null}
    ${laterHosting ? hostingHtml(laterHosting, w, true) : null} ${network ? hostsHtml(network, w) : null}`;
}

function hopsTable(hops: readonly Hop[], w: ReportWriter): Html {
  const rows = hops.map((hop) => [
    w.url(hop.url),
    statusHtml(hop, w),
    hop.location === undefined ? '–' : w.url(hop.location),
    hop.ip ? html`<code>${hop.ip}</code>` : w.t(whyNoAddress(hop)),
    w.time(hop.at),
  ]);
  const head = [w.t('address'), w.t('status'), w.t('location'), w.t('server-address'), w.t('started')];
  return w.table(head, rows, 'hops');
}

function whyNoAddress({ proxy, fromCache }: Hop) {
  return proxy === undefined ? (fromCache ? 'from-cache' : 'address-unknown') : 'through-proxy';
}

function statusHtml(hop: Hop, w: ReportWriter): HtmlValue {
  const status = hop.status || '–';
  return hop.source === 'browser' ? `${status} (${w.t('by-browser')})` : status;
}

function headersHtml(headers: readonly Header[], w: ReportWriter): Html {
  const rows = headers.map(({ name, value, omitted }) => [
    html`<code>${w.text(name)}</code>`,
    omitted ? html`<i>${w.t('header-omitted')}</i>` : w.text(value),
  ]);
  return html`<h3>${w.t('headers-heading')}</h3>
    ${w.table(['', ''], rows, 'headers')}`;
}

function hostsHtml(network: NonNullable<CaptureSection['network']>, w: ReportWriter): Html | null {
  const uses = hostUses(network);
  if (uses.length === 0) return null;
  const rows = uses
    .slice(0, SHOWN_HOSTS)
    .map(({ host, addresses, kinds, requests, bytes }) => [
      w.text(host),
      addresses.length ? html`<code>${addresses.join(', ')}</code>` : w.t('address-unknown'),
      w.text(kinds.join(', ')),
      requests,
      bytes === null ? '–' : w.bytes(bytes),
    ]);
  const head = [w.t('host'), w.t('server-address'), w.t('kinds'), w.t('requests'), w.t('bytes')];
  const more = uses.length - rows.length;
  return html`<h3>${w.t('hosts-heading')}</h3>
    ${w.table(head, rows, 'hosts')} ${more > 0 ? html`<p>${w.t('hosts-more', { count: more })}</p>` : null}`;
}
