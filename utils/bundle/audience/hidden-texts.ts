import { REDACTED } from '../../case/redaction.ts';

/** Texts to be hidden: finds and replaces them however they are written. */
export interface HiddenTexts {
  /** Whether there is anything to hide. */
  readonly any: boolean;
  /** The text with every occurrence replaced by {@link REDACTED}. */
  clean(text: string): string;
  /** Whether any of them stands in a text, in any spelling looked for; more spellings than `clean` replaces. */
  occursIn(text: string): boolean;
}

/** Characters that are not seen and could part a name. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
/** What stands for a space in addresses and names. */
const GAP = /[\s\u00a0+_.-]+/gu;
/** Digests, times and ids: no name, though their digits may look like a telephone number. */
const STRUCTURED =
  /(?:sha256:)?\b[0-9a-f]{64}\b|\b\d{4}-\d\d-\d\dT[\d:.]+Z|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
const WHOLLY_STRUCTURED = new RegExp(`^(?:${STRUCTURED.source})$`, 'i');

/** Texts to hide, as a person typed them: case, width, spacing and the encodings of addresses and markup aside. */
export function hiddenTexts(texts: readonly string[]): HiddenTexts {
  const wanted = [...new Set(texts.map((text) => text.trim()).filter(Boolean))].toSorted(
    (a, b) => b.length - a.length,
  );
  const pattern =
    wanted.length > 0
      ? new RegExp(wanted.flatMap((text) => formsOf(text).map((form) => patternOf(form))).join('|'), 'giu')
      : /(?!)/gu;
  const plain = wanted.map((text) => folded(text));
  const encoded = wanted.flatMap((text) => base64Cores(text));
  return {
    any: wanted.length > 0,
    clean: (text) => (WHOLLY_STRUCTURED.test(text) ? text : text.replaceAll(pattern, REDACTED)),
    occursIn(text) {
      if (wanted.length === 0) return false;
      const bare = text.replaceAll(STRUCTURED, ' ');
      if (encoded.some((core) => bare.includes(core))) return true;
      return decodings(bare).some((reading) => {
        const read = folded(reading);
        return plain.some((one) => read.includes(one));
      });
    },
  };
}

/** A text as it was typed, composed, and with compatibility characters resolved. */
function formsOf(text: string): string[] {
  return [...new Set([text, text.normalize('NFC'), text.normalize('NFKC')])];
}

function patternOf(text: string): string {
  return [...text]
    .map((character) => (/\s/u.test(character) ? null : character))
    .reduce<string[]>((parts, character) => {
      if (character !== null) parts.push(characterPattern(character));
      else if (parts.at(-1) !== SPACE) parts.push(SPACE);
      return parts;
    }, [])
    .join(String.raw`[\u00ad\u200b-\u200f\u2060\ufeff]*`);
}

const SPACE = String.raw`(?:[\s\u00a0+_.\-]|%20|%c2%a0|&nbsp;|&#(?:32|160|x20|xa0);|\\[nrt])+`;

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** One character as it stands in text, in an address, in markup, in JSON, full width, composed or not. */
function characterPattern(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const bytes = [...new TextEncoder().encode(character)].map((byte) => `%${hex(byte, 2)}`);
  const units = Array.from(
    { length: character.length },
    (_, at) => `\\\\u${hex(character.charCodeAt(at), 4)}`,
  );
  const forms = [
    literal(character),
    literal(character.normalize('NFD')),
    ...(code > 0x20 && code < 0x7f ? [String.fromCodePoint(code + 0xfee0)] : []),
    bytes.join(''),
    units.join(''),
    `&#0*${code};`,
    `&#x0*${code.toString(16)};`,
    ...(NAMED[character] ? [NAMED[character]] : []),
  ];
  return `(?:${[...new Set(forms)].join('|')})`;
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(UNSEEN, '').replaceAll(GAP, ' ');
}

/** A text as it stands, and as it reads after each layer of percent, markup and JSON encoding is taken off. */
function decodings(text: string): string[] {
  const readings = [text, text.replaceAll(/<[^>]{0,2000}>/g, '')];
  let last = text;
  for (let layer = 0; layer < 3; layer += 1) {
    const next = decoded(last);
    if (next === last) break;
    readings.push(next, next.replaceAll(/<[^>]{0,2000}>/g, ''));
    last = next;
  }
  return readings;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function decoded(text: string): string {
  return text
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) =>
      new TextDecoder().decode(
        Uint8Array.from(run.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16)),
      ),
    )
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\\[nrt]/g, ' ')
    .replaceAll(/\\(["\\/])/g, '$1')
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,6}));/gi, (all, decimal, hexadecimal, name) =>
      entity(all as string, decimal as string, hexadecimal as string, name as string),
    );
}

function entity(all: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name) return ENTITIES[name.toLowerCase()] ?? all;
  const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
}

/** What base64 makes of a text, wherever in the bytes it begins: without the characters that its neighbours share. */
function base64Cores(text: string): string[] {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length < 6) return [];
  return [0, 1, 2].map((shift) => {
    const binary = '\0'.repeat(shift) + String.fromCharCode(...bytes);
    const from = shift === 0 ? 0 : shift + 1;
    const whole = Math.floor(binary.length / 3) * 4;
    return btoa(binary).slice(from, whole);
  });
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
