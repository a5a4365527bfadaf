import { defineCatalog } from '../translate.ts';

/** Sentences of `verify/HOW-TO-VERIFY.txt`; the commands between them are the same in every language. */
export const HOW_TO_VERIFY = defineCatalog({
  title: {
    en: 'How to check this bundle',
    'zh-CN': '如何核验本证据包',
    ja: 'この証拠パッケージの検証方法',
  },
  about: {
    en: 'This folder was exported by Prima Facie {version} at {at} (UTC). It holds what one browser received from the internet, and lists of SHA-256 digests. Whoever repeats the checks below with tools of their own choice learns whether any file was changed, removed or damaged since the export. Nothing needs to be installed.',
    'zh-CN':
      '本文件夹由 Prima Facie {version} 于 {at}（UTC）导出，内含某一浏览器从互联网接收到的内容及 SHA-256 哈希值清单。任何人用自选的工具重复下列核验，即可得知导出之后是否有文件被修改、移除或损坏。无需安装任何软件。',
    ja: 'このフォルダーは Prima Facie {version} が {at}（UTC）に書き出したもので、あるブラウザーがインターネットから受信した内容と SHA-256 ハッシュ値の一覧を収めています。以下の確認を任意のツールで繰り返せば、書き出し後にファイルが変更・削除・破損されていないかが分かります。インストールは不要です。',
  },
  easy: {
    en: 'The easy way: open verify/verify.html from this folder in any browser and drop the zip file on it. It works without an internet connection and sends nothing anywhere.',
    'zh-CN':
      '简便方法：用任意浏览器打开本文件夹中的 verify/verify.html，把 zip 文件拖放到页面上。无需联网，也不会向任何地方发送数据。',
    ja: '簡単な方法：このフォルダーの verify/verify.html を任意のブラウザーで開き、zip ファイルをドロップします。インターネット接続は不要で、どこにも何も送信しません。',
  },
  open: {
    en: 'By hand: unpack the zip, open a terminal, and change into the folder that holds this "verify" folder ({name}).',
    'zh-CN': '手动方法：解压 zip，打开终端，进入包含此 "verify" 文件夹的目录（{name}）。',
    ja: '手動の方法：zip を展開し、ターミナルを開いて、この "verify" フォルダーがあるフォルダー（{name}）に移動します。',
  },
  linux: {
    en: '1. Linux. Every line must end in OK:',
    'zh-CN': '1. Linux。每一行都必须以 OK 结尾：',
    ja: '1. Linux。すべての行が OK で終わる必要があります：',
  },
  macos: {
    en: '2. macOS. Every line must end in OK:',
    'zh-CN': '2. macOS。每一行都必须以 OK 结尾：',
    ja: '2. macOS。すべての行が OK で終わる必要があります：',
  },
  windows: {
    en: '3. Windows, in PowerShell. It names every file that is different or missing; no output means that all are as listed:',
    'zh-CN': '3. Windows（PowerShell）。会列出每个不一致或缺失的文件；没有输出即表示全部与清单一致：',
    ja: '3. Windows（PowerShell）。異なるファイルや欠けているファイルを列挙します。何も表示されなければ、すべて一覧のとおりです：',
  },
  single: {
    en: 'One file on Windows, in either way; compare the result with its line in manifest-sha256.txt:',
    'zh-CN': '在 Windows 上核验单个文件（任选其一），将结果与 manifest-sha256.txt 中对应的行比较：',
    ja: 'Windows で 1 ファイルだけ確認する場合（いずれか一方）。結果を manifest-sha256.txt の該当行と比べます：',
  },
  extra: {
    en: '4. Nothing was added: {count} files must be below "data". Count them (Linux, macOS; then Windows):',
    'zh-CN': '4. 未添加文件："data" 之下必须有 {count} 个文件。计数方法（Linux、macOS；其后为 Windows）：',
    ja: '4. 追加されたファイルがないこと："data" 以下のファイルは {count} 個でなければなりません。数え方（Linux・macOS、続いて Windows）：',
  },
  signature: {
    en: '5. The signature over tagmanifest-sha256.txt, which stands for all files; it must print "Verified OK". The fingerprint of the key (SHA-256 of the public key) is {fingerprint}:',
    'zh-CN':
      '5. 核验对 tagmanifest-sha256.txt（代表全部文件）的签名，须显示 "Verified OK"。密钥指纹（公钥的 SHA-256）为 {fingerprint}：',
    ja: '5. 全ファイルを代表する tagmanifest-sha256.txt に対する署名。"Verified OK" と表示される必要があります。鍵のフィンガープリント（公開鍵の SHA-256）は {fingerprint} です：',
  },
  unsigned: {
    en: '5. This bundle is not signed.',
    'zh-CN': '5. 本证据包未经签名。',
    ja: '5. この証拠パッケージには署名がありません。',
  },
  stamp: {
    en: '6. The trusted timestamp over the same list; it must print "Verification: OK". If attest/tagmanifest-sha256.txt.tsr is not there, no authority could be reached when the bundle was made, and its time is that of one machine:',
    'zh-CN':
      '6. 核验对同一清单的可信时间戳，须显示 "Verification: OK"。若不存在 attest/tagmanifest-sha256.txt.tsr，表示制作时未能取得时间戳，时间仅以一台设备为准：',
    ja: '6. 同じ一覧に対するタイムスタンプ。"Verification: OK" と表示される必要があります。attest/tagmanifest-sha256.txt.tsr がない場合、作成時に認証局から取得できず、時刻は 1 台の端末のものです：',
  },
  'capture-stamps': {
    en: '7. The trusted timestamps of {count} captures, each over the capture.json that names all files of its capture:',
    'zh-CN': '7. {count} 次取证的可信时间戳，各自针对列明该次取证全部文件的 capture.json：',
    ja: '7. 取得 {count} 件のタイムスタンプ。それぞれ、その取得の全ファイルを記載した capture.json に対するものです：',
  },
  attime: {
    en: 'Once the certificate of an authority has expired, add -attime and the time of the stamp in seconds since 1970.',
    'zh-CN': '若时间戳机构的证书已过期，请加上 -attime 和时间戳的时间（自 1970 年起的秒数）。',
    ja: '認証局の証明書の有効期限が過ぎている場合は、-attime とタイムスタンプの時刻（1970 年からの秒数）を付けてください。',
  },
  redacted: {
    en: 'This is a redacted copy. data/redactions.json names, for every file that is redacted or left out, the SHA-256 digest of its original. Whoever also has the full bundle can compare: every other file is the same in both, and data/custody.jsonl carries the same hashes.',
    'zh-CN':
      '这是遮盖副本。data/redactions.json 对每个经遮盖或省略的文件注明其原件的 SHA-256 哈希值。同时持有完整证据包者可以比对：其他文件在两者中相同，data/custody.jsonl 的哈希值也相同。',
    ja: 'これは墨消し済みの写しです。data/redactions.json には、墨消しまたは省略した各ファイルについて原本の SHA-256 ハッシュ値が記載されています。完全な証拠パッケージも持っている人は照合できます。その他のファイルは両者で同一で、data/custody.jsonl のハッシュ値も同じです。',
  },
  meaning: {
    en: 'What a successful check proves: the files are those of the export, bit by bit. With signature and timestamp also: which key sealed them, and that they existed at the time of the stamp. What it does not prove: that the page told the truth, who stood behind it, or that another visitor would have received the same. A key inside this bundle proves no identity by itself: compare its fingerprint with one obtained in another way.',
    'zh-CN':
      '核验通过能证明：文件与导出时逐位一致；如有签名和时间戳，还能证明由哪个密钥封存、以及在时间戳所示时间已经存在。不能证明：网页所载内容属实、网页背后是谁、或其他访问者会收到同样的内容。证据包内的密钥本身不证明身份：请与通过其他途径取得的指纹比对。',
    ja: '確認に成功した場合に証明されること：ファイルが書き出し時と 1 ビットも違わないこと。署名とタイムスタンプがある場合は、どの鍵で封印されたか、またその時刻に存在していたこと。証明されないこと：ページの内容が真実であること、背後に誰がいるか、別の訪問者も同じ内容を受信したかどうか。証拠パッケージ内の鍵だけでは身元は証明されません。別の経路で入手したフィンガープリントと照合してください。',
  },
});
