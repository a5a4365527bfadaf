import type { Item, Work } from '../../case/dispute.ts';
import type { EvidenceCapture, NoticeContent } from '../../case/notice.ts';
import { addressesOf, hostOf } from '../addresses.ts';
import { capturesOf, workOf } from '../lookup.ts';

/** A file of a rendering, not yet digested. `path` is relative to the audience's folder of the notice. */
export interface RenderedFile {
  readonly path: string;
  readonly mediaType: string;
  readonly text: string;
}

/** What a rendering made, and what it could not say in its format, with the reason. */
export interface Rendered {
  readonly files: readonly RenderedFile[];
  readonly omitted: readonly { readonly what: string; readonly why: string }[];
}

/** One address of one item, with what is known of it: the unit that machine formats report. */
export interface Target {
  readonly item: Item;
  readonly work: Work | undefined;
  readonly capture: EvidenceCapture | undefined;
  /** As the notice's text has it. */
  readonly url: string;
  readonly host: string | null;
  /** Server address the browser used for the host; null where none was observed. */
  readonly ip: string | null;
}

/** Every address of a notice with its item, in the order of the text. */
export function targetsOf(content: NoticeContent): Target[] {
  return content.items.flatMap((item) => {
    const work = workOf(content, item);
    const captures = capturesOf(content, item);
    return addressesOf(item, content.scopeHosts).map((url) => {
      const host = hostOf(url);
      return { item, work, capture: captures.at(-1), url, host, ip: addressOf(host, captures) };
    });
  });
}

function addressOf(host: string | null, captures: readonly EvidenceCapture[]): string | null {
  if (host === null) return null;
  for (const capture of captures.toReversed()) {
    const ip = capture.hostAddresses?.[host] ?? (hostOf(capture.urlFinal) === host ? capture.ip : undefined);
    if (ip !== undefined) return ip;
  }
  return null;
}

/** When an address was seen: the capture's time, else the time the item was found. */
export function seenAt(target: Target): string {
  return new Date(target.capture?.startedAt ?? target.item.foundAt).toISOString();
}

/** Last segment of a URL's path, decoded where that is possible; the host where the path is empty. */
export function fileNameOf(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  const last = parsed.pathname.split('/').findLast((part) => part !== '') ?? parsed.hostname;
  try {
    const decoded = decodeURIComponent(last);
    // XML 1.0 has no control characters: a name that hides one stays as the address writes it.
    return /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(decoded) ? last : decoded;
  } catch (error) {
    if (error instanceof URIError) return last;
    throw error;
  }
}

/** Cuts a text to a number of UTF-16 units without splitting a character; a cut is shown by an ellipsis. */
export function cut(text: string, maximum: number): string {
  if (text.length <= maximum) return text;
  return `${text
    .slice(0, maximum - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')}…`;
}
