import type { Regime } from '../../case/regime.ts';
import { CHECKED_ON, elements } from './shared.ts';

const C3 = '17 U.S.C. § 512(c)(3)(A)';

/** 17 U.S.C. § 512: (c) hosting, (d) search and links, (b) caching. For a conduit, (a), it has no notice procedure. */
export const US_512: Regime = {
  id: 'us-512',
  jurisdiction: 'US',
  name: {
    en: 'United States: DMCA notification (17 U.S.C. § 512)',
    'zh-CN': '美国：《数字千年版权法》通知（《美国法典》第17编第512条）',
    ja: '米国：DMCA通知（合衆国法典第17編第512条）',
  },
  law: '17 U.S.C. § 512',
  verified: true,
  certainty: 'primary-text',
  checkedOn: CHECKED_ON,
  classes: ['hosting', 'search_link', 'cache_cdn', 'conduit', 'iaas', 'ecommerce', 'ai_model'],
  sections: {
    hosting: '17 U.S.C. § 512(c)',
    iaas: '17 U.S.C. § 512(c)',
    ecommerce: '17 U.S.C. § 512(c)',
    ai_model: '17 U.S.C. § 512(c)',
    search_link: '17 U.S.C. § 512(d)',
    cache_cdn: '17 U.S.C. § 512(b)',
  },
  languages: ['en'],
  elements: elements({
    signature: `${C3}(i)`,
    work: `${C3}(ii)`,
    description: `${C3}(iii)`,
    address: `${C3}(iii)`,
    notifier: `${C3}(iv)`,
    contact: `${C3}(iv)`,
    channel: '17 U.S.C. § 512(c)(2): the designated agent',
  }),
  contact: { block: [['address', 'phone', 'email']], warn: ['address', 'phone', 'email'] },
  statements: [
    {
      name: 'good-faith',
      severity: 'block',
      citation: `${C3}(v)`,
      text: {
        en: 'I have a good faith belief that use of the material in the manner complained of is not authorized by the copyright owner, its agent, or the law.',
        'zh-CN': '本人善意相信，以本通知所指方式使用有关材料，未经著作权人、其代理人或者法律许可。',
        ja: '私は、本通知で申し立てる態様による当該素材の使用が、著作権者、その代理人又は法律によって許諾されたものではないと、誠実に信じています。',
      },
    },
    {
      name: 'accuracy',
      severity: 'block',
      citation: `${C3}(vi), first half`,
      text: {
        en: 'The information in this notification is accurate.',
        'zh-CN': '本通知所载信息准确。',
        ja: '本通知に記載した情報は正確です。',
      },
    },
    {
      name: 'authority',
      severity: 'block',
      citation: `${C3}(vi), second half`,
      perjury: true,
      text: {
        en: 'Under penalty of perjury, I declare that I am authorized to act on behalf of the owner of an exclusive right that is allegedly infringed.',
        'zh-CN': '本人声明，本人有权代表据称受到侵害的专有权利的所有人行事；如有虚假，愿受伪证罪处罚。',
        ja: '私は、侵害されたと主張される排他的権利の保有者に代わって行為する権限を有することを、偽証罪の制裁の下に表明します。',
      },
    },
    {
      name: 'origin-removed',
      severity: 'warn',
      citation: '17 U.S.C. § 512(b)(2)(E)(ii)',
      when: { classes: ['cache_cdn'], measure: 'purge-cache' },
      text: {
        en: 'The material has been removed from the originating site or access to it there has been disabled, or a court has ordered that the material be removed from the originating site or that access to it there be disabled.',
        'zh-CN':
          '有关材料已从源站移除或者源站已禁止访问该材料，或者法院已命令从源站移除该材料或者禁止在源站访问该材料。',
        ja: '当該素材は配信元サイトから削除され若しくは同サイトでのアクセスが無効とされており、又は裁判所が配信元サイトからの削除若しくは同サイトでのアクセスの無効化を命じています。',
      },
    },
  ],
  exceptions: ['fair-use', 'licence', 'own-upload', 'public-domain'],
  measures: {
    cache_cdn: ['purge-cache', 'forward', 'disclose-host'],
    conduit: ['forward', 'disclose-host'],
  },
  followUps: [
    {
      id: 'counter-action',
      after: 'counter',
      countsFrom: 'provider-receipt',
      amount: 10,
      unit: 'working-days',
      who: 'notifier',
      label: {
        en: 'Earliest day on which the provider may restore, unless it is told of a court action',
        'zh-CN': '除非通知人告知已提起诉讼，服务提供者最早可于本日恢复内容',
        ja: '訴訟提起の通知がない限り、プロバイダが復元できる最も早い日',
      },
      citation: '17 U.S.C. § 512(g)(2)(C)',
    },
    {
      id: 'counter-restoration',
      after: 'counter',
      countsFrom: 'provider-receipt',
      amount: 14,
      unit: 'working-days',
      who: 'provider',
      label: {
        en: 'Last day for the provider to restore, unless it is told of a court action',
        'zh-CN': '除非通知人告知已提起诉讼，服务提供者最迟于本日恢复内容',
        ja: '訴訟提起の通知がない限り、プロバイダが復元すべき最終日',
      },
      citation: '17 U.S.C. § 512(g)(2)(C)',
    },
  ],
  liability: {
    text: {
      en: 'Whoever knowingly materially misrepresents that material is infringing is liable for damages, including costs and attorneys’ fees. Fair use must be considered before sending.',
      'zh-CN':
        '明知而对材料侵权作出重大虚假陈述的，应当承担损害赔偿责任（包括诉讼费用和律师费）。发出通知前须考虑是否构成合理使用。',
      ja: '素材が侵害にあたる旨を故意に重大な虚偽をもって表示した者は、費用及び弁護士報酬を含む損害賠償責任を負います。送付前にフェアユースを検討しなければなりません。',
    },
    citation: '17 U.S.C. § 512(f)',
  },
};
