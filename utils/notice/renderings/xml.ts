/** An XML element: text or children, never both. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

/** Makes an {@link XmlElement}. Names are literals of ours, never from outside. */
export function element(
  name: string,
  attributes: XmlElement['attributes'],
  content: XmlElement['content'],
): XmlElement {
  return { name, attributes, content };
}

/** Text for XML 1.0. A carriage return is written as a reference, or a reader would normalise it away. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** An attribute's value is normalised by readers, so line feeds and tabs are references as well. */
function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** A document in UTF-8, set in by two spaces. Its texts must be free of characters that XML cannot hold. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}\n`;
}

function write(one: XmlElement, indent: string): string {
  const attributes = Object.entries(one.attributes).map(
    ([name, value]) => ` ${name}="${escapeAttribute(value)}"`,
  );
  const open = `${indent}<${one.name}${attributes.join('')}>`;
  if (typeof one.content === 'string') return `${open}${escapeXml(one.content)}</${one.name}>`;
  const inner = one.content.map((child) => write(child, `${indent}  `));
  return [open, ...inner, `${indent}</${one.name}>`].join('\n');
}
