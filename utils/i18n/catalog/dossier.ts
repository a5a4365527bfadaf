import type { DeliveryType, RecheckResult } from '../../case/delivery.ts';
import type { Message } from '../translate.ts';
import { defineCatalog } from '../translate.ts';

/** What can happen to a notice. */
export const DELIVERY_WORDS: Readonly<Record<DeliveryType, Message>> = {
  sent: { en: 'sent', 'zh-CN': '已发送', ja: '送付' },
  bounced: { en: 'bounced', 'zh-CN': '退回', ja: '不達' },
  redirected: {
    en: 'redirected to another channel',
    'zh-CN': '被要求改用其他渠道',
    ja: '別の窓口を案内された',
  },
  deficient: { en: 'called deficient', 'zh-CN': '被认为不完整', ja: '不備の指摘' },
  acknowledged: { en: 'acknowledged', 'zh-CN': '已确认收到', ja: '受領の連絡' },
  forwarded: { en: 'forwarded', 'zh-CN': '已转送', ja: '転送済み' },
  removed: { en: 'removed', 'zh-CN': '已删除', ja: '削除済み' },
  refused: { en: 'refused', 'zh-CN': '被拒绝', ja: '拒否' },
  counter: { en: 'counter-notice', 'zh-CN': '反通知（声明）', ja: '異議申立て' },
  restored: { en: 'restored', 'zh-CN': '已恢复', ja: '復元' },
  published: { en: 'published', 'zh-CN': '已公开', ja: '公開された' },
};

/** What a re-check showed. */
export const RECHECK_WORDS: Readonly<Record<RecheckResult, Message>> = {
  up: { en: 'still there', 'zh-CN': '仍然存在', ja: '残存' },
  changed: { en: 'changed', 'zh-CN': '已变化', ja: '変更あり' },
  gone: { en: 'gone', 'zh-CN': '已消失', ja: '消失' },
  'geo-blocked': { en: 'blocked in this region', 'zh-CN': '地区屏蔽', ja: '地域制限' },
  login: { en: 'behind a login', 'zh-CN': '需要登录', ja: 'ログインが必要' },
  'cdn-interstitial': { en: 'behind a check of the network', 'zh-CN': '被防护页面拦截', ja: 'CDNの確認画面' },
  unreachable: {
    en: 'not reachable (which is not removed)',
    'zh-CN': '无法访问（不等于已删除）',
    ja: '到達不能（削除とは限らない）',
  },
};

/** Headings of the file on a repeat infringer. */
export const DOSSIER_WORDS = defineCatalog({
  title: {
    en: 'Record of suspected repeat infringement',
    'zh-CN': '涉嫌重复侵权记录',
    ja: '反復侵害の疑いに関する記録',
  },
  kind: { en: 'Kept by', 'zh-CN': '统计对象', ja: '対象' },
  account: { en: 'account', 'zh-CN': '账户', ja: 'アカウント' },
  site: { en: 'site', 'zh-CN': '网站', ja: 'サイト' },
  host: { en: 'host', 'zh-CN': '主机', ja: 'ホスト' },
  first: { en: 'First found', 'zh-CN': '首次发现', ja: '最初の発見' },
  last: { en: 'Last found', 'zh-CN': '最近发现', ja: '最近の発見' },
  works: { en: 'Works', 'zh-CN': '作品', ja: '著作物' },
  items: { en: 'Items', 'zh-CN': '涉嫌侵权内容', ja: '侵害が疑われる情報' },
  notices: { en: 'Notices', 'zh-CN': '通知', ja: '通知' },
  removals: { en: 'Removed', 'zh-CN': '已删除', ja: '削除' },
  counters: { en: 'Counter-notices', 'zh-CN': '反通知（声明）', ja: '異議申立て' },
  reappearances: { en: 'Found again after removal', 'zh-CN': '删除后再次出现', ja: '削除後の再掲載' },
  rechecks: { en: 'Re-checks', 'zh-CN': '复查', ja: '再確認' },
});
