import type { Exchange } from '../../case/exchange.ts';
import type { Header } from '../../case/network.ts';
import { redactHeaders } from '../../capture/secrets.ts';
import { oneLine } from './warc-record.ts';

/**
 * The HTTP head of a `response` record. The body that follows is as the browser handed it over, so headers that
 * would contradict it keep their value under another name, as archives do: `Content-Encoding` becomes
 * `X-Orig-Content-Encoding`, likewise `Transfer-Encoding`; `Content-Length` is the length of what follows.
 * HTTP/2 and HTTP/3 have no status line; the one of HTTP/1.1 stands in, and `WARC-Protocol` says so.
 */
export function responseHead(exchange: Exchange, bodySize: number): string {
  const { response, body } = exchange;
  if (!response) return '';
  const decoded = body?.form !== 'as-sent';
  const headers: Header[] = [];
  for (const header of redactHeaders(response.headers).value) {
    const name = header.name.toLowerCase();
    if (name.startsWith(':')) continue;
    if (name === 'content-length') {
      if (header.value.trim() !== String(bodySize)) headers.push(renamed(header));
    } else if (name === 'transfer-encoding' || (name === 'content-encoding' && decoded)) {
      headers.push(renamed(header));
    } else headers.push(header);
  }
  headers.push({ name: 'Content-Length', value: String(bodySize) });
  const line = response.statusLine ?? `HTTP/1.1 ${response.status} ${response.statusText}`;
  return headOf(line, headers);
}

/** The HTTP head of a `request` record. What frames a body that is not kept stands under another name. */
export function requestHead(exchange: Exchange): string {
  const { host, pathname, search } = new URL(exchange.url);
  const headers = redactHeaders(exchange.requestHeaders).value.filter(({ name }) => !name.startsWith(':'));
  const named = headers.some(({ name }) => name.toLowerCase() === 'host');
  const bodiless = lacksRequestBody(exchange);
  return headOf(`${exchange.method} ${pathname}${search} HTTP/1.1`, [
    ...(named ? [] : [{ name: 'Host', value: host }]),
    ...headers.map((header) => (bodiless && isFraming(header) ? renamed(header) : header)),
  ]);
}

/** Whether a body was sent with a request, as its headers say (RFC 9112, 6.3), and is not kept. */
export function lacksRequestBody({ requestBody, requestHeaders }: Exchange): boolean {
  return !requestBody && requestHeaders.some((header) => isFraming(header) && header.value.trim() !== '0');
}

function isFraming({ name }: Header): boolean {
  return /^(?:content-length|transfer-encoding)$/i.test(name);
}

function renamed({ name, value }: Header): Header {
  return { name: `X-Orig-${name}`, value };
}

/** A header that came several times is one `Header` each; browsers that join them do so with a line break. */
function headOf(line: string, headers: readonly Header[]): string {
  const lines = headers.flatMap(({ name, value }) =>
    value.split('\n').map((part) => `${name.replace(/[^!-9;-~]/g, '_')}: ${oneLine(part)}`),
  );
  return `${[oneLine(line), ...lines].join('\r\n')}\r\n\r\n`;
}
