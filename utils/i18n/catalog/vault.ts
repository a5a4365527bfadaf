import { defineCatalog } from '../translate.ts';

/** Encryption of what is kept on this machine: the section of the settings, and asking for the passphrase. */
export const VAULT = defineCatalog({
  'vault.title': { en: 'Encryption on this machine', 'zh-CN': '本机加密', ja: 'この端末での暗号化' },
  'vault.why': {
    en: 'A passphrase can encrypt every captured file and thumbnail: pictures, page copies, network logs, finalised notices, attached documents. It protects a machine that is lost, seized or shared while this is locked. Bundles you export are not encrypted by it.',
    'zh-CN':
      '可设置口令，加密所有取证文件与缩略图：图片、网页副本、网络日志、已定稿通知、附件。电脑丢失、被扣押或与他人共用时，只要处于锁定状态即可受到保护。导出的证据包不受此加密。',
    ja: 'パスフレーズで、取得したファイルとサムネイルをすべて暗号化できます（画像、ページの写し、通信記録、確定した通知、添付文書）。紛失・押収・共用された端末でも、ロック中は読まれません。書き出した証拠パッケージには適用されません。',
  },
  'vault.not': {
    en: 'What stays readable all the same',
    'zh-CN': '仍可读取的内容',
    ja: '暗号化されないもの',
  },
  'vault.not-list': {
    en: 'Lists stay readable: cases, addresses and titles of captures, their times, results and digests, the custody log, items with the text of what you marked, works, parties, drafts and what a finalised notice says, texts to be hidden in copies, settings, answers of lookups kept for a day. While the browser runs, its memory holds the addresses of open tabs and, while unlocked, the key. What was on the disk before may be left in its free space: encrypt the disk as well.',
    'zh-CN':
      '列表数据仍可读取：案件，取证的网址、标题、时间、结果与哈希值，保管记录，条目及所标记内容的文字，作品，当事人，草稿与已定稿通知的内容，副本中需隐藏的文字，设置，以及保留一天的查询结果。浏览器运行期间，内存中有已打开标签页的地址，解锁期间还有密钥。加密前写入磁盘的数据可能残留在空闲空间中：请同时启用整盘加密。',
    ja: '一覧は読める状態のままです：案件、取得の URL・題名・日時・結果・ハッシュ値、保管記録、対象とその選択部分の文字、著作物、当事者、下書きと確定した通知の内容、写しで隠す文字、設定、1 日保存される照会結果。ブラウザーの動作中、メモリーには開いているタブの URL と、ロック解除中は鍵があります。以前に書き込まれたデータがディスクの空き領域に残ることがあるため、ディスク全体の暗号化も併用してください。',
  },
  'vault.turn-on-title': {
    en: 'Encrypt what is captured',
    'zh-CN': '加密取证内容',
    ja: '取得データを暗号化',
  },
  'vault.turn-on-do': { en: 'Encrypt', 'zh-CN': '启用加密', ja: '暗号化する' },
  'vault.turn-off-do': { en: 'Stop encrypting', 'zh-CN': '停用加密', ja: '暗号化をやめる' },
  'vault.change-do': { en: 'Change passphrase', 'zh-CN': '更改口令', ja: 'パスフレーズを変更' },
  'vault.renew-do': { en: 'Make a new code', 'zh-CN': '更换恢复码', ja: '復旧コードを作り直す' },
  'vault.take-back-do': { en: 'Keep the old passphrase', 'zh-CN': '保留旧口令', ja: '以前のものに戻す' },
  'vault.turn-on': { en: 'Encrypt…', 'zh-CN': '启用加密…', ja: '暗号化する…' },
  'vault.turn-off': { en: 'Stop encrypting…', 'zh-CN': '停用加密…', ja: '暗号化をやめる…' },
  'vault.change': { en: 'Change passphrase…', 'zh-CN': '更改口令…', ja: 'パスフレーズを変更…' },
  'vault.renew': { en: 'New recovery code…', 'zh-CN': '更换恢复码…', ja: '復旧コードを作り直す…' },
  'vault.lock': { en: 'Lock', 'zh-CN': '锁定', ja: 'ロック' },
  'vault.lock-now': { en: 'Lock now', 'zh-CN': '立即锁定', ja: '今すぐロック' },
  'vault.unlock': { en: 'Unlock', 'zh-CN': '解锁', ja: 'ロック解除' },
  'vault.unlocking': { en: 'Unlocking…', 'zh-CN': '正在解锁…', ja: '解除中…' },
  'vault.working': { en: 'Working…', 'zh-CN': '正在处理…', ja: '処理中…' },
  'vault.locked': {
    en: 'Captures are locked',
    'zh-CN': '取证内容已锁定',
    ja: '取得データはロックされています',
  },
  'vault.locked-why': {
    en: 'They are encrypted on this machine. Nothing is captured until they are unlocked, and what was captured is safe.',
    'zh-CN': '内容已在本机加密。解锁之前不会取证；已取证的内容安全无恙。',
    ja: 'この端末で暗号化されています。ロックを解除するまで取得は行われません。取得済みのデータは安全です。',
  },
  'vault.secret': {
    en: 'Passphrase or recovery code',
    'zh-CN': '口令或恢复码',
    ja: 'パスフレーズまたは復旧コード',
  },
  'vault.passphrase': { en: 'Passphrase', 'zh-CN': '口令', ja: 'パスフレーズ' },
  'vault.present': {
    en: 'Present passphrase, or recovery code',
    'zh-CN': '当前口令，或恢复码',
    ja: '現在のパスフレーズ、または復旧コード',
  },
  'vault.new': { en: 'New passphrase', 'zh-CN': '新口令', ja: '新しいパスフレーズ' },
  'vault.again': { en: 'The same again', 'zh-CN': '再次输入', ja: 'もう一度' },
  'vault.length': {
    en: 'At least {count} characters; several words are good.',
    'zh-CN': '至少 {count} 个字符，建议使用多个词语。',
    ja: '{count} 文字以上。複数の単語がおすすめです。',
  },
  'vault.short': {
    en: 'At least {count} characters are needed.',
    'zh-CN': '至少需要 {count} 个字符。',
    ja: '{count} 文字以上にしてください。',
  },
  'vault.differs': {
    en: 'The two are not the same.',
    'zh-CN': '两次输入不一致。',
    ja: '2 回の入力が一致しません。',
  },
  'vault.wrong': {
    en: 'That is not it. Nothing was changed. Check capitals and the keyboard’s language.',
    'zh-CN': '口令不正确，未做任何更改。请检查大小写与输入法。',
    ja: '一致しません。何も変更していません。大文字・小文字と入力言語を確認してください。',
  },
  'vault.make': { en: 'Suggest one', 'zh-CN': '推荐口令', ja: '候補を作る' },
  'vault.forgotten': {
    en: 'Nobody can reset a forgotten passphrase: without it and without the recovery code, everything encrypted is lost for good.',
    'zh-CN': '口令遗忘后任何人都无法重置：若口令与恢复码均丢失，所有已加密内容将永久无法恢复。',
    ja: '忘れたパスフレーズは誰にも再設定できません。パスフレーズも復旧コードも失うと、暗号化した内容は永久に失われます。',
  },
  'vault.code': { en: 'Recovery code', 'zh-CN': '恢复码', ja: '復旧コード' },
  'vault.code-why': {
    en: 'It opens everything where the passphrase is forgotten. It is shown this once. Write it down and keep it away from this machine.',
    'zh-CN': '忘记口令时可用它解锁全部内容。仅此一次显示，请抄写下来并存放在本机之外。',
    ja: 'パスフレーズを忘れたときに、すべてを開けます。表示は今回だけです。書き写して、この端末とは別の場所に保管してください。',
  },
  'vault.code-kept': {
    en: 'I have written it down',
    'zh-CN': '我已抄写保存',
    ja: '書き写しました',
  },
  'vault.done': { en: 'Done', 'zh-CN': '完成', ja: '完了' },
  'vault.on': { en: 'Encrypted', 'zh-CN': '已加密', ja: '暗号化済み' },
  'vault.on-all': {
    en: 'All {total} files are encrypted.',
    'zh-CN': '全部 {total} 个文件均已加密。',
    ja: '{total} 件のファイルはすべて暗号化されています。',
  },
  'vault.on-none': {
    en: 'What is captured from now on is encrypted.',
    'zh-CN': '此后取证的内容都将加密。',
    ja: '今後取得するものはすべて暗号化されます。',
  },
  'vault.sealing': {
    en: 'Encrypting: {sealed} of {total} files. You can go on working; if the browser closes, it goes on after unlocking.',
    'zh-CN': '正在加密：{sealed} / {total} 个文件。可继续使用；若浏览器关闭，解锁后会自动继续。',
    ja: '暗号化中：{sealed} / {total} 件。作業は続けられます。ブラウザーを閉じても、ロック解除後に再開します。',
  },
  'vault.opening': {
    en: 'Decrypting: {sealed} of {total} files are still encrypted. If the browser closes, it goes on after unlocking.',
    'zh-CN': '正在解密：尚有 {sealed} / {total} 个文件处于加密状态。若浏览器关闭，解锁后会自动继续。',
    ja: '復号中：{total} 件中 {sealed} 件がまだ暗号化されています。ブラウザーを閉じても、ロック解除後に再開します。',
  },
  'vault.idle': { en: 'Lock after idle', 'zh-CN': '闲置后锁定', ja: '操作がないときにロック' },
  'vault.idle-help': {
    en: 'Also when the browser is closed. A capture or an export that runs is never cut off.',
    'zh-CN': '关闭浏览器时也会锁定。正在进行的取证或导出不会被中断。',
    ja: 'ブラウザーを閉じたときもロックされます。実行中の取得や書き出しが途切れることはありません。',
  },
  'vault.idle-minutes': { en: '{count} minutes', 'zh-CN': '{count} 分钟', ja: '{count} 分' },
  'vault.idle-hour': { en: '1 hour', 'zh-CN': '1 小时', ja: '1 時間' },
  'vault.idle-hours': { en: '{count} hours', 'zh-CN': '{count} 小时', ja: '{count} 時間' },
  'vault.pending': {
    en: 'A new passphrase was set and has not been used yet. Until it has, the old one opens as well. Enter the new one to finish.',
    'zh-CN': '新口令已设置但尚未使用。在首次使用之前，旧口令仍然有效。请输入新口令以完成更改。',
    ja: '新しいパスフレーズはまだ一度も使われていません。使うまでは、以前のものでも開けます。新しいものを入力すると変更が完了します。',
  },
  'vault.finish': { en: 'Finish the change', 'zh-CN': '完成更改', ja: '変更を完了' },
  'vault.take-back': { en: 'Keep the old one…', 'zh-CN': '保留旧口令…', ja: '以前のものに戻す…' },
  'vault.changed': {
    en: 'The passphrase was changed.',
    'zh-CN': '口令已更改。',
    ja: 'パスフレーズを変更しました。',
  },
  'vault.change-how': {
    en: 'Files are not encrypted anew, so it takes a moment only. The old passphrase goes on opening until you have entered the new one once more from memory.',
    'zh-CN': '无需重新加密文件，片刻即可完成。在您凭记忆再次输入新口令之前，旧口令一直有效。',
    ja: 'ファイルを暗号化し直さないため、すぐに終わります。新しいものをもう一度入力するまで、以前のものでも開けます。',
  },
  'vault.off-how': {
    en: 'All files are decrypted and then lie on this machine as the browser stores them. Nothing is lost.',
    'zh-CN': '所有文件将被解密，并按浏览器的方式存放在本机，不会丢失任何内容。',
    ja: 'すべてのファイルを復号し、ブラウザーの通常の形でこの端末に保存します。失われるものはありません。',
  },
  'vault.renew-how': {
    en: 'The recovery code you have does not open any more once the new one is made.',
    'zh-CN': '生成新恢复码后，原恢复码即失效。',
    ja: '新しいコードを作ると、現在の復旧コードは使えなくなります。',
  },
  'vault.take-back-how': {
    en: 'Enter the old passphrase or the recovery code. The new one then opens nothing.',
    'zh-CN': '请输入旧口令或恢复码。此后新口令将失效。',
    ja: '以前のパスフレーズまたは復旧コードを入力してください。新しいものは使えなくなります。',
  },
  'vault.trouble': {
    en: 'Some files could not be turned yet; they are kept as they are and readable. It is tried again by itself.',
    'zh-CN': '部分文件暂未处理成功，已按原样保留且可读取，系统会自动重试。',
    ja: '一部のファイルはまだ処理できていません。元の状態で残り、読めます。自動で再試行します。',
  },
});
