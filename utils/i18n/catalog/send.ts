import { defineCatalog } from '../translate.ts';

/** How a finalised notice is sent, by a person. */
export const SEND = defineCatalog({
  'send.title': { en: 'Send it', 'zh-CN': '发送通知', ja: '送付する' },
  'send.by-you': {
    en: 'Nothing is sent by this program. You send it yourself, by the channel below.',
    'zh-CN': '本程序不会发送任何内容，请您自行通过以下渠道发送。',
    ja: 'このプログラムは何も送信しません。下記の窓口へご自身で送付してください。',
  },
  'send.address': { en: 'address', 'zh-CN': '地址', ja: '宛先' },
  'send.subject': { en: 'subject', 'zh-CN': '主题', ja: '件名' },
  'send.open': { en: 'Open the page of the channel', 'zh-CN': '打开渠道页面', ja: '窓口のページを開く' },
  'send.fields': { en: 'Show what to fill in', 'zh-CN': '显示应填内容', ja: '入力内容を表示' },
  'send.page': { en: 'Show it as a page to print', 'zh-CN': '显示可打印页面', ja: '印刷用ページを表示' },
  'send.then': {
    en: 'Then record below that it was sent: deadlines count from there.',
    'zh-CN': '发送后请在下方记录，期限自此起算。',
    ja: '送付したら下に記録してください。期限の起点になります。',
  },
  'notices.retraction-reason': {
    en: 'Why you take it back',
    'zh-CN': '撤回的原因',
    ja: '撤回の理由',
  },
  'notices.retraction-help': {
    en: 'What was wrong, or what has changed, in your own words.',
    'zh-CN': '请用自己的话说明错误之处或情况变化。',
    ja: '誤りや事情の変化を自分の言葉で書いてください。',
  },
});
