import type { FailureCode } from '../../case/result.ts';
import { defineCatalog, type Message } from '../translate.ts';

/** For every expected failure: what happened, what is kept, what to do next. */
export const FAILURE = defineCatalog({
  'bad-request': {
    en: 'Part of the extension asked for something it does not understand. Nothing was changed. Reload this page and try again; after an update, restart the browser.',
    'zh-CN': '扩展内部请求格式有误，未做任何改动。请刷新本页后重试；若刚更新过扩展，请重启浏览器。',
    ja: '拡張機能の内部で不正な要求がありました。何も変更していません。このページを再読み込みしてください。更新直後の場合はブラウザーを再起動してください。',
  },
  'blocked-page': {
    en: 'The browser does not let any extension capture this page (its own pages, extension stores, PDF viewer). Nothing was taken. Open the infringing page itself in a tab and capture that.',
    'zh-CN':
      '浏览器禁止任何扩展对此页面取证（浏览器内置页、扩展商店、PDF 阅读器等），未获取任何内容。请在标签页中打开侵权页面本身再取证。',
    ja: 'ブラウザーの仕様により、このページ（ブラウザー内部ページ、拡張機能ストア、PDF ビューアーなど）は取得できません。何も保存していません。侵害ページ自体をタブで開いて取得してください。',
  },
  'browser-refused': {
    en: 'The browser refused part of the work. What was taken before is kept. Bring the page to the front and capture again.',
    'zh-CN': '浏览器拒绝了部分操作，此前已获取的内容均已保留。请将页面切换到前台后重新取证。',
    ja: 'ブラウザーが処理の一部を拒否しました。それまでに取得したものは保存されています。ページを前面に表示して、もう一度取得してください。',
  },
  busy: {
    en: 'A capture of this tab is already running. It goes on undisturbed. Wait until it ends, or cancel it first.',
    'zh-CN': '此标签页正在取证，不受影响。请等待其完成，或先取消再重试。',
    ja: 'このタブの取得はすでに実行中で、そのまま続いています。終わるまで待つか、先に中止してください。',
  },
  cancelled: {
    en: 'You stopped it. What was taken until then is kept and marked as cancelled. Capture again whenever you like.',
    'zh-CN': '您已取消。此前获取的内容已保留并标记为“已取消”。您可随时重新取证。',
    ja: '中止しました。それまでに取得したものは「中止」として保存されています。いつでも取得し直せます。',
  },
  'chain-broken': {
    en: 'The custody log does not fit together: an entry was changed or is missing. Everything is kept as it is. Export the case now and show it to counsel before adding to it.',
    'zh-CN':
      '证据保管链前后不一致：有记录被改动或缺失。所有内容原样保留。请立即导出本案件并交律师查看，之前不要再添加内容。',
    ja: '証拠保管記録に食い違いがあります（項目の変更または欠落）。内容はそのまま保存されています。追加の作業をする前に、案件を書き出して弁護士に確認してください。',
  },
  'debugger-busy': {
    en: 'Developer tools or another extension already use this tab, so the whole page could not be taken at once. The rest is kept. Close developer tools on that tab and capture again.',
    'zh-CN':
      '开发者工具或其他扩展正占用此标签页，无法一次获取整页；其余内容已保留。请关闭该标签页的开发者工具后重新取证。',
    ja: '開発者ツールまたは別の拡張機能がこのタブを使用中のため、ページ全体を一度に取得できませんでした。他は保存されています。開発者ツールを閉じて、もう一度取得してください。',
  },
  'debugger-detached': {
    en: 'The connection to the page was cut (the bar at the top of the window was cancelled, or the page went away). What was taken before is kept. Capture again and leave the bar alone.',
    'zh-CN':
      '与页面的连接被断开（顶部提示条被取消，或页面已离开），此前内容已保留。请重新取证，期间不要点击顶部提示条的“取消”。',
    ja: 'ページとの接続が切れました（上部のバーで取り消された、またはページが移動した）。それまでの取得分は保存されています。バーには触れずに、もう一度取得してください。',
  },
  'debugger-forbidden': {
    en: 'A rule of this computer’s administrator forbids the quickest way to take the page; a slower one is used where it can be. What was taken is kept. Ask the administrator to allow it if the whole page is missing.',
    'zh-CN':
      '本机管理员策略禁止使用最快的截图方式，已尽可能改用较慢方式；已获取内容均保留。若缺少整页截图，请联系管理员放行。',
    ja: '管理者の設定により最速の方法が使えないため、可能な場合は別の方法を使います。取得したものは保存されています。ページ全体の画像がない場合は、管理者に許可を依頼してください。',
  },
  'digest-mismatch': {
    en: 'A file no longer is what it was when it was taken: its digest differs. It is kept for examination but must not be relied on. Capture the page again, and compare.',
    'zh-CN': '文件与取证时不一致：哈希值不符。该文件保留以供查验，但不得作为依据。请重新取证并比对。',
    ja: 'ファイルが取得時と異なります（ハッシュ値の不一致）。調査のため残していますが、証拠として使わないでください。取得し直して比較してください。',
  },
  'forbidden-sender': {
    en: 'Something that is not part of this extension asked for it. It was refused and nothing was changed. If you did this yourself, open the extension’s own page and try there.',
    'zh-CN': '请求并非来自本扩展，已拒绝，未做任何改动。若是您本人操作，请在本扩展自己的页面中重试。',
    ja: 'この拡張機能以外からの要求だったため拒否しました。何も変更していません。ご自身の操作の場合は、拡張機能の画面からやり直してください。',
  },
  'invalid-bundle': {
    en: 'This file is not a bundle of Prima Facie, or it is too damaged to be read. Nothing was opened or changed. Ask the sender for the original zip file.',
    'zh-CN':
      '此文件不是 Prima Facie 证据包，或已损坏无法读取；未打开或改动任何内容。请向发送方索取原始 zip 文件。',
    ja: 'Prima Facie の証拠パッケージではないか、破損していて読めません。何も開かず、変更もしていません。送り主に元の zip ファイルを依頼してください。',
  },
  'invalid-data': {
    en: 'What was given does not have the expected form. Nothing of it was stored. Correct it as the detail says, and try again.',
    'zh-CN': '所提供的数据格式不符，未保存任何内容。请按细节提示更正后重试。',
    ja: '入力されたデータの形式が正しくありません。何も保存していません。詳細に従って修正し、やり直してください。',
  },
  locked: {
    en: 'The captures on this machine are encrypted and locked. Nothing was taken or changed. Unlock them with the passphrase, then try again.',
    'zh-CN': '本机上的取证内容已加密并处于锁定状态，未获取也未更改任何内容。请输入口令解锁后重试。',
    ja: 'この端末の取得データは暗号化され、ロックされています。何も取得・変更していません。パスフレーズでロックを解除してから、やり直してください。',
  },
  'network-error': {
    en: 'The other side could not be reached. Everything on this machine is kept. Check the connection; lookups can be repeated later.',
    'zh-CN': '无法连接对方服务器，本机内容均已保留。请检查网络；查询可稍后重试。',
    ja: '相手先に接続できませんでした。この端末のデータはすべて保存されています。接続を確認してください。照会は後でやり直せます。',
  },
  'no-space': {
    en: 'There is too little free space to take this safely. Nothing that you have was touched. Free some space, or export a case and delete what you no longer need, then capture again.',
    'zh-CN':
      '可用存储空间不足，无法安全取证。已有内容均未受影响。请清理磁盘空间，或导出案件并删除不再需要的内容，然后重新取证。',
    ja: '空き容量が足りないため、安全に取得できません。既存のデータには影響ありません。空き容量を増やすか、案件を書き出して不要なものを削除してから、取得し直してください。',
  },
  'not-available': {
    en: 'This browser does not make it available. Everything else is kept. Where it matters, capture the page in the other browser (Chromium or Firefox) as well.',
    'zh-CN':
      '当前浏览器不提供此功能或数据，其余内容已保留。如确有需要，请在另一浏览器（Chromium 或 Firefox）中再取证一次。',
    ja: 'このブラウザーでは取得できません。他の内容は保存されています。必要な場合は、もう一方のブラウザー（Chromium または Firefox）でも取得してください。',
  },
  'not-found': {
    en: 'It is not here (any more). Nothing was changed. Go back to the list; it may have been deleted or belong to another browser profile.',
    'zh-CN': '未找到该内容，未做任何改动。请返回列表；它可能已被删除，或属于另一个浏览器用户配置。',
    ja: '見つかりません。何も変更していません。一覧に戻ってください。削除されたか、別のブラウザープロファイルにある可能性があります。',
  },
  'not-observed': {
    en: 'The page was loaded before the extension could watch its connections. What is on the screen is kept. Reload the page and capture again to have the network record too.',
    'zh-CN': '页面加载时扩展尚未开始记录网络连接；画面内容已保留。请刷新页面后重新取证，以获得网络连接记录。',
    ja: '拡張機能が通信を記録する前にページが読み込まれていました。画面の内容は保存されています。ページを再読み込みして取得し直すと、通信記録も残ります。',
  },
  'page-changed': {
    en: 'The page went somewhere else while it was captured. What was taken from the first page is kept. Go back to it, let it settle, and capture again.',
    'zh-CN': '取证过程中页面发生了跳转，跳转前获取的内容已保留。请返回原页面，待其稳定后重新取证。',
    ja: '取得中にページが移動しました。元のページから取得した分は保存されています。元のページに戻り、落ち着いてから取得し直してください。',
  },
  'page-unresponsive': {
    en: 'The page did not react in time. What could be taken without it is kept. Wait until it has loaded, or reload it, and capture again.',
    'zh-CN': '页面长时间无响应，无需页面配合的内容已保留。请等待加载完成或刷新后重新取证。',
    ja: 'ページが応答しませんでした。ページに頼らず取得できたものは保存されています。読み込みの完了を待つか、再読み込みして取得し直してください。',
  },
  'probe-failed': {
    en: 'The facts of the page could not be read. Pictures and network record are kept. Reload the page and capture again.',
    'zh-CN': '无法读取页面信息，截图与网络连接记录已保留。请刷新页面后重新取证。',
    ja: 'ページの情報を読み取れませんでした。画像と通信記録は保存されています。再読み込みして取得し直してください。',
  },
  'quota-exceeded': {
    en: 'The browser allows no more of this for the moment. What was taken is kept. Wait a minute and try again.',
    'zh-CN': '已达到浏览器的频率限制，已获取内容均保留。请稍候一分钟再试。',
    ja: 'ブラウザーの制限に達しました。取得したものは保存されています。1 分ほど待ってからやり直してください。',
  },
  'redacted-copy': {
    en: 'This is a redacted copy, made for somebody else to read. Import the full bundle; the copy can be checked, but no case can be made of it.',
    'zh-CN': '这是供他人阅读的遮盖副本。请导入完整证据包；副本可以核验，但不能据以建立案件。',
    ja: 'これは他の人に読ませるための墨消し済みの写しです。完全な証拠パッケージを取り込んでください。写しは検証できますが、案件にはできません。',
  },
  'redaction-failed': {
    en: 'A redacted text stands somewhere in a form that cannot be taken out. Nothing was written. Take that redaction back, or word it more exactly, and export again.',
    'zh-CN':
      '某处遮盖文字以无法去除的形式出现，未生成任何文件。请撤回该遮盖或改用更确切的文字，然后重新导出。',
    ja: '墨消しの対象となる文字列が取り除けない形で残っているため、何も書き出しませんでした。その墨消しを取り消すか、より正確な文字列にして、もう一度書き出してください。',
  },
  rejected: {
    en: 'This is not allowed here: evidence that is finished never changes. Everything is kept as it was. To correct something, make a new capture.',
    'zh-CN': '不允许此操作：已固定的证据不可更改，所有内容保持原样。如需更正，请重新取证。',
    ja: 'この操作はできません。確定した証拠は変更されません。内容はそのままです。訂正する場合は新しく取得してください。',
  },
  'signing-failed': {
    en: 'The bundle could not be signed, so it was not written. The case is kept whole. Try the export again; if it fails again, restart the browser.',
    'zh-CN': '证据包签名失败，因此未生成文件；案件内容完好。请重新导出；若仍失败，请重启浏览器。',
    ja: '署名できなかったため、証拠パッケージは作成していません。案件は無事です。もう一度書き出してください。繰り返す場合はブラウザーを再起動してください。',
  },
  'storage-failed': {
    en: 'The browser could not store it. What was stored before is kept. Check the free space on the disk, restart the browser and try again.',
    'zh-CN': '浏览器未能写入存储，此前已保存的内容不受影响。请检查磁盘空间、重启浏览器后重试。',
    ja: 'ブラウザーに保存できませんでした。以前に保存したものは無事です。ディスクの空き容量を確認し、ブラウザーを再起動してやり直してください。',
  },
  'tab-closed': {
    en: 'The tab was closed or crashed while it was captured. What was taken until then is kept. Open the page again and capture it.',
    'zh-CN': '取证过程中标签页被关闭或崩溃，此前获取的内容已保留。请重新打开页面并取证。',
    ja: '取得中にタブが閉じられたか、クラッシュしました。それまでの取得分は保存されています。ページを開き直して取得してください。',
  },
  timeout: {
    en: 'It took too long and was stopped. Everything taken before is kept. Let the page finish loading and capture again.',
    'zh-CN': '操作超时，已停止；此前获取的内容均已保留。请待页面加载完成后重新取证。',
    ja: '時間がかかりすぎたため停止しました。それまでの取得分は保存されています。ページの読み込みが終わってから取得し直してください。',
  },
  'too-large': {
    en: 'It is larger than the limit in the settings. The rest is kept. Raise the limit there if you need it whole, and capture again.',
    'zh-CN': '超出设置中的大小上限，其余内容已保留。如需完整内容，请在设置中调高上限后重新取证。',
    ja: '設定の上限を超えています。他は保存されています。全体が必要な場合は設定で上限を上げて、取得し直してください。',
  },
  'worker-stopped': {
    en: 'The browser stopped the extension in the middle. What was taken until then is kept and marked as interrupted. Capture again.',
    'zh-CN': '浏览器中途停止了扩展，此前获取的内容已保留并标记为“意外中断”。请重新取证。',
    ja: 'ブラウザーが途中で拡張機能を停止しました。それまでの取得分は「中断」として保存されています。もう一度取得してください。',
  },
} satisfies Record<FailureCode, Message>);
