import { textRuns } from './html-text.ts';

/** How the page shown and the page fetched again differ. Corroboration: neither outcome proves or disproves. */
export interface PageDifference {
  /**
   * `same`: every line of text shown stands, whole, in what was fetched, and every address is named there (letters and
   * digits are compared, not bytes); `differs`: some do not; `not-comparable`: nothing can be said, see `why`.
   */
  readonly verdict: 'same' | 'differs' | 'not-comparable';
  /** Share, 0 to 1, of the shown page's lines of visible text that the fetched page holds too. */
  readonly sharedText: number;
  /** Lines of the shown page that the fetched one lacks; the first few. */
  readonly onlyShown: readonly string[];
  /** Share of the shown page's links, images, frames and media that the fetched page names too. */
  readonly sharedUrls: number;
  /** Why nothing can be said, in English. */
  readonly why?: string;
}

/** What was shown. */
export interface ShownPage {
  readonly text: string;
  readonly urls: readonly string[];
  /** HTTP status of the page shown; null where it was not observed. */
  readonly status: number | null;
}

const LINES_SHOWN = 20;
const LINE_LENGTH = 200;
/** Fewer letters and digits than this are found by chance in any page. */
const LEAST_TEXT = 12;
/** Places of one line that are looked at: a line of one letter may be found everywhere. */
const MAXIMUM_PLACES = 1_000;

/** Letters and digits alone: white space, marks and markup differ between a DOM and its source. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** Whether a line begins and ends where runs of the fetched text do: `1` is not found in `Error 1020`. */
function finder(fetched: string): { readonly isEmpty: boolean; readonly has: (line: string) => boolean } {
  const runs = textRuns(fetched).map(plain).filter(Boolean);
  const whole = new Set(runs);
  const source = runs.join('');
  const edges = new Set<number>([0]);
  let end = 0;
  for (const run of runs) edges.add((end += run.length));
  const has = (line: string): boolean => {
    if (whole.has(line)) return true;
    let at = source.indexOf(line);
    for (let places = 0; at !== -1 && places < MAXIMUM_PLACES; places += 1) {
      if (edges.has(at) && edges.has(at + line.length)) return true;
      at = source.indexOf(line, at + 1);
    }
    return false;
  };
  return { isEmpty: source.length === 0, has };
}

/** Compares what was shown with what the server sent to a reader without credentials. */
export function comparePages(
  shown: ShownPage,
  fetched: { readonly text: string; readonly status: number },
): PageDifference {
  const found = finder(fetched.text);
  const lines = shown.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => plain(line).length > 0);
  const why = obstacle(shown, lines, fetched.status, found.isEmpty);
  if (why !== null) return { verdict: 'not-comparable', sharedText: 0, onlyShown: [], sharedUrls: 0, why };
  const missing = lines.filter((line) => !found.has(plain(line)));
  const names = shown.urls.map((url) => url.split(/[?#]/)[0]?.split('/').at(-1) ?? '').filter(Boolean);
  const named = names.filter((name) => fetched.text.includes(name));
  const share = (part: number, whole: number) => (whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000);
  return {
    verdict: missing.length === 0 && named.length === names.length ? 'same' : 'differs',
    sharedText: share(lines.length - missing.length, lines.length),
    onlyShown: missing.slice(0, LINES_SHOWN).map((line) => line.slice(0, LINE_LENGTH)),
    sharedUrls: share(named.length, names.length),
  };
}

function obstacle(
  { status }: ShownPage,
  lines: readonly string[],
  fetchedStatus: number,
  isEmpty: boolean,
): string | null {
  if (status !== null && status !== 304 && status !== fetchedStatus)
    return `status ${fetchedStatus}; the page shown came with ${status}`;
  if ((status === null || status === 304) && (fetchedStatus < 200 || fetchedStatus > 299))
    return `status ${fetchedStatus}`;
  if (isEmpty) return 'no text came';
  const letters = lines.reduce((sum, line) => sum + plain(line).length, 0);
  return letters < LEAST_TEXT ? `the page shown has ${letters} letters and digits of text, too few` : null;
}
