/** A start or empty tag of an XML text, or the text between tags. */
export type XmlToken =
  | { readonly type: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly type: 'close'; readonly name: string }
  | { readonly type: 'text'; readonly text: string };

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Longest tag that is read, in characters. */
const MAXIMUM_TAG = 65_536;

/**
 * The tags and texts of an XML text, in order. A worker has no XML parser, and a manifest comes from a stranger: no
 * document type, no entities but the five of XML itself and characters by number, at most `limit` tokens, time that
 * grows with the length only, and nothing is ever fetched. Names come without their prefix. An empty tag gives an
 * `open` and a `close`. Ends where the text is no longer XML.
 */
export function* xmlTokens(xml: string, limit: number): Generator<XmlToken> {
  let at = 0;
  for (let count = 0; count < limit; count += 1) {
    const start = xml.indexOf('<', at);
    if (start < 0) return;
    if (xml.slice(at, start).trim() !== '') yield { type: 'text', text: decode(xml.slice(at, start)) };
    const end = endOf(xml, start);
    if (end < 0) return;
    yield* markup(xml.slice(start, end));
    at = end;
  }
}

/** Where what begins with `<` ends; -1 where it does not. */
function endOf(xml: string, start: number): number {
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (!xml.startsWith(open, start)) continue;
    const end = xml.indexOf(close, start + open.length);
    return end < 0 ? -1 : end + close.length;
  }
  let quote = '';
  for (let at = start + 1; at < Math.min(xml.length, start + MAXIMUM_TAG); at += 1) {
    const character = xml.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return -1;
}

function* markup(text: string): Generator<XmlToken> {
  if (text.startsWith('<![CDATA[')) yield { type: 'text', text: text.slice(9, -3) };
  if (text.startsWith('<!') || text.startsWith('<?')) return;
  const inner = text.slice(1, -1).trim();
  if (inner.startsWith('/')) {
    yield { type: 'close', name: localName(inner.slice(1).trim()) };
    return;
  }
  const name = localName(/^[^\s/]+/.exec(inner)?.[0] ?? '');
  yield { type: 'open', name, attributes: attributesOf(inner) };
  if (inner.endsWith('/')) yield { type: 'close', name };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of text.matchAll(
    /(?<![^\s"'])([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    if (name !== undefined && attributes.size < 50) {
      attributes.set(localName(name), decode(double ?? single ?? ''));
    }
  }
  return attributes;
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, dec, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? whole;
    const code = dec === undefined ? Number.parseInt(String(hex), 16) : Number(dec);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}
