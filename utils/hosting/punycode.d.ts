/** `punycode.js` ships no types. */
declare module 'punycode.js' {
  /** Turns the `xn--` labels of a domain name into Unicode. Throws RangeError on malformed input. */
  export function toUnicode(domain: string): string;
  const punycode: { readonly toUnicode: typeof toUnicode };
  export default punycode;
}
