/** How the page shown and the page fetched again differ. Corroboration: neither outcome proves or disproves. */
export interface PageDifference {
  /** `same`: byte for byte the text shown; `differs`: some of it; `not-comparable`: one of the two is no text. */
  readonly verdict: 'same' | 'differs' | 'not-comparable';
  /** Share, 0 to 1, of the shown page's lines of visible text that the fetched page holds too. */
  readonly sharedText: number;
  /** Lines of the shown page that the fetched one lacks; the first few. */
  readonly onlyShown: readonly string[];
  /** Share of the shown page's links, images, frames and media that the fetched page names too. */
  readonly sharedUrls: number;
}

const LINES_SHOWN = 20;
const LINE_LENGTH = 200;

/** Letters and digits alone: white space, entities and markup differ between a DOM and its source. */
function plain(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** Text of HTML for searching, not for showing: scripts and styles out, tags out, the common entities undone. */
export function textOfHtml(html: string): string {
  return html
    .replaceAll(/<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|nbsp|#39);/g, ' ');
}

/** Compares what was shown with what the server sent to a reader without credentials. */
export function comparePages(
  shown: { readonly text: string; readonly urls: readonly string[] },
  fetched: string,
): PageDifference {
  const source = plain(textOfHtml(fetched));
  const lines = shown.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => plain(line).length > 0);
  if (source.length === 0) {
    return { verdict: 'not-comparable', sharedText: 0, onlyShown: [], sharedUrls: 0 };
  }
  const missing = lines.filter((line) => !source.includes(plain(line)));
  const names = shown.urls.map((url) => url.split(/[?#]/)[0]?.split('/').at(-1) ?? '').filter(Boolean);
  const named = names.filter((name) => fetched.includes(name));
  const share = (part: number, whole: number) => (whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000);
  return {
    verdict: missing.length === 0 && named.length === names.length ? 'same' : 'differs',
    sharedText: share(lines.length - missing.length, lines.length),
    onlyShown: missing.slice(0, LINES_SHOWN).map((line) => line.slice(0, LINE_LENGTH)),
    sharedUrls: share(named.length, names.length),
  };
}
