import type { Regime } from '../../case/regime.ts';
import { CHECKED_ON, elements } from './shared.ts';

const ACT = '特定電気通信による情報の流通によって発生する権利侵害等への対処に関する法律';
const FORM = '著作権関係ガイドライン 申出書（様式A）';

/** Information Distribution Platform Act; request by Form A of the copyright guidelines. */
export const JP_IPDPA: Regime = {
  id: 'jp-ipdpa',
  jurisdiction: 'JP',
  name: {
    en: 'Japan: Information Distribution Platform Act, Form A',
    'zh-CN': '日本：《信息流通平台应对法》（样式A）',
    ja: '日本：情報流通プラットフォーム対処法（様式A）',
  },
  law: `${ACT}（情報流通プラットフォーム対処法）`,
  verified: true,
  certainty: 'secondary-page',
  checkedOn: CHECKED_ON,
  classes: ['hosting', 'iaas', 'cache_cdn', 'ecommerce', 'ai_model', 'search_link'],
  languages: ['ja'],
  elements: elements({
    notifier: `${FORM}：申出者の氏名`,
    contact: `${FORM}：申出者の住所・連絡先`,
    address: `${FORM}：侵害情報の特定`,
    work: `${FORM}：著作物等の説明`,
    right: `${FORM}：侵害されたとする権利`,
    reason: `${FORM}：権利が侵害されたとする理由`,
    description: `${FORM}：侵害の態様`,
    'proof-title': `${FORM}：権利者であることの確認方法`,
    'proof-capture': `${FORM}：侵害の確認方法`,
  }),
  contact: { block: [['address'], ['phone', 'email']], warn: ['phone', 'email'] },
  statements: [
    {
      name: 'truth',
      severity: 'block',
      citation: FORM,
      text: {
        ja: '申出者は、上記の記載内容が事実に相違ないことを表明します。',
        en: 'The requester declares that the statements above are true to the facts.',
        'zh-CN': '申请人声明，以上所载内容与事实相符。',
      },
    },
  ],
  exceptions: ['licence', 'own-upload', 'public-domain', 'quotation-parody'],
  followUps: [
    {
      id: 'answer',
      after: 'sent',
      amount: 7,
      unit: 'days',
      who: 'provider',
      label: {
        ja: '大規模特定電気通信役務提供者による通知の期限（原則7日以内）',
        en: 'Answer due in principle from a designated large platform (7 days)',
        'zh-CN': '大规模平台原则上应在七日内答复',
      },
      citation: `${ACT}第25条`,
    },
  ],
  liability: {
    citation: '民法第709条',
    text: {
      ja: '虚偽の申出により発信者又はプロバイダに損害を与えた場合、損害賠償責任を負うことがあります。',
      en: 'A false request that harms the sender or the provider may be answered for in tort.',
      'zh-CN': '虚假申请给发信人或者服务提供者造成损害的，可能承担损害赔偿责任。',
    },
  },
};
