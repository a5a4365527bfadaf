import {
  AUTHENTIC_DATA,
  decode,
  encode,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
} from '@leichtgewicht/dns-packet';
import * as v from 'valibot';
import { MAXIMUM_RECORDS, plainName, RECORD_TYPES, type DnsAnswer, type DnsRecord } from './dns-answer.ts';
import type { RecordType } from './dns-answer.ts';

const recordSchema = v.object({
  name: v.string(),
  type: v.string(),
  ttl: v.optional(v.number(), 0),
  data: v.unknown(),
});
const mxSchema = v.object({ preference: v.optional(v.number(), 0), exchange: v.string() });
const soaSchema = v.object({ mname: v.string(), rname: v.string() });
const txtSchema = v.array(v.union([v.string(), v.instance(Uint8Array)]));

/** A query in wire form, base64url without padding, for `?dns=` (RFC 8484 §4.1). The id is 0, so caches can share. */
export function wireQuery(name: string, type: RecordType): string {
  const bytes = encode({ type: 'query', id: 0, flags: RECURSION_DESIRED, questions: [{ type, name }] });
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Reads an answer in wire form; null where it is none. */
export function parseWireAnswer(bytes: Uint8Array): DnsAnswer | null {
  let packet: ReturnType<typeof decode>;
  try {
    packet = decode(bytes);
  } catch {
    // The library throws errors of several kinds for malformed bytes: all mean 'not an answer'.
    return null;
  }
  if (packet.type !== 'response') return null;
  const answers = packet.answers ?? [];
  const flags = packet.flags ?? 0;
  return {
    rcode: (packet.flags ?? 0) & 15,
    truncated: (flags & TRUNCATED_RESPONSE) !== 0,
    authenticated: (flags & AUTHENTIC_DATA) !== 0,
    records: answers.slice(0, MAXIMUM_RECORDS).flatMap(recordFrom),
    dropped: Math.max(0, answers.length - MAXIMUM_RECORDS),
  };
}

function recordFrom(answer: unknown): DnsRecord[] {
  const parsed = v.safeParse(recordSchema, answer);
  if (!parsed.success || !(parsed.output.type in RECORD_TYPES)) return [];
  const type = parsed.output.type as RecordType;
  const data = dataText(type, parsed.output.data);
  return data === null ? [] : [{ name: plainName(parsed.output.name), type, ttl: parsed.output.ttl, data }];
}

function dataText(type: RecordType, data: unknown): string | null {
  if (type === 'MX') {
    const mx = v.safeParse(mxSchema, data);
    return mx.success ? `${mx.output.preference} ${plainName(mx.output.exchange)}` : null;
  }
  if (type === 'SOA') {
    const soa = v.safeParse(soaSchema, data);
    return soa.success ? `${plainName(soa.output.mname)} ${plainName(soa.output.rname)}` : null;
  }
  if (type === 'TXT') {
    const txt = v.safeParse(
      Array.isArray(data) ? txtSchema : v.tuple([txtSchema.item]),
      Array.isArray(data) ? data : [data],
    );
    return txt.success ? txt.output.map(stringOf).join('').slice(0, 4096) : null;
  }
  if (typeof data !== 'string') return null;
  return type === 'A' || type === 'AAAA' ? data : plainName(data);
}

function stringOf(part: string | Uint8Array): string {
  return typeof part === 'string' ? part : new TextDecoder().decode(part);
}
