import { defineCatalog } from '../translate.ts';

/** Questions, statements, signature and preview of a notice. */
export const NOTICE_SIGN = defineCatalog({
  'notices.exceptions': {
    en: 'May the use be allowed?',
    'zh-CN': '该使用是否可能合法？',
    ja: '利用が許される可能性はありますか',
  },
  'notices.exception-q': {
    en: 'Is it {exception}?',
    'zh-CN': '是否属于{exception}？',
    ja: '{exception}に当たりますか',
  },
  'notices.answer-does-not-apply': { en: 'No', 'zh-CN': '否', ja: 'いいえ' },
  'notices.answer-unsure': { en: 'Unsure', 'zh-CN': '不确定', ja: 'わからない' },
  'notices.answer-applies': { en: 'Yes', 'zh-CN': '是', ja: 'はい' },
  'notices.answer-own': {
    en: 'Each notice has its own answers. What a linked notice on the same items answered is only proposed here.',
    'zh-CN': '每份通知分别回答。针对相同内容的关联通知中的回答，在此仅供参考。',
    ja: '回答は通知ごとに行います。同じ対象の関連通知での回答は、ここでは候補として示すだけです。',
  },
  'notices.answer-proposed': {
    en: 'Proposed: {answer}, as for {name}. It counts once you sign, unless you answer otherwise.',
    'zh-CN': '参考：致{name}的通知中回答“{answer}”。如不另行选择，签名时即作为本通知的回答。',
    ja: '候補：{name}宛てでは「{answer}」。別の回答をしなければ、署名の時点でこの通知の回答になります。',
  },
  'notices.answers-signed': {
    en: 'By typing your name you also give these answers for this notice:',
    'zh-CN': '签名即表示您就本通知同时作出以下回答：',
    ja: '署名により、この通知について次の回答もしたことになります：',
  },
  'notices.statements': { en: 'Statements', 'zh-CN': '声明', ja: '表明' },
  'notices.statement-if-true': {
    en: 'Confirm this only if it is true. The notice can go out without it.',
    'zh-CN': '仅在属实时确认；不作此项声明也可以发出通知。',
    ja: '事実である場合にのみ確認してください。この表明がなくても通知はできます。',
  },
  'notices.statement-confirm': {
    en: 'I confirm this statement',
    'zh-CN': '本人确认此项声明',
    ja: 'この表明を確認します',
  },
  'notices.statement-confirmed': {
    en: 'Confirmed by {name}, {time}',
    'zh-CN': '{name}于{time}确认',
    ja: '{name}が{time}に確認',
  },
  'notices.perjury': {
    en: 'A knowingly false statement here may be perjury.',
    'zh-CN': '明知虚假而作此项陈述，可能构成伪证。',
    ja: '虚偽と知りながら述べた場合、偽証罪に問われることがあります。',
  },
  'notices.liability': { en: 'What a wrong notice costs', 'zh-CN': '错误通知的责任', ja: '誤った通知の責任' },
  'notices.signature': { en: 'Signature', 'zh-CN': '签名', ja: '署名' },
  'notices.your-name': { en: 'Your name', 'zh-CN': '您的姓名', ja: 'お名前' },
  'notices.signature-help': {
    en: 'Type your name last, as {name}. It fixes the text.',
    'zh-CN': '最后键入姓名（{name}），文本随即固定。',
    ja: '最後に氏名（{name}）を入力します。本文が固定されます。',
  },
  'notices.sign': { en: 'Sign', 'zh-CN': '签名', ja: '署名する' },
  'notices.signed': {
    en: 'Signed by {name}, {time}',
    'zh-CN': '{name}于{time}签名',
    ja: '{name}が{time}に署名',
  },
  'notices.finalise': { en: 'Finalise', 'zh-CN': '定稿', ja: '確定する' },
  'notices.finalise-help': {
    en: 'A finalised notice never changes. What comes after is a delivery, a correction or a retraction.',
    'zh-CN': '定稿后内容不再变更，后续仅可记录送达、更正或撤回。',
    ja: '確定後は変更できません。以後は送付・訂正・撤回として記録します。',
  },
  'notices.finalise-blocked': {
    en: 'It can be finalised when nothing needed is missing.',
    'zh-CN': '必备事项齐全后方可定稿。',
    ja: '必須項目がそろうと確定できます。',
  },
  'notices.preview': { en: 'Preview', 'zh-CN': '预览', ja: 'プレビュー' },
  'notices.audience': { en: 'For', 'zh-CN': '对象', ja: '対象者' },
  'notices.audience-full': { en: 'Full (counsel)', 'zh-CN': '完整版（律师）', ja: '完全版（弁護士）' },
  'notices.audience-recipient': { en: 'Recipient', 'zh-CN': '接收方', ja: '宛先' },
  'notices.audience-forward-safe': { en: 'Safe to pass on', 'zh-CN': '可转发版', ja: '転送用' },
  'notices.format': { en: 'Format', 'zh-CN': '格式', ja: '形式' },
  'notices.format-text': { en: 'Text', 'zh-CN': '文本', ja: 'テキスト' },
  'notices.format-html': { en: 'Page (HTML)', 'zh-CN': '网页（HTML）', ja: 'ページ（HTML）' },
  'notices.format-fields': { en: 'Web form, field by field', 'zh-CN': '网页表单逐项', ja: 'フォーム項目別' },
  'notices.format-xarf': { en: 'Machine report XARF', 'zh-CN': '机器格式 XARF', ja: '機械可読 XARF' },
  'notices.format-acns': { en: 'Machine report ACNS', 'zh-CN': '机器格式 ACNS', ja: '機械可読 ACNS' },
  'notices.format-mailto': { en: 'E-mail', 'zh-CN': '电子邮件', ja: 'メール' },
  'notices.mail-open': {
    en: 'Open in the mail program',
    'zh-CN': '在邮件程序中打开',
    ja: 'メールソフトで開く',
  },
  'notices.mail-paste': {
    en: 'Too long for a link: paste the text into the mail.',
    'zh-CN': '内容过长，请将文本粘贴到邮件中。',
    ja: '長すぎるため、本文を貼り付けてください。',
  },
  'notices.shortened': {
    en: 'Shortened to {count} characters, which is all the form takes.',
    'zh-CN': '已按表单上限缩短至{count}个字符。',
    ja: 'フォームの上限{count}文字に短縮しました。',
  },
  'notices.submission': {
    en: 'Submission {number} of {of}',
    'zh-CN': '第{number}次提交，共{of}次',
    ja: '送信 {number}/{of}',
  },
});
