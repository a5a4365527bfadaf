import { defineCatalog } from '../translate.ts';

/** What becomes of notices, and lists taken over at once. */
export const NOTICE_AFTER = defineCatalog({
  'notices.deliveries': { en: 'What happened to it', 'zh-CN': '送达与处理记录', ja: 'その後の経過' },
  'notices.deliveries-none': {
    en: 'Nothing recorded yet. After sending it, record it here: deadlines count from it.',
    'zh-CN': '尚无记录。发送后请在此记录，期限据此计算。',
    ja: '記録はありません。送付したら記録してください。期限の起点になります。',
  },
  'notices.event': { en: 'Event', 'zh-CN': '事件', ja: '出来事' },
  'notices.event-at': { en: 'When', 'zh-CN': '时间', ja: '日時' },
  'notices.event-channel': { en: 'By which channel', 'zh-CN': '经由渠道', ja: '経由した窓口' },
  'notices.event-redirected': { en: 'Channel it named', 'zh-CN': '对方指定的渠道', ja: '案内された窓口' },
  'notices.event-file': { en: 'What was sent', 'zh-CN': '所发送的文件', ja: '送付したもの' },
  'notices.event-proof': { en: 'Proof (a file)', 'zh-CN': '凭证（文件）', ja: '証拠（ファイル）' },
  'notices.event-note': { en: 'Note', 'zh-CN': '备注', ja: 'メモ' },
  'notices.event-add': { en: 'Record', 'zh-CN': '记录', ja: '記録する' },
  'notices.correct': { en: 'Write a correction', 'zh-CN': '撰写更正', ja: '訂正を作成' },
  'notices.retract': { en: 'Write a retraction', 'zh-CN': '撰写撤回', ja: '撤回を作成' },
  'notices.kind-notice': { en: 'Notice', 'zh-CN': '通知', ja: '通知' },
  'notices.kind-letter': { en: 'Letter', 'zh-CN': '函件', ja: '書簡' },
  'notices.kind-correction': { en: 'Correction', 'zh-CN': '更正', ja: '訂正' },
  'notices.kind-retraction': { en: 'Retraction', 'zh-CN': '撤回', ja: '撤回' },
  'notices.damaged': {
    en: 'This notice, or a capture under it, is no longer what it was.',
    'zh-CN': '本通知或其所依据的取证已发生变化。',
    ja: 'この通知又はその根拠となる取得が変化しています。',
  },
  'notices.deadlines': { en: 'Deadlines', 'zh-CN': '期限', ja: '期限' },
  'notices.deadlines-none': {
    en: 'No deadlines yet: they count from what is recorded of a notice.',
    'zh-CN': '尚无期限：期限自通知的记录事件起算。',
    ja: '期限はありません。通知の記録から計算します。',
  },
  'notices.deadlines-basis': {
    en: 'Days are counted from the earlier of the day in UTC and the local day, so that no date is late. Working days are Monday to Friday: public holidays are not known here, nor the weekends that are worked in China, which make a period end earlier. Let counsel confirm a date that matters.',
    'zh-CN':
      '期间自协调世界时日期与当地日期中较早者起算，以免误期。工作日按周一至周五计算：此处未计入法定节假日；遇周末调休上班的，期限会提前届满。重要日期请由律师确认。',
    ja: '期日に遅れないよう、協定世界時の日付と現地の日付のうち早い方から数えます。営業日は月曜から金曜とし、祝日は考慮していません。中国の週末の振替出勤日も考慮しておらず、その場合は期間がより早く満了します。重要な期日は弁護士に確認してください。',
  },
  'notices.calendar-save': {
    en: 'Save as calendar (.ics)',
    'zh-CN': '保存为日历（.ics）',
    ja: 'カレンダー（.ics）に保存',
  },
  'notices.ledger': {
    en: 'By account, site and host',
    'zh-CN': '按账户、网站和主机统计',
    ja: 'アカウント・サイト・ホスト別',
  },
  'notices.ledger-line': {
    en: 'Items: {items} · notices: {notices} · removed: {removals} · found again: {again}',
    'zh-CN': '侵权内容 {items} 项 · 通知 {notices} 份 · 已删除 {removals} 项 · 再次出现 {again} 项',
    ja: '対象 {items} 件 · 通知 {notices} 件 · 削除 {removals} 件 · 再掲載 {again} 件',
  },
  'notices.dossier': { en: 'Save the dossier', 'zh-CN': '保存档案', ja: '記録書を保存' },
  'works.import': { en: 'Import a list', 'zh-CN': '导入列表', ja: '一覧を取り込む' },
  'works.import-help': {
    en: 'CSV or JSON with a heading “title”. All of it is taken over, or nothing.',
    'zh-CN': 'CSV 或 JSON，须有“title”列。要么全部导入，要么全部不导入。',
    ja: '見出し「title」のある CSV 又は JSON。すべて取り込むか、何も取り込みません。',
  },
  'works.import-file': { en: 'List of works', 'zh-CN': '作品列表', ja: '著作物の一覧' },
  'works.import-refused': {
    en: 'Nothing was taken over. Mend these lines and choose the file again:',
    'zh-CN': '未导入任何内容。请修改以下各行后重新选择文件：',
    ja: '何も取り込んでいません。次の行を直して、もう一度ファイルを選んでください：',
  },
  'works.imported': {
    en: '{count} works were added.',
    'zh-CN': '已添加{count}件作品。',
    ja: '{count} 件の著作物を追加しました。',
  },
  'works.problem-line': { en: 'Line {line}', 'zh-CN': '第{line}行', ja: '{line} 行目' },
  'works.problems-more': { en: 'and {count} more', 'zh-CN': '以及另外{count}处', ja: 'ほか {count} 件' },
  'items.many': { en: 'Add many items at once', 'zh-CN': '批量添加侵权内容', ja: '侵害対象をまとめて追加' },
  'items.many-help': {
    en: 'Tick the addresses on this page that infringe; each becomes an item of its own.',
    'zh-CN': '勾选此页面中的侵权网址，每个网址成为单独一项。',
    ja: '侵害している URL を選ぶと、それぞれが 1 つの対象になります。',
  },
  'items.many-add': { en: 'Add {count} items', 'zh-CN': '添加{count}项', ja: '{count} 件を追加' },
  'items.many-added': {
    en: '{count} items were added.',
    'zh-CN': '已添加{count}项。',
    ja: '{count} 件を追加しました。',
  },
});
