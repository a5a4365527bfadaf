// Its CommonJS form, which Node takes, names no exports.
import punycode from 'punycode.js';

/** Characters that are not seen and could part a name. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
/** What stands for a space in addresses and names. */
const GAP = /[\s\u00a0+_.-]+/gu;

/** A text as it was typed, composed, with compatibility characters resolved, and as the host name it may be. */
export function formsOf(text: string): string[] {
  return [...new Set([text, unicodeHost(text), text.normalize('NFC'), text.normalize('NFKC')])];
}

/** A text with each label of a host name in its ASCII form (`xn--…`) as people write it. */
export function unicodeHost(text: string): string {
  return text.replaceAll(/\bxn--[a-z0-9-]{1,59}/gi, (label) => {
    try {
      // oxlint-disable-next-line import/no-named-as-default-member -- the form that Node takes names no exports
      return punycode.toUnicode(label.toLowerCase());
    } catch (error) {
      // A label that is no punycode hides nothing.
      if (error instanceof RangeError) return label;
      throw error;
    }
  });
}

/** A pattern (flags `iu`) of a text in the spellings that are replaced. */
export function patternOf(text: string): string {
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
  // No flag makes `%C5%8D` the same as `%C5%8C`, which is its capital.
  const cases = [character, character.toLowerCase(), character.toUpperCase()].filter(
    (one) => [...one].length === 1,
  );
  const forms = cases.flatMap((one) => encodedForms(one));
  return `(?:${[...new Set(forms)].join('|')})`;
}

function encodedForms(character: string): string[] {
  const code = character.codePointAt(0) ?? 0;
  const units = Array.from(
    { length: character.length },
    (_, at) => `\\\\u${hex(character.charCodeAt(at), 4)}`,
  );
  const parted = [...character.normalize('NFD')];
  return [
    literal(character),
    literal(parted.join('')),
    ...(code > 0x20 && code < 0x7f ? [String.fromCodePoint(code + 0xfee0)] : []),
    percent(character),
    parted.map((one) => (one.length === 1 && one < '\u0080' ? literal(one) : percent(one))).join(''),
    units.join(''),
    `&#0*${code};`,
    `&#x0*${code.toString(16)};`,
    ...(NAMED[character] ? [NAMED[character]] : []),
  ];
}

function percent(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => `%${hex(byte, 2)}`).join('');
}

/** A text as a pattern that matches it. */
export function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** A text as it is compared: case, width, composition, spacing and unseen characters aside. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(UNSEEN, '').replaceAll(GAP, ' ');
}

/**
 * A text as it stands, and as it reads after each layer of percent, markup and JSON encoding is taken off, with host
 * names as people write them, and as quoted-printable (RFC 2045), which mail and MHTML use.
 */
export function decodings(text: string): string[] {
  const readings: string[] = [];
  const read = (reading: string): void => {
    readings.push(reading, reading.replaceAll(/<[^>]{0,2000}>/g, ''));
    const hosts = unicodeHost(reading);
    if (hosts !== reading) readings.push(hosts);
  };
  read(text);
  const mail = text.replaceAll(/=\r?\n/g, '').replaceAll(/(?:=[0-9a-f]{2})+/gi, (run) => utf8(run));
  if (mail !== text) readings.push(mail);
  let last = text;
  for (let layer = 0; layer < 3; layer += 1) {
    const next = decoded(last);
    if (next === last) break;
    read(next);
    last = next;
  }
  return readings;
}

/** Bytes written as `%C5%8D` or `=C5=8D`, as text. */
function utf8(run: string): string {
  return new TextDecoder().decode(
    Uint8Array.from(run.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16)),
  );
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
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => utf8(run))
    .replaceAll(/\\u\{0*([0-9a-f]{1,6})\}/gi, (all, code: string) => entity(all, '', code))
    .replaceAll(/\\x([0-9a-f]{2})/gi, (all, code: string) => entity(all, '', code))
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

/**
 * What base64 and base64url make of a text, wherever in the bytes it begins: without the characters that its neighbours
 * share. In the letters as typed and all small or all capital: other mixtures are other bytes.
 */
export function base64Cores(text: string): string[] {
  const cased = new Set([text, text.toLowerCase(), text.toUpperCase(), text.normalize('NFD')]);
  const cores = [...cased].flatMap((one) => coresOf(new TextEncoder().encode(one)));
  return [...new Set(cores.flatMap((core) => [core, core.replaceAll('+', '-').replaceAll('/', '_')]))];
}

function coresOf(bytes: Uint8Array): string[] {
  if (bytes.length < 6) return [];
  return [0, 1, 2].map((shift) => {
    const binary = '\0'.repeat(shift) + String.fromCharCode(...bytes);
    const from = shift === 0 ? 0 : shift + 1;
    const whole = Math.floor(binary.length / 3) * 4;
    return btoa(binary).slice(from, whole);
  });
}
