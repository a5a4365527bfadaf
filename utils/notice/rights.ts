import type { Right } from '../case/dispute.ts';
import type { Regime } from '../case/regime.ts';
import type { Language } from '../case/settings.ts';
import { RIGHT_WORDS } from '../i18n/catalog/notice-words.ts';

/**
 * The right under which a law protects what another law protects under a right of its own. All three stand for
 * Article 8 of the WIPO Copyright Treaty: the PRC has the right of communication through information networks
 * (Copyright Law, Art. 10(1)(12)) and neither of the others; elsewhere that right has another name.
 */
const CHINA: Readonly<Partial<Record<Right, Right>>> = {
  'making-available': 'network-dissemination',
  'communication-to-the-public': 'network-dissemination',
};

const ELSEWHERE: Readonly<Partial<Record<Right, Right>>> = {
  'network-dissemination': 'communication-to-the-public',
};

/** A right as the law of a notice knows it: a right that law does not have is named by the one it has in its place. */
export function rightUnder({ jurisdiction }: Pick<Regime, 'jurisdiction'>, right: Right): Right {
  return (jurisdiction === 'CN' ? CHINA : ELSEWHERE)[right] ?? right;
}

/** {@link rightUnder} in words; undefined where no right was named. */
export function rightWords(
  regime: Pick<Regime, 'jurisdiction'>,
  right: Right | undefined,
  language: Language,
): string | undefined {
  return right && RIGHT_WORDS[rightUnder(regime, right)][language];
}
