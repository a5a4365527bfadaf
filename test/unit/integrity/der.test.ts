import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, type Bytes } from '../../../utils/integrity/bytes.ts';
import { children, DerError, DerFields, readDer } from '../../../utils/integrity/der.ts';
import {
  bitsOf,
  booleanOf,
  integerBytes,
  oidOf,
  smallInteger,
  timeOf,
} from '../../../utils/integrity/der-values.ts';
import { derOf, derOid, derUnsigned } from '../../../utils/integrity/der-writer.ts';

const bytesOf = (hex: string): Bytes => fromHex(hex.replaceAll(' ', ''));
const nodeOf = (hex: string) => readDer(bytesOf(hex));
const value = (bytes: Iterable<number>) => [...bytes].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
const timeNode = (tag: number, text: string) => readDer(derOf(tag, new TextEncoder().encode(text)));

describe('DER', () => {
  it('writes and reads back elements of any length', () => {
    const length = fc.oneof(fc.nat(300), fc.constantFrom(127, 128, 255, 256, 65_535, 65_536));
    fc.assert(
      fc.property(length, (size) => {
        const node = readDer(derOf(0x04, new Uint8Array(size)));
        expect(node.content.byteLength).toBe(size);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no length', '30'],
    ['cut off content', '04 02 00'],
    ['bytes after the end', '04 00 00'],
    ['indefinite length', '30 80 00 00'],
    ['length not in its shortest form', '04 81 01 00'],
    ['length with a leading zero', '04 82 00 80'],
    ['length of five octets', '04 85 00 00 00 00 01 00'],
    ['identifier of several octets', '1f 81 01 00'],
  ])('refuses %s', (_, hex) => {
    expect(() => nodeOf(hex)).toThrow(DerError);
  });

  it('never fails with anything but DerError, whatever the bytes', () => {
    const walk = (bytes: Bytes): void => {
      for (const child of children(readDer(bytes))) walk(child.whole);
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
        try {
          walk(new Uint8Array(input));
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(DerError);
        }
      }),
    );
  });

  it('refuses fields that are missing, of another kind, or too many', () => {
    const sequence = nodeOf('30 06 02 01 01 01 01 ff');
    const fields = new DerFields(sequence);
    expect(fields.optional(0x04)).toBeNull();
    expect(() => fields.take(0x04)).toThrow(DerError);
    expect(() => new DerFields(sequence).end()).toThrow(DerError);
    const all = new DerFields(sequence);
    expect([all.any().tag, all.any().tag, all.isDone()]).toEqual([0x02, 0x01, true]);
    expect(() => all.any()).toThrow(DerError);
  });
});

describe('DER values', () => {
  it.each(['1.2.840.113549.1.9.16.1.4', '2.16.840.1.101.3.4.2.1', '0.9.2342', '2.5.29.37', '2.999.3'])(
    'reads and writes the object identifier %s',
    (oid) => {
      expect(oidOf(readDer(derOid(oid)))).toBe(oid);
    },
  );

  it.each(['06 00', '06 02 80 01', '06 02 2a 86', '06 0a 2a ff ff ff ff ff ff ff ff 7f'])(
    'refuses the object identifier %s',
    (hex) => {
      expect(() => oidOf(nodeOf(hex))).toThrow(DerError);
    },
  );

  it('keeps integers in their shortest form', () => {
    expect(() => integerBytes(nodeOf('02 02 00 01'))).toThrow(DerError);
    expect(() => integerBytes(nodeOf('02 02 ff 80'))).toThrow(DerError);
    expect(() => integerBytes(nodeOf('02 00'))).toThrow(DerError);
    expect(smallInteger(nodeOf('02 02 00 80'))).toBe(128);
    expect(() => smallInteger(nodeOf('02 01 ff'))).toThrow(DerError);
    expect(() => smallInteger(nodeOf('02 05 01 00 00 00 00'))).toThrow(DerError);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (octets) => {
        expect(value(integerBytes(readDer(derUnsigned(octets))))).toBe(value(octets));
      }),
    );
  });

  it('takes only the two booleans and bit strings without stray bits', () => {
    expect([booleanOf(nodeOf('01 01 ff')), booleanOf(nodeOf('01 01 00'))]).toEqual([true, false]);
    expect(() => booleanOf(nodeOf('01 01 01'))).toThrow(DerError);
    expect([...bitsOf(nodeOf('03 02 07 80'))]).toEqual([0x80]);
    for (const hex of ['03 02 07 81', '03 01 01', '03 00', '03 02 08 00']) {
      expect(() => bitsOf(nodeOf(hex))).toThrow(DerError);
    }
  });

  it.each<readonly [number, string, string]>([
    [0x17, '491231235959Z', '2049-12-31T23:59:59.000Z'],
    [0x17, '500101000000Z', '1950-01-01T00:00:00.000Z'],
    [0x18, '20261121230913.052Z', '2026-11-21T23:09:13.052Z'],
    [0x18, '20261121230913.1Z', '2026-11-21T23:09:13.100Z'],
    [0x18, '20261121230913.123456Z', '2026-11-21T23:09:13.123Z'],
    [0x18, '20240229000000Z', '2024-02-29T00:00:00.000Z'],
  ])('reads the time %i %s', (tag, text, iso) => {
    expect(timeOf(timeNode(tag, text)).toISOString()).toBe(iso);
  });

  it.each<readonly [number, string]>([
    [0x18, '20261121230913'],
    [0x18, '20261121230913+0100'],
    [0x18, '202611212309Z'],
    [0x18, '20261121230913.10Z'],
    [0x18, '20261121230913,1Z'],
    [0x18, '20260231000000Z'],
    [0x18, '20261121240000Z'],
    [0x17, '261121230913.5Z'],
    [0x0c, '20261121230913Z'],
  ])('refuses the time %i %s', (tag, text) => {
    expect(() => timeOf(timeNode(tag, text))).toThrow(DerError);
  });
});
