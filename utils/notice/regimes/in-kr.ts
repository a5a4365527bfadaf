import type { Regime } from '../../case/regime.ts';
import { CHECKED_ON, elements } from './shared.ts';

const IN = 'Copyright Rules, 2013, r. 75(2)';

/** Copyright Act 1957 (India) s. 52(1)(c), Copyright Rules r. 75. Not checked against its text. */
export const IN_R75: Regime = {
  id: 'in-r75',
  jurisdiction: 'IN',
  name: {
    en: 'India: Copyright Rules, rule 75 (unverified)',
    'zh-CN': '印度：《版权规则》第75条（未核实）',
    ja: 'インド：著作権規則第75条（未確認）',
  },
  law: 'Copyright Act, 1957, s. 52(1)(c); Copyright Rules, 2013, r. 75',
  verified: false,
  certainty: 'memory',
  checkedOn: CHECKED_ON,
  classes: ['hosting', 'iaas', 'search_link', 'cache_cdn', 'ai_model', 'ecommerce'],
  languages: ['en'],
  elements: elements({
    work: `${IN}: description of the work`,
    'proof-title': `${IN}: details of ownership`,
    address: `${IN}: location`,
    description: `${IN}: the infringing copy`,
    signature: `${IN}: in writing`,
  }),
  contact: { block: [['address', 'phone', 'email']], warn: ['address', 'email'] },
  statements: [
    {
      name: 'not-exempt',
      severity: 'block',
      citation: `${IN}: not within section 52`,
      text: {
        en: 'The storage or access complained of is not an act permitted by section 52 of the Copyright Act, 1957, nor by any other law or licence known to the complainant.',
        'zh-CN':
          '所投诉的存储或者访问行为，不属于印度《1957年版权法》第52条允许的行为，也未经投诉人所知的其他法律或者许可准许。',
        ja: '申し立てる蓄積又はアクセスは、1957年インド著作権法第52条が許容する行為ではなく、申立人の知る他の法律又は許諾によるものでもありません。',
      },
    },
    {
      name: 'undertaking',
      severity: 'block',
      citation: `${IN}: undertaking to sue`,
      text: {
        en: 'The complainant undertakes to file a suit for infringement in the competent court against the person responsible and to produce the order of that court within twenty-one days of receipt of this notice.',
        'zh-CN':
          '投诉人承诺就侵权行为向有管辖权的法院对责任人提起诉讼，并在本通知送达之日起二十一日内提交该法院的命令。',
        ja: '申立人は、責任者に対し管轄裁判所に侵害訴訟を提起し、本通知の受領後21日以内に当該裁判所の命令を提出することを約します。',
      },
    },
  ],
  exceptions: ['licence', 'own-upload', 'public-domain', 'quotation-parody'],
  followUps: [
    {
      id: 'block-36h',
      after: 'sent',
      amount: 36,
      unit: 'hours',
      who: 'provider',
      label: {
        en: 'Provider disables access within 36 hours',
        'zh-CN': '服务提供者应在36小时内停止访问',
        ja: 'プロバイダは36時間以内にアクセスを停止',
      },
      citation: 'Copyright Rules, 2013, r. 75(3) (unverified)',
    },
    {
      id: 'order-21d',
      after: 'sent',
      amount: 21,
      unit: 'days',
      who: 'notifier',
      label: {
        en: 'Produce the order of the court, otherwise access may be restored',
        'zh-CN': '提交法院命令；否则访问可以恢复',
        ja: '裁判所の命令を提出しなければアクセスは復元され得る',
      },
      citation: 'Copyright Act, 1957, s. 52(1)(c), proviso (unverified)',
    },
  ],
  liability: {
    citation: 'Copyright Act, 1957, s. 60 (unverified)',
    text: {
      en: 'A groundless threat of proceedings may be answered by a suit for a declaration and damages.',
      'zh-CN': '无根据的诉讼威胁可能招致确认之诉及损害赔偿。',
      ja: '根拠のない訴訟の警告は、確認の訴え及び損害賠償請求を招くことがあります。',
    },
  },
};

const KR = 'Copyright Act (Korea), Art. 103';

/** Copyright Act (Korea) Art. 103. From memory. */
export const KR_103: Regime = {
  id: 'kr-103',
  jurisdiction: 'KR',
  name: {
    en: 'Korea: Copyright Act, Article 103 (unverified)',
    'zh-CN': '韩国：《著作权法》第103条（未核实）',
    ja: '韓国：著作権法第103条（未確認）',
  },
  law: KR,
  verified: false,
  certainty: 'memory',
  checkedOn: CHECKED_ON,
  classes: ['hosting', 'iaas', 'search_link', 'cache_cdn', 'ai_model', 'ecommerce'],
  languages: ['en'],
  elements: elements({
    'proof-title': `${KR}(1): proof of the right`,
    'proof-capture': `${KR}(1): substantiation`,
    reason: `${KR}(1): substantiation`,
    signature: `${KR}: request form`,
  }),
  contact: { block: [['address', 'phone', 'email']], warn: ['address', 'phone'] },
  statements: [
    {
      name: 'substantiation',
      severity: 'block',
      citation: `${KR}(1)`,
      text: {
        en: 'The requester has substantiated the facts of this request and is the holder of the right, or acts for the holder.',
        'zh-CN': '请求人已就本请求的事实予以释明，且系权利人或者代表权利人行事。',
        ja: '請求者は本請求の事実を疎明し、権利者であるか又は権利者のために行為するものです。',
      },
    },
  ],
  exceptions: ['licence', 'own-upload', 'public-domain', 'quotation-parody'],
  followUps: [],
  liability: {
    citation: `${KR}(6) (unverified)`,
    text: {
      en: 'Whoever asks for a suspension without a right to do so compensates the damage.',
      'zh-CN': '无正当权利而请求中止的，应当赔偿由此造成的损害。',
      ja: '正当な権利なく停止を求めた者は、これによる損害を賠償します。',
    },
  },
};
