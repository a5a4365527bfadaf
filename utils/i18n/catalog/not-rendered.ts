import type { Language } from '../../case/settings.ts';
import type { Message } from '../translate.ts';

/** Why a notice is not written in a format, by the sentence that is kept with the notice. */
const NOT_RENDERED: Readonly<Record<string, Message>> = {
  'XARF wants an e-mail address of holder and sender': {
    en: 'XARF wants an e-mail address of holder and sender.',
    'zh-CN': 'XARF 要求填写权利人和通知人的电子邮件地址。',
    ja: 'XARF には権利者と送信者のメールアドレスが必要です。',
  },
  'no address that XARF can hold': {
    en: 'There is no address that XARF can hold.',
    'zh-CN': '没有 XARF 能够记载的网址。',
    ja: 'XARF に記載できる URL がありません。',
  },
  'XARF’s types for web pages take addresses with a host name': {
    en: 'XARF’s types for web pages take addresses with a host name.',
    'zh-CN': 'XARF 的网页类型仅接受含主机名的网址。',
    ja: 'XARF のウェブページ用の種類には、ホスト名を含む URL が必要です。',
  },
  'the chosen channel is no web form whose fields are known': {
    en: 'The chosen channel is no web form whose fields are known here. Use the text.',
    'zh-CN': '所选渠道不是本工具已知字段的网页表单，请使用文本。',
    ja: '選択した窓口は、項目が分かっているウェブフォームではありません。テキストを使ってください。',
  },
  'no address to report': {
    en: 'There is no address to report.',
    'zh-CN': '没有可举报的网址。',
    ja: '報告する URL がありません。',
  },
  'ACNS names the recipient’s e-mail address, and none is known': {
    en: 'ACNS names the recipient’s e-mail address, and none is known.',
    'zh-CN': 'ACNS 须写明接收方的电子邮件地址，目前未知。',
    ja: 'ACNS には宛先のメールアドレスが必要ですが、分かっていません。',
  },
  'ACNS names a complainant': {
    en: 'ACNS names a complainant, and nobody is entered.',
    'zh-CN': 'ACNS 须写明投诉人，目前尚未填写。',
    ja: 'ACNS には申立人が必要ですが、入力されていません。',
  },
  'no server address was observed, which ACNS requires': {
    en: 'No server address was observed, which ACNS requires.',
    'zh-CN': '未观测到服务器地址，而 ACNS 要求填写。',
    ja: 'ACNS に必要なサーバアドレスが観測されていません。',
  },
  'the chosen channel is not e-mail': {
    en: 'The chosen channel is not e-mail.',
    'zh-CN': '所选渠道不是电子邮件。',
    ja: '選択した窓口はメールではありません。',
  },
  'not one e-mail address': {
    en: 'The channel is not one e-mail address: correct it under “Channel”.',
    'zh-CN': '该渠道不是单个电子邮件地址，请在“渠道”中更正。',
    ja: '窓口が単一のメールアドレスではありません。「送付窓口」で訂正してください。',
  },
  'no mail was kept with this notice': {
    en: 'No mail was kept with this notice. Use the text.',
    'zh-CN': '本通知定稿时未保存邮件，请使用文本。',
    ja: 'この通知にはメールが保存されていません。テキストを使ってください。',
  },
  'a letter to the operator is prose': {
    en: 'A letter to the operator is prose: use text, page or e-mail.',
    'zh-CN': '致经营者的函件为书信，请使用文本、网页或电子邮件。',
    ja: '運営者への書簡は文章です。テキスト、ページ又はメールを使ってください。',
  },
  'XARF knows no retraction': {
    en: 'XARF knows no retraction. Use the text.',
    'zh-CN': 'XARF 没有撤回这一类型，请使用文本。',
    ja: 'XARF には撤回の形式がありません。テキストを使ってください。',
  },
  'web forms take complaints, not retractions': {
    en: 'Web forms take complaints, not retractions. Send the text.',
    'zh-CN': '网页表单只接收投诉，不接收撤回，请发送文本。',
    ja: 'ウェブフォームは申立て専用で撤回は受け付けません。テキストを送ってください。',
  },
};

/** The reason in the reader's language; one that is not known here stays as it was kept. */
export function notRenderedText(why: string, language: Language): string {
  return NOT_RENDERED[why]?.[language] ?? why;
}

/** The reasons known here, for the test that finds one without a translation. */
export const KNOWN_REASONS: readonly string[] = Object.keys(NOT_RENDERED);
