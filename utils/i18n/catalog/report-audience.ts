import { defineCatalog } from '../translate.ts';

/** What a copy made for an audience says of itself. */
export const REPORT_AUDIENCE = defineCatalog({
  'audience-heading': {
    en: 'What this copy leaves out',
    'zh-CN': '本副本省略的内容',
    ja: 'この写しで省いたもの',
  },
  'made-for': { en: 'Made for', 'zh-CN': '使用对象', ja: '対象' },
  'audience-recipient': {
    en: 'the recipient of a notice',
    'zh-CN': '通知接收方',
    ja: '通知の宛先',
  },
  'audience-forward-safe': {
    en: 'anybody it may be passed on to',
    'zh-CN': '可转交的任何人',
    ja: '転送される可能性のあるすべての人',
  },
  'audience-intro': {
    en: 'This is a redacted copy. Nothing captured was changed: the full bundle holds every original, under the digests given here. data/redactions.json lists the same for machines.',
    'zh-CN':
      '这是遮盖副本。取证内容均未改动：完整证据包以此处所列哈希值保存全部原件。data/redactions.json 以机器可读形式列明同样内容。',
    ja: 'これは墨消し済みの写しです。取得した内容は何も変えていません。完全な証拠パッケージには、ここに示すハッシュ値の原本がすべてあります。同じ一覧が data/redactions.json に機械可読形式であります。',
  },
  'audience-redactions': {
    en: 'Redactions: {areas} areas of pictures, {texts} texts. Reasons given: {reasons}',
    'zh-CN': '遮盖：画面区域 {areas} 处，文字 {texts} 处。理由：{reasons}',
    ja: '墨消し：画像の範囲 {areas} 件、文字列 {texts} 件。理由：{reasons}',
  },
  'audience-redactions-none': {
    en: 'Nothing was redacted by hand. What follows is left out for every reader of this kind.',
    'zh-CN': '未作人工遮盖。以下内容对此类读者一律省略。',
    ja: '手作業での墨消しはありません。以下は、この種の読み手に対して常に省いています。',
  },
  'audience-case': {
    en: 'Withheld from the case file: {names}.',
    'zh-CN': '案件文件中不予显示：{names}。',
    ja: '案件ファイルで伏せた項目：{names}。',
  },
  'audience-notices': {
    en: 'Of finalised notices, only the files written for this audience are here.',
    'zh-CN': '已定稿的通知仅包含为此类读者撰写的文件。',
    ja: '確定した通知は、この読み手のために書かれたファイルだけを収めています。',
  },
  'audience-custody': {
    en: 'Of {count} entries of the custody log, it is withheld who acted and what was noted. Their hashes are unchanged and still link.',
    'zh-CN': '保管链记录中有 {count} 条未显示操作人和备注。其哈希值未变，链条依然相连。',
    ja: '保管記録のうち {count} 件は、行為者と備考を伏せています。ハッシュ値は変わらず、連鎖は保たれています。',
  },
  'audience-files': {
    en: '{copies} files are redacted copies; {leftOut} are left out.',
    'zh-CN': '{copies} 个文件为遮盖副本，{leftOut} 个文件被省略。',
    ja: '{copies} ファイルが墨消し済みの写しで、{leftOut} ファイルを省きました。',
  },
  'audience-more': {
    en: '{count} more stand in data/redactions.json.',
    'zh-CN': '另有 {count} 个见 data/redactions.json。',
    ja: 'ほか {count} 件は data/redactions.json にあります。',
  },
  'audience-state': { en: 'In this copy', 'zh-CN': '本副本中', ja: 'この写しでは' },
  'audience-original': {
    en: 'SHA-256 of the original',
    'zh-CN': '原件的 SHA-256',
    ja: '原本の SHA-256',
  },
  'state-copy': { en: 'redacted copy', 'zh-CN': '遮盖副本', ja: '墨消し済みの写し' },
  'out-audience': {
    en: 'left out: not for this audience',
    'zh-CN': '省略：不面向此类读者',
    ja: '省略：この読み手には渡さないもの',
  },
  'out-opaque': {
    en: 'left out: holds or may hold what is redacted, and cannot be changed safely',
    'zh-CN': '省略：含有或可能含有遮盖内容，且无法安全改动',
    ja: '省略：墨消しの対象を含むか含みうるもので、安全に変更できない',
  },
  'out-not-reviewed': {
    en: 'left out: a picture that nobody has looked through',
    'zh-CN': '省略：未经人工检查的画面',
    ja: '省略：確認されていない画像',
  },
  'out-unreadable': {
    en: 'left out: a picture of a kind that cannot be painted over',
    'zh-CN': '省略：无法涂盖的图像格式',
    ja: '省略：塗りつぶせない形式の画像',
  },
  withheld: { en: 'withheld in this copy', 'zh-CN': '本副本不予显示', ja: 'この写しでは伏せています' },
});
