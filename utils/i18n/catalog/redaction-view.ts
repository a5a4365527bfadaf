import { defineCatalog } from '../translate.ts';

/** Marking what others than counsel shall not see, and choosing who a bundle is for. */
export const REDACTION_VIEW = defineCatalog({
  'redact.mark': { en: 'Mark an area to hide', 'zh-CN': '标出要遮盖的区域', ja: '隠す範囲を指定' },
  'redact.marking': { en: 'Stop marking', 'zh-CN': '结束标记', ja: '指定を終える' },
  'redact.how': {
    en: 'Draw with the mouse. By keyboard: move the cross with the arrow keys (Shift: one pixel at a time), press Enter at one corner and again at the opposite one; Escape begins anew. The picture itself is never changed.',
    'zh-CN':
      '用鼠标拖画。键盘操作：用方向键移动十字（按住 Shift 每次一像素），在一角按 Enter，再到对角按 Enter；按 Esc 重新开始。原始画面不会改动。',
    ja: 'マウスでドラッグします。キーボードでは、矢印キーで十字を動かし（Shift で 1 ピクセルずつ）、角で Enter、対角でもう一度 Enter。Esc でやり直します。元の画像は変わりません。',
  },
  'redact.surface': {
    en: 'Area to hide: arrow keys move the cross, Enter sets a corner, Escape begins anew',
    'zh-CN': '遮盖区域：方向键移动十字，Enter 确定角点，Esc 重新开始',
    ja: '隠す範囲：矢印キーで十字を移動、Enter で角を決定、Esc でやり直し',
  },
  'redact.at': { en: 'Cross at {x}, {y}', 'zh-CN': '十字位于 {x}，{y}', ja: '十字の位置 {x}, {y}' },
  'redact.from': {
    en: 'Area from {x}, {y}: {width} × {height}',
    'zh-CN': '区域自 {x}，{y}：{width} × {height}',
    ja: '範囲 {x}, {y} から {width} × {height}',
  },
  'redact.area-title': { en: 'Hide this area', 'zh-CN': '遮盖此区域', ja: 'この範囲を隠す' },
  'redact.text-title': { en: 'Hide a text', 'zh-CN': '遮盖文字', ja: '文字列を隠す' },
  'redact.reason': { en: 'Why', 'zh-CN': '理由', ja: '理由' },
  'redact.reason-help': {
    en: 'Stands in every bundle, so do not name what you hide. For instance: face of a private person.',
    'zh-CN': '会写入每个证据包，请勿写出所遮盖的内容。例如：个人面部。',
    ja: 'すべての証拠パッケージに載るので、隠す内容は書かないでください。例：私人の顔。',
  },
  'redact.text': { en: 'Text to hide', 'zh-CN': '要遮盖的文字', ja: '隠す文字列' },
  'redact.text-help': {
    en: 'A name, a private address, an account. It is taken out wherever it stands in the case: facts, addresses, case file, log. Files in which it cannot be taken out safely are left out of the copy.',
    'zh-CN':
      '姓名、私人住址、账号等。凡在本案件中出现之处均予去除：事实、网址、案件文件、日志。无法安全去除的文件不放入副本。',
    ja: '氏名、私人の住所、アカウントなど。案件内のどこにあっても取り除きます（事実、URL、案件ファイル、記録）。安全に取り除けないファイルは写しから省きます。',
  },
  'redact.text-short': {
    en: 'At least 5 letters, or 2 characters of Chinese, Japanese or Korean; at most 500.',
    'zh-CN': '至少 5 个字母，或 2 个汉字（或假名、韩文）；最多 500 个。',
    ja: '英数字は 5 文字以上、漢字・かな・ハングルは 2 文字以上、500 文字以内にしてください。',
  },
  'redact.found': {
    en: 'Stands {count} times in the facts of this capture.',
    'zh-CN': '在本次取证的事实中出现 {count} 次。',
    ja: 'この取得の事実に {count} 回あります。',
  },
  'redact.add': { en: 'Hide in copies', 'zh-CN': '在副本中遮盖', ja: '写しで隠す' },
  'redact.list': { en: 'Hidden in copies', 'zh-CN': '副本中遮盖', ja: '写しで隠すもの' },
  'redact.none': {
    en: 'Nothing is hidden yet. Mark faces, private addresses or account names before you hand a copy to others; the full bundle always holds everything.',
    'zh-CN':
      '尚无遮盖内容。在向他人提供副本之前，请标出面部、私人住址或账号名称；完整证据包始终包含全部内容。',
    ja: 'まだ何も隠していません。他の人に写しを渡す前に、顔、私人の住所、アカウント名を指定してください。完全な証拠パッケージには常にすべてが入ります。',
  },
  'redact.kind-area': {
    en: 'Area of {picture}, {width} × {height}',
    'zh-CN': '{picture}的区域，{width} × {height}',
    ja: '{picture}の範囲、{width} × {height}',
  },
  'redact.kind-reviewed': {
    en: '{picture}: looked through, nothing to hide',
    'zh-CN': '{picture}：已检查，无需遮盖',
    ja: '{picture}：確認済み、隠すものなし',
  },
  'redact.kind-text': { en: 'Text “{text}”', 'zh-CN': '文字“{text}”', ja: '文字列「{text}」' },
  'redact.withdraw': { en: 'Take back', 'zh-CN': '撤回', ja: '取り消す' },
  'redact.withdrawn': {
    en: 'Taken back. The record stays in the custody log.',
    'zh-CN': '已撤回。该记录保留在保管链中。',
    ja: '取り消しました。保管記録には残ります。',
  },
  'redact.review': {
    en: 'Nothing to hide in this picture',
    'zh-CN': '此画面无需遮盖',
    ja: 'この画像に隠すものはない',
  },
  'redact.review-reason': {
    en: 'looked through',
    'zh-CN': '已检查',
    ja: '確認済み',
  },
  'redact.not-reviewed': {
    en: 'Something is hidden in this case. If it shows in this capture, copies leave this picture out until you mark an area in it or say that it has nothing to hide.',
    'zh-CN': '本案件有遮盖内容。若其出现于本次取证，在您标出区域或确认无需遮盖之前，副本不包含此画面。',
    ja: 'この案件には隠すものがあります。この取得に現れる場合、この画像は、範囲を指定するか隠すものがないと確認するまで写しから省かれます。',
  },
  'export.redacted': {
    en: 'In this copy {copies} files are redacted and {leftOut} are left out. Its report lists each, with the digest of the original.',
    'zh-CN': '本副本中 {copies} 个文件经遮盖，{leftOut} 个被省略。报告逐一列明，并附原件哈希值。',
    ja: 'この写しでは {copies} ファイルを墨消しし、{leftOut} ファイルを省きました。報告書に、原本のハッシュ値とともに一覧があります。',
  },
  'export.not-reviewed': {
    en: '{count} pictures were left out because nobody has looked through them, in captures where something is hidden. Open those captures, mark an area or say that a picture has nothing to hide, and export again to include them.',
    'zh-CN':
      '在有遮盖内容的取证中，有 {count} 个画面因未经检查而被省略。请打开相应取证，标出区域或确认无需遮盖，然后重新导出即可包含。',
    ja: '隠すものがある取得のうち、確認されていない画像 {count} 点を省きました。含めるには、その取得を開いて範囲を指定するか、隠すものがないと確認してから、もう一度書き出してください。',
  },
  'verify.against': {
    en: 'Compare with the full bundle',
    'zh-CN': '与完整证据包核对',
    ja: '完全な証拠パッケージと照合',
  },
  'verify.against-intro': {
    en: 'This is a redacted copy. Whoever has the full bundle of the same case can see whether every file is the same in both, or the declared redacted copy.',
    'zh-CN': '这是遮盖副本。持有同一案件完整证据包者，可核对每个文件是否与之相同，或为其已声明的遮盖副本。',
    ja: 'これは墨消し済みの写しです。同じ案件の完全な証拠パッケージがあれば、各ファイルが同一か、宣言どおりの墨消し済みの写しかを確かめられます。',
  },
  'verify.drop-full': {
    en: 'Drop the full bundle here, or choose it',
    'zh-CN': '将完整证据包拖到此处，或选择文件',
    ja: '完全な証拠パッケージをここにドロップ、または選択',
  },
  'verify.compared': {
    en: 'Held against {name}.',
    'zh-CN': '已与 {name} 核对。',
    ja: '{name} と照合しました。',
  },
  'export.audience': { en: 'Who is it for?', 'zh-CN': '供谁使用？', ja: '誰に渡しますか' },
  'export.audience-full': { en: 'Counsel: everything', 'zh-CN': '律师：全部内容', ja: '弁護士：すべて' },
  'export.audience-full-help': {
    en: 'Every original as it was captured, your notes, all notices.',
    'zh-CN': '全部原件、您的备注和所有通知。',
    ja: '取得したままの原本すべて、メモ、すべての通知。',
  },
  'export.audience-recipient': {
    en: 'The recipient of a notice',
    'zh-CN': '通知接收方',
    ja: '通知の宛先',
  },
  'export.audience-recipient-help': {
    en: 'Without what you have hidden, your notes, other notices and identity documents.',
    'zh-CN': '不含您遮盖的内容、备注、其他通知和身份证件信息。',
    ja: '隠したもの、メモ、他の通知、身分証の情報を除きます。',
  },
  'export.audience-forward-safe': {
    en: 'Anybody: safe to pass on',
    'zh-CN': '任何人：可转交',
    ja: '誰にでも：転送用',
  },
  'export.audience-forward-safe-help': {
    en: 'Also without private addresses, telephone numbers, who captured, details of the machine, secrets in addresses, the page’s own files and attached documents.',
    'zh-CN': '另不含私人住址、电话、取证人、设备信息、网址中的密钥、网页源文件和附件。',
    ja: 'さらに、私人の住所、電話番号、取得者、端末の情報、URL 内の秘密、ページ自体のファイル、添付書類を除きます。',
  },
  'export.audience-checkable': {
    en: 'The copy says what it leaves out and names the digest of every original; whoever has the full bundle can check it against that.',
    'zh-CN': '副本会说明省略了什么，并注明每个原件的哈希值；持有完整证据包者可据此核对。',
    ja: '写しには省いたものと各原本のハッシュ値が記され、完全な証拠パッケージを持つ人は照合できます。',
  },
});
