/** Markup that is safe to write: made by {@link html} only. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: texts and numbers are escaped, markup is kept, nothing is left out. */
export type HtmlValue = string | number | Html | null | readonly HtmlValue[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters HTML cannot carry, and those that turn the direction of what follows them. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Escapes a text for content and quoted attributes; characters nobody would see become `[U+202E]`. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(UNSEEN, (character) => `[U+${codePoint(character)}]`)
    .replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

/**
 * Makes markup out of a template. Everything interpolated is escaped unless it is {@link Html} itself, so a text
 * of a page cannot become markup; the only markup there is stands in our own source. Attributes are always quoted.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(parts.reduce((markup, part, index) => markup + markupOf(values[index - 1] ?? null) + part));
}

function markupOf(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(markupOf).join('');
  return escapeHtml(String(value));
}

/** Longest text of a page that is shown, in characters: a title may be a megabyte. */
const SHOWN = 2_000;

/** A text that a page or a person wrote: cut, and kept from changing the direction of what stands around it. */
export function foreign(text: string, cut: (count: number) => string): Html {
  if (text.length <= SHOWN) return html`<bdi>${text}</bdi>`;
  return html`<bdi>${text.slice(0, SHOWN)}</bdi> <i>${cut(text.length)}</i>`;
}

/** An address: a link where it is one of the web, plain otherwise. Nothing else ever becomes a link. */
export function address(url: string, cut: (count: number) => string): Html {
  const web = /^https?:\/\//i.test(url) && url.length <= SHOWN && URL.canParse(url);
  const text = html`<span class="url">${foreign(url, cut)}</span>`;
  return web ? html`<a href="${url}" rel="noreferrer noopener nofollow">${text}</a>` : text;
}
