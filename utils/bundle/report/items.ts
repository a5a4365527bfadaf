import type { Item } from '../../case/dispute.ts';
import { HOSTING_CATALOG } from '../../i18n/catalog/hosting.ts';
import { translator } from '../../i18n/translate.ts';
import { urlList } from './cover.ts';
import { html, type Html, type HtmlValue } from './html.ts';
import { sectionLink, type CaptureSummary, type ReportModel } from './model.ts';
import type { ReportWriter } from './writer.ts';

/** What is said to infringe, one by one, with where it was seen. */
export function itemsSection(model: ReportModel, w: ReportWriter): Html | null {
  const { items } = model.file;
  if (items.length === 0) return null;
  return html`<section id="items">
    <h2>${w.t('items')}</h2>
    ${items.map((item, index) => itemHtml(item, index + 1, model, w))}
  </section>`;
}

function itemHtml(item: Item, number: number, model: ReportModel, w: ReportWriter): Html {
  const seen = capturesOf(item, model.captures);
  const work = model.file.works.find(({ id }) => id === item.workId);
  const cropPath = item.mark?.cropPath;
  const crop = cropPath ? seen.map(({ pictures }) => pictures.get(cropPath)).find(Boolean) : undefined;
  const first = seen.find(({ picture }) => picture);
  const picture = crop ?? first?.picture;
  const alt = crop ? w.t('picture-of-item', { number }) : w.t('picture-of', { host: first?.host ?? '' });
  return html`<article class="card item">
    <h3>${w.t('item', { number })}: ${w.text(item.description)}</h3>
    ${picture ? html`<img class="thumb ${crop ? 'crop' : ''}" src="${picture}" alt="${alt}" loading="lazy" />` : null}
    ${w.terms([
      [w.t('work'), work ? w.text(work.title) : null],
      [w.t('right'), item.right ? w.t(`right-${item.right}`) : null],
      [w.t('mode'), w.t(`mode-${item.mode}`)],
      [w.t('page'), w.url(item.pageUrl)],
      [w.t('urls'), item.urls.length ? urlList(item.urls, w) : null],
      [w.t('server-address'), serverLines(item, seen, w)],
      [w.t('served-by'), roleLines(item, seen, w)],
      [w.t('account'), item.account ? w.text(item.account) : null],
      [w.t('found-at'), w.time(item.foundAt)],
      [w.t('observations'), item.observations.length ? observationList(item, w) : null],
      [
        w.t('seen-in'),
        seen.length
          ? seen.map(
              (capture) =>
                html`<a href="${sectionLink(model, capture)}"
                  >${w.t('capture', { number: capture.number })}</a
                > `,
            )
          : null,
      ],
    ])}
  </article>`;
}

/** The captures an item is tied to; where it is tied to none, those of its very address. */
function capturesOf(item: Item, captures: readonly CaptureSummary[]): CaptureSummary[] {
  const tied = captures.filter(({ id }) => item.captureIds.includes(id));
  if (tied.length > 0) return tied;
  return captures.filter(({ url }) => url === item.pageUrl || item.urls.includes(url));
}

function observationList(item: Item, w: ReportWriter): Html {
  return html`<ul>
    ${item.observations.map(
      ({ kind, text, observedAt }) =>
        html`<li>${w.t(`seen-${kind}`)}: ${w.text(text)} · ${w.time(observedAt)}</li>`,
    )}
  </ul>`;
}

/** The address that each capture of the page was served from. */
function serverLines(item: Item, seen: readonly CaptureSummary[], w: ReportWriter): HtmlValue {
  const own = hostOf(item.pageUrl);
  const lines = seen.flatMap(({ host, serverAddress, status }) =>
    serverAddress && host === own
      ? [`${host}: ${serverAddress}${status === null ? '' : ` (${status})`}`]
      : [],
  );
  return lines.length > 0 ? [...new Set(lines)].map((line) => html`<p>${w.text(line)}</p>`) : null;
}

/** Who plays which role for the item: for the hosts of its own addresses, and of its page. */
function roleLines(item: Item, seen: readonly CaptureSummary[], w: ReportWriter): HtmlValue {
  const h = translator(HOSTING_CATALOG, w.language);
  const hosts = new Set([item.pageUrl, ...item.urls].map((url) => hostOf(url).replace(/:\d+$/, '')));
  const lines = seen
    .flatMap(({ roles }) => roles)
    .filter(({ host }) => hosts.has(host))
    .map(
      ({ role, provider, host, address, confidence }) =>
        `${h(`role-${role}`)}: ${provider}, ${[host, address].filter(Boolean).join(', ')} (${h(`confidence-${confidence}`)})`,
    );
  return lines.length > 0 ? [...new Set(lines)].map((line) => html`<p>${w.text(line)}</p>`) : null;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
