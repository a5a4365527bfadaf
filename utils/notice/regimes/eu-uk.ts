import type { Regime } from '../../case/regime.ts';
import { CHECKED_ON, elements } from './shared.ts';
import { DSA_FOLLOW_UPS } from './without-days.ts';

const DSA = 'Regulation (EU) 2022/2065';

/** Digital Services Act Art. 16: hosting services. */
export const EU_DSA16: Regime = {
  id: 'eu-dsa16',
  jurisdiction: 'EU',
  name: {
    en: 'European Union: Digital Services Act, Article 16',
    'zh-CN': '欧盟：《数字服务法》第16条',
    ja: '欧州連合：デジタルサービス法第16条',
  },
  law: `${DSA}, Article 16`,
  verified: true,
  certainty: 'primary-text',
  checkedOn: CHECKED_ON,
  classes: ['hosting', 'iaas', 'ecommerce', 'ai_model', 'search_link'],
  languages: ['en'],
  elements: elements({
    reason: `${DSA}, Art. 16(2)(a)`,
    description: `${DSA}, Art. 16(2)(a)`,
    address: `${DSA}, Art. 16(2)(b)`,
    notifier: `${DSA}, Art. 16(2)(c)`,
    contact: `${DSA}, Art. 16(2)(c)`,
  }),
  contact: { block: [['email']], warn: [] },
  statements: [
    {
      name: 'bona-fide',
      severity: 'block',
      citation: `${DSA}, Art. 16(2)(d)`,
      text: {
        en: 'I confirm my bona fide belief that the information and allegations contained in this notice are accurate and complete.',
        'zh-CN': '本人确认，本人善意相信本通知所载信息和指控准确、完整。',
        ja: '私は、本通知に含まれる情報及び主張が正確かつ完全であると誠実に信じていることを確認します。',
      },
    },
  ],
  exceptions: ['licence', 'own-upload', 'public-domain', 'quotation-parody'],
  followUps: [
    ...DSA_FOLLOW_UPS,
    {
      id: 'internal-complaint',
      after: 'refused',
      amount: 6,
      unit: 'months',
      who: 'notifier',
      label: {
        en: 'Last day for an internal complaint against the decision (online platforms)',
        'zh-CN': '对在线平台决定提出内部投诉的最后日期',
        ja: 'オンラインプラットフォームの決定に対する内部苦情申立ての最終日',
      },
      citation: `${DSA}, Art. 20(1)`,
    },
  ],
  liability: {
    citation: `${DSA}, Art. 23(2)`,
    text: {
      en: 'Platforms suspend the processing of notices of those who frequently submit manifestly unfounded ones.',
      'zh-CN': '对频繁提交明显无根据通知者，平台将中止处理其通知。',
      ja: '明らかに根拠のない通知を頻繁に提出する者については、プラットフォームはその通知の処理を停止します。',
    },
  },
};

const UK = 'SI 2002/2013, reg. 22';

/** Electronic Commerce (EC Directive) Regulations 2002, reg. 22: serves regs 18 (caching) and 19 (hosting), no conduit. */
export const UK_REG22: Regime = {
  id: 'uk-reg22',
  jurisdiction: 'GB',
  name: {
    en: 'United Kingdom: Electronic Commerce Regulations 2002, regulation 22',
    'zh-CN': '英国：《2002年电子商务条例》第22条',
    ja: '英国：2002年電子商取引規則第22規則',
  },
  law: 'Electronic Commerce (EC Directive) Regulations 2002 (SI 2002/2013), reg. 22',
  verified: true,
  certainty: 'secondary-page',
  checkedOn: CHECKED_ON,
  classes: ['hosting', 'cache_cdn', 'iaas', 'ecommerce', 'ai_model'],
  languages: ['en'],
  elements: elements({
    channel: `${UK}(a), with reg. 6(1)(c): the means of contact`,
    notifier: `${UK}(b)(i)`,
    contact: `${UK}(b)(i): full name and address of the sender`,
    address: `${UK}(b)(ii)`,
    description: `${UK}(b)(iii)`,
    reason: `${UK}(b)(iii): the unlawful nature`,
  }),
  contact: { block: [['address']], warn: ['email', 'phone'] },
  statements: [],
  exceptions: ['licence', 'own-upload', 'public-domain', 'quotation-parody'],
  followUps: [],
  liability: {
    citation: 'Common law',
    text: {
      en: 'A notice gives the provider actual knowledge; a wrong one may be answered by a claim of the person whose material was removed.',
      'zh-CN': '通知使服务提供者实际知悉；错误通知可能导致内容被移除者提出索赔。',
      ja: '通知によりプロバイダは現実の認識を有することになります。誤った通知は、削除された側からの請求を招くことがあります。',
    },
  },
};
