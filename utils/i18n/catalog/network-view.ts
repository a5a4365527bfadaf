import type { NotObservedReason } from '../../case/network.ts';
import { defineCatalog, type Message } from '../translate.ts';

/** Hops, requests and what a page refers to. */
export const NETWORK_VIEW = defineCatalog({
  'net.hops': { en: 'How the page was reached', 'zh-CN': '访问路径', ja: 'ページに至る経路' },
  'net.hops-none': {
    en: 'The page’s own connection was not observed: {why}',
    'zh-CN': '未观察到页面自身的网络连接：{why}',
    ja: 'ページ自体の通信は観測されていません：{why}',
  },
  'net.not-observed.before-extension': {
    en: 'it was loaded before the extension started. Reload it and capture again.',
    'zh-CN': '页面在扩展启动前已加载。请刷新后重新取证。',
    ja: '拡張機能の起動前に読み込まれました。再読み込みして取得し直してください。',
  },
  'net.not-observed.service-worker': {
    en: 'it was made by the site’s own service worker.',
    'zh-CN': '页面由该网站自身的 Service Worker 生成。',
    ja: 'サイト自身の Service Worker が生成しました。',
  },
  'net.not-observed.restored-from-history': {
    en: 'it was restored from history. Reload it and capture again.',
    'zh-CN': '页面由历史记录恢复。请刷新后重新取证。',
    ja: '履歴から復元されました。再読み込みして取得し直してください。',
  },
  'net.not-observed.no-network': {
    en: 'it was not loaded over the network (a local file or generated page).',
    'zh-CN': '页面并非通过网络加载（本地文件或生成的页面）。',
    ja: 'ネットワーク経由ではありません（ローカルファイルまたは生成されたページ）。',
  },
  'net.not-observed.not-seen': {
    en: 'the browser did not report it. Reload the page and capture again.',
    'zh-CN': '浏览器未报告该连接。请刷新后重新取证。',
    ja: 'ブラウザーから報告がありませんでした。再読み込みして取得し直してください。',
  },
  'net.status': { en: 'Status', 'zh-CN': '状态码', ja: 'ステータス' },
  'net.address': { en: 'Address', 'zh-CN': '网址', ja: 'URL' },
  'net.server': { en: 'Server address', 'zh-CN': '服务器 IP', ja: 'サーバーの IP' },
  'net.from-cache': { en: 'from cache', 'zh-CN': '来自缓存', ja: 'キャッシュ' },
  'net.through-proxy': {
    en: 'not seen: through a proxy',
    'zh-CN': '未能看到：经由代理',
    ja: '観測されず（プロキシ経由）',
  },
  'net.by-browser': { en: 'made by the browser', 'zh-CN': '浏览器内部跳转', ja: 'ブラウザーによる転送' },
  'net.at': { en: 'Time', 'zh-CN': '时间', ja: '時刻' },
  'net.headers': { en: 'Response headers of the page', 'zh-CN': '页面响应头', ja: 'ページの応答ヘッダー' },
  'net.header': { en: 'Header', 'zh-CN': '字段', ja: 'ヘッダー' },
  'net.value': { en: 'Value', 'zh-CN': '内容', ja: '値' },
  'net.omitted': { en: 'left out: a secret', 'zh-CN': '已省略（敏感信息）', ja: '省略（秘密情報）' },
  'net.requests': {
    en: 'Everything the page loaded',
    'zh-CN': '页面加载的全部资源',
    ja: 'ページが読み込んだもの',
  },
  'net.requests-none': {
    en: 'No requests were observed.',
    'zh-CN': '未观察到任何请求。',
    ja: '通信は観測されていません。',
  },
  'net.find': {
    en: 'Find by address, type or server',
    'zh-CN': '按网址、类型或服务器查找',
    ja: 'URL・種類・サーバーで検索',
  },
  'net.type': { en: 'Type', 'zh-CN': '类型', ja: '種類' },
  'net.bytes': { en: 'Bytes', 'zh-CN': '字节', ja: 'バイト' },
  'net.dropped': {
    en: '{count} further requests were counted, not kept.',
    'zh-CN': '另有 {count} 个请求仅计数，未保存。',
    ja: 'ほかに {count} 件の通信は件数のみ記録しました。',
  },
  'net.resources': { en: 'What the page refers to', 'zh-CN': '页面引用的内容', ja: 'ページが参照するもの' },
  'net.kind': { en: 'Kind', 'zh-CN': '类别', ja: '種別' },
  'net.text': { en: 'Text', 'zh-CN': '文字', ja: 'テキスト' },
  'net.place': { en: 'Place on the page', 'zh-CN': '页面位置', ja: 'ページ上の位置' },
} satisfies Record<`net.not-observed.${NotObservedReason}`, Message> & Record<string, Message>);
