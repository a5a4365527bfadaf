import { defineCatalog } from '../translate.ts';

/** Export and verification. */
export const BUNDLE_VIEW = defineCatalog({
  'export.title': { en: 'Export this case', 'zh-CN': '导出本案件', ja: 'この案件を書き出す' },
  'export.intro': {
    en: 'One zip with every capture, its digests, the custody log and a report. Whoever receives it can check it with tools they already have; how is written inside.',
    'zh-CN':
      '导出为一个 zip 文件，包含全部取证内容、哈希值、保管链记录和报告。收件人可用现有工具自行校验，包内附有方法说明。',
    ja: 'すべての取得、ハッシュ値、保管記録、報告書をひとつの zip にまとめます。受け取った人は手元の道具で検証でき、方法は中に書いてあります。',
  },
  'export.start': { en: 'Export bundle', 'zh-CN': '导出证据包', ja: '証拠パッケージを書き出す' },
  'export.contents': {
    en: '{captures} captures, about {size}',
    'zh-CN': '{captures} 次取证，约 {size}',
    ja: '取得 {captures} 件、約 {size}',
  },
  'export.running': {
    en: 'Writing the bundle: {done} of {total}',
    'zh-CN': '正在生成证据包：{done} / {total}',
    ja: '作成中：{done} / {total}',
  },
  'export.preparing': { en: 'Preparing…', 'zh-CN': '正在准备…', ja: '準備中…' },
  'export.saved': {
    en: '{name} is in your downloads ({size}).',
    'zh-CN': '{name}（{size}）已保存到下载文件夹。',
    ja: '{name}（{size}）をダウンロードに保存しました。',
  },
  'export.empty': {
    en: 'There is nothing to export yet: this case has no captures.',
    'zh-CN': '暂无可导出内容：本案件没有取证记录。',
    ja: '書き出すものがありません。この案件には取得がありません。',
  },
  'export.personal': {
    en: 'The bundle names the parties with their addresses, and shows the pages as they were. Give it to people you trust.',
    'zh-CN': '证据包含当事人姓名、地址及页面原貌，请仅提供给您信任的人。',
    ja: '当事者の住所や元のページの内容が含まれます。信頼できる相手にだけ渡してください。',
  },
  'verify.title': { en: 'Verify a bundle', 'zh-CN': '验证证据包', ja: '証拠パッケージの検証' },
  'verify.intro': {
    en: 'Checks that nothing in a bundle was changed, added or left out since it was written. The file stays on this machine.',
    'zh-CN': '检查证据包自生成以来有无改动、增添或缺失。文件不会离开本机。',
    ja: '作成後に変更・追加・欠落がないかを確認します。ファイルはこの端末から出ません。',
  },
  'verify.drop': {
    en: 'Drop a bundle (.zip) here, or choose the file',
    'zh-CN': '将证据包（.zip）拖到此处，或选择文件',
    ja: '証拠パッケージ（.zip）をここにドロップ、またはファイルを選択',
  },
  'verify.choose': { en: 'Choose file', 'zh-CN': '选择文件', ja: 'ファイルを選択' },
  'verify.running': { en: 'Checking {name}…', 'zh-CN': '正在验证 {name}…', ja: '{name} を検証中…' },
  'verify.whole': { en: 'The bundle is whole', 'zh-CN': '证据包完整', ja: '証拠パッケージは完全です' },
  'verify.whole-text': {
    en: 'Every file is exactly as it was when the bundle was written, none is missing and none was added. This does not prove that the page told the truth.',
    'zh-CN': '所有文件均与生成时完全一致，无缺失、无增添。但这并不证明页面内容本身真实。',
    ja: 'すべてのファイルが作成時のままで、欠落も追加もありません。ページの内容が真実であることの証明ではありません。',
  },
  'verify.not-whole': {
    en: 'The bundle is not whole',
    'zh-CN': '证据包不完整',
    ja: '証拠パッケージは完全ではありません',
  },
  'verify.not-whole-text': {
    en: 'Do not rely on the files named below. Ask the sender for the original zip and compare.',
    'zh-CN': '下列文件不可作为依据。请向发送方索取原始 zip 并比对。',
    ja: '下記のファイルは信頼できません。送り主に元の zip を依頼して比較してください。',
  },
  'verify.not-bundle': {
    en: 'This is not a bundle',
    'zh-CN': '这不是证据包',
    ja: '証拠パッケージではありません',
  },
  'verify.problem-missing': { en: 'missing', 'zh-CN': '缺失', ja: '欠落' },
  'verify.problem-extra': { en: 'added', 'zh-CN': '多出', ja: '追加' },
  'verify.problem-different': { en: 'changed', 'zh-CN': '已改动', ja: '変更' },
  'verify.problem-other': { en: 'cannot be checked', 'zh-CN': '无法校验', ja: '確認不可' },
  'verify.files': { en: 'Files that differ', 'zh-CN': '不一致的文件', ja: '異なるファイル' },
  'verify.checks': { en: 'What was checked', 'zh-CN': '校验项目', ja: '確認した項目' },
  'verify.passed': { en: 'passed', 'zh-CN': '通过', ja: '合格' },
  'verify.failed': { en: 'failed', 'zh-CN': '未通过', ja: '不合格' },
  'verify.skipped': { en: 'not checked', 'zh-CN': '未校验', ja: '未確認' },
  'verify.another': { en: 'Verify another', 'zh-CN': '验证另一个', ja: '別のものを検証' },
});
