import { defineCatalog } from '../translate.ts';

/** How an export is cut and closed, and how a closed one is opened. */
export const EXPORT_OPTIONS = defineCatalog({
  'export.options': {
    en: 'Size, encryption, further files',
    'zh-CN': '大小、加密与附加文件',
    ja: 'サイズ・暗号化・追加ファイル',
  },
  'export.volumes': { en: 'Size of the files', 'zh-CN': '文件大小', ja: 'ファイルの大きさ' },
  'export.volumes-one': { en: 'one file', 'zh-CN': '单个文件', ja: 'ひとつのファイル' },
  'export.volumes-mail': {
    en: 'volumes of 20 MB, for mail',
    'zh-CN': '每卷 20 MB，便于邮件发送',
    ja: '20 MB ごとに分割（メール用）',
  },
  'export.volumes-other': {
    en: 'volumes of another size',
    'zh-CN': '其他分卷大小',
    ja: 'その他の大きさで分割',
  },
  'export.volumes-mb': { en: 'MB in a volume', 'zh-CN': '每卷大小（MB）', ja: '1 個あたりの MB' },
  'export.volumes-help': {
    en: 'Each volume can be checked alone, and all together. A capture is never cut.',
    'zh-CN': '每个分卷可单独核验，也可一并核验。单次取证不会被拆分。',
    ja: '分割したファイルは個別にも、まとめても検証できます。1 件の取得が分かれることはありません。',
  },
  'export.volumes-wrong': {
    en: 'A volume needs at least 2 MB.',
    'zh-CN': '每卷至少 2 MB。',
    ja: '1 個あたり 2 MB 以上にしてください。',
  },
  'export.encrypt': { en: 'Encryption', 'zh-CN': '加密', ja: '暗号化' },
  'export.encrypt-none': { en: 'none', 'zh-CN': '不加密', ja: 'しない' },
  'export.encrypt-passphrase': { en: 'with a passphrase', 'zh-CN': '使用口令', ja: 'パスフレーズ' },
  'export.encrypt-recipients': {
    en: 'to the keys of the recipients',
    'zh-CN': '使用收件人公钥',
    ja: '受取人の鍵',
  },
  'export.encrypt-help': {
    en: 'In the age format: the recipient opens it with the free tool “age”, or imports it here.',
    'zh-CN': '采用 age 格式：收件人可用免费工具 age 打开，或在本扩展中导入。',
    ja: 'age 形式です。受取人は無料の age で開くか、この拡張機能で取り込めます。',
  },
  'export.passphrase': { en: 'Passphrase', 'zh-CN': '口令', ja: 'パスフレーズ' },
  'export.passphrase-again': { en: 'The same again', 'zh-CN': '再次输入', ja: 'もう一度' },
  'export.passphrase-make': { en: 'Make one', 'zh-CN': '生成口令', ja: '作成する' },
  'export.passphrase-help': {
    en: 'At least 12 characters. Tell it to the recipient by another way than the file. Nobody can recover it.',
    'zh-CN': '至少 12 个字符。请通过与文件不同的途径告知收件人。口令遗失后无法找回。',
    ja: '12 文字以上。ファイルとは別の経路で受取人に伝えてください。忘れると誰にも開けません。',
  },
  'export.passphrase-short': {
    en: 'At least 12 characters are needed.',
    'zh-CN': '至少需要 12 个字符。',
    ja: '12 文字以上にしてください。',
  },
  'export.passphrase-differs': {
    en: 'The two are not the same.',
    'zh-CN': '两次输入不一致。',
    ja: '2 回の入力が一致しません。',
  },
  'export.recipients': {
    en: 'Keys, one on a line (age1…)',
    'zh-CN': '公钥，每行一个（age1…）',
    ja: '鍵を 1 行に 1 つ（age1…）',
  },
  'export.recipients-wrong': {
    en: 'Not a public key of age: {key}',
    'zh-CN': '不是 age 公钥：{key}',
    ja: 'age の公開鍵ではありません：{key}',
  },
  'export.pdf': {
    en: 'The report as PDF, too',
    'zh-CN': '同时生成 PDF 报告',
    ja: '報告書を PDF でも作成する',
  },
  'export.case-uco': {
    en: 'Add the case as CASE/UCO (JSON-LD), for tools of investigators',
    'zh-CN': '附上 CASE/UCO（JSON-LD）格式的案件，供调查工具使用',
    ja: '調査ツール向けに CASE/UCO（JSON-LD）の案件データを加える',
  },
  'export.encrypting': {
    en: 'Encrypting {name}…',
    'zh-CN': '正在加密 {name}…',
    ja: '{name} を暗号化中…',
  },
  'export.saved-volumes': {
    en: '{count} files are in your downloads ({size}). The recipient needs all of them.',
    'zh-CN': '{count} 个文件（{size}）已保存到下载文件夹。收件人需要全部文件。',
    ja: '{count} 個のファイル（{size}）をダウンロードに保存しました。受取人にはすべて必要です。',
  },
  'export.too-large': {
    en: '{count} captures are larger than a volume may be; their volumes are larger too.',
    'zh-CN': '有 {count} 次取证超过分卷大小，其所在分卷也超出。',
    ja: '{count} 件の取得が指定の大きさを超えるため、その分割ファイルも超えています。',
  },
  'import.locked': {
    en: '{name} is encrypted. Enter the passphrase, or the secret key (AGE-SECRET-KEY-…) it was encrypted to. Neither is kept.',
    'zh-CN': '{name} 已加密。请输入口令，或对应的私钥（AGE-SECRET-KEY-…）。两者均不会保存。',
    ja: '{name} は暗号化されています。パスフレーズか、対応する秘密鍵（AGE-SECRET-KEY-…）を入力してください。どちらも保存しません。',
  },
  'import.unlock': { en: 'Open', 'zh-CN': '打开', ja: '開く' },
  'import.key': { en: 'Passphrase or secret key', 'zh-CN': '口令或私钥', ja: 'パスフレーズまたは秘密鍵' },
  'import.wrong-key': {
    en: 'It does not open with this. Check it for mistypes; if it is right, the file was damaged on the way.',
    'zh-CN': '无法打开。请检查输入；若输入无误，则文件在传输中已损坏。',
    ja: '開けませんでした。入力を確認してください。正しい場合は、ファイルが転送中に破損しています。',
  },
  'import.decrypting': { en: 'Decrypting {name}…', 'zh-CN': '正在解密 {name}…', ja: '{name} を復号中…' },
});
