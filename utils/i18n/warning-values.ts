import type { Language } from '../case/settings.ts';
import { fill, type Message } from './translate.ts';

/** Closed lists that a warning's values come from, in the reader's language. */
const WORDS: Readonly<Record<string, Message>> = {
  'before-extension': {
    en: 'it was loaded before the extension ran',
    'zh-CN': '页面在扩展运行之前已加载',
    ja: '拡張機能の起動前に読み込まれていた',
  },
  'service-worker': {
    en: 'the site’s own service worker answered',
    'zh-CN': '由网站自身的 Service Worker 应答',
    ja: 'サイト自身の Service Worker が応答した',
  },
  'restored-from-history': {
    en: 'it came back from the history',
    'zh-CN': '页面由历史记录恢复',
    ja: '履歴から復元された',
  },
  'no-network': {
    en: 'its scheme needs no network',
    'zh-CN': '该地址类型无需网络',
    ja: 'この種類のアドレスは通信を要しない',
  },
  'not-seen': { en: 'nothing is known about why', 'zh-CN': '原因不明', ja: '理由は不明' },
  'no response seen': { en: 'no response was seen', 'zh-CN': '未见到响应', ja: '応答が観測されていない' },
  public: { en: 'public', 'zh-CN': '公网', ja: 'グローバル' },
  private: { en: 'private', 'zh-CN': '内网', ja: 'プライベート' },
  loopback: { en: 'loopback', 'zh-CN': '本机回环', ja: 'ループバック' },
  'link-local': { en: 'link-local', 'zh-CN': '链路本地', ja: 'リンクローカル' },
  documentation: { en: 'documentation', 'zh-CN': '文档示例', ja: '文書用' },
  reserved: { en: 'reserved', 'zh-CN': '保留', ja: '予約済み' },
};

/** How a later fetch differed, as the rules write it down in English. */
const DIFFERENCES: readonly (readonly [RegExp, Message])[] = [
  [
    /^status (?<one>\d+), not (?<two>\d+)$/,
    {
      en: 'status {one}, not {two}',
      'zh-CN': '状态码为 {one}，而非 {two}',
      ja: 'ステータスは {two} ではなく {one}',
    },
  ],
  [
    /^it ended at (?<one>.+)$/,
    { en: 'it ended at {one}', 'zh-CN': '最终到达 {one}', ja: '最終的な URL は {one}' },
  ],
  [
    /^it came from (?<one>\S+), not (?<two>\S+)$/,
    {
      en: 'it came from {one}, not {two}',
      'zh-CN': '来自 {one}，而非 {two}',
      ja: '送信元は {two} ではなく {one}',
    },
  ],
];

function difference(text: string, language: Language): string {
  const said = text.split('; ').map((part) => {
    for (const [pattern, message] of DIFFERENCES) {
      const groups = pattern.exec(part)?.groups;
      if (groups) return fill(message[language], groups);
    }
    return part;
  });
  return said.join(language === 'en' ? '; ' : '；');
}

/** The values of a warning of the hosting rules as they are said in a language; names and addresses stay. */
export function warningValues(
  values: Readonly<Record<string, string>>,
  language: Language,
): Record<string, string> {
  const say = (name: string, value: string): string => {
    if (name === 'difference') return difference(value, language);
    return name === 'reason' || name === 'kind' ? (WORDS[value]?.[language] ?? value) : value;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, say(name, value)]));
}
