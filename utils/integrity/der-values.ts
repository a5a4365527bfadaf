import type { Bytes } from './bytes.ts';
import { context, DerError, DerFields, TAG, type DerNode } from './der.ts';

/** An AlgorithmIdentifier (RFC 5280 section 4.1.1.2). */
export interface AlgorithmIdentifier {
  readonly oid: string;
  readonly parameters: DerNode | null;
}

function expect(node: DerNode, tag: number): Bytes {
  if (node.tag !== tag) throw new DerError(`element ${node.tag} where ${tag} should be`);
  return node.content;
}

/** An OBJECT IDENTIFIER in dotted form. @throws DerError */
export function oidOf(node: DerNode): string {
  const arcs: number[] = [];
  let arc = 0;
  const bytes = expect(node, TAG.oid);
  bytes.forEach((byte, index) => {
    if (arc === 0 && byte === 0x80) throw new DerError('object identifier with a leading zero');
    arc = arc * 128 + (byte & 0x7f);
    if (!Number.isSafeInteger(arc)) throw new DerError('object identifier too large');
    if (byte & 0x80) {
      if (index === bytes.byteLength - 1) throw new DerError('object identifier is cut off');
      return;
    }
    arcs.push(arc);
    arc = 0;
  });
  const [first, ...rest] = arcs;
  if (first === undefined) throw new DerError('object identifier is empty');
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...rest].join('.');
}

/** An INTEGER's content octets, in their shortest form. @throws DerError */
export function integerBytes(node: DerNode, tag: number = TAG.integer): Bytes {
  const bytes = expect(node, tag);
  const [first, second] = bytes;
  if (first === undefined) throw new DerError('integer without octets');
  const idle = second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
  if (idle) throw new DerError('integer is not in its shortest form');
  return bytes;
}

/** A non-negative INTEGER below 2^31. @throws DerError */
export function smallInteger(node: DerNode, tag: number = TAG.integer): number {
  const bytes = integerBytes(node, tag);
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  if ((bytes[0] ?? 0) >= 0x80 || value >= 2 ** 31) throw new DerError('integer out of range');
  return value;
}

/** A BOOLEAN: 0x00 or 0xFF. @throws DerError */
export function booleanOf(node: DerNode): boolean {
  const bytes = expect(node, TAG.boolean);
  if (bytes.byteLength !== 1 || (bytes[0] !== 0 && bytes[0] !== 0xff)) throw new DerError('not a boolean');
  return bytes[0] === 0xff;
}

/** An OCTET STRING. @throws DerError */
export function octetsOf(node: DerNode): Bytes {
  return expect(node, TAG.octetString);
}

/** A BIT STRING's octets; bits that are not used must be zero. @throws DerError */
export function bitsOf(node: DerNode): Bytes {
  const bytes = expect(node, TAG.bitString);
  const unused = bytes[0] ?? 8;
  const last = bytes.at(-1) ?? 0;
  if (unused > 7 || (bytes.byteLength === 1 && unused > 0)) throw new DerError('not a bit string');
  if (bytes.byteLength > 1 && (last & ((1 << unused) - 1)) !== 0) throw new DerError('unused bits are set');
  return bytes.subarray(1);
}

/** A SEQUENCE of object identifier and optional parameters. @throws DerError */
export function algorithmOf(node: DerNode): AlgorithmIdentifier {
  const fields = new DerFields(node);
  const oid = oidOf(fields.any());
  const parameters = fields.isDone() ? null : fields.any();
  fields.end();
  return { oid, parameters };
}

/** Content of an explicitly tagged element: exactly one element. @throws DerError */
export function explicit(node: DerNode, number: number): DerNode {
  const fields = new DerFields(node, context(number));
  const inner = fields.any();
  fields.end();
  return inner;
}

const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/;

/**
 * A UTCTime or GeneralizedTime in UTC, seconds included (RFC 5280 section 4.1.2.5, RFC 3161 section 2.4.2).
 * A fraction is cut to milliseconds. @throws DerError for any other form, and for days that do not exist.
 */
export function timeOf(node: DerNode): Date {
  const text = new TextDecoder('ascii').decode(node.content);
  const long = node.tag === TAG.utcTime ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const match = TIME.exec(long);
  if (!match || (node.tag !== TAG.utcTime && node.tag !== TAG.generalizedTime)) {
    throw new DerError(`not a time in UTC: ${text.slice(0, 30)}`);
  }
  const [, year, month, day, hour, minute, second, fraction = ''] = match;
  if (fraction && (node.tag === TAG.utcTime || fraction.endsWith('0')))
    throw new DerError('fraction not in DER');
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`;
  const date = new Date(iso);
  if (Number.isNaN(date.getTime()) || date.toISOString() !== iso) throw new DerError(`no such time: ${text}`);
  return date;
}
