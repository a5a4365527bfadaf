import { redactUrl } from '../../capture/secrets.ts';

const ADDRESS = /\bhttps?:\/\/[^\s"'<>`{}|\\^]+/gi;

/**
 * Leaves secrets out of every web address in a text. A plain capture keeps the page's own address whole, token and
 * all, because it is what is complained of; a copy that may be published must not hand the token on.
 */
export function withoutAddressSecrets(text: string): string {
  return text.replaceAll(ADDRESS, (url) => redactUrl(url).value);
}
