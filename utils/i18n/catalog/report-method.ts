import { defineCatalog } from '../translate.ts';

/** Methodology, custody, digests. */
export const REPORT_METHOD = defineCatalog({
  'method-heading': { en: 'Methodology', 'zh-CN': '取证方法', ja: '方法' },
  'method-what': {
    en: 'Prima Facie {version} is an extension of a web browser. At the operator’s command it records the page that is open in the browser, or has the browser load it anew first where a recorded capture was asked for, on the operator’s own machine, in these steps. Each step is timed, and a step that fails is recorded with its reason.',
    'zh-CN':
      'Prima Facie {version} 是一款浏览器扩展。它按照操作人的指令，在操作人自己的设备上记录浏览器中打开的页面（如选择录制取证，则先令浏览器重新加载该页面），步骤如下。每个步骤均记录时间；失败的步骤连同原因一并记录。',
    ja: 'Prima Facie {version} はウェブブラウザーの拡張機能です。操作者の指示により、ブラウザーで開いているページを（記録取得を選んだ場合はブラウザーに読み込み直させたうえで）操作者自身の端末で次の手順で記録します。各手順には時刻が付き、失敗した手順は理由とともに記録されます。',
  },
  'method-step-1': {
    en: 'The picture of what is on the screen, through the browser’s own screenshot function, before anything touches the page but the loading anew of a recorded capture; each capture says which it was.',
    'zh-CN':
      '在对页面进行任何操作之前（录制取证的重新加载除外，各次取证均予注明），用浏览器自带的截图功能截取屏幕可见画面。',
    ja: 'ページに何らかの操作を加える前に（記録取得の読み込み直しを除く。どちらかは各取得に記載）、ブラウザー自身のスクリーンショット機能で画面を取得します。',
  },
  'method-step-2': {
    en: 'The facts of the page: address, title, links, images, frames and their places, text, sizes, read out of the page as it stands.',
    'zh-CN': '页面事实：网址、标题、链接、图像、框架及其位置、文字、尺寸，按页面当时状态读取。',
    ja: 'ページの事実：URL、題名、リンク、画像、フレームとその位置、テキスト、寸法を、その時点のページから読み取ります。',
  },
  'method-step-3': {
    en: 'The network record, kept by the browser while the page was loading: each redirect, each status, the server address of the browser’s own connection. Cookies and other secrets are left out, and each omission is marked.',
    'zh-CN':
      '网络记录：浏览器在页面加载期间保留的每次跳转、状态码及其自身连接的服务器地址。Cookie 等敏感信息予以省略，并逐一标明。',
    ja: '通信記録：ページの読み込み中にブラウザーが保持した各転送、ステータス、ブラウザー自身の接続先アドレス。Cookie などの秘密情報は省き、省略箇所を明示します。',
  },
  'method-step-4': {
    en: 'The whole page in pictures from top to bottom. If the page was scrolled to make pictures load, every change made to it stands in changes.json.',
    'zh-CN': '自上而下的整页画面。如为加载图片而滚动页面，对页面所作的每项改动均记载于 changes.json。',
    ja: 'ページ全体を上から下まで画像で取得します。画像を読み込ませるためにスクロールした場合、加えた変更はすべて changes.json に記録されます。',
  },
  'method-step-5': {
    en: 'The page’s code as it stands in the browser, and archives of the page where the browser gives them.',
    'zh-CN': '浏览器中当时的页面代码，以及浏览器可提供的页面存档。',
    ja: 'ブラウザー内のその時点のページのコード、およびブラウザーが提供する場合はページのアーカイブ。',
  },
  'method-step-6': {
    en: 'The record capture.json, which names every file of the capture with its SHA-256 digest. The digest of capture.json then goes into the custody log.',
    'zh-CN':
      '记录文件 capture.json，列明本次取证的每个文件及其 SHA-256 哈希值；capture.json 的哈希值随即写入保管链记录。',
    ja: '記録 capture.json を作成し、取得した各ファイルと SHA-256 ハッシュ値を列挙します。capture.json のハッシュ値は保管記録に記入されます。',
  },
  'method-digest': {
    en: 'Each file’s SHA-256 digest (FIPS 180-4) is computed at the moment the file is taken, and computed again from the stored bytes when the case is exported. An export in which a single file differs is refused.',
    'zh-CN':
      '每个文件的 SHA-256 哈希值（FIPS 180-4）在获取之时即行计算，并在导出案件时根据所存字节重新计算。只要有一个文件不一致，导出即被拒绝。',
    ja: '各ファイルの SHA-256 ハッシュ値（FIPS 180-4）は取得の時点で計算され、案件の書き出し時に保存されたバイト列から再計算されます。1 ファイルでも異なれば書き出しは拒否されます。',
  },
  'method-limits-heading': {
    en: 'What this cannot know',
    'zh-CN': '本方法无法得知的事项',
    ja: 'この方法では分からないこと',
  },
  'method-limit-1': {
    en: 'It shows what the extension recorded of what this browser received, not that the page was true. Whoever controls the browser could have made it show something else.',
    'zh-CN':
      '它表明的是扩展程序所记录的该浏览器接收到的内容，而不证明页面内容属实。控制该浏览器的人可能使其显示其他内容。',
    ja: '示すのは、このブラウザーが受信した内容を拡張機能が記録したものであり、ページの内容が真実であることではありません。ブラウザーを支配する者は別の内容を表示させることもできます。',
  },
  'method-limit-2': {
    en: 'Web pages can differ by place, language, time, account and device. The circumstances of each capture are stated so that this can be judged.',
    'zh-CN': '网页可能因地点、语言、时间、账号和设备而异。每次取证均载明当时情形，以供判断。',
    ja: 'ウェブページは場所・言語・時刻・アカウント・端末によって異なることがあります。判断できるよう、各取得の状況を記載しています。',
  },
  'method-limit-3': {
    en: 'An extension cannot see the whole machine: other software, a changed hosts file, a proxy or a compromised browser could alter what the browser receives. It does not vouch for these.',
    'zh-CN':
      '扩展程序无法看到整台设备：其他软件、被修改的 hosts 文件、代理或遭入侵的浏览器都可能改变浏览器接收的内容。对此不作保证。',
    ja: '拡張機能は端末全体を見ることができません。他のソフトウェア、書き換えられた hosts ファイル、プロキシ、侵害されたブラウザーが受信内容を変える可能性があり、これらについては保証しません。',
  },
  'method-limit-4': {
    en: 'TLS shows who answered during the connection, and leaves no proof of that behind. Server addresses are those of the connection and may be those of an intermediary (CDN), not of whoever stores the content.',
    'zh-CN':
      'TLS 只在连接期间表明应答者身份，事后不留证明。服务器地址为连接所用地址，可能属于中间服务商（CDN），而非内容存放者。',
    ja: 'TLS は接続中の応答者を示しますが、その証明は後に残りません。サーバーのアドレスは接続先のもので、コンテンツの保管者ではなく中継事業者（CDN）のものである場合があります。',
  },
  'method-limit-5': {
    en: 'Times marked “local” are those of the operator’s machine. Where readings of other clocks were had, they are stated with the capture.',
    'zh-CN': '标为“本机”的时间为操作人设备的时间。如有其他时钟的读数，载于相应取证之下。',
    ja: '「ローカル」と記された時刻は操作者の端末のものです。他の時計との照合があれば、各取得に記載しています。',
  },
  'method-limit-6': {
    en: 'Whether the use is an infringement is a question of law that this report does not answer.',
    'zh-CN': '相关使用是否构成侵权属法律问题，本报告不作回答。',
    ja: 'その利用が侵害に当たるかどうかは法律問題であり、この報告書は答えません。',
  },
  'custody-heading': { en: 'Custody log', 'zh-CN': '保管链记录', ja: '保管記録' },
  'custody-intro': {
    en: 'Each entry carries the digest of the one before it: none can be changed, removed or put in between unless the whole log from there on is computed anew. Trusted timestamps over the captures and over bundles handed out earlier limit that. Entries: {count}. Head: {head}.',
    'zh-CN':
      '每条记录均包含前一条的哈希值：除非自该处起重新计算全部记录，否则任何改动、删除或插入都会显现。各次取证及先前交付的证据包上的可信时间戳对此加以限制。共 {count} 条，末条哈希值：{head}。',
    ja: '各項目には直前の項目のハッシュ値が含まれます。そこから先の記録全体を計算し直さない限り、途中の変更・削除・挿入は明らかになります。各取得と、以前に渡した証拠パッケージのタイムスタンプがその余地を狭めます。項目数：{count}。末尾のハッシュ値：{head}。',
  },
  'custody-broken': {
    en: 'The chain is broken at entry {seq}: {why}. The bundle was exported nevertheless, at the operator’s demand.',
    'zh-CN': '链条在第 {seq} 条处断裂：{why}。证据包系应操作人要求仍予导出。',
    ja: '項目 {seq} で連鎖が途切れています：{why}。操作者の求めにより、それでも書き出しました。',
  },
  'custody-more': {
    en: '{count} further entries are in data/custody.jsonl.',
    'zh-CN': '另有 {count} 条，见 data/custody.jsonl。',
    ja: 'ほかに {count} 件の項目が data/custody.jsonl にあります。',
  },
  seq: { en: 'No.', 'zh-CN': '序号', ja: '番号' },
  when: { en: 'When (UTC)', 'zh-CN': '时间（UTC）', ja: '日時（UTC）' },
  who: { en: 'Who', 'zh-CN': '操作人', ja: '操作者' },
  action: { en: 'What', 'zh-CN': '操作', ja: '操作' },
  object: { en: 'Of (SHA-256)', 'zh-CN': '对象（SHA-256）', ja: '対象（SHA-256）' },
  'digests-heading': {
    en: 'Digests and how to check them',
    'zh-CN': '哈希值及其核验',
    ja: 'ハッシュ値とその確認方法',
  },
  'digests-intro': {
    en: 'Every file of this bundle stands with its SHA-256 digest in manifest-sha256.txt, beside the folder of this report; that list stands in tagmanifest-sha256.txt. The digest of tagmanifest-sha256.txt therefore stands for the whole bundle. It cannot be printed here, since this report is itself among the files. verify/verify.html checks everything offline; verify/HOW-TO-VERIFY.txt says how to check with the tools of Windows, macOS and Linux.',
    'zh-CN':
      '本证据包的每个文件及其 SHA-256 哈希值列于本报告所在文件夹旁的 manifest-sha256.txt；该清单又列于 tagmanifest-sha256.txt。因此 tagmanifest-sha256.txt 的哈希值代表整个证据包。因本报告亦在其中，故无法在此印出。verify/verify.html 可离线完成全部核验；verify/HOW-TO-VERIFY.txt 说明如何用 Windows、macOS、Linux 自带工具核验。',
    ja: 'この証拠パッケージの各ファイルは SHA-256 ハッシュ値とともに、この報告書のフォルダーの隣にある manifest-sha256.txt に記載され、その一覧は tagmanifest-sha256.txt に記載されています。したがって tagmanifest-sha256.txt のハッシュ値が全体を代表します。この報告書自体も対象のため、ここには印字できません。verify/verify.html はすべてをオフラインで確認し、verify/HOW-TO-VERIFY.txt は Windows・macOS・Linux の道具での確認方法を説明しています。',
  },
  'signature-heading': {
    en: 'Signature and trusted time',
    'zh-CN': '签名与可信时间',
    ja: '署名と信頼できる時刻',
  },
  'signature-key': {
    en: 'The bundle is signed with the key whose fingerprint (SHA-256 of the public key) is {fingerprint}. The signature is in the folder attest. A key inside a bundle proves no identity: compare the fingerprint with one obtained in another way.',
    'zh-CN':
      '证据包由指纹（公钥的 SHA-256）为 {fingerprint} 的密钥签名，签名位于 attest 文件夹。证据包内的密钥本身不证明身份：请与通过其他途径取得的指纹比对。',
    ja: '証拠パッケージは、フィンガープリント（公開鍵の SHA-256）が {fingerprint} の鍵で署名され、署名は attest フォルダーにあります。パッケージ内の鍵だけでは身元は証明されません。別の経路で入手したフィンガープリントと照合してください。',
  },
  'stamp-whole': {
    en: 'A trusted timestamp over tagmanifest-sha256.txt, and so over the whole bundle, was asked for once this report was written. Where an authority granted it, it is in attest/tagmanifest-sha256.txt.tsr, and proves that the bundle existed at that time.',
    'zh-CN':
      '本报告完成后，已就 tagmanifest-sha256.txt（即整个证据包）申请可信时间戳。如获签发，则存于 attest/tagmanifest-sha256.txt.tsr，可证明证据包于该时间已经存在。',
    ja: 'この報告書の完成後、tagmanifest-sha256.txt（証拠パッケージ全体を代表）に対するタイムスタンプを要求しました。付与された場合は attest/tagmanifest-sha256.txt.tsr にあり、その時刻にパッケージが存在したことを証明します。',
  },
  'stamp-none': {
    en: 'No timestamp authority was asked about the bundle as a whole: the time of the export is that of the operator’s machine.',
    'zh-CN': '未就整个证据包申请可信时间戳：导出时间以操作人设备为准。',
    ja: '証拠パッケージ全体についてのタイムスタンプは要求していません。書き出し時刻は操作者の端末のものです。',
  },
  'stamp-captures': {
    en: '{count} of {of} captures bear a trusted timestamp of their own, each over its capture.json.',
    'zh-CN': '{of} 次取证中有 {count} 次带有各自的可信时间戳，均针对其 capture.json。',
    ja: '取得 {of} 件のうち {count} 件は、それぞれの capture.json に対するタイムスタンプを持っています。',
  },
  'signature-none': {
    en: 'This report names no signing key. If the bundle holds a folder attest, verify/verify.html says what it proves.',
    'zh-CN': '本报告未载明签名密钥。如证据包含有 attest 文件夹，verify/verify.html 会说明其证明内容。',
    ja: 'この報告書には署名鍵の記載がありません。証拠パッケージに attest フォルダーがある場合、それが証明する内容は verify/verify.html で分かります。',
  },
  'capture-broken': {
    en: 'This capture came with a bundle that did not verify when it was imported. It must not be relied on.',
    'zh-CN': '本次取证随未通过核验的证据包导入，不得作为依据。',
    ja: 'この取得は、検証に通らなかった証拠パッケージから取り込まれたものです。依拠しないでください。',
  },
  'imports-heading': { en: 'Imported bundles', 'zh-CN': '导入的证据包', ja: '取り込んだ証拠パッケージ' },
  'imports-intro': {
    en: 'Their custody logs and signatures stand, as they came, in data/imports.',
    'zh-CN': '其保管链记录和签名原样保存在 data/imports 中。',
    ja: 'それぞれの保管記録と署名は、元のまま data/imports にあります。',
  },
  'import-file': { en: 'File', 'zh-CN': '文件', ja: 'ファイル' },
  'import-signer': { en: 'Signed with', 'zh-CN': '签名密钥', ja: '署名した鍵' },
  'import-broken': {
    en: 'did not verify',
    'zh-CN': '未通过核验',
    ja: '検証に通らなかったもの',
  },
});
