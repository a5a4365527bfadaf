import type { Finding } from '../../utils/case/notice.ts';
import type { Language } from '../../utils/case/settings.ts';
import { EXCEPTION_WORDS } from '../../utils/i18n/catalog/notice-words.ts';
import { READINESS } from '../../utils/i18n/catalog/readiness.ts';
import { UI } from '../../utils/i18n/catalog/ui.ts';
import { fill, type Message } from '../../utils/i18n/translate.ts';

/** Fields of a party that a finding names by their keys. */
const FIELDS: Readonly<Record<string, Message>> = {
  address: UI['notices.address'],
  phone: UI['notices.phone'],
  email: UI['notices.email'],
};

const CHARACTERS: Message = { en: '{count} characters', 'zh-CN': '{count} 个字符', ja: '{count} 文字' };

/** How each parameter is said; what is not here is a name, an address or a number, and stands as it is. */
const SAID: Readonly<Record<string, (value: string, language: Language) => string>> = {
  exception: (value, language) =>
    Object.entries(EXCEPTION_WORDS).find(([id]) => id === value)?.[1][language] ?? value,
  fields: (value, language) => listed(value, language, (field) => FIELDS[field]?.[language] ?? field),
  language: languagesNamed,
  expected: languagesNamed,
  size: charactersSaid,
  maximum: charactersSaid,
};

function listed(value: string, language: Language, say: (part: string) => string): string {
  return value
    .split(', ')
    .map(say)
    .join(language === 'en' ? ', ' : '、');
}

function languagesNamed(value: string, language: Language): string {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return listed(value, language, (tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      // A channel's entry may hold anything where a language should stand; it is shown as it is.
      return tag;
    }
  });
}

function charactersSaid(value: string, language: Language): string {
  const count = /^(\d+) characters$/.exec(value)?.[1];
  return count === undefined ? value : fill(CHARACTERS[language], { count });
}

/** What a finding says, in the reader's language. */
export function findingText({ code, parameters }: Finding, language: Language): string {
  if (!Object.hasOwn(READINESS, code)) return code;
  const values = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, SAID[name]?.(String(value), language) ?? value]),
  );
  return fill(READINESS[code as keyof typeof READINESS][language], values);
}
