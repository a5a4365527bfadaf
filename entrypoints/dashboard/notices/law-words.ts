import type { Texts } from '../../../components/texts.ts';
import type { Regime } from '../../../utils/case/regime.ts';

/** A law's name where one is chosen, with what its record rests on where that is less than its own text. */
export function lawLabel({ t, language }: Texts, { name, certainty }: Regime): string {
  return certainty === 'primary-text'
    ? name[language]
    : t(`notices.law-${certainty}`, { law: name[language] });
}

/** What the record of a law rests on, and when that was read. Never that a notice under it is valid. */
export function lawCertainty({ t }: Texts, { certainty, checkedOn }: Regime): string {
  return t(`notices.certainty-${certainty}`, { date: checkedOn });
}
