import { defineCatalog } from '../translate.ts';
import { HOSTING_RECIPIENTS } from './hosting-recipients.ts';
import { HOSTING_WARNINGS } from './hosting-warnings.ts';

/** Who serves a page, and who gets the notice: everything that is said about it. */
export const HOSTING_CATALOG = defineCatalog({
  'confidence-confirmed': { en: 'confirmed', 'zh-CN': '已确认', ja: '確認済み' },
  'confidence-probable': { en: 'probable', 'zh-CN': '很可能', ja: '可能性が高い' },
  'confidence-claimed': { en: 'claimed only', 'zh-CN': '仅为自称', ja: '自称のみ' },
  'role-edge': { en: 'Edge', 'zh-CN': '边缘节点', ja: 'エッジ' },
  'role-content-host': { en: 'Content host', 'zh-CN': '内容主机', ja: 'コンテンツホスト' },
  'role-media-host': { en: 'Media host', 'zh-CN': '媒体主机', ja: 'メディアホスト' },
  'role-dns': { en: 'DNS', 'zh-CN': 'DNS', ja: 'DNS' },
  'role-registrar': { en: 'Registrar', 'zh-CN': '域名注册商', ja: 'レジストラ' },
  'role-platform': { en: 'Platform', 'zh-CN': '平台', ja: 'プラットフォーム' },
  'evidence-cidr': {
    en: 'its address {address} is in the published range {range} (list of {date})',
    'zh-CN': '其地址 {address} 位于公布的网段 {range}（{date} 的列表）',
    ja: 'アドレス {address} は公開されている範囲 {range} にあります（{date} の一覧）',
  },
  'evidence-asn': {
    en: 'its address is announced by network AS{asn}',
    'zh-CN': '其地址由自治系统 AS{asn} 宣告',
    ja: 'アドレスはネットワーク AS{asn} から広告されています',
  },
  'evidence-dated-asn': {
    en: 'its address is announced by network AS{asn} (the provider’s by the registry, checked {date})',
    'zh-CN': '其地址由自治系统 AS{asn} 宣告（按登记属该服务商，核对于 {date}）',
    ja: 'アドレスはネットワーク AS{asn} から広告されています（登録上この事業者のもの、{date} 確認）',
  },
  'evidence-unchecked-asn': {
    en: 'its address is announced by network AS{asn} (believed to be the provider’s, not checked)',
    'zh-CN': '其地址由自治系统 AS{asn} 宣告（据认属该服务商，未经核对）',
    ja: 'アドレスはネットワーク AS{asn} から広告されています（この事業者のものと思われますが未確認）',
  },
  'evidence-cname': {
    en: 'its name is an alias (CNAME) for {name}',
    'zh-CN': '其域名是 {name} 的别名（CNAME）',
    ja: '名前は {name} の別名（CNAME）です',
  },
  'evidence-host': {
    en: '{name} is a name of this provider',
    'zh-CN': '{name} 是该服务商的域名',
    ja: '{name} はこの事業者の名前です',
  },
  'evidence-header': {
    en: 'the response carried {header}',
    'zh-CN': '响应带有标头 {header}',
    ja: '応答にヘッダー {header} がありました',
  },
  'evidence-cookie': {
    en: 'the response set the cookie {cookie}',
    'zh-CN': '响应设置了 Cookie {cookie}',
    ja: '応答が Cookie {cookie} を設定しました',
  },
  'evidence-ptr': {
    en: 'the reverse name of its address is {name}',
    'zh-CN': '其地址的反向域名为 {name}',
    ja: 'アドレスの逆引き名は {name} です',
  },
  'evidence-ns': {
    en: 'the domain is delegated to {name}',
    'zh-CN': '该域名委派给 {name}',
    ja: 'ドメインは {name} に委任されています',
  },
  'evidence-registered': {
    en: 'the address block {range} is registered to {name}',
    'zh-CN': '地址段 {range} 登记在 {name} 名下',
    ja: 'アドレスブロック {range} は {name} に登録されています',
  },
  'evidence-announced': {
    en: 'the address is announced by AS{asn} ({name})',
    'zh-CN': '该地址由 AS{asn}（{name}）宣告',
    ja: 'アドレスは AS{asn}（{name}）から広告されています',
  },
  'evidence-registrar': {
    en: 'the registry names it as registrar of {domain}',
    'zh-CN': '注册局登记其为 {domain} 的注册商',
    ja: 'レジストリは {domain} のレジストラとして記録しています',
  },
  'evidence-headers-only': {
    en: 'headers alone can be forged; no network fact confirms it',
    'zh-CN': '仅凭标头可能是伪造的；没有网络事实予以证实',
    ja: 'ヘッダーだけでは偽造できます。裏付けるネットワーク上の事実はありません',
  },
  'evidence-resolved-only': {
    en: 'the address was looked up, not seen on the connection',
    'zh-CN': '该地址来自查询，而非连接中所见',
    ja: 'アドレスは問い合わせで得たもので、接続で観測したものではありません',
  },
  'glance-edge': {
    en: 'This page comes through {provider} ({confidence}). Who hosts it behind {provider} is not public.',
    'zh-CN': '此页面经由 {provider} 提供（{confidence}）。{provider} 背后的主机方没有公开。',
    ja: 'このページは {provider} を経由しています（{confidence}）。{provider} の背後のホストは公開されていません。',
  },
  'glance-edge-claimed': {
    en: 'A header says this page comes through {provider}; nothing confirms it.',
    'zh-CN': '有标头称此页面经由 {provider} 提供，但没有其他证据。',
    ja: 'ヘッダーは {provider} を経由と示していますが、裏付けはありません。',
  },
  'glance-host': {
    en: 'This page comes straight from {provider} ({confidence}).',
    'zh-CN': '此页面直接来自 {provider}（{confidence}）。',
    ja: 'このページは {provider} から直接届いています（{confidence}）。',
  },
  'glance-host-behind': {
    en: 'This page is kept by {provider} ({confidence}) and comes through {edge}.',
    'zh-CN': '此页面存放于 {provider}（{confidence}），经由 {edge} 提供。',
    ja: 'このページは {provider}（{confidence}）に置かれ、{edge} を経由しています。',
  },
  'glance-host-claimed': {
    en: 'A header says {provider} keeps this page; nothing confirms it.',
    'zh-CN': '有标头称此页面存放于 {provider}，但没有其他证据。',
    ja: 'ヘッダーは {provider} がこのページを置いていると示しますが、裏付けはありません。',
  },
  'glance-platform': {
    en: 'This page is on {provider} ({confidence}): the platform itself takes notices.',
    'zh-CN': '此页面位于 {provider}（{confidence}）：由平台自己接收通知。',
    ja: 'このページは {provider} 上にあります（{confidence}）。通知は運営者が受け付けます。',
  },
  'glance-unknown': {
    en: 'This page comes from {address}. Whose network that is takes a look-up.',
    'zh-CN': '此页面来自 {address}。该网络属于谁需要查询。',
    ja: 'このページは {address} から届いています。誰のネットワークかは照会が必要です。',
  },
  'glance-private': {
    en: 'This page comes from {address}, an address of a local network. No public record tells who runs it.',
    'zh-CN': '此页面来自本地网络地址 {address}。没有公开记录说明由谁运营。',
    ja: 'このページはローカルネットワークのアドレス {address} から届いています。運営者の公開記録はありません。',
  },
  'glance-not-observed': {
    en: 'How this page arrived was not seen. Reload it to see the server.',
    'zh-CN': '未能看到此页面是如何到达的。请重新加载以查看服务器。',
    ja: 'このページがどう届いたかは観測されていません。再読み込みするとサーバーが分かります。',
  },
  'glance-from-cache': {
    en: 'This page came out of the browser’s cache. Reload it to see the server.',
    'zh-CN': '此页面来自浏览器缓存。请重新加载以查看服务器。',
    ja: 'このページはブラウザーのキャッシュから表示されました。再読み込みするとサーバーが分かります。',
  },
  'glance-service-worker': {
    en: 'The site’s own service worker made this page. The server behind it was not seen.',
    'zh-CN': '此页面由网站自己的 Service Worker 生成，未能看到其背后的服务器。',
    ja: 'このページはサイトの Service Worker が生成しました。背後のサーバーは観測されていません。',
  },
  'glance-proxy': {
    en: 'This browser reaches the network through a proxy ({address}), so the server’s own address was not seen. A look-up tells where the name points.',
    'zh-CN': '此浏览器经由代理（{address}）上网，因此未能看到服务器自身的地址。查询可得知该域名指向何处。',
    ja: 'このブラウザーはプロキシ（{address}）を経由しているため、サーバー自身のアドレスは観測されていません。照会すると名前の指す先が分かります。',
  },
  'glance-media': {
    en: 'The media comes from {host}: {provider} ({confidence}).',
    'zh-CN': '媒体来自 {host}：{provider}（{confidence}）。',
    ja: 'メディアは {host} から届いています：{provider}（{confidence}）。',
  },
  'glance-media-unknown': {
    en: 'The media comes from {host} ({address}). Whose network that is takes a look-up.',
    'zh-CN': '媒体来自 {host}（{address}）。该网络属于谁需要查询。',
    ja: 'メディアは {host}（{address}）から届いています。誰のネットワークかは照会が必要です。',
  },
  'glance-media-unseen': {
    en: 'The media comes from {host}. From which address was not seen: a look-up tells where the name points.',
    'zh-CN': '媒体来自 {host}。未能看到其地址：查询可得知该域名指向何处。',
    ja: 'メディアは {host} から届いています。アドレスは観測されていません。照会すると名前の指す先が分かります。',
  },
  'glance-disguised': {
    en: 'Files from {host} look like video segments under another name.',
    'zh-CN': '来自 {host} 的文件像是改名的视频片段。',
    ja: '{host} のファイルは別名の動画セグメントと思われます。',
  },
  'diagram-country': { en: 'registered: {country}', 'zh-CN': '登记地 {country}', ja: '登録国 {country}' },
  'diagram-reader': { en: 'This browser', 'zh-CN': '此浏览器', ja: 'このブラウザー' },
  'diagram-registered': {
    en: 'address registered in {country}',
    'zh-CN': '地址登记于 {country}',
    ja: 'アドレスの登録国 {country}',
  },
  'origin-not-public': {
    en: 'Origin: not publicly determinable. Ask {provider}.',
    'zh-CN': '源站：无法公开确定。请向 {provider} 询问。',
    ja: 'オリジン：公開情報では特定できません。{provider} に照会してください。',
  },

  ...HOSTING_RECIPIENTS,
  ...HOSTING_WARNINGS,
});
