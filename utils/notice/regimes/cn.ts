import type { Regime, RegimeStatement, Severity } from '../../case/regime.ts';
import { TOOL_RULES } from '../../i18n/catalog/tool-rules.ts';
import { CHECKED_ON, elements, MODEL_FORM } from './shared.ts';
import { CN_REG14_FOLLOW_UPS } from './without-days.ts';

const REG = '《信息网络传播权保护条例》';
const CIVIL = '《中华人民共和国民法典》';
const ECOM = '《中华人民共和国电子商务法》';
const RIGHT = TOOL_RULES['rule-ali-b'].en;
const EXCEPTIONS = ['cn-art-24', 'licence', 'own-upload', 'public-domain'] as const;

function truth(citation: string, severity: Severity): RegimeStatement {
  return {
    name: 'truth',
    severity,
    citation,
    text: {
      'zh-CN': '通知人保证本通知书所载内容及所附材料真实。通知内容不真实的，由通知人承担由此产生的法律责任。',
      en: 'The notifier warrants that this notice and the materials with it are truthful, and bears the legal responsibility if they are not.',
      ja: '通知者は、本通知書の記載内容及び添付資料が真実であることを保証し、真実でない場合はこれにより生じる法的責任を負います。',
    },
  };
}

const common = {
  jurisdiction: 'CN',
  verified: true,
  checkedOn: CHECKED_ON,
  languages: ['zh-CN'],
  exceptions: EXCEPTIONS,
} as const;

/** Regulation on the Protection of the Right of Network Dissemination, Arts 14–17, 20–24: storage, search and links. */
export const CN_REG14: Regime = {
  ...common,
  id: 'cn-reg14',
  certainty: 'primary-text',
  name: {
    en: 'China: Regulation on network dissemination, Article 14',
    'zh-CN': '中国：《信息网络传播权保护条例》第十四条',
    ja: '中国：情報ネットワーク伝達権保護条例第14条',
  },
  law: `${REG}第十四条至第十七条、第二十条至第二十四条`,
  classes: ['hosting', 'search_link', 'ai_model'],
  sections: { hosting: '第二十二条', ai_model: '第二十二条', search_link: '第二十三条' },
  elements: elements({
    notifier: `${REG}第十四条第一款第（一）项`,
    holder: `${REG}第十四条第一款第（一）项`,
    contact: `${REG}第十四条第一款第（一）项`,
    // Article 14 asks for names and contact; the Civil Code, for every network provider, and the form for the identity.
    identity: `${MODEL_FORM}；${CIVIL}第一千一百九十五条第一款：权利人的真实身份信息`,
    work: `${REG}第十四条第一款第（二）项`,
    address: `${REG}第十四条第一款第（二）项`,
    'proof-title': `${REG}第十四条第一款第（三）项`,
    'proof-capture': `${REG}第十四条第一款第（三）项`,
    right: RIGHT,
    signature: `${REG}第十四条第一款：书面通知`,
  }),
  identity: 'name',
  contact: { block: [['address'], ['phone', 'email']], warn: ['phone', 'email'] },
  statements: [truth(`${REG}第十四条第二款`, 'block')],
  followUps: CN_REG14_FOLLOW_UPS,
  liability: {
    citation: `${REG}第二十四条`,
    text: {
      'zh-CN':
        '因权利人的通知导致网络服务提供者错误删除或者错误断开链接，给服务对象造成损失的，权利人应当承担赔偿责任。服务对象提交书面说明的，内容将立即恢复，且不得再次要求删除。',
      en: 'Whoever causes a wrong removal or unlinking by a notice compensates the loss. On the user’s written counter-statement the content is restored at once, and a second notice is not admissible.',
      ja: '通知により誤った削除又はリンクの切断が行われ、利用者に損害が生じた場合、権利者は賠償責任を負います。利用者の書面による説明があれば内容は直ちに復元され、再度の通知はできません。',
    },
  },
};

/** Civil Code Arts 1195–1197: any network service provider, infrastructure included. */
export const CN_CIV1195: Regime = {
  ...common,
  id: 'cn-civ1195',
  certainty: 'primary-text',
  name: {
    en: 'China: Civil Code, Article 1195',
    'zh-CN': '中国：《民法典》第一千一百九十五条',
    ja: '中国：民法典第1195条',
  },
  law: `${CIVIL}第一千一百九十五条至第一千一百九十七条`,
  classes: ['hosting', 'search_link', 'cache_cdn', 'conduit', 'iaas', 'dns_registrar', 'ai_model'],
  elements: elements({
    identity: `${CIVIL}第一千一百九十五条第一款：权利人的真实身份信息`,
    'proof-title': `${CIVIL}第一千一百九十五条第一款：初步证据`,
    'proof-capture': `${CIVIL}第一千一百九十五条第一款：初步证据`,
    right: RIGHT,
  }),
  identity: 'name',
  contact: { block: [['address', 'phone', 'email']], warn: ['address', 'phone', 'email'] },
  statements: [truth('国家版权局《通知》范本；民法典第一千一百九十五条第三款', 'warn')],
  measures: { iaas: ['forward'], cache_cdn: ['purge-cache', 'forward', 'disclose-host'] },
  followUps: [
    {
      id: 'counter-period',
      after: 'counter',
      amount: 20,
      unit: 'working-days',
      who: 'notifier',
      label: {
        'zh-CN': '声明转送后“合理期限”的上限：应当投诉或者起诉，否则措施终止',
        en: 'Upper limit of the reasonable period after a declaration: complain or sue, otherwise the measures end',
        ja: '声明の転送後の「合理的期間」の上限：申立て又は提訴がなければ措置は終了',
      },
      citation: `${CIVIL}第一千一百九十六条；法释〔2020〕9号`,
    },
  ],
  liability: {
    citation: `${CIVIL}第一千一百九十五条第三款`,
    text: {
      'zh-CN': '权利人因错误通知造成网络用户或者网络服务提供者损害的，应当承担侵权责任。',
      en: 'A holder whose wrong notice harms a user or a provider is liable in tort.',
      ja: '誤った通知により利用者又はプロバイダに損害を与えた権利者は、不法行為責任を負います。',
    },
  },
};

/** E-Commerce Law Arts 42–45, 84. */
export const CN_ECOM42: Regime = {
  ...common,
  id: 'cn-ecom42',
  certainty: 'primary-text',
  name: {
    en: 'China: E-Commerce Law, Article 42',
    'zh-CN': '中国：《电子商务法》第四十二条',
    ja: '中国：電子商務法第42条',
  },
  law: `${ECOM}第四十二条至第四十五条、第八十四条`,
  classes: ['ecommerce'],
  elements: elements({
    'proof-title': `${ECOM}第四十二条第一款：初步证据`,
    'proof-capture': `${ECOM}第四十二条第一款：初步证据`,
    identity: '法发〔2020〕32号第五条：权利人身份',
    right: RIGHT,
  }),
  identity: 'name',
  contact: { block: [['address', 'phone', 'email']], warn: ['address', 'phone', 'email'] },
  statements: [truth('国家版权局《通知》范本；电子商务法第四十二条第三款', 'warn')],
  followUps: [
    {
      id: 'counter-action',
      after: 'counter',
      amount: 15,
      unit: 'days',
      who: 'notifier',
      label: {
        'zh-CN': '声明送达后十五日：未告知已投诉或者起诉的，平台终止所采取的措施',
        en: 'Fifteen days after the declaration arrived: without notice of a complaint or action the measures end',
        ja: '声明の到達後15日：申立て又は提訴の通知がなければ措置は終了',
      },
      citation: `${ECOM}第四十三条第二款`,
    },
  ],
  liability: {
    citation: `${ECOM}第四十二条第三款`,
    text: {
      'zh-CN':
        '因通知错误造成平台内经营者损害的，依法承担民事责任；恶意发出错误通知，造成平台内经营者损失的，加倍承担赔偿责任。',
      en: 'A wrong notice makes its sender liable to the merchant; a malicious one doubles the damages.',
      ja: '誤った通知により出店者に損害を与えた者は民事責任を負い、悪意による場合は損害賠償が倍額となります。',
    },
  },
};

const ADM = '《互联网著作权行政保护办法》';

/** Measures on the Administrative Protection of Internet Copyright (2005), Arts 8, 10, 13: the administrative route. */
export const CN_ADM2005: Regime = {
  ...common,
  id: 'cn-adm2005',
  certainty: 'secondary-page',
  name: {
    en: 'China: administrative route (2005 Measures)',
    'zh-CN': '中国：行政保护途径（《互联网著作权行政保护办法》）',
    ja: '中国：行政ルート（インターネット著作権行政保護弁法）',
  },
  law: `${ADM}第八条、第十条、第十三条`,
  classes: ['hosting', 'search_link', 'ai_model'],
  elements: elements({
    'proof-title': `${ADM}第八条第（一）项`,
    identity: `${ADM}第八条第（二）项`,
    contact: `${ADM}第八条第（二）项`,
    address: `${ADM}第八条第（三）项`,
    'proof-capture': `${ADM}第八条第（四）项`,
    right: RIGHT,
    signature: `${ADM}第十条第一款：书面形式`,
  }),
  identity: 'document',
  contact: { block: [['address'], ['phone', 'email']], warn: [] },
  statements: [truth(`${ADM}第八条第（五）项`, 'block')],
  followUps: [
    {
      id: 'kept',
      after: 'sent',
      amount: 6,
      unit: 'months',
      who: 'provider',
      label: {
        'zh-CN': '服务提供者保存通知的期限届满；行政投诉应附仍未删除的复查记录',
        en: 'End of the provider’s duty to keep the notice; an administrative file needs a re-check that shows non-removal',
        ja: 'プロバイダの通知保存期間の満了；行政申立てには未削除を示す再確認記録が必要',
      },
      citation: `${ADM}第五条、第十三条`,
    },
  ],
  liability: {
    citation: `${ADM}第十条`,
    text: {
      'zh-CN': '通知内容不符合要求的，视为未发出；通知人对通知的真实性负责。',
      en: 'A defective notice counts as not sent; the notifier answers for its truth.',
      ja: '要件を満たさない通知は送付されなかったものとみなされ、通知者はその真実性について責任を負います。',
    },
  },
};
