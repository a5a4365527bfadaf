/** Letters with a mark, as HTML names them: `eacute` is `e` and U+0301. */
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030A',
  caron: '\u030C',
  cedil: '\u0327',
};
const LETTERS: Readonly<Record<string, string>> = {
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  oslash: 'ø',
  Oslash: 'Ø',
  eth: 'ð',
  ETH: 'Ð',
  thorn: 'þ',
  THORN: 'Þ',
};
/** As the HTML standard reads it: 13.2.5.80, numeric references to 0x80–0x9F mean windows-1252. */
const WINDOWS_1252 = new TextDecoder('windows-1252');

function character(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.decode(Uint8Array.of(code));
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '\uFFFD';
}

/** References to letters and digits undone; those to other characters are white space: only text is compared. */
function undone(reference: string, name: string): string {
  if (/^#x/i.test(name)) return character(Number.parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return character(Number(name.slice(1)));
  const letter = LETTERS[name];
  if (letter !== undefined) return letter;
  const mark = MARKS[name.slice(1)];
  if (mark !== undefined) return `${name.slice(0, 1)}${mark}`.normalize('NFC');
  return reference.endsWith(';') || /^(?:amp|lt|gt|quot|nbsp)$/.test(name) ? ' ' : reference;
}

/** Where each thing that HTML may leave open ends, so that a page of a million of them is not searched a million times. */
function ends(source: string): (what: RegExp, from: number) => number {
  const never = new Set<string>();
  return (what, from) => {
    if (never.has(what.source)) return -1;
    what.lastIndex = from;
    const found = what.exec(source);
    if (!found) never.add(what.source);
    return found ? what.lastIndex : -1;
  };
}

const COMMENT_END = /-->/g;
const TAG_END = />/g;
const NO_TEXT = /<(script|style|template)\b/iy;
const CLOSING: Readonly<Record<string, RegExp>> = {
  script: /<\/script\s*>/gi,
  style: /<\/style\s*>/gi,
  template: /<\/template\s*>/gi,
};
const TAG = /<[a-z/!?]/iy;

/** What stands between the markup, in one pass: a hostile page must not make it take long. */
function* betweenTags(source: string): Generator<string> {
  const endOf = ends(source);
  let from = 0;
  for (let at = source.indexOf('<'); at !== -1; at = source.indexOf('<', at)) {
    let end = -1;
    NO_TEXT.lastIndex = at;
    TAG.lastIndex = at;
    const name = NO_TEXT.exec(source)?.[1]?.toLowerCase();
    const closing = name === undefined ? undefined : CLOSING[name];
    if (source.startsWith('<!--', at)) end = endOf(COMMENT_END, at + 4);
    else if (closing) end = endOf(closing, at);
    if (end === -1 && TAG.test(source)) end = endOf(TAG_END, at);
    if (end === -1) at += 1;
    else {
      yield source.slice(from, at);
      from = end;
      at = end;
    }
  }
  yield source.slice(from);
}

/**
 * The runs of text of HTML, or of plain text, for searching and not for showing: what stands between two tags or line
 * breaks. Scripts, styles and comments are no text.
 */
export function textRuns(source: string): string[] {
  return [...betweenTags(source)]
    .join('\n')
    .split(/[\r\n]+/)
    .map((run) => run.replaceAll(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});?/gi, undone));
}

const META = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;
/** How far a browser looks for a `meta` that names the encoding (HTML standard, 13.2.3.2). */
const META_WITHIN = 1_024;

/**
 * Text of a body in the encoding that it is in: by its byte order mark, then as the server said, then as the document
 * says, else UTF-8 (HTML standard, 13.2.3.2). A name no browser knows counts as not said.
 * @param contentType the `Content-Type` header as received, with its parameters.
 */
export function decodeBody(bytes: Uint8Array<ArrayBuffer>, contentType: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, META_WITHIN));
  const marked = start.startsWith('ï»¿') ? 'utf-8' : start.startsWith('ÿþ') ? 'utf-16le' : null;
  const named = marked ?? (start.startsWith('þÿ') ? 'utf-16be' : null);
  const said = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType)?.[1];
  const known = [named, said, META.exec(start)?.[1]].flatMap((label) => decoderOf(label ?? null) ?? []);
  return (known[0] ?? new TextDecoder()).decode(bytes);
}

function decoderOf(label: string | null): TextDecoder | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label);
  } catch {
    // A label that the Encoding standard does not have: the next way of telling counts.
    return null;
  }
}
