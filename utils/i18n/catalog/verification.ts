import { defineCatalog } from '../translate.ts';
import { FINDINGS } from './verification-findings.ts';

/** Verdicts, checks and statements of the verifier; with the findings, all it ever says. */
export const VERIFICATION = defineCatalog({
  ...FINDINGS,
  'verdict-stamped': {
    en: 'This bundle is whole: not one byte of its files has changed since {at}, when the timestamp authority {authority} stamped it.',
    'zh-CN': '本证据包完整：自时间戳机构 {authority} 于 {at} 加盖时间戳以来，其中文件没有任何字节发生变化。',
    ja: 'この証拠パッケージは完全です。時刻認証局 {authority} が {at} にタイムスタンプを付けて以降、ファイルは 1 バイトも変わっていません。',
  },
  'verdict-signed': {
    en: 'This bundle is whole: not one byte of its files has changed since it was signed.',
    'zh-CN': '本证据包完整：自签名以来，其中文件没有任何字节发生变化。',
    ja: 'この証拠パッケージは完全です。署名されて以降、ファイルは 1 バイトも変わっていません。',
  },
  'verdict-key-named': {
    en: 'It is signed with a key that you named.',
    'zh-CN': '签名所用密钥是您所指定的密钥。',
    ja: '署名は、指定された鍵によるものです。',
  },
  'verdict-key-compare': {
    en: 'Anybody can sign with a key of their own: compare its fingerprint with the one you were told in another way.',
    'zh-CN': '任何人都可以用自己的密钥签名：请将密钥指纹与您通过其他途径得知的指纹比对。',
    ja: '自分の鍵での署名は誰にでもできます。鍵のフィンガープリントを、別の経路で知らされたものと照合してください。',
  },
  'verdict-unanchored': {
    en: 'This bundle agrees with itself, but nothing ties it to anybody or to a time: it is not signed, no known authority stamped it, and anybody could have made it so.',
    'zh-CN':
      '本证据包内部一致，但没有任何内容将其与某人或某一时间相联系：既无签名，也无已知时间戳机构的时间戳，任何人都可能制作出这样的证据包。',
    ja: 'この証拠パッケージに内部の矛盾はありませんが、作成者や時刻に結び付けるものがありません。署名も既知の時刻認証局のタイムスタンプもなく、誰でもこのように作れたはずのものです。',
  },
  'verdict-repacked': {
    en: 'The zip around the files was made anew by another program.',
    'zh-CN': '文件外层的 zip 由其他程序重新打包。',
    ja: '外側の zip は別のプログラムで作り直されています。',
  },
  'verdict-other-signer': {
    en: 'This bundle is not signed with the key that you named. Do not take it for one of that signer.',
    'zh-CN': '本证据包并非由您所指定的密钥签名。请勿将其视为该签名者的证据包。',
    ja: 'この証拠パッケージは、指定された鍵で署名されていません。その署名者のものとして扱わないでください。',
  },
  'verdict-not-whole': {
    en: 'This bundle is not whole: something in it was changed, removed, added or damaged, or contradicts itself.',
    'zh-CN': '本证据包不完整：其中有内容被修改、移除、添加、损坏，或自相矛盾。',
    ja: 'この証拠パッケージは完全ではありません。内容が変更・削除・追加されたか、破損または矛盾しています。',
  },
  'verdict-not-a-bundle': {
    en: 'This file is not a bundle made by Prima Facie.',
    'zh-CN': '此文件不是由 Prima Facie 生成的证据包。',
    ja: 'このファイルは Prima Facie が作成した証拠パッケージではありません。',
  },
  'verdict-encrypted': {
    en: 'This file is encrypted. What is in it can be checked only once it is opened.',
    'zh-CN': '此文件已加密。解密之后才能核验其内容。',
    ja: 'このファイルは暗号化されています。復号するまで中身は検証できません。',
  },
  'check-container': { en: 'Zip container', 'zh-CN': 'zip 容器', ja: 'zip コンテナー' },
  'check-declaration': {
    en: 'Bag declaration and size',
    'zh-CN': 'BagIt 声明与大小',
    ja: 'BagIt 宣言とサイズ',
  },
  'check-manifests': {
    en: 'Every file against its digest',
    'zh-CN': '逐个文件比对哈希值',
    ja: '全ファイルとハッシュ値の照合',
  },
  'check-case': { en: 'Case file', 'zh-CN': '案件文件', ja: '案件ファイル' },
  'check-custody': { en: 'Custody log', 'zh-CN': '保管链记录', ja: '保管記録' },
  'check-custody-continues': {
    en: 'Custody log against an earlier one',
    'zh-CN': '与较早保管链记录的比对',
    ja: '以前の保管記録との照合',
  },
  'check-redactions': { en: 'What the copy leaves out', 'zh-CN': '副本省略内容', ja: '写しで省いたもの' },
  'check-captures': {
    en: 'Captures against themselves',
    'zh-CN': '取证内容自洽性',
    ja: '取得の整合性',
  },
  'check-times': {
    en: 'Times against one another',
    'zh-CN': '各项时间相互印证',
    ja: '時刻どうしの整合',
  },
  'check-imports': {
    en: 'Imported bundles',
    'zh-CN': '导入的证据包',
    ja: '取り込んだ証拠パッケージ',
  },
  'check-archives': {
    en: 'Page archives (WACZ)',
    'zh-CN': '页面存档（WACZ）',
    ja: 'ページのアーカイブ（WACZ）',
  },
  'check-signature': { en: 'Signature', 'zh-CN': '签名', ja: '署名' },
  'check-timestamps': { en: 'Trusted time', 'zh-CN': '可信时间', ja: '信頼できる時刻' },
  'proven-files': {
    en: 'All {files} files of the evidence are, bit by bit, those that its lists of digests name; none is missing, and none is there that they do not name.',
    'zh-CN': '全部 {files} 个证据文件与哈希值清单逐位一致；没有缺失，也没有清单之外的文件。',
    ja: '証拠の全 {files} ファイルはハッシュ値の一覧と 1 ビットも違わず、欠けも、一覧にないファイルもありません。',
  },
  'proven-custody': {
    en: 'The custody log of {entries} entries is linked from first to last without a gap: each entry fits the one before it.',
    'zh-CN': '保管链记录共 {entries} 条，首尾相连，没有缺口：每一条都与前一条相符。',
    ja: '{entries} 件の保管記録は最初から最後まで途切れなくつながっており、どの項目も直前の項目と合っています。',
  },
  'proven-custody-linked': {
    en: 'The custody log of {entries} entries is linked from first to last. What {withheld} of them say is withheld in this copy; the full bundle shows it under the same hashes.',
    'zh-CN':
      '保管链记录共 {entries} 条，首尾相连。其中 {withheld} 条的内容在本副本中不予显示；完整证据包以相同哈希值载明。',
    ja: '{entries} 件の保管記録は最初から最後までつながっています。うち {withheld} 件の内容はこの写しでは伏せています。完全な証拠パッケージには同じハッシュ値で載っています。',
  },
  'proven-custody-continues': {
    en: 'The custody log goes on from the one whose end you named: its first {entries} entries are unchanged since then.',
    'zh-CN': '保管链记录接续您所指定的较早记录：其前 {entries} 条自那时起未有变化。',
    ja: '保管記録は指定された以前の記録の続きです。最初の {entries} 件はそのときから変わっていません。',
  },
  'proven-redacted-copy-recipient': {
    en: 'This is a redacted copy for a recipient. It says of every file that is redacted ({copies}) or left out ({leftOut}) which original it stands for, by its digest.',
    'zh-CN':
      '这是供接收方使用的遮盖副本。对每个经遮盖（{copies} 个）或省略（{leftOut} 个）的文件，均以哈希值注明所对应的原件。',
    ja: 'これは宛先向けの墨消し済みの写しです。墨消しした {copies} ファイルと省いた {leftOut} ファイルのそれぞれについて、対応する原本をハッシュ値で示しています。',
  },
  'proven-redacted-copy-forward-safe': {
    en: 'This is a redacted copy that may be passed on. It says of every file that is redacted ({copies}) or left out ({leftOut}) which original it stands for, by its digest.',
    'zh-CN':
      '这是可转交他人的遮盖副本。对每个经遮盖（{copies} 个）或省略（{leftOut} 个）的文件，均以哈希值注明所对应的原件。',
    ja: 'これは転送してもよい墨消し済みの写しです。墨消しした {copies} ファイルと省いた {leftOut} ファイルのそれぞれについて、対応する原本をハッシュ値で示しています。',
  },
  'proven-fits-full': {
    en: 'Checked against the full bundle: made again from it, the copy holds the same. {same} files of its captures are the originals, {copies} are the redacted copies that the redactions there give, and {leftOut} are rightly left out.',
    'zh-CN':
      '已与完整证据包核对：由其重新生成的副本与本副本内容相同。取证文件中 {same} 个为原件，{copies} 个正是按其中遮盖记录生成的遮盖副本，{leftOut} 个省略无误。',
    ja: '完全な証拠パッケージと照合しました。そこから作り直した写しは、この写しと同じ内容です。取得のファイルのうち {same} は原本、{copies} はそこにある墨消しのとおりの写しで、{leftOut} は正しく省かれています。',
  },
  'not-proven-originals': {
    en: 'That the redacted copies otherwise show the same as their originals: only the full bundle shows that. Whoever has it gives both files to the verifier together.',
    'zh-CN':
      '遮盖副本在遮盖之外与原件一致：须以完整证据包证明。持有完整证据包者请将两个文件一并交由核验程序核对。',
    ja: '墨消しした箇所以外が原本と同じであること。これは完全な証拠パッケージでしか確かめられません。お持ちの場合は、両方のファイルを一緒に検証してください。',
  },
  'proven-captures': {
    en: 'Each of the {captures} captures agrees with its own record and stands in the custody log.',
    'zh-CN': '{captures} 次取证均与其自身记录一致，并载于保管链记录。',
    ja: '{captures} 件の取得は、それぞれ自身の記録と一致し、保管記録に載っています。',
  },
  'proven-archives': {
    en: 'Each of the {count} page archives (WACZ) holds what its own list names; {signed} of them bear a signature that holds.',
    'zh-CN': '{count} 个页面存档（WACZ）均与其自身清单一致，其中 {signed} 个带有有效签名。',
    ja: 'ページのアーカイブ（WACZ）{count} 件はそれぞれ自身の一覧と一致し、うち {signed} 件には有効な署名があります。',
  },
  'proven-signature': {
    en: 'It was signed with the key whose fingerprint is {fingerprint}, and is what was signed.',
    'zh-CN': '由指纹为 {fingerprint} 的密钥签名，且与签名时一致。',
    ja: 'フィンガープリント {fingerprint} の鍵で署名されており、署名されたときのままです。',
  },
  'proven-signer': {
    en: 'It was signed with a key that you named ({fingerprint}), and is what was signed.',
    'zh-CN': '由您所指定的密钥（{fingerprint}）签名，且与签名时一致。',
    ja: '指定された鍵（{fingerprint}）で署名されており、署名されたときのままです。',
  },
  'proven-time': {
    en: 'It existed at {at}, says the timestamp authority {authority}.',
    'zh-CN': '时间戳机构 {authority} 证明其在 {at} 已经存在。',
    ja: '時刻認証局 {authority} により、{at} に存在していたことが示されています。',
  },
  'proven-capture-times': {
    en: '{count} of {of} captures carry the stamp of a timestamp authority of their own.',
    'zh-CN': '{of} 次取证中有 {count} 次各自带有时间戳机构的时间戳。',
    ja: '取得 {of} 件のうち {count} 件に、それぞれ時刻認証局のタイムスタンプがあります。',
  },
  'not-proven-signed': {
    en: 'That nobody exchanged the whole bundle for another: it is not signed.',
    'zh-CN': '整个证据包未被调换：该证据包没有签名。',
    ja: '全体が別のものにすり替えられていないこと：署名がありません。',
  },
  'not-proven-log': {
    en: 'That the custody log was not made anew as a whole: whoever holds the installation can do that. An earlier bundle of this case shows it: compare the head of its log.',
    'zh-CN':
      '保管链记录没有被整体重新制作：持有该安装的人可以做到。可通过本案件较早的证据包查明：请比对其记录的末尾值。',
    ja: '保管記録全体が作り直されていないこと：拡張機能のデータを持つ者にはそれが可能です。この案件の以前の証拠パッケージがあれば、その記録の末尾値との照合で分かります。',
  },
  'not-proven-time': {
    en: 'When it was exported: that time is the word of the operator’s machine, since no known authority stamped it.',
    'zh-CN': '导出时间：该时间来自操作人的设备，没有已知的时间戳机构予以认证。',
    ja: '書き出しの日時：既知の時刻認証局のタイムスタンプがなく、操作者の端末の時刻によるものです。',
  },
  'proven-imports': {
    en: '{count} bundles were imported into this case; what their signers signed is kept and holds.',
    'zh-CN': '本案件导入过 {count} 个证据包；其签名者所签内容均已保留且有效。',
    ja: 'この案件には証拠パッケージ {count} 個が取り込まれており、各署名者が署名した内容が残り、有効です。',
  },
  'not-proven-import': {
    en: 'Anything about the captures that came with {file}: that bundle did not verify when it was imported.',
    'zh-CN': '随 {file} 导入的取证的任何事项：该证据包导入时未通过核验。',
    ja: '{file} から取り込んだ取得に関すること：取り込み時に検証に通りませんでした。',
  },
  'not-proven-volumes': {
    en: 'What stands in the other volumes, by this file alone: it is volume {number} of {count}.',
    'zh-CN': '仅凭本文件无法得知其他分卷的内容：本文件为第 {number} 卷，共 {count} 卷。',
    ja: 'このファイルだけでは、他の分割ファイルの内容：これは全 {count} 個のうち {number} 個目です。',
  },
  'proven-volumes': {
    en: 'All {count} volumes of this export are here, each once, and belong together: nothing of the export is missing.',
    'zh-CN': '该次导出的全部 {count} 个分卷均在此处，各有一份且彼此相符：导出内容没有缺失。',
    ja: 'この書き出しの分割ファイル {count} 個がすべて一つずつそろい、互いに対応しています。欠けているものはありません。',
  },
  'not-proven-deleted': {
    en: 'What {count} deleted captures showed: the custody log keeps their digests and the reasons.',
    'zh-CN': '已删除的 {count} 次取证所显示的内容：保管链记录仅保留其哈希值和删除理由。',
    ja: '削除された取得 {count} 件の内容：保管記録にはハッシュ値と理由だけが残っています。',
  },
  'not-proven-truth': {
    en: 'That what the page said was true. A bundle shows what one browser received.',
    'zh-CN': '网页所载内容属实。证据包只显示某一浏览器所接收的内容。',
    ja: 'ページの内容が真実であること。証拠パッケージが示すのは、あるブラウザーが受信した内容です。',
  },
  'not-proven-author': {
    en: 'Who stands behind the page or its servers.',
    'zh-CN': '网页或其服务器背后是谁。',
    ja: 'ページやサーバーの背後に誰がいるか。',
  },
  'not-proven-others': {
    en: 'That another visitor, at another place or time, would have received the same.',
    'zh-CN': '其他访问者在其他地点或时间会收到同样的内容。',
    ja: '別の場所や時刻の訪問者も同じ内容を受信したこと。',
  },
  'not-proven-identity': {
    en: 'Who made this bundle, unless the fingerprint of its key is known from elsewhere.',
    'zh-CN': '本证据包由谁制作，除非其密钥指纹可由其他途径得知。',
    ja: '証拠パッケージの作成者。鍵のフィンガープリントを別の経路で知っている場合を除きます。',
  },
});
