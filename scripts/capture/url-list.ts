/** URLs of a list: one a line; blank lines and lines that begin with `#` are left out, a BOM too. */
export function parseUrlList(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/**
 * The addresses to try, in order, for what a person typed: without a scheme `https` and then `http`, as in a
 * browser's address bar. Empty for what is no web address; odd schemes are left to the extension, which says why not.
 */
export function addressesOf(typed: string): string[] {
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d+(?:[/?#]|$))/i.test(typed);
  const addresses = hasScheme ? [typed] : [`https://${typed}`, `http://${typed}`];
  return addresses.filter((address) => !/\s/.test(address) && URL.canParse(address));
}
