import { defineCatalog } from '../translate.ts';

/** Deleting a capture: what goes, what stays, and why it is asked. */
export const DELETE_CAPTURE = defineCatalog({
  'delete.start': { en: 'Delete…', 'zh-CN': '删除…', ja: '削除…' },
  'delete.title': {
    en: 'Delete capture {number} for good?',
    'zh-CN': '永久删除第 {number} 次取证？',
    ja: '取得 {number} を完全に削除しますか？',
  },
  'delete.lost': {
    en: 'Lost: {files} files ({size}), with every picture and the page itself. This cannot be undone.',
    'zh-CN': '将失去：{files} 个文件（{size}），包括全部画面和页面本身。此操作无法撤销。',
    ja: '失われるもの：ファイル {files} 個（{size}）。画像もページもすべて含みます。元に戻せません。',
  },
  'delete.kept': {
    en: 'What stays, in the custody log and in every later bundle: the number, address and digest of the capture, your name, the time and your reason. Bundles exported before still hold it.',
    'zh-CN':
      '仍会保留在保管链记录及之后每个证据包中的内容：取证编号、网址、哈希值、您的姓名、时间和删除理由。此前导出的证据包仍含有该取证。',
    ja: '保管記録と以後の証拠パッケージに残るもの：取得の番号、URL、ハッシュ値、あなたの名前、日時、理由。以前に書き出したパッケージにはこの取得が残っています。',
  },
  'delete.items': {
    en: 'Resting on it: items {items}, re-checks {rechecks}, finalised notices {notices}. They stay, but what proves them is gone.',
    'zh-CN':
      '以其为依据的：侵权项 {items} 个，复查 {rechecks} 次，已定稿通知 {notices} 份。它们会保留，但将失去证明。',
    ja: 'これに基づくもの：対象 {items} 件、再確認 {rechecks} 件、確定済みの通知 {notices} 件。それらは残りますが、証拠を失います。',
  },
  'delete.reason': { en: 'Reason', 'zh-CN': '删除理由', ja: '理由' },
  'delete.reason-help': {
    en: 'Counsel and a court will read it. For example: “taken twice by mistake, see capture 4”, or “shows a private person who has no part in this”.',
    'zh-CN': '律师和法院会看到。例如：“误操作重复取证，见第 4 次”，或“页面含有与本案无关的私人信息”。',
    ja: '弁護士や裁判所が読みます。例：「誤って二重に取得、取得 4 を参照」「無関係な個人が写っている」。',
  },
  'delete.reason-missing': {
    en: 'Write why it is deleted.',
    'zh-CN': '请填写删除理由。',
    ja: '削除の理由を入力してください。',
  },
  'delete.confirm': { en: 'Delete for good', 'zh-CN': '永久删除', ja: '完全に削除' },
  'delete.done': {
    en: 'Capture {number} was deleted. Its digest and your reason stand in the custody log.',
    'zh-CN': '第 {number} 次取证已删除。其哈希值和删除理由已记入保管链记录。',
    ja: '取得 {number} を削除しました。ハッシュ値と理由は保管記録にあります。',
  },
});
