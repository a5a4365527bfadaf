import type { HostingSummary, ProviderClass } from '../../case/hosting.ts';
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
  'hosting.warnings': { en: 'To know', 'zh-CN': '注意事项', ja: '注意点' },
  'hosting.pending': { en: 'Not answered yet', 'zh-CN': '尚未得到答复的查询', ja: '未回答の照会' },
  'hosting.none': {
    en: 'This capture holds no findings about who serves the page.',
    'zh-CN': '本次取证没有关于服务商的结论。',
    ja: 'この取得には配信元に関する所見がありません。',
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
  'class.unclassified': { en: 'unclassified', 'zh-CN': '未分类', ja: '未分類' },
} satisfies Record<`class.${ProviderClass}` | `hosting.state-${HostingSummary['state']}`, Message> &
  Record<string, Message>);
