import { REPORT } from '../../i18n/catalog/report.ts';
import { translator, type Translate } from '../../i18n/translate.ts';
import type { Audience } from '../../case/notice.ts';
import type { Language } from '../../case/settings.ts';
import { address, foreign, html, type Html, type HtmlValue } from './html.ts';

/** Words and small forms that every part of the report uses. */
export interface ReportWriter {
  readonly language: Language;
  readonly t: Translate<typeof REPORT>;
  /** What somebody wrote, `otherwise` where it is empty; in a copy that says so, that it is withheld. */
  named(text: string, otherwise: string): HtmlValue;
  /** A text that a page or a person wrote. */
  text(text: string): Html;
  url(url: string): Html;
  /** UTC to the second, and the time of the place where it is known. */
  time(at: string, timezone?: string | null): Html;
  bytes(count: number): string;
  /** A list of terms; a pair whose value is null is left out. */
  terms(pairs: readonly (readonly [string, HtmlValue])[]): Html;
  table(head: readonly string[], rows: readonly (readonly HtmlValue[])[], kind?: string): Html;
}

/** A {@link ReportWriter} for one language and one audience. */
export function reportWriter(language: Language, audience: Audience = 'full'): ReportWriter {
  const t = translator(REPORT, language);
  const cut = (count: number): string => t('cut-text', { count });
  const number = new Intl.NumberFormat(language);
  return {
    language,
    t,
    named: (text, otherwise) => {
      if (text !== '') return foreign(text, cut);
      return audience === 'full' ? otherwise : t('withheld');
    },
    text: (text) => foreign(text, cut),
    url: (url) => address(url, cut),
    time: (at, timezone) => timeHtml(at, timezone ?? null, language),
    bytes: (count) => number.format(count),
    terms: (pairs) =>
      html`<dl>
        ${pairs
          .filter(([, value]) => value !== null)
          .map(
            ([term, value]) =>
              html`<dt>${term}</dt>
                <dd>${value}</dd>`,
          )}
      </dl>`,
    table,
  };
}

function table(head: readonly string[], rows: readonly (readonly HtmlValue[])[], kind = ''): Html {
  return html`<div class="scroll">
    <table class="${kind}">
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, at) => html`<td data-label="${head[at] ?? ''}">${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A time as all of the report writes it: UTC, to the second; as it came where it is none. */
export function utcText(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function timeHtml(at: string, timezone: string | null, language: Language): Html {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return html`<bdi>${at}</bdi>`;
  const utc = utcText(at);
  const local = timezone ? localTime(date, timezone, language) : null;
  return html`<time datetime="${date.toISOString()}">${utc}</time
    >${local ? html` <span class="local">(${local})</span>` : null}`;
}

/** The wall clock of a time zone; null for a zone that nobody knows. */
function localTime(date: Date, timezone: string, language: Language): string | null {
  if (/^(?:Etc\/)?(?:UTC|GMT)$/.test(timezone)) return null;
  try {
    const style = { dateStyle: 'medium', timeStyle: 'long', timeZone: timezone } as const;
    return `${new Intl.DateTimeFormat(language, style).format(date)}, ${timezone}`;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
