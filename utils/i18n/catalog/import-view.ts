import { defineCatalog } from '../translate.ts';

/** Import of bundles, and the marks of what did not verify. */
export const IMPORT_VIEW = defineCatalog({
  'nav.import': { en: 'Import', 'zh-CN': '导入', ja: '取り込み' },
  'import.title': { en: 'Import a bundle', 'zh-CN': '导入证据包', ja: '証拠パッケージの取り込み' },
  'import.intro': {
    en: 'Opens a bundle as a case on this machine. If the case is here already, both are merged: nothing is lost, nothing is doubled, and both custody logs are kept. The bundle is verified first and stays on this machine.',
    'zh-CN':
      '将证据包作为案件在本机打开。若案件已存在，则两者合并：不丢失、不重复，双方的保管链记录均予保留。导入前先核验，文件不会离开本机。',
    ja: '証拠パッケージをこの端末の案件として開きます。同じ案件がすでにあれば統合します。失われるものも重複もなく、両方の保管記録が残ります。先に検証し、ファイルはこの端末から出ません。',
  },
  'import.drop': {
    en: 'Drop a bundle (.zip), or all volumes of one, here, or choose the files',
    'zh-CN': '将证据包（.zip）或其全部分卷拖到此处，或选择文件',
    ja: '証拠パッケージ（.zip）、またはその分割ファイルすべてをここにドロップ、またはファイルを選択',
  },
  'import.checking': { en: 'Verifying {name}…', 'zh-CN': '正在核验 {name}…', ja: '{name} を検証中…' },
  'import.storing': { en: 'Storing {name}…', 'zh-CN': '正在保存 {name}…', ja: '{name} を保存中…' },
  'import.nothing-yet': {
    en: 'Nothing is in the case until all of it is. You can cancel at any time.',
    'zh-CN': '全部完成之前，案件不会有任何变化。可随时取消。',
    ja: 'すべて終わるまで案件には何も入りません。いつでも中止できます。',
  },
  'import.refused': { en: 'Not imported', 'zh-CN': '未导入', ja: '取り込みませんでした' },
  'import.refused-why': {
    en: 'It does not verify; what is wrong stands below. Nothing was stored. Ask the sender for the bundle again: damage on the way is the usual reason.',
    'zh-CN': '未通过核验，问题见下。未保存任何内容。请向发送方重新索取：多为传输过程中损坏。',
    ja: '検証に通りませんでした。問題は下のとおりです。何も保存していません。送り主に再送を依頼してください。多くは転送中の破損です。',
  },
  'import.asks': {
    en: 'May this go into “{title}”?',
    'zh-CN': '是否将其合并到“{title}”？',
    ja: '「{title}」に統合しますか？',
  },
  'import.asks-signed': {
    en: 'The case is here already, and the key that signed the file is not known here. Ask whoever sent it for the fingerprint of their key, by another way than the file came, and compare. What it brings is then added, its custody log stands beside yours, and nothing has been stored yet.',
    'zh-CN':
      '该案件已存在，而签署此文件的密钥在本机未知。请通过与文件不同的途径向发送方索取其密钥指纹并加以比对。确认后，其内容将被加入，其保管链记录与本案件记录并存。目前尚未保存任何内容。',
    ja: 'この案件はすでにあり、ファイルに署名した鍵はここでは知られていません。ファイルとは別の経路で送り主に鍵のフィンガープリントを尋ね、照合してください。取り込むと内容が加わり、保管記録はこの案件の記録と並べて残ります。まだ何も保存していません。',
  },
  'import.asks-unsigned': {
    en: 'The case is here already, and the file bears no good signature: anybody could have made it, in anybody’s name. If you go on, only what is not here is added; nothing of yours is changed, and its custody log stands beside yours. Nothing has been stored yet.',
    'zh-CN':
      '该案件已存在，而此文件没有有效签名：任何人都可能以他人名义制作。如继续，仅加入本机没有的内容；您的内容不会改变，其保管链记录另行并存。目前尚未保存任何内容。',
    ja: 'この案件はすでにあり、ファイルには有効な署名がありません。誰でも、誰の名前でも作れるものです。続けると、ここにないものだけが加わり、今あるものは変わらず、保管記録は並べて残ります。まだ何も保存していません。',
  },
  'import.no-signer': { en: 'Not signed', 'zh-CN': '未签名', ja: '署名なし' },
  'import.accept-signed': {
    en: 'The fingerprint is theirs: merge',
    'zh-CN': '指纹相符，合并',
    ja: 'フィンガープリントは一致：統合する',
  },
  'import.accept-unsigned': {
    en: 'Add what is not here',
    'zh-CN': '加入本机没有的内容',
    ja: 'ここにないものを加える',
  },
  'import.open-why': {
    en: 'You can look into it all the same. It is then marked as broken wherever it is shown and in every bundle made from it, and its custody log is kept apart.',
    'zh-CN':
      '仍可打开查看，但在所有显示之处以及由其生成的每个证据包中都会标为“已损坏”，其保管链记录另行保存。',
    ja: 'それでも開いて調べることはできます。表示されるすべての場所と、以後の証拠パッケージで「破損」と示され、保管記録は分けて残します。',
  },
  'import.open-broken': {
    en: 'Open it, marked as broken',
    'zh-CN': '打开并标为已损坏',
    ja: '「破損」として開く',
  },
  'import.opened': {
    en: '“{title}” is a case here now.',
    'zh-CN': '“{title}”已作为案件打开。',
    ja: '「{title}」を案件として開きました。',
  },
  'import.merged': {
    en: 'Merged into “{title}”.',
    'zh-CN': '已合并到“{title}”。',
    ja: '「{title}」に統合しました。',
  },
  'import.nothing-new': {
    en: 'Nothing new: “{title}” already holds all of it.',
    'zh-CN': '没有新内容：“{title}”中已全部存在。',
    ja: '新しいものはありません。「{title}」にすべてあります。',
  },
  'import.captures': {
    en: '{added} captures added, {known} were here already',
    'zh-CN': '新增取证 {added} 次，{known} 次已存在',
    ja: '追加した取得 {added} 件、すでにあったもの {known} 件',
  },
  'import.restored': {
    en: '{count} of them had been deleted here and are back; the custody log says both.',
    'zh-CN': '其中 {count} 次曾在本机删除，现已恢复；保管链记录载明两者。',
    ja: 'うち {count} 件はここで削除されていたもので、元に戻りました。保管記録には両方が残ります。',
  },
  'import.rows': {
    en: '{count} works, parties, items and notices added',
    'zh-CN': '新增作品、当事人、侵权项和通知共 {count} 条',
    ja: '著作物・当事者・対象・通知を {count} 件追加',
  },
  'import.differ': {
    en: '{count} entries say different things on both sides. Yours stayed; the other version is kept inside every bundle, under data/imports.',
    'zh-CN': '有 {count} 条内容双方不一致。已保留您的版本；对方版本保存在今后每个证据包的 data/imports 中。',
    ja: '{count} 件で双方の内容が異なります。こちらの内容を残し、相手の内容は以後の証拠パッケージの data/imports に残ります。',
  },
  'import.go': { en: 'Open the case', 'zh-CN': '打开案件', ja: '案件を開く' },
  'import.is-broken': {
    en: 'This case holds captures from a bundle that did not verify. Do not rely on them.',
    'zh-CN': '本案件含有来自未通过核验的证据包的取证，请勿作为依据。',
    ja: 'この案件には、検証に通らなかった証拠パッケージからの取得が含まれています。依拠しないでください。',
  },
  'import.broken-badge': { en: 'broken', 'zh-CN': '已损坏', ja: '破損' },
  'import.broken-capture': {
    en: 'This capture came with a bundle that did not verify ({file}). Do not rely on it.',
    'zh-CN': '本次取证随未通过核验的证据包（{file}）导入，请勿作为依据。',
    ja: 'この取得は検証に通らなかった証拠パッケージ（{file}）からのものです。依拠しないでください。',
  },
  'import.list': { en: 'Imported bundles', 'zh-CN': '已导入的证据包', ja: '取り込んだ証拠パッケージ' },
  'import.list-intro': {
    en: 'The custody log of each is kept as it came, with the signature over it, and goes into every bundle of this case.',
    'zh-CN': '各证据包的保管链记录连同签名原样保留，并随本案件的每个证据包一并导出。',
    ja: 'それぞれの保管記録は署名とともにそのまま残り、この案件のすべての証拠パッケージに入ります。',
  },
  'import.file': { en: 'File', 'zh-CN': '文件', ja: 'ファイル' },
  'import.signer': { en: 'Signed with', 'zh-CN': '签名密钥', ja: '署名した鍵' },
  'import.log': { en: 'Its custody log', 'zh-CN': '其保管链记录', ja: '保管記録' },
  'import.kept-continued': { en: 'goes on in ours', 'zh-CN': '由本案件记录续写', ja: 'この案件の記録に続く' },
  'import.kept-known': { en: 'was here already', 'zh-CN': '已包含在内', ja: 'すでに含まれる' },
  'import.kept-branch': { en: 'stands beside ours', 'zh-CN': '另行并存', ja: '別に並べて保管' },
});
