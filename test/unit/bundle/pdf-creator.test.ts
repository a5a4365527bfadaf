import { expect, it } from 'vitest';
import { nameCreator } from '../../../utils/bundle/report/pdf-creator.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (pdf: Uint8Array) => new TextDecoder().decode(pdf);

it('replaces the creator without moving a byte, brackets in it or not', () => {
  const pdf = bytes(String.raw`<</Creator (Mozilla/5.0 \(X11; Linux x86_64\) Chrome) /Producer (Skia)>>`);
  expect(nameCreator(pdf, 'Prima Facie 1.2.3')).toBe(true);
  expect(text(pdf)).toMatch(/^<<\/Creator \(Prima Facie 1\.2\.3 {20,}\) \/Producer \(Skia\)>>$/);
  expect(text(pdf)).not.toContain('Linux');
});

it.each(['<</Producer (Skia)>>', '<</Creator (short)>>', '<</Creator (never closed'])(
  'leaves %j as it is',
  (content) => {
    const pdf = bytes(content);
    expect(nameCreator(pdf, 'Prima Facie 1.2.3')).toBe(false);
    expect(text(pdf)).toBe(content);
  },
);
