import { defineCatalog } from '../translate.ts';

/** What a reader must know about the lookups, and what is said before the first one. */
export const HOSTING_WARNINGS = defineCatalog({
  'warning-address-not-resolved': {
    en: 'The connection to {host} went to {address}, which no public resolver names: a proxy, a VPN, or answers that differ by place.',
    'zh-CN': '与 {host} 的连接指向 {address}，但没有公共解析器给出该地址：可能是代理、VPN 或因地而异的应答。',
    ja: '{host} への接続先 {address} はどの公開リゾルバーの回答にもありません。プロキシ、VPN、または地域により異なる回答が考えられます。',
  },
  'warning-resolvers-disagree': {
    en: 'The resolvers disagree about {host}: {first} says {one}, {second} says {two}.',
    'zh-CN': '解析器对 {host} 的应答不一致：{first} 为 {one}，{second} 为 {two}。',
    ja: '{host} についてリゾルバーの回答が食い違います。{first} は {one}、{second} は {two}。',
  },
  'warning-browser-resolver-differs': {
    en: 'This browser’s own resolver gives {one} for {host}, the public resolvers {two}: a network that bends its answers, or answers that differ by place.',
    'zh-CN':
      '本浏览器自身的解析器对 {host} 给出 {one}，而公共解析器给出 {two}：可能是网络篡改了应答，或应答因地而异。',
    ja: 'このブラウザー自身のリゾルバーは {host} を {one} とし、公開リゾルバーは {two} としています。ネットワークが回答を書き換えたか、地域により回答が異なる可能性があります。',
  },
  'warning-from-cache': {
    en: 'The page came out of the cache: the address of an earlier visit is not used.',
    'zh-CN': '页面来自缓存：不采用先前访问的地址。',
    ja: 'ページはキャッシュから表示されました。以前の訪問のアドレスは使いません。',
  },
  'warning-service-worker': {
    en: 'The site’s own service worker made the page: no connection was seen for it.',
    'zh-CN': '页面由网站自己的 Service Worker 生成：未见对应连接。',
    ja: 'ページはサイトの Service Worker が生成し、接続は観測されていません。',
  },
  'warning-through-proxy': {
    en: 'The connection to {host} went to a proxy or tunnel, not to the server itself. The address of that connection is nobody’s who serves the page and is not used; addresses come from look-ups alone.',
    'zh-CN':
      '与 {host} 的连接指向代理或隧道，而非服务器本身。该连接的地址与页面的提供者无关，不予采用；地址仅来自查询。',
    ja: '{host} への接続先はサーバー自体ではなくプロキシかトンネルでした。その接続のアドレスはページの提供者のものではないため使いません。アドレスは照会のみによります。',
  },
  'warning-not-observed': {
    en: 'How the page arrived was not seen ({reason}): addresses are looked up only. Reload the page to observe it.',
    'zh-CN': '未能看到页面如何到达（{reason}）：地址仅来自查询。请重新加载页面以便观测。',
    ja: 'ページの到達経路は観測されていません（{reason}）。アドレスは照会のみによります。再読み込みで観測できます。',
  },
  'warning-private-address': {
    en: '{host} is at {address}, an address of the kind "{kind}": no public record tells who runs it.',
    'zh-CN': '{host} 位于 {address}（类型 {kind}）：没有公开记录说明由谁运营。',
    ja: '{host} は {address}（種類 {kind}）にあり、運営者の公開記録はありません。',
  },
  'warning-disguised-segments': {
    en: 'Files from {host} look like video segments under another name.',
    'zh-CN': '来自 {host} 的文件像是改名的视频片段。',
    ja: '{host} のファイルは別名の動画セグメントと思われます。',
  },
  'warning-lookups-off': {
    en: 'Lookups were not allowed: only the browser’s own connections are used.',
    'zh-CN': '未允许查询：仅使用浏览器自身的连接。',
    ja: '照会は許可されていません。ブラウザー自身の接続のみを使います。',
  },
  'warning-lookups-incomplete': {
    en: '{count} lookups could not be made; they will be tried again.',
    'zh-CN': '有 {count} 项查询未能完成，将重试。',
    ja: '{count} 件の照会ができませんでした。再試行します。',
  },
  'warning-lookups-given-up': {
    en: '{count} lookups gave nothing that can be used and are not tried again by themselves: ‘Look up again’ asks once more.',
    'zh-CN': '有 {count} 项查询没有得到可用的答复，不会自动重试：点“重新查询”可再问一次。',
    ja: '{count} 件の照会は使える回答が得られず、自動では再試行しません。「もう一度照会」で再度照会できます。',
  },
  'warning-hosts-left-out': {
    en: '{count} more hosts sent media or hold items, and were not looked up: {hosts}.',
    'zh-CN': '另有 {count} 个主机传送了媒体或存有侵权项，未予查询：{hosts}。',
    ja: 'ほかに {count} 個のホストがメディアを配信し、または侵害物を置いていますが、照会していません：{hosts}。',
  },
  'warning-list-disagrees-with-registry': {
    en: 'A bundled list of {date} gives {address} to {provider}, but AS{asn} announces it now: lists age, the live answer counts.',
    'zh-CN':
      '内置列表（{date}）将 {address} 归于 {provider}，但目前由 AS{asn} 宣告：列表会过时，以实时应答为准。',
    ja: '内蔵の一覧（{date}）では {address} は {provider} のものですが、現在は AS{asn} が広告しています。一覧は古くなるため、実際の回答を優先します。',
  },
  'warning-remarks': {
    en: 'The registry remarks on {about}: {text}',
    'zh-CN': '注册局对 {about} 的备注：{text}',
    ja: '登録簿の {about} に関する備考：{text}',
  },
  'warning-no-rdap': {
    en: 'No RDAP for {question}: ask the registry by hand.',
    'zh-CN': '{question} 没有 RDAP：请人工向注册局查询。',
    ja: '{question} の RDAP はありません。登録簿に手動で照会してください。',
  },
  'warning-verification-differs': {
    en: 'The verification fetch of {host} differs from the page shown: {difference}.',
    'zh-CN': '对 {host} 的验证获取与所示页面不同：{difference}。',
    ja: '{host} の検証取得は表示されたページと異なります：{difference}。',
  },
  'lookup-ask': {
    en: 'To find out who serves this page, Prima Facie would ask the following. They learn the names and addresses listed, and your own address.',
    'zh-CN': '为查明此页面由谁提供，Prima Facie 将询问下列各方。它们会得知所列名称和地址以及您自己的地址。',
    ja: 'このページを誰が提供しているかを調べるため、Prima Facie は次の相手に照会します。相手には記載の名前とアドレス、およびあなたのアドレスが伝わります。',
  },
  'lookup-resolver': {
    en: '{who}: addresses and records of {what}',
    'zh-CN': '{who}：{what} 的地址与记录',
    ja: '{who}：{what} のアドレスとレコード',
  },
  'lookup-through-resolver': {
    en: '{who}, read through the resolvers: the addresses of {what}, without yours',
    'zh-CN': '{who}（经由解析器读取）：{what} 的地址，不含您自己的地址',
    ja: '{who}（リゾルバー経由で参照）：{what} のアドレス。あなたのアドレスは伝わりません',
  },
  'lookup-number-registries': {
    en: 'the registries of the addresses and networks that the answers name: who registered those of {what}',
    'zh-CN': '应答所指地址和网络的注册局：{what} 的地址与网络的登记者',
    ja: '回答が示すアドレスとネットワークの登録機関：{what} のアドレスとネットワークの登録者',
  },
  'lookup-registries-of': {
    en: 'the registries that the list at {who} names: who registered {what}',
    'zh-CN': '{who} 的列表所指的注册局：{what} 的登记者',
    ja: '{who} の一覧が示す登録機関：{what} の登録者',
  },
  'lookup-registrar': {
    en: 'the registrar that the registry names: who registered {what}',
    'zh-CN': '注册局指明的注册商：{what} 的登记者',
    ja: '登録機関が示すレジストラ：{what} の登録者',
  },
  'lookup-bootstrap': {
    en: '{who}: its list of registries, once a week; it learns nothing of the page',
    'zh-CN': '{who}：其注册局列表，每周一次；不会得知此页面的任何信息',
    ja: '{who}：登録機関の一覧（週に一度）。ページについては何も伝わりません',
  },
  'lookup-registry': {
    en: '{who}: who registered {what}',
    'zh-CN': '{who}：{what} 的登记者',
    ja: '{who}：{what} の登録者',
  },
});
