import * as fc from 'fast-check';
import JSZip from 'jszip';
import { execFileSync } from 'node:child_process';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { ZIP_LIMITS } from '../../../utils/bundle/zip/archive.ts';
import { entryBytes, entryData, fingerprintEntry } from '../../../utils/bundle/zip/entry-data.ts';
import { centralHeader, concatenate, endRecords, localHeader } from '../../../utils/bundle/zip/format.ts';
import { tryOpenZip } from '../../../utils/bundle/zip/open.ts';
import { zipWriter } from '../../../utils/bundle/zip/writer.ts';
import type { ByteSource } from '../../../utils/integrity/digest.ts';
import { bytesOf, bytesSource, saved } from './support.ts';

const AT = new Date('2026-11-21T10:15:06.000Z');
const utf8 = (text: string) => new TextEncoder().encode(text);

/** A zip of texts by the writer, changed afterwards. */
async function zipped(files: Readonly<Record<string, string>>): Promise<Uint8Array<ArrayBuffer>> {
  const writer = zipWriter(AT);
  for (const [name, text] of Object.entries(files)) {
    const bytes = utf8(text);
    writer.add({ name, crc32: crc32(bytes), size: bytes.byteLength }, bytes);
  }
  return bytesOf(writer.finish());
}

async function problems(bytes: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const opened = await tryOpenZip(bytesSource(bytes));
  return opened.ok ? opened.value.problems.map(({ code }) => code) : [opened.failure.code];
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const indexOf = (bytes: Uint8Array, signature: number, from = 0): number => {
  for (let at = from; at + 4 <= bytes.byteLength; at += 1)
    if (view(bytes).getUint32(at, true) === signature) return at;
  return -1;
};

test.each([
  ['../../etc/passwd'],
  ['a/../../b'],
  ['/etc/passwd'],
  [String.raw`..\..\windows\system32`],
  ['C:/windows/x'],
  ['a//b'],
  ['./a'],
  ['a/\u0000b'],
  [''],
])('a name that leaves its folder is refused: %s', async (name) => {
  expect(await problems(await zipped({ [name]: 'x' }))).toContain('unsafe-name');
});

test('two entries of one name, also by letter case or composition, are refused', async () => {
  const twice = zipWriter(AT);
  for (const text of ['one', 'two']) twice.add({ name: 'a', crc32: crc32(utf8(text)), size: 3 }, utf8(text));
  expect(await problems(await bytesOf(twice.finish()))).toContain('duplicate-name');
  expect(await problems(await zipped({ 'a/Ä.txt': 'x', 'a/ä.txt': 'y' }))).toContain('duplicate-name');
  expect(await problems(await zipped({ 'a/\u00e9': 'x', 'a/e\u0301': 'y' }))).toContain('duplicate-name');
});

test('encrypted entries and unknown methods are refused and never read', async () => {
  for (const [field, value, code] of [
    [8, 0x0801, 'encrypted'],
    [10, 99, 'unknown-method'],
  ] as const) {
    const bytes = await zipped({ a: 'x' });
    const central = indexOf(bytes, 0x02014b50);
    view(bytes).setUint16(central + field, value, true);
    view(bytes).setUint16(field - 2, value, true);
    expect(await problems(bytes)).toEqual([code]);
    const opened = await tryOpenZip(bytesSource(bytes));
    const entry = opened.ok ? opened.value.entries[0] : undefined;
    if (!opened.ok || !entry) throw new Error('not opened');
    await expect(fingerprintEntry(opened.value, entry)).rejects.toThrow('invalid-bundle');
  }
});

test('entries that share bytes, and bytes that belong to none, are refused', async () => {
  const bytes = await zipped({ a: 'aaaa', b: 'bbbb' });
  const second = indexOf(bytes, 0x02014b50, indexOf(bytes, 0x02014b50) + 4);
  const shared = bytes.slice();
  view(shared).setUint32(second + 42, 0, true);
  expect(await problems(shared)).toEqual(expect.arrayContaining(['overlap', 'hidden-bytes']));

  const record = { name: 'a', crc32: crc32(utf8('x')), size: 1 };
  const local = localHeader(record, AT);
  const gap = utf8('hidden');
  const offset = gap.byteLength;
  const central = centralHeader(record, AT, offset);
  const start = offset + local.byteLength + 1;
  const hidden = concatenate(gap, local, utf8('x'), central, endRecords(1, start, central.byteLength));
  expect(await problems(hidden)).toContain('hidden-bytes');
  expect(await problems(concatenate(bytes, utf8('tail')))).toEqual(['invalid-bundle']);
  expect(await problems(concatenate(utf8('head'), bytes))).toEqual(['invalid-bundle']);
});

test('a directory that lies about sizes is found out before anything is believed', async () => {
  const zip = new JSZip();
  zip.file('a', 'a'.repeat(100_000));
  const bytes = new Uint8Array(await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' }));
  const central = indexOf(bytes, 0x02014b50);
  for (const size of [10, 100_001, 4_000_000_000]) {
    const lying = bytes.slice();
    view(lying).setUint32(central + 24, size, true);
    view(lying).setUint32(22, size, true);
    const opened = await tryOpenZip(bytesSource(lying));
    const entry = opened.ok ? opened.value.entries[0] : undefined;
    if (!opened.ok || !entry) throw new Error('not opened');
    await expect(fingerprintEntry(opened.value, entry), String(size)).rejects.toThrow(/comes out/);
  }
});

test('a bomb is refused by what its directory says, without unpacking', async () => {
  const zip = new JSZip();
  for (let at = 0; at < 10; at += 1) zip.file(`f${at}`, new Uint8Array(4_000_000));
  const bytes = new Uint8Array(await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' }));
  expect(await problems(bytes)).toContain('bomb');
});

test('deflated entries come out whole, streamed and held alike', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 5000 }), { minLength: 1, maxLength: 4 }),
      async (contents) => {
        const zip = new JSZip();
        for (const [at, content] of contents.entries()) zip.file(`f${at}`, content);
        const bytes = await zip.generateAsync({
          type: 'uint8array',
          compression: 'DEFLATE',
          streamFiles: true,
        });
        const opened = await tryOpenZip(bytesSource(new Uint8Array(bytes)));
        if (!opened.ok) throw new Error(opened.failure.detail);
        expect(opened.value.problems).toEqual([]);
        for (const [at, content] of contents.entries()) {
          const entry = opened.value.entries[at];
          if (!entry) throw new Error('missing');
          expect(await entryBytes(opened.value, entry, 5000)).toEqual(new Uint8Array(content));
          expect((await fingerprintEntry(opened.value, entry)).crc32).toBe(crc32(content));
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('reading an entry stops where the reader stops', async () => {
  const zip = new JSZip();
  zip.file('a', crypto.getRandomValues(new Uint8Array(60_000)));
  const bytes = new Uint8Array(await zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' }));
  const opened = await tryOpenZip(bytesSource(bytes));
  const entry = opened.ok ? opened.value.entries[0] : undefined;
  if (!opened.ok || !entry) throw new Error('not opened');
  for await (const part of entryData(opened.value, entry)) {
    expect(part.byteLength).toBeGreaterThan(0);
    break;
  }
});

test('any bytes at all give an answer, never an exception', async () => {
  const whole = await zipped({ 'a/b': 'text', 'a/c': 'more' });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.byteLength - 1), fc.nat(255)), { maxLength: 12 }),
      fc.nat(whole.byteLength),
      async (changes, cut) => {
        const bytes = whole.slice(0, whole.byteLength - (cut % 7 === 0 ? cut : 0));
        for (const [at, value] of changes) if (at < bytes.byteLength) bytes[at] = value;
        expect(typeof (await tryOpenZip(bytesSource(bytes))).ok).toBe('boolean');
      },
    ),
    { numRuns: 500 },
  );
});

test('70,000 entries open and are all there', async () => {
  const writer = zipWriter(AT);
  const empty = { crc32: 0, size: 0 };
  for (let at = 0; at < 70_000; at += 1) writer.add({ name: `top/f${at}`, ...empty }, new Uint8Array());
  const bytes = await bytesOf(writer.finish());
  const opened = await tryOpenZip(bytesSource(bytes));
  expect(opened).toMatchObject({ ok: true, value: { problems: [] } });
  expect(opened.ok && opened.value.entries.length).toBe(70_000);
});

/** A container of a size nobody holds: zeros but for the given pieces, by offset. */
function sparse(size: number, pieces: readonly (readonly [number, Uint8Array])[]): ByteSource {
  return {
    size,
    read: async (start, end) => {
      const bytes = new Uint8Array(end - start);
      for (const [at, piece] of pieces) {
        const from = Math.max(start, at);
        const to = Math.min(end, at + piece.byteLength);
        if (from < to) bytes.set(piece.subarray(from - at, to - at), from - start);
      }
      return bytes;
    },
  };
}

test('entries and offsets beyond 4 GiB are read', async () => {
  const large = { name: 'top/large', crc32: 0x12345678, size: 5 * 1024 ** 3 };
  const small = { name: 'top/small', crc32: crc32(utf8('x')), size: 1 };
  const [first, second] = [localHeader(large, AT), localHeader(small, AT)];
  const offset = first.byteLength + large.size;
  const directory = concatenate(centralHeader(large, AT, 0), centralHeader(small, AT, offset));
  const start = offset + second.byteLength + 1;
  const end = endRecords(2, start, directory.byteLength);
  const source = sparse(start + directory.byteLength + end.byteLength, [
    [0, first],
    [offset, second],
    [offset + second.byteLength, utf8('x')],
    [start, directory],
    [start + directory.byteLength, end],
  ]);
  const opened = await tryOpenZip(source);
  if (!opened.ok) throw new Error(opened.failure.detail);
  expect(opened.value.problems).toEqual([]);
  expect(opened.value.entries.map(({ size }) => size)).toEqual([large.size, 1]);
  const entry = opened.value.entries[1];
  expect(entry && new TextDecoder().decode(await entryBytes(opened.value, entry, 1))).toBe('x');
});

/**
 * A header with one more extra field at its end, and the name not flagged as UTF-8, as by programs that write such
 * fields; where the length of the fields stands differs by header.
 */
function withField(header: Uint8Array<ArrayBuffer>, lengthAt: number, id: number, data: Uint8Array) {
  const field = new Uint8Array(4 + data.byteLength);
  view(field).setUint16(0, id, true);
  view(field).setUint16(2, data.byteLength, true);
  field.set(data, 4);
  const longer = concatenate(header, field);
  view(longer).setUint16(lengthAt, view(longer).getUint16(lengthAt, true) + field.byteLength, true);
  view(longer).setUint16(lengthAt - 22, 0, true);
  return longer;
}

/** Two files, each with an extra field in both headers. */
function withFields(id: number, dataOf: (name: string) => Uint8Array): Uint8Array<ArrayBuffer> {
  let body: Uint8Array<ArrayBuffer> = new Uint8Array();
  let directory: Uint8Array<ArrayBuffer> = new Uint8Array();
  for (const name of ['one', 'two']) {
    const record = { name, crc32: crc32(utf8(name)), size: 3 };
    const central = withField(centralHeader(record, AT, body.byteLength), 30, id, dataOf(name));
    body = concatenate(body, withField(localHeader(record, AT), 28, id, dataOf(name)), utf8(name));
    directory = concatenate(directory, central);
  }
  return concatenate(body, directory, endRecords(2, body.byteLength, directory.byteLength));
}

/** Info-ZIP's Unicode Path: the CRC-32 of the name in the header, and the name that is to stand for it. */
function unicodePath(of: string, name: string): Uint8Array {
  const field = concatenate(Uint8Array.of(1, 0, 0, 0, 0), utf8(name));
  view(field).setUint32(1, crc32(utf8(of)), true);
  return field;
}

test('a field that gives an entry another name for other programs is refused', async () => {
  const swapped = withFields(0x7075, (name) => unicodePath(name, name === 'one' ? 'two' : 'one'));
  const path = await saved(new Blob([swapped]));
  // This is what makes it dangerous: a program that people have unpacks the one as the other.
  expect(execFileSync('unzip', ['-p', path, 'two'], { encoding: 'utf8' })).toBe('one');
  expect(await problems(swapped)).toEqual(Array.from({ length: 4 }, () => 'foreign-field'));
  expect(await problems(withFields(0x7075, (name) => unicodePath(name, name)))).toEqual([]);
  expect(await problems(withFields(0x7875, () => new Uint8Array(11)))).toEqual([]);
  for (const id of [0x000d, 0x756e, 0x9901, 0x7075]) {
    expect(await problems(withFields(id, () => new Uint8Array(12)))).toContain('foreign-field');
  }
});

test('a link, a device and a folder that says it is a file are refused', async () => {
  for (const [name, mode] of [
    ['a', 0o120_777],
    ['a', 0o060_644],
    ['a', 0o040_755],
    ['a/', 0o100_644],
  ] as const) {
    const bytes = await zipped({ [name]: '' });
    view(bytes).setUint16(indexOf(bytes, 0x02014b50) + 40, mode, true);
    expect(await problems(bytes), mode.toString(8)).toEqual(['not-a-file']);
  }
});

test.each(['report.html.', 'report.html ', 'folder./a', 'a\u202egnp.exe', 'a\u200b'])(
  'a name that shows or lands as another is refused: %j',
  async (name) => {
    expect(await problems(await zipped({ [name]: 'x' }))).toEqual(['unsafe-name']);
  },
);

test('bounds on entries and directory hold', async () => {
  const bytes = await zipped({ a: 'x', b: 'y' });
  const opened = await tryOpenZip(bytesSource(bytes), { ...ZIP_LIMITS, entries: 1 });
  expect(opened).toMatchObject({ ok: false, failure: { code: 'too-large' } });
});
