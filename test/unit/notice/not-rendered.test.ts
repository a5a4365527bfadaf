import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KNOWN_REASONS, notRenderedText } from '../../../utils/i18n/catalog/not-rendered.ts';

const ROOT = new URL('../../../', import.meta.url);

/** Sentences in the sources that say why a notice is not written in a format. */
function reasonsIn(source: string): string[] {
  const said = [
    /fail\(\s*'not-available',\s*'([^']+)'/g,
    /why: '([^']+)'/g,
    /(?:return|\?) '([^']*(?:letter|retraction)[^']*)'/g,
  ];
  return said.flatMap((pattern) => [...source.matchAll(pattern)].map(([, reason = '']) => reason));
}

test('every reason for a format that is not there is known in every language', () => {
  const folder = new URL('utils/notice/renderings/', ROOT);
  const sources = [
    ...readdirSync(folder).map((name) => new URL(name, folder)),
    new URL('entrypoints/dashboard/notices/FinalPage.svelte', ROOT),
  ].map((url) => readFileSync(url, 'utf8'));
  const found = new Set(sources.flatMap(reasonsIn));
  expect(found.size).toBeGreaterThan(9);
  expect([...found].filter((reason) => !KNOWN_REASONS.includes(reason))).toEqual([]);
  for (const reason of found) {
    expect(notRenderedText(reason, 'zh-CN')).toMatch(/\p{Script=Han}/u);
    expect(notRenderedText(reason, 'ja')).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u);
  }
});
