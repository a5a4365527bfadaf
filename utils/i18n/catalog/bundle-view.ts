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
  'export.printing': {
    en: 'Printing the report as PDF…',
    'zh-CN': '正在将报告打印为 PDF…',
    ja: '報告書を PDF に印刷しています…',
  },
  'export.unprinted': {
    en: 'report.pdf is not available here ({why}). The same report is in data/report.html: open it in any browser and print it, or save it as PDF from the print dialogue.',
    'zh-CN':
      '此处无法生成 report.pdf（{why}）。相同的报告见 data/report.html：用任意浏览器打开并打印，或在打印对话框中另存为 PDF。',
    ja: 'ここでは report.pdf を作成できません（{why}）。同じ報告書は data/report.html にあります。任意のブラウザーで開いて印刷するか、印刷画面から PDF として保存してください。',
  },
  'export.stamping': {
    en: 'Asking {host} for a trusted timestamp…',
    'zh-CN': '正在向 {host} 请求可信时间戳…',
    ja: '{host} にタイムスタンプを要求しています…',
  },
  'export.signed': {
    en: 'Signed. Tell whoever receives it, by another way, the fingerprint of your key:',
    'zh-CN': '已签名。请通过其他途径将您的密钥指纹告知收件人：',
    ja: '署名済みです。受け取る人に、別の経路で鍵のフィンガープリントを伝えてください：',
  },
  'export.fingerprint': {
    en: 'Fingerprint of your key',
    'zh-CN': '您的密钥指纹',
    ja: '鍵のフィンガープリント',
  },
  'export.stamped': {
    en: 'Time-stamped at {at} by {url}.',
    'zh-CN': '已于 {at} 由 {url} 加盖时间戳。',
    ja: '{at} に {url} がタイムスタンプを付与しました。',
  },
  'export.not-stamped': {
    en: 'Not stamped: {why}. The bundle is signed, but no authority vouches for its time. Export again later to try once more.',
    'zh-CN': '未加盖时间戳：{why}。证据包已签名，但没有机构为其时间作证。可稍后重新导出再试。',
    ja: 'タイムスタンプなし：{why}。署名はされていますが、時刻を保証する機関がありません。後で書き出し直すと再度試せます。',
  },
  'export.no-authority': {
    en: 'Not stamped: no timestamp authority is chosen. The time is that of this machine. Choose one in the settings.',
    'zh-CN': '未加盖时间戳：尚未选择时间戳机构，时间以本机为准。可在设置中选择。',
    ja: 'タイムスタンプなし：認証局が選ばれていません。時刻はこの端末のものです。設定で選べます。',
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
    en: 'Checks that nothing in a bundle was changed, added or left out since it was written. Several files are checked alone and together: all volumes of one export, or a redacted copy and the full bundle. Encrypted files (.age) are opened with their passphrase or key. Nothing leaves this machine.',
    'zh-CN':
      '检查证据包自生成以来有无改动、增添或缺失。多个文件既逐个核验，也相互核对：同一次导出的全部分卷，或遮盖副本与完整证据包。加密文件（.age）可用口令或密钥打开。文件不会离开本机。',
    ja: '作成後に変更・追加・欠落がないかを確認します。複数のファイルは、それぞれと相互の両方を確認します（同じ書き出しの分割ファイルすべて、または墨消し済みの写しと完全な証拠パッケージ）。暗号化されたファイル（.age）はパスフレーズか鍵で開きます。ファイルはこの端末から出ません。',
  },
  'verify.signer': {
    en: 'Fingerprint of the key that should have signed',
    'zh-CN': '应当用于签名的密钥指纹',
    ja: '署名に使われたはずの鍵のフィンガープリント',
  },
  'verify.signer-help': {
    en: 'As the signer told you in another way: by telephone, on paper, in an earlier matter. Never as it came with the bundle. Several are separated by commas.',
    'zh-CN':
      '请填写签名者通过其他途径告知的指纹：电话、书面或此前的往来；切勿使用随证据包一同收到的指纹。多个指纹以逗号分隔。',
    ja: '電話や書面、以前のやり取りなど、別の経路で署名者から知らされたものを入力してください。証拠パッケージに付いてきたものは使わないでください。複数の場合はコンマで区切ります。',
  },
  'verify.signer-wrong': {
    en: 'A fingerprint is 64 digits from 0 to 9 and a to f. Correct it, or empty the field: until then nothing is checked.',
    'zh-CN': '指纹由 64 位 0–9、a–f 字符组成。请更正或清空此栏；在此之前不会进行核验。',
    ja: 'フィンガープリントは 0～9 と a～f からなる 64 桁です。直すか、欄を空にしてください。それまで検証は行いません。',
  },
  'verify.drop': {
    en: 'Drop bundles (.zip, .age) here, or choose the files',
    'zh-CN': '将证据包（.zip、.age）拖到此处，或选择文件',
    ja: '証拠パッケージ（.zip、.age）をここにドロップ、またはファイルを選択',
  },
  'verify.unreadable': {
    en: '{name} could not be read ({detail}). Copy it to this machine’s own disk and try again.',
    'zh-CN': '无法读取 {name}（{detail}）。请将其复制到本机磁盘后重试。',
    ja: '{name} を読み取れませんでした（{detail}）。この端末のディスクにコピーして、もう一度お試しください。',
  },
  'verify.running': { en: 'Checking {name}…', 'zh-CN': '正在验证 {name}…', ja: '{name} を検証中…' },
  'verify.about': {
    en: '{captures} captures, {files} files, {size}',
    'zh-CN': '{captures} 次取证，{files} 个文件，{size}',
    ja: '取得 {captures} 件、ファイル {files} 個、{size}',
  },
  'verify.exported': { en: 'exported', 'zh-CN': '导出于', ja: '書き出し：' },
  'verify.findings': { en: 'What does not fit', 'zh-CN': '不符之处', ja: '合わない点' },
  'verify.failure': { en: 'not whole', 'zh-CN': '不完整', ja: '不完全' },
  'verify.warning': { en: 'note', 'zh-CN': '注意', ja: '注意' },
  'verify.checks': { en: 'What was checked', 'zh-CN': '核验项目', ja: '確認した項目' },
  'verify.state-passed': { en: 'passed', 'zh-CN': '通过', ja: '合格' },
  'verify.state-warning': { en: 'note', 'zh-CN': '注意', ja: '注意' },
  'verify.state-failed': { en: 'failed', 'zh-CN': '未通过', ja: '不合格' },
  'verify.state-not-done': { en: 'not done', 'zh-CN': '未进行', ja: '未実施' },
  'verify.proven': { en: 'What this shows', 'zh-CN': '可以证明', ja: '示されること' },
  'verify.not-proven': { en: 'What it cannot show', 'zh-CN': '不能证明', ja: '示されないこと' },
});
