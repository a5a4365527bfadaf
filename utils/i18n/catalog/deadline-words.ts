import type { Texts } from '../../case/regime.ts';

/** What is due that no law says: a look again, a date somebody named. */
export const DUE = {
  recheck: {
    en: 'Look again whether the items are still there',
    'zh-CN': '复查侵权内容是否仍然存在',
    ja: '侵害情報が残っていないか再確認',
  },
  named: { en: 'Date named by the other side', 'zh-CN': '对方指定的日期', ja: '相手方が指定した期日' },
  chosen: { en: 'Day you chose to ask', 'zh-CN': '您选定的询问日期', ja: '問い合わせる日（ご自身で指定）' },
} as const satisfies Readonly<Record<string, Texts>>;

/** What is to be done next about a notice that did not get through. */
export const NEXT_STEP = {
  bounced: {
    en: 'It came back: send it again by another channel',
    'zh-CN': '通知被退回：请改用其他渠道重新发送',
    ja: '不達：別の窓口から送り直す',
  },
  redirected: {
    en: 'They named another channel: send it there',
    'zh-CN': '对方指定了其他渠道：请向该渠道发送',
    ja: '別の窓口を案内された：そこへ送る',
  },
  deficient: {
    en: 'They called it deficient: mend it and send it again',
    'zh-CN': '对方认为通知不完整：请补正后重新发送',
    ja: '不備の指摘：直して送り直す',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** How a date was counted. `{day}` is `YYYY-MM-DD`. */
export const COUNTED = {
  day: {
    en: 'Counted from {day}: the earlier of the day in UTC and the local day.',
    'zh-CN': '自{day}起算：取协调世界时日期与当地日期中较早者。',
    ja: '{day} から起算：協定世界時の日付と現地の日付のうち早い方。',
  },
  hour: {
    en: 'Counted in hours; the day is that in UTC.',
    'zh-CN': '按小时计算；所示日期为协调世界时日期。',
    ja: '時間で計算。日付は協定世界時です。',
  },
  open: {
    en: 'Open since {day}; no law sets a day for it.',
    'zh-CN': '自{day}起待处理；法律未规定期限。',
    ja: '{day} から未了。法定の期日はありません。',
  },
  chosen: {
    en: 'The law says “without undue delay” or “at once” and names no number of days; the day is your own choice.',
    'zh-CN': '法律仅要求“及时”“立即”等，未规定具体天数；该日期由您选定。',
    ja: '法律は「遅滞なく」「直ちに」とのみ定め、日数を定めていません。この日はご自身で選んだものです。',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** What stands after a period that runs from the provider's receipt, and that receipt is not known. */
export const AT_THE_LATEST: Texts = {
  en: ' (counted from what was recorded here, so this date is at the latest; ask the provider when it received the counter-notice: the law counts from then)',
  'zh-CN': '（自此处记录之时起算，实际日期只会更早；法定期间自服务提供者收到反通知起算，请向其核实）',
  ja: '（ここでの記録時から起算した最も遅い日。法律上はプロバイダが反対通知を受領した日から起算するため、プロバイダに要確認）',
};

/** The same where the receipt is known. */
export const RECEIVED: Texts = {
  en: ' (counted from the provider’s receipt on {day})',
  'zh-CN': '（自服务提供者于{day}收到之日起算）',
  ja: '（プロバイダの受領日 {day} から起算）',
};

/** What stands after a period of working days. */
export const WORKING_DAYS: Texts = {
  en: ' (Monday to Friday; public holidays are not known here and were not taken out)',
  'zh-CN': '（按周一至周五计算；此处未计入法定节假日）',
  ja: '（月曜から金曜で計算。祝日は考慮していません）',
};

/** The same in China, where weekends before and after holidays are worked (notices of the State Council, each year). */
export const WORKING_DAYS_CN: Texts = {
  en: ' (Monday to Friday; public holidays and make-up working days are not known here: where a weekend is worked, the period ends earlier)',
  'zh-CN': '（按周一至周五计算；此处未计入法定节假日及调休上班日：遇周末调休上班的，期限会提前届满）',
  ja: '（月曜から金曜で計算。中国の祝日と振替出勤日は考慮していません。週末の振替出勤があると期間はより早く満了します）',
};
