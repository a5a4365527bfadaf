import { defineCatalog } from '../translate.ts';
import { ATTEST_FINDINGS } from './verification-attest.ts';

/** One sentence per finding of the verifier. `{path}`: the file; `{detail}`: technical, English. */
export const FINDINGS = defineCatalog({
  ...ATTEST_FINDINGS,
  'finding-not-a-zip': {
    en: 'It is not a zip file ({detail}).',
    'zh-CN': '不是 zip 文件（{detail}）。',
    ja: 'zip ファイルではありません（{detail}）。',
  },
  'finding-not-a-bundle': {
    en: 'It is a zip file, but holds no evidence bundle.',
    'zh-CN': '是 zip 文件，但不含证据包。',
    ja: 'zip ファイルですが、証拠パッケージは入っていません。',
  },
  'finding-encrypted': {
    en: 'Open it first with the passphrase or key you were given: by the age tool, “age -d -o bundle.zip FILE.zip.age”, or on the Verify page of Prima Facie, which asks for it. Then check the zip that comes out.',
    'zh-CN':
      '请先用收到的口令或密钥解密：使用 age 工具执行“age -d -o bundle.zip 文件.zip.age”，或在 Prima Facie 的“验证”页面中打开，页面会要求输入口令。然后核验解密所得的 zip。',
    ja: 'まず、受け取ったパスフレーズまたは鍵で復号してください。age ツールで「age -d -o bundle.zip ファイル.zip.age」を実行するか、Prima Facie の検証ページで開くと入力を求められます。その後、得られた zip を検証してください。',
  },
  'finding-zip-damaged': {
    en: 'The zip is damaged or cut short and cannot be read ({detail}). Ask for the file again.',
    'zh-CN': 'zip 已损坏或被截断，无法读取（{detail}）。请重新索取该文件。',
    ja: 'zip が破損しているか途中で切れていて読めません（{detail}）。ファイルを再度入手してください。',
  },
  'finding-zip-altered': {
    en: '{path}: its name, time or attributes in the zip are not as they were written.',
    'zh-CN': '{path}：其在 zip 中的名称、时间或属性与写入时不同。',
    ja: '{path}：zip 内の名前・時刻・属性が書き込み時と異なります。',
  },
  'finding-zip-repacked': {
    en: 'Another program packed the zip anew. Names and times of the container say nothing; the files are checked all the same.',
    'zh-CN': 'zip 由其他程序重新打包。容器的名称和时间不具意义；文件仍已逐一核验。',
    ja: 'zip は別のプログラムで作り直されています。コンテナーの名前や時刻に意味はありませんが、ファイルは同様に確認しています。',
  },
  'finding-zip-problem': {
    en: '{path}: the zip contradicts itself ({detail}).',
    'zh-CN': '{path}：zip 自相矛盾（{detail}）。',
    ja: '{path}：zip の内容が矛盾しています（{detail}）。',
  },
  'finding-findings-more': {
    en: 'And {detail} findings of the same kind that are not listed.',
    'zh-CN': '另有同类问题 {detail} 项未列出。',
    ja: 'ほかに同種の問題が {detail} 件あります（一覧には表示していません）。',
  },
  'finding-file-unreadable': {
    en: '{path} cannot be read ({detail}).',
    'zh-CN': '{path} 无法读取（{detail}）。',
    ja: '{path} を読み取れません（{detail}）。',
  },
  'finding-file-checksum': {
    en: '{path} is damaged: it does not have the checksum that the zip states.',
    'zh-CN': '{path} 已损坏：与 zip 所载校验和不符。',
    ja: '{path} は破損しています。zip に記されたチェックサムと一致しません。',
  },
  'finding-file-missing': {
    en: '{path} is missing.',
    'zh-CN': '缺少 {path}。',
    ja: '{path} がありません。',
  },
  'finding-file-extra': {
    en: '{path} was added: no list names it.',
    'zh-CN': '{path} 是添加的：任何清单均未列出。',
    ja: '{path} は追加されたものです。どの一覧にも載っていません。',
  },
  'finding-file-different': {
    en: '{path} is different from the file that was exported.',
    'zh-CN': '{path} 与导出时的文件不同。',
    ja: '{path} は書き出し時のファイルと異なります。',
  },
  'finding-file-invalid': {
    en: '{path} is not what such a file must be.',
    'zh-CN': '{path} 不符合该类文件的格式要求。',
    ja: '{path} は定められた形式ではありません。',
  },
  'finding-declaration-wrong': {
    en: '{path} does not say what a bag must say.',
    'zh-CN': '{path} 的内容不符合 BagIt 要求。',
    ja: '{path} の内容が BagIt の要件を満たしていません。',
  },
  'finding-manifest-invalid': {
    en: '{path} is not a list of digests as it must be.',
    'zh-CN': '{path} 不是合格的哈希值清单。',
    ja: '{path} は正しいハッシュ値一覧ではありません。',
  },
  'finding-manifest-order': {
    en: 'The files do not stand in the order in which they were written.',
    'zh-CN': '文件的排列顺序与写入时不同。',
    ja: 'ファイルの並びが書き込み時の順序と異なります。',
  },
  'finding-oxum-wrong': {
    en: 'Number and size of the files are not what the bag states ({detail}).',
    'zh-CN': '文件数量和大小与声明不符（{detail}）。',
    ja: 'ファイルの数とサイズが記載と異なります（{detail}）。',
  },
  'finding-custody-broken': {
    en: 'The custody log is broken: {detail}.',
    'zh-CN': '保管链记录链条断裂：{detail}。',
    ja: '保管記録が途切れています：{detail}。',
  },
  'finding-custody-head': {
    en: 'The custody log does not end where the bundle says it does ({detail}).',
    'zh-CN': '保管链记录的末尾与证据包声明不符（{detail}）。',
    ja: '保管記録の末尾が証拠パッケージの記載と異なります（{detail}）。',
  },
  'finding-custody-other': {
    en: 'The custody log does not hold the entry {detail} with which an earlier log of this case ended: it was made anew, or is the log of another installation.',
    'zh-CN':
      '保管链记录中没有条目 {detail}，而本案件较早的记录以该条目结尾：记录已被重新制作，或属于另一安装。',
    ja: 'この案件の以前の記録の末尾だった項目 {detail} が保管記録にありません。記録が作り直されたか、別の環境の記録です。',
  },
  'finding-capture-artifact': {
    en: '{path} is not the file that its capture recorded ({detail}).',
    'zh-CN': '{path} 与取证时记录的文件不符（{detail}）。',
    ja: '{path} は取得時に記録されたファイルではありません（{detail}）。',
  },
  'finding-capture-unlisted': {
    en: '{path} lies in the folder of a capture that does not name it.',
    'zh-CN': '{path} 位于某次取证的文件夹中，但该次取证并未列出它。',
    ja: '{path} は取得のフォルダーにありますが、その取得には記載されていません。',
  },
  'finding-capture-identity': {
    en: '{path} belongs to another capture, or its capture was changed.',
    'zh-CN': '{path} 属于另一次取证，或该次取证已被修改。',
    ja: '{path} は別の取得のものか、取得が変更されています。',
  },
  'finding-capture-not-in-custody': {
    en: '{path}: the custody log does not know this capture.',
    'zh-CN': '{path}：保管链记录中没有这次取证。',
    ja: '{path}：保管記録にこの取得がありません。',
  },
  'finding-capture-left-out': {
    en: 'A capture that the custody log names was left out (digest {detail}).',
    'zh-CN': '保管链记录中的一次取证被遗漏（哈希值 {detail}）。',
    ja: '保管記録にある取得が欠けています（ハッシュ値 {detail}）。',
  },
  'finding-capture-record': {
    en: '{path} says something else of its capture than capture.json and the custody log ({detail}).',
    'zh-CN': '{path} 所载取证信息与 capture.json 及保管链记录不符（{detail}）。',
    ja: '{path} の記載が capture.json や保管記録と異なります（{detail}）。',
  },
  'finding-capture-begun': {
    en: 'A capture was begun and is not in this bundle ({detail}). It may have been running when the bundle was made; ask for it.',
    'zh-CN': '有一次取证已开始，但不在本证据包中（{detail}）。可能在导出时仍在进行；请索取。',
    ja: '開始された取得がこの証拠パッケージにありません（{detail}）。書き出し時に実行中だった可能性があります。提出を求めてください。',
  },
  'finding-capture-gap': {
    en: 'Captures are numbered without gaps, and no capture here or deleted has the number {detail}.',
    'zh-CN': '取证编号应当连续，但现有及已删除的取证中均无编号 {detail}。',
    ja: '取得の番号は連続するはずですが、番号 {detail} の取得が、ここにも削除されたものにもありません。',
  },
  'finding-time-contradiction': {
    en: '{path}: times contradict one another ({detail}). A clock was wrong, or a time was changed.',
    'zh-CN': '{path}：时间相互矛盾（{detail}）。可能是时钟有误，或时间被修改。',
    ja: '{path}：時刻が互いに矛盾しています（{detail}）。時計が狂っていたか、時刻が変更されています。',
  },
  'finding-count-wrong': {
    en: '{path} says of the bundle what is not so ({detail}).',
    'zh-CN': '{path} 对证据包的说明与事实不符（{detail}）。',
    ja: '{path} の証拠パッケージに関する記載が事実と異なります（{detail}）。',
  },
  'finding-volume-invalid': {
    en: '{path} does not fit what the bundle says of itself as a volume.',
    'zh-CN': '{path} 与证据包关于分卷的声明不符。',
    ja: '{path} は分割に関する証拠パッケージの記載と合いません。',
  },
  'finding-volume-missing': {
    en: 'Volumes are missing: {detail}. Choose all volumes of the export together.',
    'zh-CN': '缺少分卷：{detail}。请同时选择该次导出的全部分卷。',
    ja: '足りない分割ファイルがあります：{detail}。書き出した分割ファイルをすべて一緒に選んでください。',
  },
  'finding-volume-mixed': {
    en: 'These files are not the volumes of one export, each once. Take bundles of different exports one after the other. {detail}',
    'zh-CN': '这些文件不是同一次导出的各分卷，或有重复。不同导出的证据包请逐个处理。{detail}',
    ja: '同じ書き出しの分割ファイルではないか、重複しています。別々の書き出しは一つずつ扱ってください。{detail}',
  },
  'finding-import-wrong': {
    en: '{path}: what is kept of an imported bundle is not what was imported ({detail}).',
    'zh-CN': '{path}：所保留的导入证据包内容与导入时不符（{detail}）。',
    ja: '{path}：取り込んだ証拠パッケージの控えが、取り込み時のものではありません（{detail}）。',
  },
  'finding-import-not-in-custody': {
    en: '{path}: no custody log knows of this import.',
    'zh-CN': '{path}：保管链记录中没有这次导入。',
    ja: '{path}：この取り込みは保管記録にありません。',
  },
  'finding-import-broken': {
    en: 'Part of this case came from a bundle that did not verify and was opened all the same ({detail}). Do not rely on its captures without their whole bundle.',
    'zh-CN':
      '本案件部分内容来自未通过核验却仍被打开的证据包（{detail}）。在取得完整证据包之前，请勿以其取证内容为依据。',
    ja: 'この案件の一部は、検証に通らないまま開いた証拠パッケージからのものです（{detail}）。完全なパッケージがないかぎり、その取得に依拠しないでください。',
  },
  'finding-redaction-wrong': {
    en: '{path} is not what the copy declares of it.',
    'zh-CN': '{path} 与本副本所作的声明不符。',
    ja: '{path} は、この写しが宣言する内容と異なります。',
  },
  'finding-redaction-other': {
    en: '{path} does not fit the full bundle ({detail}).',
    'zh-CN': '{path} 与完整证据包不符（{detail}）。',
    ja: '{path} は完全な証拠パッケージと合いません（{detail}）。',
  },
  'finding-redaction-not-compared': {
    en: '{path} was not compared with the full bundle.',
    'zh-CN': '{path} 未与完整证据包比对。',
    ja: '{path} は完全な証拠パッケージと比べていません。',
  },
  'finding-redaction-signer': {
    en: 'The copy and the full bundle are not signed by the same key ({detail}): ask whoever gave you the copy why.',
    'zh-CN': '本副本与完整证据包并非由同一密钥签名（{detail}）：请向提供副本的人询问原因。',
    ja: 'この写しと完全な証拠パッケージは同じ鍵で署名されていません（{detail}）。写しを渡した人に理由を確かめてください。',
  },
  'finding-check-failed': {
    en: 'A check could not be completed ({detail}).',
    'zh-CN': '一项核验未能完成（{detail}）。',
    ja: '確認の一つを完了できませんでした（{detail}）。',
  },
});
