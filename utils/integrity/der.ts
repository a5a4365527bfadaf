import type { Bytes } from './bytes.ts';

/**
 * A strict reader for DER (ITU-T X.690): definite lengths in their shortest form, nothing after the end.
 * Our own, because a general ASN.1 library also takes BER, mends what does not fit, and decides by class names that
 * a minifier changes; where a hostile expert looks, two readers must not see two things. Only identifiers of one
 * octet exist in what is read here (X.509, CMS, RFC 3161).
 */
export interface DerNode {
  /** The identifier octet: class, constructed bit and number, e.g. 0x30 for SEQUENCE. */
  readonly tag: number;
  readonly content: Bytes;
  /** The element with identifier and length, as it stands in the file: what signatures are computed over. */
  readonly whole: Bytes;
}

/** Identifier octets in use. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
} as const;

/** The identifier octet of a context-specific element. */
export function context(number: number, constructed = true): number {
  return (constructed ? 0xa0 : 0x80) | number;
}

/** Bytes that are not the DER they should be. Thrown within this folder only; whoever parses turns it into a value. */
export class DerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DerError';
  }
}

/** Reads exactly one element. @throws DerError where the bytes are anything else. */
export function readDer(bytes: Bytes): DerNode {
  const node = nodeAt(bytes, 0);
  if (node.whole.byteLength !== bytes.byteLength) throw new DerError('bytes after the end');
  return node;
}

/** The elements within a constructed element. @throws DerError */
export function children(node: DerNode): DerNode[] {
  if ((node.tag & 0x20) === 0) throw new DerError(`element ${node.tag} holds no elements`);
  const nodes: DerNode[] = [];
  for (let at = 0; at < node.content.byteLength;) {
    const child = nodeAt(node.content, at);
    nodes.push(child);
    at += child.whole.byteLength;
  }
  return nodes;
}

function nodeAt(bytes: Bytes, start: number): DerNode {
  const tag = byteAt(bytes, start);
  if ((tag & 0x1f) === 0x1f) throw new DerError('identifier of several octets');
  const { length, size } = lengthAt(bytes, start + 1);
  const from = start + 1 + size;
  const to = from + length;
  if (to > bytes.byteLength) throw new DerError('element is cut off');
  return { tag, content: bytes.subarray(from, to), whole: bytes.subarray(start, to) };
}

function lengthAt(bytes: Bytes, at: number): { readonly length: number; readonly size: number } {
  const first = byteAt(bytes, at);
  if (first < 0x80) return { length: first, size: 1 };
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw new DerError('length is indefinite or too long');
  let length = 0;
  for (let index = 1; index <= count; index += 1) length = length * 256 + byteAt(bytes, at + index);
  if (length < 0x80 || length < 256 ** (count - 1)) throw new DerError('length is not in its shortest form');
  return { length, size: 1 + count };
}

function byteAt(bytes: Bytes, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new DerError('element is cut off');
  return byte;
}

/** Reads the fields of a SEQUENCE (or another constructed element) in order. */
export class DerFields {
  readonly #nodes: readonly DerNode[];
  #at = 0;

  /** @throws DerError where the element has another tag. */
  constructor(node: DerNode, tag: number = TAG.sequence) {
    if (node.tag !== tag) throw new DerError(`element ${node.tag} where ${tag} should be`);
    this.#nodes = children(node);
  }

  /** The next field, whatever it is. */
  any(): DerNode {
    const node = this.#nodes[this.#at];
    if (!node) throw new DerError('a field is missing');
    this.#at += 1;
    return node;
  }

  /** The next field, which must have this tag. */
  take(tag: number): DerNode {
    const node = this.any();
    if (node.tag !== tag) throw new DerError(`element ${node.tag} where ${tag} should be`);
    return node;
  }

  /** The next field if it has this tag. */
  optional(tag: number): DerNode | null {
    return this.#nodes[this.#at]?.tag === tag ? this.any() : null;
  }

  /** Whether no field is left. */
  isDone(): boolean {
    return this.#at >= this.#nodes.length;
  }

  /** @throws DerError where fields are left. */
  end(): void {
    if (!this.isDone()) throw new DerError('a field too many');
  }
}
