const CREATOR = new TextEncoder().encode('/Creator (');
const CLOSE = ')'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);

/**
 * Names the tool as the creator of a PDF in place of the browser's user agent, which says what machine it ran on. The
 * name is padded to the length of what it replaces, so that no offset in the file changes.
 * @param name ASCII without brackets or backslashes.
 * @returns false where the file names no creator in the open, or one shorter than `name`; it is unchanged then.
 */
export function nameCreator(pdf: Uint8Array, name: string): boolean {
  const from = indexOf(pdf, CREATOR) + CREATOR.length;
  if (from < CREATOR.length) return false;
  let to = from;
  while (to < pdf.length && !(pdf[to] === CLOSE && !isEscaped(pdf, to))) to += 1;
  if (to === pdf.length || to - from < name.length) return false;
  pdf.set(new TextEncoder().encode(name.padEnd(to - from, ' ')), from);
  return true;
}

/** A bracket inside the text has a backslash before it. */
function isEscaped(pdf: Uint8Array, at: number): boolean {
  let slashes = 0;
  while (pdf[at - 1 - slashes] === BACKSLASH) slashes += 1;
  return slashes % 2 === 1;
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((value, index) => bytes[at + index] === value)) return at;
  }
  return -1;
}
