import { defineCatalog } from '../translate.ts';

/** What can be done next about a notice that came back, was called deficient or was refused; what the law awaits. */
export const NEXT_STEPS = defineCatalog({
  'notices.reissue-other': {
    en: 'Send again by another channel',
    'zh-CN': '改用其他渠道重新发送',
    ja: '別の窓口から送り直す',
  },
  'notices.bounced-help': {
    en: 'It did not arrive, so nothing counts from it. A new notice with the same words begins; choose its channel there.',
    'zh-CN': '通知未送达，期限不自该次发送起算。将以相同内容新建通知，请在其中选择渠道。',
    ja: '届いていないため、この送付からは何も起算しません。同じ内容の新しい通知を作成しますので、そこで窓口を選んでください。',
  },
  'notices.mend-again': {
    en: 'Mend it and send it again',
    'zh-CN': '补正后重新发送',
    ja: '直して送り直す',
  },
  'notices.deficient-help': {
    en: 'Nothing counts from a notice called deficient. A corrected version begins; the first stays what it was.',
    'zh-CN': '对方认为不完整的，期限不自该次发送起算。将新建更正版本，原通知保持不变。',
    ja: '不備を指摘された通知からは何も起算しません。訂正版を作成します。元の通知はそのまま残ります。',
  },
  'notices.note-refusal': { en: 'Note the refusal', 'zh-CN': '记录拒绝的情况', ja: '拒否の内容を記録' },
  'notices.refused-help': {
    en: 'Record below what reasons they gave, with their answer as a file. Where they are mistaken, have counsel look at it; where they are right, correct the notice.',
    'zh-CN': '请在下方记录对方给出的理由，并附上其答复。对方理由不成立的，请咨询律师；成立的，请更正通知。',
    ja: '示された理由を下に記録し、回答をファイルで添付してください。誤りと思われる場合は弁護士に相談し、正しい場合は通知を訂正してください。',
  },
  'notices.event-ask': {
    en: 'Ask after it on (a day you choose)',
    'zh-CN': '询问日期（由您选定）',
    ja: '問い合わせる日（ご自身で指定）',
  },
  'notices.event-ask-help': {
    en: 'The law names no number of days for what comes next: {awaited}. The day you choose goes into the calendar.',
    'zh-CN': '对于后续事项，法律未规定具体天数：{awaited}。您选定的日期将列入日历。',
    ja: '次の事項について法律は日数を定めていません：{awaited}。選んだ日がカレンダーに入ります。',
  },
});
