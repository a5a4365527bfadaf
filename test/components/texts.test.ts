import { describe, expect, it } from 'vitest';
import { makeTexts } from '../../components/texts.ts';
import { FAILURE } from '../../utils/i18n/catalog/failure.ts';
import { UI } from '../../utils/i18n/catalog/ui.ts';
import { FAILURE_CODES } from '../../utils/case/result.ts';

const LANGUAGES = ['en', 'zh-CN', 'ja'] as const;
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).toSorted();

describe('texts', () => {
  it.each(Object.entries({ ...UI, ...FAILURE }))('%s says the same in every language', (_, message) => {
    for (const language of LANGUAGES) {
      expect(message[language].trim()).not.toBe('');
      expect(places(message[language])).toEqual(places(message.en));
      expect(message[language]).not.toMatch(/<[a-z]/i);
    }
  });

  it('has Chinese and Japanese words, not English ones left over', () => {
    const latinOnly = Object.entries(UI).filter(
      ([, message]) =>
        /[a-z]{4}/i.test(message['zh-CN'].replaceAll(/\{\w+\}/g, '')) &&
        !/[\u4e00-\u9fff]/.test(message['zh-CN']),
    );
    expect(latinOnly.map(([key]) => key)).toEqual(['common.product']);
  });

  it('has a sentence of what to do for every failure', () => {
    const texts = makeTexts(() => 'en');
    for (const code of FAILURE_CODES) {
      expect(texts.failure({ code, detail: '' }).split('. ').length).toBeGreaterThan(1);
    }
  });

  it('follows a change of language', () => {
    let language: (typeof LANGUAGES)[number] = 'en';
    const texts = makeTexts(() => language);
    expect(texts.t('common.cancel')).toBe('Cancel');
    language = 'zh-CN';
    expect(texts.t('common.cancel')).toBe('取消');
  });

  it('writes bytes, durations and unknown names', () => {
    const texts = makeTexts(() => 'en');
    expect(texts.bytes(999)).toBe('999 byte');
    expect(texts.bytes(1_400_000)).toBe('1.4 MB');
    expect(texts.bytes(0)).toBe('0 byte');
    expect(texts.duration(450)).toBe('450 ms');
    expect(texts.duration(1500)).toBe('1.5 sec');
    expect(texts.named('step.something-new', 'something-new')).toBe('something-new');
    expect(texts.named('step.toString', 'toString')).toBe('toString');
  });
});
