import type { FollowUp } from '../../case/regime.ts';

const REG = '《信息网络传播权保护条例》';
const DSA = 'Regulation (EU) 2022/2065';

/** Answers after which nobody waits for a receipt or a decision on the same notice any more. */
const TURNED = ['bounced', 'redirected', 'deficient'] as const;

/** What follows under the Regulation on network dissemination: “at once”, without a number of days. */
export const CN_REG14_FOLLOW_UPS: readonly FollowUp[] = [
  {
    id: 'removal',
    after: 'sent',
    amount: 0,
    unit: 'undue-delay',
    until: ['removed', 'refused', 'counter', ...TURNED],
    who: 'provider',
    label: {
      'zh-CN': '收到通知后立即删除或者断开链接，并将通知书转送服务对象',
      en: 'The provider removes or unlinks at once and passes the notice on to the user',
      ja: 'プロバイダは直ちに削除又はリンクを切断し、通知書を利用者に転送',
    },
    citation: `${REG}第十五条`,
  },
  {
    id: 'restoration',
    after: 'counter',
    amount: 0,
    unit: 'undue-delay',
    until: ['restored'],
    who: 'provider',
    label: {
      'zh-CN': '收到书面说明后立即恢复并转送权利人；权利人不得再通知删除，可以投诉或者起诉',
      en: 'On the user’s written statement the provider restores at once and passes it on; no second notice is admissible: complain or sue',
      ja: '利用者の書面による説明後、プロバイダは直ちに復元して権利者に転送。再度の通知はできず、申立て又は提訴による',
    },
    citation: `${REG}第十六条、第十七条`,
  },
];

/** What follows under Article 16 of the Digital Services Act: “without undue delay”, without a number of days. */
export const DSA_FOLLOW_UPS: readonly FollowUp[] = [
  {
    id: 'receipt',
    after: 'sent',
    amount: 0,
    unit: 'undue-delay',
    until: ['acknowledged', 'forwarded', 'removed', 'refused', ...TURNED],
    who: 'provider',
    label: {
      en: 'Confirmation of receipt, without undue delay',
      'zh-CN': '服务提供者应无不当迟延地确认收到通知',
      ja: '受領の確認（不当な遅滞なく）',
    },
    citation: `${DSA}, Art. 16(4)`,
  },
  {
    id: 'decision',
    after: 'sent',
    amount: 0,
    unit: 'undue-delay',
    until: ['removed', 'refused', ...TURNED],
    who: 'provider',
    label: {
      en: 'Decision with the ways of redress, without undue delay; taken in a timely, diligent, non-arbitrary and objective manner',
      'zh-CN': '服务提供者应无不当迟延地告知决定及救济途径，并及时、审慎、非任意且客观地作出决定',
      ja: '決定及び救済手段の通知（不当な遅滞なく）。適時、入念、非恣意的かつ客観的に決定',
    },
    citation: `${DSA}, Art. 16(5)–(6)`,
  },
];
