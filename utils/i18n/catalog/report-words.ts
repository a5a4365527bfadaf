import type { Item, ObservationKind, Right } from '../../case/dispute.ts';
import { defineCatalog, type Message } from '../translate.ts';

type Words = Record<`right-${Right}` | `mode-${Item['mode']}` | `seen-${ObservationKind}`, Message>;

/** Words for the values a person chose. A new value without a word does not compile. */
export const REPORT_WORDS = defineCatalog({
  'right-network-dissemination': {
    en: 'network dissemination',
    'zh-CN': '信息网络传播权',
    ja: '公衆送信（情報ネットワーク伝達）',
  },
  'right-reproduction': { en: 'reproduction', 'zh-CN': '复制权', ja: '複製' },
  'right-distribution': { en: 'distribution', 'zh-CN': '发行权', ja: '頒布・譲渡' },
  'right-adaptation': { en: 'adaptation', 'zh-CN': '改编权', ja: '翻案' },
  'right-translation': { en: 'translation', 'zh-CN': '翻译权', ja: '翻訳' },
  'right-public-performance': { en: 'public performance', 'zh-CN': '表演权', ja: '上演・演奏' },
  'right-broadcasting': { en: 'broadcasting', 'zh-CN': '广播权', ja: '放送' },
  'right-making-available': { en: 'making available', 'zh-CN': '向公众提供权', ja: '送信可能化' },
  'right-communication-to-the-public': {
    en: 'communication to the public',
    'zh-CN': '向公众传播权',
    ja: '公衆への伝達',
  },
  'right-rental': { en: 'rental', 'zh-CN': '出租权', ja: '貸与' },
  'right-exhibition': { en: 'exhibition', 'zh-CN': '展览权', ja: '展示' },
  'right-attribution': { en: 'attribution', 'zh-CN': '署名权', ja: '氏名表示' },
  'right-integrity': { en: 'integrity', 'zh-CN': '保护作品完整权', ja: '同一性保持' },
  'mode-full-copy': { en: 'whole copy', 'zh-CN': '完整复制', ja: '全部の複製' },
  'mode-partial-copy': { en: 'copy of a part', 'zh-CN': '部分复制', ja: '一部の複製' },
  'mode-adaptation': { en: 'adaptation', 'zh-CN': '改编', ja: '翻案' },
  'mode-link': { en: 'link', 'zh-CN': '链接', ja: 'リンク' },
  'mode-stream': { en: 'stream', 'zh-CN': '在线播放', ja: 'ストリーミング' },
  'mode-model-training-output': {
    en: 'AI model or its output',
    'zh-CN': '人工智能模型或其产出',
    ja: 'AI モデルまたはその出力',
  },
  'mode-other': { en: 'other', 'zh-CN': '其他', ja: 'その他' },
  'seen-front-page': { en: 'on the front page', 'zh-CN': '位于首页', ja: 'トップページに掲載' },
  'seen-recommendation': { en: 'recommended', 'zh-CN': '被推荐', ja: '推薦されている' },
  'seen-chart': { en: 'in a chart', 'zh-CN': '位于榜单', ja: 'ランキングに掲載' },
  'seen-advertising': { en: 'with advertising', 'zh-CN': '附有广告', ja: '広告あり' },
  'seen-membership': { en: 'for members', 'zh-CN': '会员内容', ja: '会員向け' },
  'seen-points-or-incentives': {
    en: 'with points or incentives',
    'zh-CN': '有积分或奖励',
    ja: 'ポイント・特典あり',
  },
  'seen-category-placement': { en: 'placed in a category', 'zh-CN': '归入分类', ja: 'カテゴリーに分類' },
  'seen-editing-or-selecting': {
    en: 'edited or selected',
    'zh-CN': '经编辑或选择',
    ja: '編集・選択されている',
  },
  'seen-same-account-repeat': {
    en: 'same account again',
    'zh-CN': '同一账号重复',
    ja: '同じアカウントによる反復',
  },
  'seen-access-count': { en: 'number of views', 'zh-CN': '访问量', ja: '閲覧数' },
  'seen-no-review-terms': { en: 'terms without review', 'zh-CN': '条款未设审查', ja: '規約に審査なし' },
  'seen-complaint-channel-absent': {
    en: 'no way to complain',
    'zh-CN': '无投诉渠道',
    ja: '申立ての窓口なし',
  },
  'seen-ai-model': { en: 'AI model', 'zh-CN': '人工智能模型', ja: 'AI モデル' },
} satisfies Words);
