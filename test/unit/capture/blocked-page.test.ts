import { describe, expect, it } from 'vitest';
import { checkCapturable } from '../../../utils/capture/capturable.ts';
import { FAILURE } from '../../../utils/i18n/catalog/failure.ts';
import { failureText } from '../../../utils/i18n/failure-text.ts';

describe('pages that no extension may capture', () => {
  const pages = [
    ['about:blank', undefined],
    ['about:config', undefined],
    ['chrome-extension://abc/page.html', undefined],
    ['https://addons.mozilla.org/', undefined],
    ['https://site.test/a.pdf', 'application/pdf'],
  ] as const;

  it('each have a sentence of their own, in every language', () => {
    const texts = pages.map(([url, type]) => {
      const checked = checkCapturable(url, type);
      if (checked.ok) throw new Error(`${url} was not refused`);
      return failureText(checked.failure);
    });
    for (const language of ['en', 'zh-CN', 'ja'] as const) {
      const said = new Set(texts.map((text) => text[language]));
      expect(said.size).toBe(pages.length);
      expect(said).not.toContain(FAILURE['blocked-page'][language]);
    }
  });

  it('fall back on the general sentence where the reason is the browser’s own', () => {
    expect(failureText({ code: 'blocked-page', detail: 'Cannot access contents' })).toBe(
      FAILURE['blocked-page'],
    );
  });
});
