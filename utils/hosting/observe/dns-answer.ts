import * as v from 'valibot';

/** Record types that are asked for, with their numbers (RFC 1035, 3596). */
export const RECORD_TYPES = { A: 1, NS: 2, CNAME: 5, SOA: 6, PTR: 12, MX: 15, TXT: 16, AAAA: 28 } as const;

/** One of {@link RECORD_TYPES}. */
export type RecordType = keyof typeof RECORD_TYPES;

/** One record of an answer. `data` as text: an address, a name, `preference name` for MX, the joined TXT strings. */
export interface DnsRecord {
  readonly name: string;
  readonly type: RecordType;
  readonly ttl: number;
  readonly data: string;
}

/** What a resolver answered, in either form. */
export interface DnsAnswer {
  /** RCODE: 0 NOERROR, 2 SERVFAIL, 3 NXDOMAIN. */
  readonly rcode: number;
  readonly truncated: boolean;
  /** The resolver says it checked DNSSEC: its claim, no proof. */
  readonly authenticated: boolean;
  readonly records: readonly DnsRecord[];
  /** Records beyond the bound. */
  readonly dropped: number;
}

/** Records of one answer that are kept. */
export const MAXIMUM_RECORDS = 300;

const NAMES: ReadonlyMap<number, RecordType> = new Map(
  Object.entries(RECORD_TYPES).map(([name, number]) => [number, name as RecordType]),
);

const jsonSchema = v.object({
  Status: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)),
  TC: v.optional(v.boolean(), false),
  AD: v.optional(v.boolean(), false),
  Answer: v.optional(
    v.array(
      v.object({
        name: v.pipe(v.string(), v.maxLength(1_100)),
        type: v.number(),
        TTL: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
        data: v.string(),
      }),
    ),
    [],
  ),
});

/** Reads the JSON form (`application/dns-json`); null where it is none. */
export function parseJsonAnswer(text: string): DnsAnswer | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const parsed = v.safeParse(jsonSchema, data);
  if (!parsed.success) return null;
  const { Status, TC, AD, Answer } = parsed.output;
  const records = Answer.slice(0, MAXIMUM_RECORDS).flatMap(
    ({ name, type, TTL, data: value }): DnsRecord[] => {
      const known = NAMES.get(type);
      return known ? [{ name: plainName(name), type: known, ttl: TTL, data: plainData(known, value) }] : [];
    },
  );
  const dropped = Math.max(0, Answer.length - MAXIMUM_RECORDS);
  return { rcode: Status, truncated: TC, authenticated: AD, records, dropped };
}

/** Lower case without the final dot. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '').slice(0, 255);
}

function plainData(type: RecordType, value: string): string {
  const text = value.slice(0, 4096);
  if (type === 'TXT') return joinStrings(text);
  if (type === 'A' || type === 'AAAA') return text.trim();
  return text
    .split(/\s+/)
    .map((part) => plainName(part))
    .join(' ');
}

/** `"part one" "part two"` is one TXT record of two strings. */
function joinStrings(text: string): string {
  if (!text.startsWith('"')) return text;
  const strings = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)];
  return strings.map(([, inner = '']) => inner.replaceAll(/\\(.)/g, '$1')).join('');
}
