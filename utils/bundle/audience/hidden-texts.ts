import { REDACTED } from '../../case/redaction.ts';
import { base64Cores, decodings, folded, formsOf, literal, patternOf, unicodeHost } from './spellings.ts';

/** Texts to be hidden: finds and replaces them however they are written. */
export interface HiddenTexts {
  /** Whether there is anything to hide. */
  readonly any: boolean;
  /** Whether a person typed a text to hide; else there are only addresses of what is hidden in a picture. */
  readonly anyTyped: boolean;
  /** The text with every occurrence replaced by {@link REDACTED}. */
  clean(text: string): string;
  /** Whether any of them stands in a text, in any spelling looked for; more spellings than `clean` replaces. */
  occursIn(text: string): boolean;
}

/** Digests, times and ids: no name, though their digits may look like a telephone number. */
const STRUCTURED =
  /(?:sha256:)?\b[0-9a-f]{64}\b|\b\d{4}-\d\d-\d\dT[\d:.]+Z|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
const WHOLLY_STRUCTURED = new RegExp(`^(?:${STRUCTURED.source})$`, 'i');
const HAS_STRUCTURED = new RegExp(STRUCTURED.source, 'i');
/** A label of a host name in its ASCII form (RFC 5890). */
const ASCII_LABEL = /\bxn--[a-z0-9-]{1,59}/gi;

/** Texts to hide, as a person typed them: case, width, spacing and the encodings of addresses and markup aside. */
export function hiddenTexts(texts: readonly string[], addresses: readonly string[] = []): HiddenTexts {
  const wanted = [...new Set(texts.map((text) => text.trim()).filter(Boolean))].toSorted(
    (a, b) => b.length - a.length,
  );
  // Accounts often have the form of an id or a digest: what is to be hidden is hidden whatever its form.
  const ids = wanted.filter((text) => HAS_STRUCTURED.test(text));
  const [all, structured] = [finder(wanted), finder(ids)];
  const places = addressFinder(addresses);
  const clean = (text: string): string => {
    const { pattern } = WHOLLY_STRUCTURED.test(text) ? structured : all;
    return text
      .replaceAll(places, REDACTED)
      .replaceAll(pattern, REDACTED)
      .replaceAll(ASCII_LABEL, (label) => (all.reads(unicodeHost(label)) ? REDACTED : label));
  };
  return {
    any: wanted.length + addresses.length > 0,
    anyTyped: wanted.length > 0,
    clean,
    occursIn: (text) =>
      (addresses.length > 0 && decodings(text).some((reading) => reading.search(places) >= 0)) ||
      (wanted.length > 0 &&
        (all.finds(text.replaceAll(STRUCTURED, ' ')) || (ids.length > 0 && structured.finds(text)))),
  };
}

/** Finds addresses as they stand in text, markup, JSON and inside other addresses; longer ones of other things do not count. */
function addressFinder(addresses: readonly string[]): RegExp {
  const forms = addresses.flatMap((url) => [
    url,
    url.replaceAll('&', '&amp;'),
    url.replaceAll('/', String.raw`\/`),
    encodeURIComponent(url.toWellFormed()),
  ]);
  if (forms.length === 0) return /(?!)/gu;
  const longestFirst = [...new Set(forms)].toSorted((a, b) => b.length - a.length);
  return new RegExp(`(?:${longestFirst.map((form) => literal(form)).join('|')})(?![\\w%-])`, 'giu');
}

interface Finder {
  readonly pattern: RegExp;
  /** Whether a text reads as one of them, without any encoding taken off. */
  reads(text: string): boolean;
  finds(text: string): boolean;
}

function finder(wanted: readonly string[]): Finder {
  const forms = wanted.flatMap((text) => formsOf(text));
  const pattern =
    forms.length > 0 ? new RegExp(forms.map((form) => patternOf(form)).join('|'), 'giu') : /(?!)/gu;
  const plain = [...new Set(forms.map((form) => folded(form)))];
  const encoded = forms.flatMap((form) => base64Cores(form));
  const reads = (text: string): boolean => {
    const read = folded(text);
    return plain.some((one) => read.includes(one));
  };
  return {
    pattern,
    reads,
    finds: (text) =>
      encoded.some((core) => text.includes(core)) || decodings(text).some((reading) => reads(reading)),
  };
}

/** What a reader sees of markup of our own, or follows: texts and the addresses and labels in attributes. */
export function seenInMarkup(markup: string): string {
  return markup
    .replaceAll(/<(style|script)\b[\s\S]*?<\/\1>/gi, ' ')
    .replaceAll(/<[^>]*>/g, (tag) =>
      [...tag.matchAll(/\b(?:href|src|alt|title|value|datetime|content|aria-label)="([^"]*)"/g)]
        .map(([, value = '']) => ` ${value} `)
        .join(''),
    );
}

/** Members whose value is a word of the format, where it looks like one: changed, the file would not be read. */
const OF_THE_FORMAT = new Set(
  (
    'schema mediaType role state status step method kind trigger timeGrade action what type class ' +
    'confidence source audience why mode right rightsClaimed authority country protocol id'
  ).split(' '),
);
const WORD = /^[a-z0-9][a-z0-9/.+-]*$/;

/**
 * Every text of a JSON value through `clean`, save words of the format. Keys are the format's own and stay.
 * @param clean must leave alone what it does not know.
 */
export function cleanDeep<T>(value: T, clean: (text: string) => string, key = ''): T {
  if (typeof value === 'string') {
    return (OF_THE_FORMAT.has(key) && WORD.test(value) ? value : clean(value)) as T;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => cleanDeep(one, clean, key)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, cleanDeep(one as unknown, clean, name)]),
  ) as T;
}

/** Every text of a JSON value that {@link cleanDeep} would change, one a line: what a reader could find a name in. */
export function textsOf(value: unknown): string {
  const found: string[] = [];
  cleanDeep(value, (text) => {
    found.push(text);
    return text;
  });
  return found.join('\n');
}
