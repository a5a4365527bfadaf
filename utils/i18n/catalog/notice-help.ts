import { defineCatalog } from '../translate.ts';

/** What helps a newcomer on the pages of notices: which text is signed, how sure a law's record is, whose date counts. */
export const NOTICE_HELP = defineCatalog({
  'notices.text': { en: 'The text', 'zh-CN': '通知文本', ja: '本文' },
  'notices.text-help': {
    en: 'Read it before you sign. “Full” is the text your name stands under; the recipient gets the version made for it.',
    'zh-CN': '请在签名前通读。“完整版”即您签名所对应的文本；接收方收到的是为其制作的版本。',
    ja: '署名の前にお読みください。署名の対象は「完全版」の本文です。宛先には宛先用の版が届きます。',
  },
  'notices.certainty-primary-text': {
    en: 'Read from the law’s own text, {date}.',
    'zh-CN': '依据法律原文整理（{date}）。',
    ja: '法令の原文に基づく記録です（{date}）。',
  },
  'notices.certainty-secondary-page': {
    en: 'Read from secondary sources, not from the law’s own text ({date}): have counsel look at it.',
    'zh-CN': '依据二手资料整理，未与法律原文核对（{date}），请由律师审阅。',
    ja: '二次資料に基づく記録で、法令の原文とは照合していません（{date}）。弁護士の確認を受けてください。',
  },
  'notices.certainty-memory': {
    en: 'Not verified: not checked against any text. Have counsel read the notice.',
    'zh-CN': '未核实：未与任何文本核对，请由律师审阅通知。',
    ja: '未確認：いかなる資料とも照合していません。弁護士の確認を受けてください。',
  },
  'notices.law-secondary-page': {
    en: '{law} · secondary sources',
    'zh-CN': '{law} · 二手资料',
    ja: '{law} · 二次資料',
  },
  'notices.law-memory': { en: '{law} · unverified', 'zh-CN': '{law} · 未核实', ja: '{law} · 未確認' },
  'notices.basis-search': {
    en: 'Operates a search engine; asked to delist the addresses.',
    'zh-CN': '搜索引擎运营者；请求其移除相关网址。',
    ja: '検索エンジンの運営者。検索結果からの削除を求めます。',
  },
  'notices.basis-operator': {
    en: 'The site itself, or the account that uploaded the material; who that is was not verified.',
    'zh-CN': '网站自身或上传内容的账户；其身份未经核实。',
    ja: 'サイト自体又は投稿したアカウント。身元は確認していません。',
  },
  'notices.basis-unknown': {
    en: 'Nothing observed says who hosts this; taken for a host until you name one.',
    'zh-CN': '现有观测无法确定主机服务商；在您指定之前暂按主机处理。',
    ja: 'ホスティング事業者を示す観測がありません。指定されるまでホストとして扱います。',
  },
  'notices.event-received': {
    en: 'Day the provider received it',
    'zh-CN': '服务提供者收到之日',
    ja: 'プロバイダが受領した日',
  },
  'notices.event-received-help': {
    en: 'The law counts from this day, not from when you heard of it. Ask the provider; left empty, the dates are the latest possible.',
    'zh-CN': '法定期间自该日起算，而非自您得知之日。请向服务提供者询问；留空时，所列日期为最迟日期。',
    ja: '法律上の期間は、知った日ではなくこの日から起算します。プロバイダに確認してください。空欄の場合、期日は最も遅い日となります。',
  },
});
