import { fail, failureOf, succeed, type Result } from '../../case/result.ts';

/** A file inside an MHTML archive. */
export interface MhtmlPart {
  /** `Content-Location`; null where the part is named by `Content-ID` only. */
  readonly url: string | null;
  readonly contentId: string | null;
  readonly mediaType: string;
  readonly encoding: 'base64' | 'quoted-printable' | 'other';
  /** Bytes once decoded. */
  readonly bytes: number;
}

/** What an MHTML archive holds. */
export interface MhtmlListing {
  /** The page it was made of. */
  readonly url: string | null;
  readonly parts: readonly MhtmlPart[];
  /** True where there were more parts than are listed. */
  readonly truncated: boolean;
}

/** Longest header block, and longest line looked at as one, in characters. */
const MAXIMUM_HEAD = 65_536;
const MAXIMUM_PARTS = 10_000;

type Fields = ReadonlyMap<string, string>;

/**
 * Lists the parts of an MHTML archive (RFC 2557) without holding it in memory. Parts inside parts are not looked into.
 * Fails with `invalid-data` where it is none.
 */
export async function listMhtml(
  archive: Blob,
  { signal, maximumParts = MAXIMUM_PARTS }: { signal?: AbortSignal; maximumParts?: number } = {},
): Promise<Result<MhtmlListing>> {
  const reader = new Reader(maximumParts);
  try {
    // Latin-1 in the sense of the web keeps one character per byte, and nothing but ASCII is looked at.
    const decoder = new TextDecoder('windows-1252');
    let rest = '';
    for await (const chunk of archive.stream()) {
      signal?.throwIfAborted();
      const lines = (rest + decoder.decode(chunk)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) reader.line(`${line}\n`);
      if (rest.length > MAXIMUM_HEAD) {
        reader.line(rest);
        rest = '';
      }
    }
    if (rest !== '') reader.line(rest);
  } catch (error) {
    return { ok: false, failure: failureOf(error, signal?.aborted ? 'cancelled' : 'storage-failed') };
  }
  return reader.result();
}

/** Lines of the archive, one after the other, into parts. */
class Reader {
  readonly #maximum: number;
  readonly #parts: MhtmlPart[] = [];
  #head = '';
  #inHead = true;
  #archive: Fields | null = null;
  #delimiter = '';
  #part: { fields: Fields; count: Counter } | null = null;
  #ended = false;
  #truncated = false;
  #malformed = false;

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  line(line: string): void {
    if (this.#ended || this.#malformed) return;
    const text = line.replace(/\r?\n$/, '');
    if (this.#delimiter !== '' && text.startsWith(this.#delimiter)) {
      const tail = text.slice(this.#delimiter.length).trimEnd();
      if (tail === '' || tail === '--') {
        this.#finish();
        this.#ended = tail === '--';
        this.#inHead = true;
        this.#head = '';
        return;
      }
    }
    if (this.#inHead) this.#headLine(text);
    else this.#part?.count.line(line);
  }

  #headLine(text: string): void {
    if (text !== '') {
      this.#head += `${text}\n`;
      this.#malformed = this.#head.length > MAXIMUM_HEAD;
      return;
    }
    const fields = fieldsOf(this.#head);
    this.#inHead = false;
    if (this.#archive) {
      this.#part = { fields, count: new Counter(encodingOf(fields)) };
      return;
    }
    const boundary = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(
      fields.get('content-type') ?? '',
    );
    this.#archive = fields;
    this.#delimiter = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`;
    this.#malformed = !boundary || !/^multipart\/related/i.test(fields.get('content-type') ?? '');
  }

  #finish(): void {
    const part = this.#part;
    this.#part = null;
    if (!part) return;
    if (this.#parts.length >= this.#maximum) {
      this.#truncated = true;
      return;
    }
    const { fields, count } = part;
    this.#parts.push({
      url: fields.get('content-location') ?? null,
      contentId: fields.get('content-id')?.replace(/^<|>$/g, '') ?? null,
      mediaType: (fields.get('content-type') ?? 'application/octet-stream').split(';')[0]?.trim() ?? '',
      encoding: encodingOf(fields),
      bytes: count.bytes(),
    });
  }

  result(): Result<MhtmlListing> {
    if (this.#malformed || !this.#archive) return fail('invalid-data', 'not an MHTML archive');
    if (!this.#ended) return fail('invalid-data', 'the archive breaks off before its end');
    const url = this.#archive.get('snapshot-content-location') ?? this.#parts[0]?.url ?? null;
    return succeed({ url, parts: this.#parts, truncated: this.#truncated });
  }
}

/** Counts the bytes a part decodes to. The line break before a delimiter belongs to the delimiter. */
class Counter {
  readonly #encoding: MhtmlPart['encoding'];
  #count = 0;
  #lastBreak = 0;

  constructor(encoding: MhtmlPart['encoding']) {
    this.#encoding = encoding;
  }

  line(line: string): void {
    const text = line.replace(/\r?\n$/, '');
    if (this.#encoding === 'base64') {
      this.#count += text.replace(/[^A-Za-z0-9+/]/g, '').length;
      return;
    }
    const isSoft = this.#encoding === 'quoted-printable' && /=[ \t]*$/.test(text);
    const content = isSoft ? text.replace(/=[ \t]*$/, '') : text;
    const escapes =
      this.#encoding === 'quoted-printable' ? (content.match(/=[0-9A-F]{2}/gi)?.length ?? 0) : 0;
    this.#lastBreak = isSoft ? 0 : line.length - text.length;
    this.#count += content.length - 2 * escapes + this.#lastBreak;
  }

  bytes(): number {
    if (this.#encoding === 'base64') return Math.floor((this.#count * 3) / 4);
    return Math.max(0, this.#count - this.#lastBreak);
  }
}

function encodingOf(fields: Fields): MhtmlPart['encoding'] {
  const encoding = fields.get('content-transfer-encoding')?.trim().toLowerCase();
  return encoding === 'base64' || encoding === 'quoted-printable' ? encoding : 'other';
}

/** Header fields by lower-case name; a line that begins with white space continues the one before. */
function fieldsOf(head: string): Fields {
  const fields = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const at = line.indexOf(':');
    if (at > 0) fields.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  return fields;
}
