import type { Regime } from '../../case/regime.ts';
import { CHECKED_ON, elements } from './shared.ts';

const CA = 'Copyright Act, R.S.C. 1985, c. C-42, s. 41.25(2)';

/** Copyright Act (Canada) ss. 41.25–41.27: notice and notice. */
export const CA_41_25: Regime = {
  id: 'ca-41.25',
  jurisdiction: 'CA',
  name: {
    en: 'Canada: notice and notice (section 41.25)',
    'zh-CN': '加拿大：“通知—转通知”（第41.25条）',
    ja: 'カナダ：ノーティス・アンド・ノーティス（第41.25条）',
  },
  law: 'Copyright Act, R.S.C. 1985, c. C-42, ss. 41.25–41.27',
  verified: true,
  certainty: 'primary-text',
  checkedOn: CHECKED_ON,
  classes: ['hosting', 'conduit', 'iaas', 'search_link', 'cache_cdn', 'ai_model', 'ecommerce'],
  languages: ['en'],
  elements: elements({
    notifier: `${CA}(a)`,
    contact: `${CA}(a)`,
    work: `${CA}(b)`,
    holder: `${CA}(c): the claimant's interest or right`,
    authority: `${CA}(c): the claimant's interest or right`,
    right: `${CA}(e): the infringement that is claimed`,
    address: `${CA}(d)`,
    description: `${CA}(e)`,
    'proof-capture': `${CA}(f): date and time of the commission`,
    reason: 's. 41.25(3): no settlement offer, demand for payment or personal data, or link to one',
  }),
  contact: { block: [['address']], warn: ['email'] },
  statements: [],
  exceptions: ['licence', 'own-upload', 'public-domain', 'quotation-parody'],
  forwardsOnly: true,
  followUps: [
    {
      id: 'records',
      // The six months begin with the provider's receipt, which sending never follows: early, not late.
      after: 'sent',
      amount: 6,
      unit: 'months',
      who: 'provider',
      label: {
        en: 'End of the provider’s duty to keep the records that identify the customer: six months from its receipt, counted here from sending (longer where an action is begun and notified)',
        'zh-CN':
          '服务提供者保存可识别客户身份之记录的义务届满：自其收到通知起六个月，此处自发送之日起算（已起诉并通知的，期限更长）',
        ja: '顧客を特定する記録の保存義務の満了：受領から6か月（ここでは送付日から起算。訴訟提起を通知した場合はより長期）',
      },
      citation: 'Copyright Act, s. 41.26(1)(b)',
    },
  ],
  liability: {
    citation: 'Copyright Act, s. 41.25(3)',
    text: {
      en: 'A notice that offers a settlement, or asks for payment or personal data, is not a notice under the Act.',
      'zh-CN': '含和解要约、付款要求或者索取个人信息内容的通知，不构成该法所称通知。',
      ja: '和解の申出、支払又は個人情報の要求を含む通知は、同法上の通知とは認められません。',
    },
  },
};

const NZ = 'Copyright Act 1994, s. 92C; regulation 5B';

/** Copyright Act 1994 (New Zealand) s. 92C and reg. 5B. */
export const NZ_92C: Regime = {
  id: 'nz-92C',
  jurisdiction: 'NZ',
  name: {
    en: 'New Zealand: Copyright Act 1994, section 92C',
    'zh-CN': '新西兰：《1994年版权法》第92C条',
    ja: 'ニュージーランド：1994年著作権法第92C条',
  },
  law: 'Copyright Act 1994, s. 92C, with regulation 5B',
  verified: true,
  certainty: 'primary-text',
  checkedOn: CHECKED_ON,
  classes: ['hosting', 'iaas', 'ai_model', 'ecommerce', 'cache_cdn'],
  languages: ['en'],
  elements: elements({
    notifier: `${NZ}: names`,
    holder: `${NZ}: names`,
    contact: `${NZ}: phone, postal address, email`,
    'proof-capture': `${NZ}: date and time the material was found`,
    work: `${NZ}: the material`,
    description: `${NZ}: the nature of the infringement`,
    address: `${NZ}: the location`,
    signature: `${NZ}: signature`,
  }),
  contact: { block: [['phone'], ['address'], ['email']], warn: [] },
  statements: [],
  exceptions: ['licence', 'own-upload', 'public-domain', 'quotation-parody'],
  followUps: [],
  liability: {
    citation: 'Copyright Act 1994, s. 92C',
    text: {
      en: 'A wrong notice may be answered by a claim of the person whose material was removed.',
      'zh-CN': '错误通知可能导致内容被移除者提出索赔。',
      ja: '誤った通知は、削除された側からの請求を招くことがあります。',
    },
  },
};
