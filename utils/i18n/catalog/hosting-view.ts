import type { HostingSummary, ProviderBehaviour, ProviderClass } from '../../case/hosting.ts';
import { defineCatalog, type Message } from '../translate.ts';

/** The page's view of who serves it. The sentences themselves stand in `hosting.ts`. */
export const HOSTING_VIEW = defineCatalog({
  'hosting.title': { en: 'Who serves this page', 'zh-CN': '由谁提供此页面', ja: 'このページの配信元' },
  'hosting.glance': { en: 'Who serves it, at a glance', 'zh-CN': '服务商概览', ja: '配信元の概要' },
  'hosting.reader-detail': { en: 'This browser', 'zh-CN': '本浏览器', ja: 'このブラウザー' },
  'hosting.serves-page': { en: 'the page', 'zh-CN': '页面', ja: 'ページ' },
  'hosting.serves-item': { en: 'an item', 'zh-CN': '侵权内容', ja: '侵害対象' },
  'hosting.serves-media': { en: 'media', 'zh-CN': '媒体文件', ja: 'メディア' },
  'hosting.path': {
    en: 'From this browser to the content',
    'zh-CN': '从本浏览器到内容',
    ja: 'このブラウザーからコンテンツまで',
  },
  'hosting.not-public': {
    en: 'not publicly determinable',
    'zh-CN': '无法公开确定',
    ja: '公開情報では特定不可',
  },
  'hosting.not-public-detail': {
    en: 'Hidden behind {provider}. Ask {provider} who the host is.',
    'zh-CN': '隐藏在 {provider} 之后，可向 {provider} 询问主机方。',
    ja: '{provider} の背後にあります。ホストは {provider} に照会してください。',
  },
  'hosting.unknown-origin': { en: 'not known', 'zh-CN': '未知', ja: '不明' },
  'hosting.others': { en: 'Name and registration', 'zh-CN': '域名与登记', ja: 'ドメインと登録' },
  'hosting.from-connection': { en: 'seen on the connection', 'zh-CN': '来自实际连接', ja: '接続で観測' },
  'hosting.from-dns': { en: 'looked up', 'zh-CN': '来自查询', ja: '照会による' },
  'hosting.registered-in': {
    en: 'address registered in {country}',
    'zh-CN': '地址登记地：{country}',
    ja: 'アドレスの登録国：{country}',
  },
  'hosting.why': { en: 'Why', 'zh-CN': '依据', ja: '根拠' },
  'hosting.leads': { en: 'Leads, not findings', 'zh-CN': '线索（非结论）', ja: '手がかり（結論ではない）' },
  'hosting.recipients': {
    en: 'Whom to write to, in this order',
    'zh-CN': '通知对象（按顺序）',
    ja: '通知先（この順で）',
  },
  'hosting.no-channel': { en: 'no address published', 'zh-CN': '未公布联系方式', ja: '連絡先の公開なし' },
  'hosting.channel-checked': {
    en: '{source}, checked {date}',
    'zh-CN': '{source}，核对于 {date}',
    ja: '{source}、確認日 {date}',
  },
  'hosting.channel-unchecked': {
    en: '{source}; never checked with the provider',
    'zh-CN': '{source}；从未向服务商核对',
    ja: '{source}。事業者への確認は未実施',
  },
  'hosting.channel-registry': {
    en: 'abuse contact in {source}; not designated for copyright notices',
    'zh-CN': '{source} 中的滥用投诉联系方式；并非专为版权通知指定',
    ja: '{source} にある不正利用の連絡先。著作権通知用の指定ではない',
  },
  'hosting.for-hosts': { en: 'For {hosts}.', 'zh-CN': '涉及 {hosts}。', ja: '対象：{hosts}。' },
  'hosting.correct-contact': {
    en: 'Correct this contact',
    'zh-CN': '更正此联系方式',
    ja: 'この連絡先を訂正する',
  },
  'hosting.alternatives': { en: 'Other ways to reach it', 'zh-CN': '其他联系方式', ja: 'その他の連絡先' },
  'hosting.warnings': { en: 'To know', 'zh-CN': '注意事项', ja: '注意点' },
  'hosting.pending': { en: 'Not answered yet', 'zh-CN': '尚未得到答复的查询', ja: '未回答の照会' },
  'hosting.none': {
    en: 'This capture holds no findings about who serves the page.',
    'zh-CN': '本次取证没有关于服务商的结论。',
    ja: 'この取得には配信元に関する所見がありません。',
  },
  'hosting.ask-title': {
    en: 'Look up who serves this page?',
    'zh-CN': '要查询此页面由谁提供吗？',
    ja: 'このページの配信元を照会しますか？',
  },
  'hosting.ask-intro': {
    en: 'To learn whom to write to, these public services would be asked. They see the names below and your network address, nothing else.',
    'zh-CN': '为查明通知对象，将询问下列公共服务。它们只会看到下列名称和您的网络地址，不会看到其他信息。',
    ja: '通知先を調べるため、次の公開サービスに照会します。相手に伝わるのは下の名前とあなたのネットワークアドレスだけです。',
  },
  'hosting.ask-until': {
    en: 'Until you decide, captures ask nobody. It can be looked up later.',
    'zh-CN': '在您决定之前，取证不会询问任何服务，之后可以补查。',
    ja: '決めるまで、取得時にはどこにも照会しません。後から照会できます。',
  },
  'hosting.ask-once': { en: 'This time', 'zh-CN': '仅这一次', ja: '今回だけ' },
  'hosting.ask-always': { en: 'Always', 'zh-CN': '始终查询', ja: '常に照会' },
  'hosting.ask-never': { en: 'Never', 'zh-CN': '从不查询', ja: '照会しない' },
  'hosting.ask-allowed': {
    en: 'The next capture looks up who serves the page.',
    'zh-CN': '下一次取证将查询页面服务商。',
    ja: '次の取得で配信元を照会します。',
  },
  'hosting.ask-undo': { en: 'Undo', 'zh-CN': '撤销', ja: '取り消す' },
  'hosting.look-up-now': { en: 'Look up now', 'zh-CN': '立即查询', ja: '今すぐ照会' },
  'hosting.look-up-again': { en: 'Look up again', 'zh-CN': '重新查询', ja: 'もう一度照会' },
  'hosting.looking-up': { en: 'Looking up…', 'zh-CN': '正在查询…', ja: '照会中…' },
  'hosting.next-try': {
    en: 'next try {time}',
    'zh-CN': '下次尝试：{time}',
    ja: '次の試行：{time}',
  },
  'hosting.looked-up-at': {
    en: 'As looked up later, {time}',
    'zh-CN': '事后查询结果，{time}',
    ja: '後日の照会結果、{time}',
  },
  'hosting.found-at-capture': {
    en: 'As found when it was captured, {time}',
    'zh-CN': '取证时的结果，{time}',
    ja: '取得時の結果、{time}',
  },
  'hosting.state-complete': { en: 'Looked up', 'zh-CN': '已查询', ja: '照会済み' },
  'hosting.state-partial': { en: 'Some look-ups missing', 'zh-CN': '部分查询缺失', ja: '一部の照会が未了' },
  'hosting.state-off': { en: 'Not looked up', 'zh-CN': '未查询', ja: '未照会' },
  'class.proxy': { en: 'reverse proxy', 'zh-CN': '反向代理', ja: 'リバースプロキシ' },
  'class.shield': { en: 'protection service', 'zh-CN': '防护服务', ja: '防御サービス' },
  'class.cdn': { en: 'CDN', 'zh-CN': 'CDN', ja: 'CDN' },
  'class.host': { en: 'hosting', 'zh-CN': '托管服务', ja: 'ホスティング' },
  'class.iaas': { en: 'cloud infrastructure', 'zh-CN': '云计算基础设施', ja: 'クラウド基盤' },
  'class.storage': { en: 'storage', 'zh-CN': '对象存储', ja: 'ストレージ' },
  'class.platform': { en: 'platform', 'zh-CN': '平台', ja: 'プラットフォーム' },
  'class.transit': { en: 'network operator', 'zh-CN': '网络运营商', ja: '回線事業者' },
  'class.registrar': { en: 'registrar', 'zh-CN': '域名注册商', ja: 'レジストラ' },
  'class.dns': { en: 'DNS', 'zh-CN': 'DNS', ja: 'DNS' },
  'behaviour.takes-down': {
    en: 'takes the content down itself',
    'zh-CN': '自行删除内容',
    ja: '自ら削除する',
  },
  'behaviour.forwards-to-customer': {
    en: 'passes the notice on to its customer',
    'zh-CN': '将通知转给其客户',
    ja: '通知を顧客に転送する',
  },
  'behaviour.forwards-and-names-host': {
    en: 'passes the notice on and names the host',
    'zh-CN': '转达通知并告知主机方',
    ja: '通知を転送し、ホストを知らせる',
  },
  'behaviour.customer-deadline': {
    en: 'gives its customer a deadline',
    'zh-CN': '给其客户规定期限',
    ja: '顧客に期限を与える',
  },
  'behaviour.acts-as-cache': {
    en: 'regards itself as a mere cache',
    'zh-CN': '自认仅提供缓存',
    ja: '単なるキャッシュを自任する',
  },
  'behaviour.needs-rights-documents': {
    en: 'wants documents that prove the right',
    'zh-CN': '要求权属证明文件',
    ja: '権利を証する書類を求める',
  },
  'behaviour.unknown': { en: 'not known', 'zh-CN': '不清楚', ja: '不明' },
  'class.unclassified': { en: 'unclassified', 'zh-CN': '未分类', ja: '未分類' },
} satisfies Record<
  `class.${ProviderClass}` | `behaviour.${ProviderBehaviour}` | `hosting.state-${HostingSummary['state']}`,
  Message
> &
  Record<string, Message>);
