import type { Language } from '../case/settings.ts';
import type { PickerWords } from '../capture/injected/picker/overlay.ts';
import { PICKER } from '../i18n/catalog/picker.ts';
import { translator } from '../i18n/translate.ts';

/** Texts of the marking bar in a language; the page's side fills in the count. */
export function pickerWords(language: Language): PickerWords {
  const t = translator(PICKER, language);
  return {
    hint: t('picker.hint'),
    marked: t('picker.marked'),
    region: t('picker.region'),
    regionPlace: t('picker.region-place'),
    regionSize: t('picker.region-size'),
    regionMarked: t('picker.region-marked'),
    regionTooSmall: t('picker.region-too-small'),
    undo: t('picker.undo'),
    done: t('picker.done'),
    language,
  };
}
