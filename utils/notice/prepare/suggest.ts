import type { Language } from '../../case/settings.ts';

/**
 * A first wording of the reason, for the user to read, change and answer for. Never filled in unseen: a notice whose
 * reason nobody wrote has none.
 */
export function suggestedReason(language: Language): string {
  return SUGGESTED[language];
}

/** The suggested wording in another language; null where the words are the user's own, which only the user translates. */
export function suggestionIn(reason: string, language: Language): string | null {
  return Object.values(SUGGESTED).includes(reason.trim()) ? SUGGESTED[language] : null;
}

const SUGGESTED: Readonly<Record<Language, string>> = {
  en: 'The right holder has not authorised the use of the works described in this notice. The addresses listed make them available to the public all the same, as the captures show.',
  'zh-CN':
    '权利人未许可任何人以本通知所述方式使用上述作品。取证记录显示，所列网络地址未经许可向公众提供上述作品，涉嫌侵害权利人的著作权。',
  ja: '権利者は、本通知に記載した著作物の利用を許諾していません。記録のとおり、記載したURLにおいて当該著作物が許諾なく公衆に提供されています。',
};
