import { defineCatalog } from '../translate.ts';

/** Sentences of `verify/HOW-TO-VERIFY.txt`; the commands between them are the same in every language. */
export const HOW_TO_VERIFY = defineCatalog({
  title: {
    en: 'How to check this bundle',
    'zh-CN': '如何核验本证据包',
    ja: 'この証拠パッケージの検証方法',
  },
  about: {
    en: 'This folder was exported by Prima Facie {version} at {at} (UTC). It holds what one browser received from the internet, and lists of SHA-256 digests. Whoever repeats the checks below with tools of their own choice learns whether the files are those that the lists name. Steps 1 to 4 need nothing that Linux, macOS and Windows do not bring.',
    'zh-CN':
      '本文件夹由 Prima Facie {version} 于 {at}（UTC）导出，内含某一浏览器从互联网接收到的内容及 SHA-256 哈希值清单。任何人用自选的工具重复下列核验，即可得知文件是否与清单一致。第 1 至 4 步只需 Linux、macOS 和 Windows 自带的工具。',
    ja: 'このフォルダーは Prima Facie {version} が {at}（UTC）に書き出したもので、あるブラウザーがインターネットから受信した内容と SHA-256 ハッシュ値の一覧を収めています。以下の確認を任意のツールで繰り返せば、ファイルが一覧どおりかどうかが分かります。手順 1～4 は Linux・macOS・Windows に備わる道具だけで行えます。',
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
  openssl: {
    en: 'The steps below need openssl. Linux and macOS bring it. Windows does not: there, verify/verify.html checks signature and timestamps without it; or install Git for Windows (git-scm.com), open "Git Bash" in this folder, and use the same lines.',
    'zh-CN':
      '以下步骤需要 openssl。Linux 和 macOS 自带。Windows 没有：可用 verify/verify.html 核验签名和时间戳，无需 openssl；或安装 Git for Windows（git-scm.com），在本文件夹中打开 "Git Bash"，使用相同的命令。',
    ja: '以下の手順には openssl が必要です。Linux と macOS には備わっていますが、Windows にはありません。その場合は verify/verify.html で署名とタイムスタンプを確認できます。または Git for Windows（git-scm.com）をインストールし、このフォルダーで "Git Bash" を開いて同じコマンドを使ってください。',
  },
  key: {
    en: 'The fingerprint of the key that is really here. Anybody can sign with a key of their own and write its fingerprint above: compare what this prints with the fingerprint that the signer told you in another way:',
    'zh-CN':
      '显示此处实际密钥的指纹。任何人都可以用自己的密钥签名，并在上面写明其指纹：请将显示结果与签名者通过其他途径告知您的指纹比对：',
    ja: '実際にここにある鍵のフィンガープリント。自分の鍵で署名し、そのフィンガープリントを上に書くことは誰にでもできます。表示された値を、署名者から別の経路で知らされたものと照合してください：',
  },
  'key-windows': {
    en: 'The same on Windows, in PowerShell, without openssl:',
    'zh-CN': '在 Windows 的 PowerShell 中（无需 openssl）：',
    ja: 'Windows の PowerShell の場合（openssl は不要）：',
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
  authority: {
    en: '8. Whose stamp it is. The lines above take the certificates of the authority from this bundle: whoever forges a bundle can also make up an authority, and all of them pass. Print the time of the stamp and the fingerprints of the certificates, and compare the last one, the root, with what the authority publishes itself:',
    'zh-CN':
      '8. 时间戳由谁颁发。以上命令使用证据包内自带的机构证书：能伪造证据包的人也能虚构一个机构，而上述命令全部会通过。请显示时间戳的时间和各证书的指纹，并将最后一个（根证书）与该机构自行公布的指纹比对：',
    ja: '8. 誰のタイムスタンプか。上のコマンドは認証局の証明書をこの証拠パッケージから取ります。パッケージを偽造できる者は認証局も捏造でき、その場合も上のコマンドはすべて通ります。タイムスタンプの時刻と証明書のフィンガープリントを表示し、最後のもの（ルート証明書）を認証局自身が公表しているものと照合してください：',
  },
  root: {
    en: 'Surest: get the root certificate from the authority itself, save it as tsa-root.pem (PEM) beside this folder, and check by it alone:',
    'zh-CN': '最可靠的方法：从该机构取得根证书，以 PEM 格式另存为本文件夹旁的 tsa-root.pem，仅以其核验：',
    ja: '最も確実な方法：認証局自身からルート証明書を入手し、PEM 形式の tsa-root.pem としてこのフォルダーの隣に保存して、それだけを基に確認します：',
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
    en: 'What a successful check proves: the files are those that the lists name, bit by bit. With a signature whose key you have compared: that this key sealed them. With a timestamp whose root you have compared: that they existed at that time. Without either comparison, anybody could have made them so. What it does not prove: that the page told the truth, who stood behind it, or that another visitor would have received the same. A key inside this bundle proves no identity by itself: compare its fingerprint with one obtained in another way.',
    'zh-CN':
      '核验通过能证明：文件与清单逐位一致；若已比对签名密钥，还能证明由该密钥封存；若已比对时间戳的根证书，还能证明在该时间已经存在。未作上述比对时，任何人都可能制作出这样的文件。不能证明：网页所载内容属实、网页背后是谁、或其他访问者会收到同样的内容。证据包内的密钥本身不证明身份：请与通过其他途径取得的指纹比对。',
    ja: '確認に成功した場合に証明されること：ファイルが一覧と 1 ビットも違わないこと。鍵を照合済みの署名があれば、その鍵で封印されたこと。ルート証明書を照合済みのタイムスタンプがあれば、その時刻に存在していたこと。いずれも照合していなければ、誰でもこのように作れたはずのものです。証明されないこと：ページの内容が真実であること、背後に誰がいるか、別の訪問者も同じ内容を受信したかどうか。証拠パッケージ内の鍵だけでは身元は証明されません。別の経路で入手したフィンガープリントと照合してください。',
  },
});
