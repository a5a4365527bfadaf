import { defineCatalog } from '../translate.ts';

/** The options page. */
export const OPTIONS = defineCatalog({
  'options.title': { en: 'Settings', 'zh-CN': '设置', ja: '設定' },
  'options.intro': {
    en: 'Every change is saved at once, on this machine only.',
    'zh-CN': '更改会立即保存，且仅保存在本机。',
    ja: '変更はすぐに、この端末だけに保存されます。',
  },
  'options.you': { en: 'You', 'zh-CN': '使用者', ja: 'あなた' },
  'options.operator': { en: 'Your name', 'zh-CN': '您的姓名', ja: 'お名前' },
  'options.operator-help': {
    en: 'The person who captures. It stands in every capture, in the custody log and in the declaration, so use the name you would sign with.',
    'zh-CN': '实际操作取证的人员姓名。会写入每次取证、保管链记录和声明，请填写您签名时使用的姓名。',
    ja: '取得を行う人の名前。すべての取得、保管記録、陳述書に記載されるため、署名に使う名前を入力してください。',
  },
  'options.language': { en: 'Language', 'zh-CN': '语言', ja: '言語' },
  'options.language-auto': { en: 'As the browser', 'zh-CN': '跟随浏览器', ja: 'ブラウザーに合わせる' },
  'options.capture': { en: 'Capture', 'zh-CN': '取证', ja: '取得' },
  'options.scroll-pass': {
    en: 'Scroll through the page first, so that pictures further down load',
    'zh-CN': '先滚动整页，使下方图片加载',
    ja: '先にページをスクロールし、下の画像も読み込む',
  },
  'options.scroll-pass-help': {
    en: 'The screen is taken before; every change made to the page is written down.',
    'zh-CN': '滚动前先截取当前画面；对页面的每项改动均有记录。',
    ja: '表示中の画面はその前に取得します。ページへの変更はすべて記録されます。',
  },
  'options.scroll-time': { en: 'At most, seconds', 'zh-CN': '最长时间（秒）', ja: '最長（秒）' },
  'options.height': {
    en: 'Tallest page, px',
    'zh-CN': '页面最大高度（像素）',
    ja: 'ページの最大の高さ（px）',
  },
  'options.height-help': {
    en: 'Endless pages are cut here, and the capture says so.',
    'zh-CN': '超长页面在此处截断，取证记录会注明。',
    ja: '終わりのないページはここで打ち切り、その旨を記録します。',
  },
  'options.free': {
    en: 'Free space to keep, MB',
    'zh-CN': '最低可用空间（MB）',
    ja: '確保する空き容量（MB）',
  },
  'options.free-help': {
    en: 'Below this, a capture is refused before it starts instead of failing halfway.',
    'zh-CN': '低于此值时在开始前即拒绝取证，以免中途失败。',
    ja: 'これを下回ると、途中で失敗しないよう開始前に取得を断ります。',
  },
  'options.recorded': { en: 'Reload and record', 'zh-CN': '重新加载并录制', ja: '再読み込みして記録' },
  'options.body': {
    en: 'Largest file kept, MB',
    'zh-CN': '单个文件上限（MB）',
    ja: '1 ファイルの上限（MB）',
  },
  'options.body-help': {
    en: 'A longer response is cut here, and the cut is recorded.',
    'zh-CN': '超出部分将截断，并予以记录。',
    ja: '超えた分は切り捨て、その旨を記録します。',
  },
  'options.media': { en: 'Keep video and audio too', 'zh-CN': '同时保存音视频', ja: '動画と音声も保存する' },
  'options.media-help': {
    en: 'Can take a lot of space. Their addresses and servers are recorded either way.',
    'zh-CN': '可能占用大量空间。无论是否开启，均会记录其网址和服务器。',
    ja: '容量を多く使うことがあります。URL とサーバーはいずれにせよ記録されます。',
  },
  'options.lookups': {
    en: 'Looking up who serves a page',
    'zh-CN': '查询页面服务商',
    ja: '配信事業者の照会',
  },
  'options.lookups-help': {
    en: 'Tells the resolvers below and the public registries (RDAP) the name or address of a captured site, nothing else. Without it a capture is complete except for hosting, which can be looked up later.',
    'zh-CN':
      '仅向下列解析服务器和公共注册机构（RDAP）发送被取证网站的域名或 IP 地址，不发送其他信息。关闭后，除服务商信息外取证仍完整，可日后补查。',
    ja: '下記のリゾルバーと公開登録機関（RDAP）に、取得したサイトのホスト名または IP アドレスだけを送ります。オフでも配信事業者以外は完全に取得され、後で照会できます。',
  },
  'options.lookups-on': { en: 'On', 'zh-CN': '开启', ja: 'オン' },
  'options.lookups-ask': { en: 'Ask each time', 'zh-CN': '每次询问', ja: '毎回確認' },
  'options.lookups-off': { en: 'Off', 'zh-CN': '关闭', ja: 'オフ' },
  'options.doh': {
    en: 'Resolvers (DNS over HTTPS), one per line',
    'zh-CN': '解析服务器（DNS over HTTPS），每行一个',
    ja: 'リゾルバー（DNS over HTTPS）、1 行に 1 つ',
  },
  'options.doh-help': {
    en: 'Asked now: {hosts}. Two of different owners, so that their answers can be compared.',
    'zh-CN': '当前查询：{hosts}。建议使用两家不同运营者，以便比对结果。',
    ja: '現在の照会先：{hosts}。答えを比べられるよう、異なる運営者のものを 2 つ指定します。',
  },
  'options.rdap': { en: 'RDAP bootstrap', 'zh-CN': 'RDAP 引导文件', ja: 'RDAP ブートストラップ' },
  'options.rdap-help': {
    en: 'Leave empty to use the list that comes with the extension.',
    'zh-CN': '留空则使用扩展内置列表。',
    ja: '空欄の場合は拡張機能に付属の一覧を使います。',
  },
  'options.time': { en: 'Trusted timestamps', 'zh-CN': '可信时间戳', ja: 'タイムスタンプ' },
  'options.tsa': {
    en: 'Timestamp authorities (RFC 3161), one per line',
    'zh-CN': '时间戳服务（RFC 3161），每行一个',
    ja: 'タイムスタンプ局（RFC 3161）、1 行に 1 つ',
  },
  'options.tsa-help': {
    en: 'Asked in this order. Only digests are sent. Empty: this machine’s clock is used, and every capture says so.',
    'zh-CN': '按顺序请求，仅发送哈希值。留空则使用本机时钟，并在每次取证中注明。',
    ja: '上から順に依頼します。送るのはハッシュ値だけです。空欄の場合はこの端末の時計を使い、その旨を記録します。',
  },
  'options.tsa-why': {
    en: 'An authority confirms that a capture and an export existed at a time, whatever this machine’s clock says. Only a digest is sent, which tells nothing of what it is of. Without one, the times are this machine’s word.',
    'zh-CN':
      '时间戳机构证明取证内容和导出文件在某一时刻已经存在，不依赖本机时钟。仅发送哈希值，不会透露内容。不选择时，时间仅以本机为准。',
    ja: '認証局は、この端末の時計とは関係なく、取得と書き出しがある時刻に存在したことを証明します。送るのはハッシュ値だけで、内容は分かりません。選ばない場合、時刻はこの端末の申告にとどまります。',
  },
  'options.tsa-offered': {
    en: 'Turn on with one click',
    'zh-CN': '一键启用',
    ja: 'ワンクリックで有効にする',
  },
  'options.tsa-waiting': {
    en: '{count} captures wait for their timestamp. They are asked for as soon as an authority answers.',
    'zh-CN': '{count} 次取证正在等待时间戳，机构一有应答即会请求。',
    ja: '{count} 件の取得がタイムスタンプを待っています。認証局が応答し次第、要求します。',
  },
  'options.error-root': {
    en: 'This is no list of root certificates ({why}). The one before is kept.',
    'zh-CN': '这不是根证书列表（{why}）。保留原有内容。',
    ja: 'ルート証明書の一覧ではありません（{why}）。以前のものを保持しています。',
  },
  'options.key': { en: 'Signing key', 'zh-CN': '签名密钥', ja: '署名鍵' },
  'options.key-why': {
    en: 'Every export is signed with a key of this installation that cannot leave it. Tell its fingerprint to whoever receives a bundle, by another way: then they know that it is yours.',
    'zh-CN':
      '每次导出都以本安装专有且无法导出的密钥签名。请通过其他途径把指纹告知收件人，对方即可确认证据包出自您手。',
    ja: '書き出しのたびに、この環境から取り出せない鍵で署名します。フィンガープリントを別の経路で受取人に伝えれば、あなたのものだと確認できます。',
  },
  'options.key-fingerprint': { en: 'Fingerprint', 'zh-CN': '指纹', ja: 'フィンガープリント' },
  'options.key-made': { en: 'Made', 'zh-CN': '生成于', ja: '作成：' },
  'options.key-none': {
    en: 'There is no key yet. It is made at the first export.',
    'zh-CN': '尚无密钥，将在首次导出时生成。',
    ja: 'まだ鍵がありません。最初の書き出しのときに作成されます。',
  },
  'options.key-old': {
    en: 'Earlier keys ({count})',
    'zh-CN': '以前的密钥（{count}）',
    ja: '以前の鍵（{count}）',
  },
  'options.key-replace': { en: 'Replace the key', 'zh-CN': '更换密钥', ja: '鍵を交換する' },
  'options.key-replace-ask': {
    en: 'The present key will never sign again. Bundles it signed can still be checked, and its fingerprint stays listed here. Tell the new fingerprint to whoever knows the old one. This cannot be undone.',
    'zh-CN':
      '现有密钥将不再用于签名。由其签名的证据包仍可核验，其指纹仍列于此处。请将新指纹告知已知旧指纹的人。此操作无法撤销。',
    ja: '現在の鍵は二度と署名に使われません。署名済みのものは引き続き検証でき、フィンガープリントもここに残ります。古いものを知る人に新しいフィンガープリントを伝えてください。取り消しはできません。',
  },
  'options.tsa-root': {
    en: 'Additional root certificates (PEM)',
    'zh-CN': '额外根证书（PEM）',
    ja: '追加のルート証明書（PEM）',
  },
  'options.storage': { en: 'Storage', 'zh-CN': '存储', ja: '保存領域' },
  'options.storage-used': {
    en: '{used} used, about {free} free',
    'zh-CN': '已用 {used}，剩余约 {free}',
    ja: '使用 {used}、空き約 {free}',
  },
  'options.storage-unknown': {
    en: 'The browser does not say how much is free.',
    'zh-CN': '浏览器未提供可用空间信息。',
    ja: 'ブラウザーが空き容量を示しません。',
  },
  'options.persisted': {
    en: 'Protected: the browser will not clear it by itself when space runs low.',
    'zh-CN': '已受保护：空间不足时浏览器不会自动清除。',
    ja: '保護されています。容量が減ってもブラウザーが自動で消去することはありません。',
  },
  'options.not-persisted': {
    en: 'Not protected: when space runs low the browser may clear it. Protect it, or export cases often.',
    'zh-CN': '未受保护：空间不足时浏览器可能清除数据。请启用保护，或经常导出案件。',
    ja: '保護されていません。容量が減るとブラウザーが消去する可能性があります。保護するか、こまめに書き出してください。',
  },
  'options.persist': { en: 'Protect the evidence', 'zh-CN': '保护证据数据', ja: '証拠を保護する' },
  'options.persist-refused': {
    en: 'The browser declined. Bookmark this page or use the extension more, and try again.',
    'zh-CN': '浏览器拒绝了请求。可将本页加入书签或多使用一段时间后再试。',
    ja: 'ブラウザーが許可しませんでした。このページをブックマークするか、しばらく使ってから再度お試しください。',
  },
  'options.error-url': {
    en: 'Each line must be an address beginning with {scheme}',
    'zh-CN': '每行须为以 {scheme} 开头的网址',
    ja: '各行は {scheme} で始まる URL にしてください',
  },
  'options.error-number': {
    en: 'Give a number from {min} to {max}.',
    'zh-CN': '请输入 {min} 至 {max} 之间的数字。',
    ja: '{min} から {max} までの数を入力してください。',
  },
  'options.changed': { en: 'Saved.', 'zh-CN': '已保存。', ja: '保存しました。' },
});
