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
  /** Why nothing can be said, or not of all of the page, in English. */
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
/** Characters that are searched in all for lines and addresses that do not stand alone: well under a second. */
const MAXIMUM_SEARCHED = 250_000_000;
/** Lines beyond these are not looked for. */
const MAXIMUM_LINES = 50_000;

/** A line as it is shown, and what of it is compared. */
interface Line {
  readonly line: string;
  readonly letters: string;
}

/** Letters and digits alone: white space, marks and markup differ between a DOM and its source. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** Whether a line begins and ends where runs of the fetched text do: `1` is not found in `Error 1020`. */
function finder(fetched: string): {
  readonly isEmpty: boolean;
  readonly has: (line: string) => boolean | null;
} {
  const runs = textRuns(fetched).map(plain).filter(Boolean);
  const whole = new Set(runs);
  const source = runs.join('');
  const edges = new Set<number>([0]);
  let end = 0;
  for (const run of runs) edges.add((end += run.length));
  let left = MAXIMUM_SEARCHED;
  const has = (line: string): boolean | null => {
    if (whole.has(line)) return true;
    if (left < 0) return null;
    left -= source.length;
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
  const all = shown.text.split('\n');
  const lines = all.slice(0, MAXIMUM_LINES).flatMap((line): Line[] => {
    const letters = plain(line);
    return letters === '' ? [] : [{ line: line.trim(), letters }];
  });
  const beyond = Math.max(0, all.length - MAXIMUM_LINES);
  const why = obstacle(shown, lines, fetched.status, found.isEmpty);
  if (why !== null) return { verdict: 'not-comparable', sharedText: 0, onlyShown: [], sharedUrls: 0, why };
  const text = sought(lines, ({ letters }) => found.has(letters));
  const names = shown.urls.map((url) => url.split(/[?#]/)[0]?.split('/').at(-1) ?? '').filter(Boolean);
  const urls = sought(names, namer(fetched.text));
  const isWhole = beyond === 0 && text.looked === lines.length && urls.looked === names.length;
  const isSame = text.missing.length === 0 && urls.missing.length === 0;
  return {
    verdict: !isSame ? 'differs' : isWhole ? 'same' : 'not-comparable',
    sharedText: text.share,
    onlyShown: text.missing.slice(0, LINES_SHOWN).map(({ line }) => line.slice(0, LINE_LENGTH)),
    sharedUrls: urls.share,
    ...(isWhole
      ? {}
      : {
          why: `too much to look for: ${text.looked} of ${lines.length + beyond} lines and ${urls.looked} of ${names.length} addresses were`,
        }),
  };
}

/** Whether a page's source names a file: as a word of its own, else anywhere. */
function namer(source: string): (name: string) => boolean | null {
  const words = new Set(source.split(/[\s"'<>()=,;?#&/\\]+/));
  let left = MAXIMUM_SEARCHED;
  return (name) => {
    if (words.has(name)) return true;
    if (left < 0) return null;
    left -= source.length;
    return source.includes(name);
  };
}

/** What of a list is found; `null` of the finder means that it was not looked for. */
function sought<T>(all: readonly T[], find: (one: T) => boolean | null) {
  const missing: T[] = [];
  let looked = 0;
  for (const one of all) {
    const found = find(one);
    if (found !== null) looked += 1;
    if (found === false) missing.push(one);
  }
  const share = looked === 0 ? 1 : Math.round(((looked - missing.length) / looked) * 1000) / 1000;
  return { missing, looked, share };
}

function obstacle(
  { status }: ShownPage,
  lines: readonly Line[],
  fetchedStatus: number,
  isEmpty: boolean,
): string | null {
  if (status !== null && status !== 304 && status !== fetchedStatus)
    return `status ${fetchedStatus}; the page shown came with ${status}`;
  if ((status === null || status === 304) && (fetchedStatus < 200 || fetchedStatus > 299))
    return `status ${fetchedStatus}`;
  if (isEmpty) return 'no text came';
  const letters = lines.reduce((sum, line) => sum + line.letters.length, 0);
  return letters < LEAST_TEXT ? `the page shown has ${letters} letters and digits of text, too few` : null;
}
