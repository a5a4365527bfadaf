import { defineCatalog } from '../translate.ts';

/** `verify.html`, the page in each bundle that checks it. */
export const VERIFIER_PAGE = defineCatalog({
  title: { en: 'Check an evidence bundle', 'zh-CN': '核验证据包', ja: '証拠パッケージの検証' },
  intro: {
    en: 'Drop the zip file here to see whether anything in it was changed, removed or added since it was signed and stamped, or, where it was neither, whether it agrees with itself. Drop several together to check them alone and together: all volumes of one export, or a redacted copy and the full bundle. This works without the internet: the files stay on this machine, and nothing is sent anywhere.',
    'zh-CN':
      '将 zip 文件拖放到此处，即可得知自签名和加盖时间戳以来其中有无改动、删除或增添；如两者皆无，则只能得知其内容是否自相一致。多个文件可一并拖入，既逐个核验，也相互核对：同一次导出的全部分卷，或遮盖副本与完整证据包。无需联网：文件不会离开本机，也不会发送任何数据。',
    ja: 'zip ファイルをここにドロップすると、署名・タイムスタンプの付与後に変更・削除・追加があったかどうか（どちらもない場合は、内容が互いに一致するかどうか）が分かります。同じ書き出しの分割ファイルすべて、または墨消し済みの写しと完全な証拠パッケージを一緒にドロップすると、それぞれと相互の両方を確認します。インターネットは不要です。ファイルはこの端末から出ず、どこにも何も送信しません。',
  },
  drop: {
    en: 'Drop the zip file, or several, here',
    'zh-CN': '将一个或多个 zip 文件拖放到此处',
    ja: 'zip ファイルをここにドロップ（複数可）',
  },
  choose: { en: 'Choose files', 'zh-CN': '选择文件', ja: 'ファイルを選択' },
  which: {
    en: 'Take the zip as you received it, not a folder unpacked from it. An encrypted file (.age) has to be opened first.',
    'zh-CN': '请使用收到的原始 zip，而不是解压后的文件夹。加密文件（.age）须先解密。',
    ja: '展開したフォルダーではなく、受け取った zip をそのまま使ってください。暗号化されたファイル（.age）は先に復号してください。',
  },
  signer: {
    en: 'Fingerprint of the key that should have signed (optional)',
    'zh-CN': '应当用于签名的密钥指纹（可选）',
    ja: '署名に使われたはずの鍵のフィンガープリント（任意）',
  },
  'signer-help': {
    en: 'Paste what the signer told you in another way: by telephone, on paper, in an earlier matter. Never what came with the bundle. Several are separated by commas.',
    'zh-CN':
      '请粘贴签名者通过其他途径告知的指纹：电话、书面或此前的往来；切勿使用随证据包一同收到的指纹。多个指纹以逗号分隔。',
    ja: '電話や書面、以前のやり取りなど、別の経路で署名者から知らされたものを貼り付けてください。証拠パッケージに付いてきたものは使わないでください。複数の場合はコンマで区切ります。',
  },
  'signer-wrong': {
    en: 'A fingerprint is 64 digits from 0 to 9 and a to f. Correct it, or empty the field: until then nothing is checked.',
    'zh-CN': '指纹由 64 位 0–9、a–f 字符组成。请更正或清空此栏；在此之前不会进行核验。',
    ja: 'フィンガープリントは 0～9 と a～f からなる 64 桁です。直すか、欄を空にしてください。それまで検証は行いません。',
  },
  running: {
    en: 'Checking {name}: {percent} %',
    'zh-CN': '正在核验 {name}：{percent} %',
    ja: '{name} を検証中：{percent} %',
  },
  cancel: { en: 'Cancel', 'zh-CN': '取消', ja: '中止' },
  cancelled: {
    en: 'Cancelled. Nothing was changed.',
    'zh-CN': '已取消，未作任何改动。',
    ja: '中止しました。何も変更していません。',
  },
  unreadable: {
    en: 'The browser could not read the file ({detail}). Copy it to this machine’s own disk and try again.',
    'zh-CN': '浏览器无法读取该文件（{detail}）。请将其复制到本机磁盘后重试。',
    ja: 'ブラウザーがファイルを読み取れませんでした（{detail}）。この端末のディスクにコピーして、もう一度お試しください。',
  },
  each: { en: 'Each file by itself', 'zh-CN': '逐个文件', ja: 'ファイルごとの結果' },
  against: {
    en: 'held against {name}',
    'zh-CN': '已与 {name} 核对',
    ja: '{name} と照合',
  },
  problems: { en: 'What is wrong', 'zh-CN': '问题', ja: '問題点' },
  notes: { en: 'Good to know', 'zh-CN': '提示', ja: '注意事項' },
  proven: { en: 'What this proves', 'zh-CN': '已证明的事项', ja: '証明されること' },
  'not-proven': { en: 'What this does not prove', 'zh-CN': '未证明的事项', ja: '証明されないこと' },
  checks: { en: 'What was checked', 'zh-CN': '核验项目', ja: '確認した項目' },
  'state-passed': { en: 'passed', 'zh-CN': '通过', ja: '合格' },
  'state-warning': { en: 'passed, with a note', 'zh-CN': '通过（有提示）', ja: '合格（注意あり）' },
  'state-failed': { en: 'failed', 'zh-CN': '未通过', ja: '不合格' },
  'state-not-done': { en: 'not checked', 'zh-CN': '未核验', ja: '未確認' },
  file: { en: 'File', 'zh-CN': '文件', ja: 'ファイル' },
  bundle: { en: 'Bundle', 'zh-CN': '证据包', ja: '証拠パッケージ' },
  about: { en: 'About', 'zh-CN': '内容', ja: '内容' },
  'exported-at': { en: 'Exported (UTC)', 'zh-CN': '导出时间（UTC）', ja: '書き出し日時（UTC）' },
  software: { en: 'Made with', 'zh-CN': '生成工具', ja: '作成ツール' },
  contents: { en: 'Contents', 'zh-CN': '内含', ja: '収録' },
  'contents-value': {
    en: '{captures} captures, {custody} custody entries, {files} files, {size}',
    'zh-CN': '{captures} 次取证，{custody} 条保管链记录，{files} 个文件，{size}',
    ja: '取得 {captures} 件、保管記録 {custody} 件、{files} ファイル、{size}',
  },
  more: { en: 'and {count} more', 'zh-CN': '另有 {count} 项', ja: 'ほか {count} 件' },
  caution: {
    en: 'This page came inside a bundle. Who can forge a bundle can also forge the page that checks it. For certainty use a copy of this page from a bundle you trust, the tool’s own “npm run verify”, or the lines of HOW-TO-VERIFY.txt, which need nothing but the tools of your system.',
    'zh-CN':
      '本页面来自证据包内部。能伪造证据包的人也能伪造用于核验的页面。如需确证，请使用来自可信证据包的本页面副本、工具自带的“npm run verify”，或 HOW-TO-VERIFY.txt 中只需系统自带工具的命令。',
    ja: 'このページは証拠パッケージの中にあったものです。パッケージを偽造できる者は、検証ページも偽造できます。確実を期すには、信頼できるパッケージに入っていたこのページ、ツール自身の「npm run verify」、または OS の道具だけで実行できる HOW-TO-VERIFY.txt のコマンドをお使いください。',
  },
  language: { en: 'Language', 'zh-CN': '语言', ja: '言語' },
});
