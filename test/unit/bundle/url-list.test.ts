import * as fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvCell, csvLines } from '../../../utils/bundle/csv.ts';

test('no cell is a formula, and every cell can be read back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '＝', "'"),
      (text, first) => {
        const value = (first + text).toWellFormed();
        const text2 = [...csvLines(['a', 'b'], [[value, 'x']])].join('');
        const [, row] = Papa.parse<string[]>(text2.slice(1), { newline: '\r\n' }).data;
        expect(row?.[0]).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(row?.[0]?.replace(/^'/, '')).toBe(
          /^['=+\-@\t\r\n＝＋－＠]/.test(value) ? value : value.replace(/^'/, ''),
        );
      },
    ),
  );
});

test('numbers stay numbers, quotes are doubled, the file begins with a byte order mark', () => {
  expect(csvCell(-5)).toBe('"-5"');
  expect(csvCell('-5')).toBe(`"'-5"`);
  expect(csvCell('say "hi", then\r\nleave')).toBe('"say ""hi"", then\r\nleave"');
  expect([...csvLines(['a'], [['b']])]).toEqual(['\uFEFF"a"\r\n', '"b"\r\n']);
});
