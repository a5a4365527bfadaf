import type { PreCheck } from '../../case/settings.ts';
import { defineCatalog, type Message } from '../translate.ts';

type Answer<K extends 'profile' | 'otherExtensions' | 'proxy' | 'timeZone'> = `said-${K}-${PreCheck[K]}`;
type Answers = Answer<'profile'> | Answer<'otherExtensions'> | Answer<'proxy'> | Answer<'timeZone'>;

/** What the operator said of the surroundings, in words of the report: theirs, never something observed. */
export const REPORT_STATEMENT = defineCatalog({
  'said-at': { en: 'Stated at', 'zh-CN': '陈述时间', ja: '申告日時' },
  'said-profile-clean': {
    en: 'The browser profile was made for this work.',
    'zh-CN': '浏览器配置专为取证而建。',
    ja: 'ブラウザーのプロファイルはこの作業専用。',
  },
  'said-profile-everyday': {
    en: 'The browser profile is the everyday one.',
    'zh-CN': '使用日常的浏览器配置。',
    ja: '普段使いのブラウザーのプロファイル。',
  },
  'said-profile-not-sure': {
    en: 'Not sure whether the browser profile was made for this work.',
    'zh-CN': '不确定浏览器配置是否专为取证而建。',
    ja: 'ブラウザーのプロファイルが専用かどうかは不明。',
  },
  'said-otherExtensions-none': {
    en: 'No other extension was active.',
    'zh-CN': '未启用其他扩展。',
    ja: '他の拡張機能は無効。',
  },
  'said-otherExtensions-some': {
    en: 'Other extensions were active.',
    'zh-CN': '有其他扩展处于启用状态。',
    ja: '他の拡張機能が有効。',
  },
  'said-otherExtensions-not-sure': {
    en: 'Not sure whether other extensions were active.',
    'zh-CN': '不确定是否启用了其他扩展。',
    ja: '他の拡張機能が有効かどうかは不明。',
  },
  'said-proxy-none': {
    en: 'No VPN or proxy was in use.',
    'zh-CN': '未使用 VPN 或代理。',
    ja: 'VPN・プロキシは不使用。',
  },
  'said-proxy-used': {
    en: 'A VPN or proxy was in use.',
    'zh-CN': '使用了 VPN 或代理。',
    ja: 'VPN またはプロキシを使用。',
  },
  'said-proxy-not-sure': {
    en: 'Not sure whether a VPN or proxy was in use.',
    'zh-CN': '不确定是否使用了 VPN 或代理。',
    ja: 'VPN・プロキシの使用は不明。',
  },
  'said-timeZone-right': {
    en: 'Clock and time zone were those of the place.',
    'zh-CN': '时钟和时区与所在地一致。',
    ja: '時計とタイムゾーンは所在地のもの。',
  },
  'said-timeZone-wrong': {
    en: 'Clock or time zone were not those of the place.',
    'zh-CN': '时钟或时区与所在地不符。',
    ja: '時計またはタイムゾーンは所在地のものではない。',
  },
  'said-timeZone-not-sure': {
    en: 'Not sure whether clock and time zone were those of the place.',
    'zh-CN': '不确定时钟和时区是否与所在地一致。',
    ja: '時計とタイムゾーンが所在地のものかは不明。',
  },
} satisfies Record<Answers, Message> & Record<string, Message>);
