import type { Header } from '../case/network.ts';
import { isSecretHeader, isSecretParameter, looksLikeCredential } from './secret-names.ts';

/**
 * Leaves secrets out of what a capture says about the network, and says what was left out.
 * All the rest stays as it was, to the byte: an address must still lead to the work.
 */

/** Stands where a secret stood. Made of characters RFC 3986 allows in a query, so that the address stays one. */
export const OMITTED = '(omitted)';

/** A secret that was left out: where it stood and its name, never its value. */
export interface OmittedSecret {
  readonly where: 'header' | 'query' | 'fragment' | 'path' | 'user-info';
  /** Header, cookie or parameter name; for a path its position (`segment 3`). */
  readonly name: string;
}

/** A value without its secrets. `omitted` is empty where there were none and `value` is then unchanged. */
export interface Redacted<T> {
  readonly value: T;
  readonly omitted: readonly OmittedSecret[];
}

/** Addresses inside addresses are followed this deep. */
const MAXIMUM_DEPTH = 4;

/** Leaves user information and secret-bearing path, query and fragment values out of an address. */
export function redactUrl(url: string): Redacted<string> {
  const omitted: OmittedSecret[] = [];
  return { value: withoutSecrets(url, omitted, 0), omitted };
}

/**
 * Leaves secrets out of headers. Names of cookies, their attributes and the scheme of an authorization stay: who
 * set a cookie of which name is evidence of who serves the page.
 */
export function redactHeaders(headers: readonly Header[]): Redacted<readonly Header[]> {
  const omitted: OmittedSecret[] = [];
  const value = headers.map((header): Header => {
    const before = omitted.length;
    const kept = headerValue(header, omitted);
    return omitted.length > before ? { ...header, value: kept, omitted: true } : header;
  });
  return { value, omitted };
}

function headerValue({ name, value, omitted: already }: Header, omitted: OmittedSecret[]): string {
  if (already) omitted.push({ where: 'header', name });
  if (already || value === '') return value;
  if (!isSecretHeader(name)) {
    const urls = value.replace(/\bhttps?:\/\/[^\s"'<>,]+/gi, (url) => withoutSecrets(url, omitted, 0));
    if (urls !== value) return urls;
    return /^(?:location|content-location|referer)$/i.test(name) ? withoutSecrets(value, omitted, 0) : value;
  }
  omitted.push({ where: 'header', name });
  if (/^set-cookie2?$/i.test(name)) return value.split('\n').map(cookieLine).join('\n');
  if (/^cookie2?$/i.test(name)) return value.split(/;\s*/).map(cookieName).join('; ');
  const scheme = /^(Basic|Bearer|Digest|Negotiate|NTLM|DPoP|AWS4-HMAC-SHA256|Token)\s/i.exec(value)?.[1];
  return scheme ? `${scheme} ${OMITTED}` : OMITTED;
}

function cookieName(pair: string): string {
  const at = pair.indexOf('=');
  return at < 0 ? OMITTED : `${pair.slice(0, at)}=${OMITTED}`;
}

function cookieLine(line: string): string {
  const at = line.indexOf(';');
  return at < 0 ? cookieName(line) : `${cookieName(line.slice(0, at))}${line.slice(at)}`;
}

function withoutSecrets(url: string, omitted: OmittedSecret[], depth: number): string {
  if (/^(?:data|blob|about|javascript):/i.test(url)) return url;
  const [, before = '', query, fragment] = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(url) ?? [];
  return (
    pathWithout(userInfoWithout(before, omitted), omitted) +
    (query === undefined ? '' : `?${pairsWithout(query.slice(1), 'query', omitted, depth)}`) +
    (fragment === undefined ? '' : `#${fragmentWithout(fragment.slice(1), omitted, depth)}`)
  );
}

function userInfoWithout(before: string, omitted: OmittedSecret[]): string {
  return before.replace(/^([a-z][a-z0-9+.-]*:)?\/\/([^/@]*)@/i, (_all, scheme: string | undefined) => {
    omitted.push({ where: 'user-info', name: 'user information' });
    return `${scheme ?? ''}//${OMITTED}@`;
  });
}

/** Matrix parameters (`;jsessionid=…`), tokens that give themselves away, and Akamai's `exp=…~acl=…~hmac=…`. */
function pathWithout(before: string, omitted: OmittedSecret[]): string {
  const segments = before.split('/');
  return segments
    .map((segment, index) => {
      const place = { where: 'path' as const, name: `segment ${index}` };
      if (looksLikeCredential(decode(segment))) {
        omitted.push(place);
        return OMITTED;
      }
      const [first = '', ...matrix] = segment.split(';');
      const head = first.replace(/((?:^|~)hmac=)[^~]+/i, `$1${OMITTED}`);
      if (head !== first) omitted.push({ where: 'path', name: 'hmac' });
      const kept = matrix.map((pair) => pairWithout(pair, segment, 'path', omitted, MAXIMUM_DEPTH));
      return [head, ...kept].join(';');
    })
    .join('/');
}

/** A fragment may be parameters (`#access_token=…`), a route with a query (`#/login?token=…`), or plain text. */
function fragmentWithout(fragment: string, omitted: OmittedSecret[], depth: number): string {
  const at = fragment.indexOf('?');
  if (at >= 0) {
    const route = pairsWithout(fragment.slice(0, at), 'fragment', omitted, depth);
    return `${route}?${pairsWithout(fragment.slice(at + 1), 'fragment', omitted, depth)}`;
  }
  return pairsWithout(fragment, 'fragment', omitted, depth);
}

function pairsWithout(
  text: string,
  where: 'query' | 'fragment',
  omitted: OmittedSecret[],
  depth: number,
): string {
  return text
    .split(/([&;])/)
    .map((part, index) => (index % 2 === 1 ? part : pairWithout(part, text, where, omitted, depth)))
    .join('');
}

function pairWithout(
  pair: string,
  all: string,
  where: OmittedSecret['where'],
  omitted: OmittedSecret[],
  depth: number,
): string {
  const at = pair.indexOf('=');
  const name = decode(at < 0 ? '' : pair.slice(0, at));
  const raw = at < 0 ? pair : pair.slice(at + 1);
  const value = decode(raw);
  const prefix = at < 0 ? '' : pair.slice(0, at + 1);
  // An address is looked into before its name is judged by its value: `next=https://…?token=…` keeps its host.
  const address = decodeOnce(raw);
  if (/^(?:https?:)?\/\/|^\/[^/].*[?#]/i.test(address) && depth < MAXIMUM_DEPTH) {
    const kept = withoutSecrets(address, omitted, depth + 1);
    return kept === address ? pair : prefix + (address === raw ? kept : encodeURIComponent(kept));
  }
  if (!isSecretParameter(name, value, all)) return pair;
  omitted.push({ where, name: (name || 'unnamed').slice(0, 100) });
  return prefix + OMITTED;
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Malformed percent-encoding: what stands there is taken as it is.
    return text;
  }
}

/** Percent-decoding that survives malformed input; decoded twice, for names that were encoded twice. */
function decode(text: string): string {
  let decoded = text.replaceAll('+', ' ');
  for (let round = 0; round < 2 && decoded.includes('%'); round += 1) {
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      // Not UTF-8 or not percent-encoding: single bytes are decoded so that a name cannot hide behind one bad byte.
      decoded = decoded.replace(/%([0-7][0-9a-f])/gi, (_all, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
    }
  }
  return decoded;
}
