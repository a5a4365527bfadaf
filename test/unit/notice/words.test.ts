import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Everything a reader may see: catalogs, phrases of notices, laws. */
const SHOWN = ['utils/i18n/catalog/*.ts', 'utils/notice/document/*.ts', 'utils/notice/regimes/*.ts'];
const files = SHOWN.flatMap((pattern) => globSync(pattern)).map((name) => ({
  name,
  text: readFileSync(name, 'utf8'),
}));

test('a digest has one name in each language', () => {
  expect(files.length).toBeGreaterThan(50);
  const others = /摘要|散列|ダイジェスト|fingerprint of the file/i;
  expect(files.filter(({ text }) => others.test(text)).map(({ name }) => name)).toEqual([]);
});

test('whoever set no name has one name in each language', () => {
  const others = /not named|unknown operator|anonymous operator/i;
  expect(files.filter(({ text }) => others.test(text)).map(({ name }) => name)).toEqual([]);
});

test('nothing is called valid in Chinese or Japanese either', () => {
  const texts = files.filter(({ name }) => /notice|readiness|dossier/.test(name));
  const said = /有效|有効|成立/;
  expect(texts.filter(({ text }) => said.test(text)).map(({ name }) => name)).toEqual([]);
});

test('nothing is called valid, and nothing is legal advice', () => {
  const texts = files.filter(({ name }) => /notice|readiness|dossier/.test(name));
  const said = /['"`][^'"`]*\b(?:a valid|is valid|legally valid|legal advice)\b[^'"`]*['"`]/i;
  expect(texts.filter(({ text }) => said.test(text)).map(({ name }) => name)).toEqual([]);
});
