import { defineCatalog } from '../translate.ts';

/** Why an event of a notice, or a row of a case, was not kept. The keys are the details of failures. */
export const EVENT_PROBLEMS = defineCatalog({
  'event-other-notice': {
    en: 'This event belongs to another notice. Nothing was recorded.',
    'zh-CN': '该事件属于另一份通知，未作记录。',
    ja: 'この出来事は別の通知のものです。記録していません。',
  },
  'event-no-time': {
    en: 'Nothing was recorded: say when it happened.',
    'zh-CN': '未作记录：请填写时间。',
    ja: '記録していません。日時を入力してください。',
  },
  'event-before-notice': {
    en: 'Nothing was recorded: this time is earlier than the notice itself. Correct it and record again.',
    'zh-CN': '未作记录：所填时间早于通知的定稿时间，请更正后重新记录。',
    ja: '記録していません。通知の確定より前の日時です。直してから記録してください。',
  },
  'event-future': {
    en: 'Nothing was recorded: this time has not come yet. Record what has happened; a date somebody named has a field of its own.',
    'zh-CN': '未作记录：所填时间尚未到来。此处只记录已发生的事件；对方指定的日期请填入相应栏目。',
    ja: '記録していません。まだ来ていない日時です。ここには起きたことを記録し、相手方が指定した期日は専用の欄に入力してください。',
  },
  'event-no-channel': {
    en: 'Nothing was recorded: say by which channel it went or came.',
    'zh-CN': '未作记录：请填写经由的渠道。',
    ja: '記録していません。どの窓口を経たかを入力してください。',
  },
  'event-no-target': {
    en: 'Nothing was recorded: say which channel they named.',
    'zh-CN': '未作记录：请填写对方指定的渠道。',
    ja: '記録していません。案内された窓口を入力してください。',
  },
  'event-received-when': {
    en: 'Nothing was recorded: the provider cannot have received it on that day. It lies after this event, or before the notice.',
    'zh-CN': '未作记录：服务提供者收到之日不可能晚于本事件，也不可能早于通知。请更正。',
    ja: '記録していません。プロバイダの受領日が、この出来事より後、又は通知より前になっています。',
  },
  'event-deadline': {
    en: 'Nothing was recorded: the date they named lies before the notice. Look at its year.',
    'zh-CN': '未作记录：对方指定的日期早于通知。请核对年份。',
    ja: '記録していません。指定された期日が通知より前です。年を確認してください。',
  },
  'event-no-such-day': {
    en: 'Nothing was recorded: there is no such day. A year has four digits.',
    'zh-CN': '未作记录：日期不存在。年份应为四位数字。',
    ja: '記録していません。存在しない日付です。年は 4 桁で入力してください。',
  },
  'event-too-long': {
    en: 'Nothing was recorded: a text is too long. A channel takes 2,000 characters, a note 200,000; attach longer ones as a file.',
    'zh-CN': '未作记录：文字过长。渠道最多2,000个字符，备注最多200,000个字符；更长的内容请作为文件附上。',
    ja: '記録していません。文字数が多すぎます。窓口は 2,000 字、メモは 200,000 字までです。長い内容はファイルで添付してください。',
  },
  'event-digest': {
    en: 'Nothing was recorded: say which file was sent.',
    'zh-CN': '未作记录：请选择所发送的文件。',
    ja: '記録していません。送付したファイルを選んでください。',
  },
  'event-shape': {
    en: 'Nothing was recorded: something in this event could not be read back from a bundle. Reload the page and enter it again.',
    'zh-CN': '未作记录：该事件含有无法从证据包重新读入的内容。请刷新页面后重新填写。',
    ja: '記録していません。証拠一式から読み戻せない内容があります。ページを再読み込みして入力し直してください。',
  },
  'row-too-long': {
    en: 'Not saved: a field is too long to be read back from a bundle. A line takes 2,000 characters, a free text 200,000, a web address 16,384. What you typed is kept here; shorten it and save again.',
    'zh-CN':
      '未保存：某栏内容过长，无法从证据包重新读入。单行最多2,000个字符，自由文本最多200,000个字符，网址最多16,384个字符。您输入的内容仍在此处，请缩短后再保存。',
    ja: '保存していません。証拠一式から読み戻せないほど長い欄があります。1 行は 2,000 字、自由記述は 200,000 字、URL は 16,384 字までです。入力内容は残っていますので、短くして保存し直してください。',
  },
  'row-shape': {
    en: 'Not saved: something here could not be read back from a bundle. What you typed is kept; look at dates and numbers, and save again.',
    'zh-CN': '未保存：有内容无法从证据包重新读入。您输入的内容仍在此处，请检查日期和数字后再保存。',
    ja: '保存していません。証拠一式から読み戻せない内容があります。入力内容は残っていますので、日付と数値を確認して保存し直してください。',
  },
});

/** One of the reasons in {@link EVENT_PROBLEMS}. */
export type EventProblem = keyof typeof EVENT_PROBLEMS;
