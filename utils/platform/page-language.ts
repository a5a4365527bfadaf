import type { Language, Settings } from '../case/settings.ts';
import { chooseLanguage } from '../i18n/translate.ts';

/** The language a page of ours speaks: the one set, else the browser's. */
export function pageLanguage(setting: Settings['language'] | undefined): Language {
  return setting === undefined || setting === 'auto' ? chooseLanguage(navigator.languages) : setting;
}
