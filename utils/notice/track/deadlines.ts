import type { Deadline, Delivery } from '../../case/delivery.ts';
import type { Notice } from '../../case/notice.ts';
import { takesBack } from '../../case/notice-kind.ts';
import type { FollowUp } from '../../case/regime.ts';
import type { Language } from '../../case/settings.ts';
import type { Instant } from '../../case/values.ts';

/** Days after sending at which the items should be looked at again, if nobody said otherwise. */
const RECHECK_DAYS = 7;

const RECHECK: Readonly<Record<Language, string>> = {
  en: 'Look again whether the items are still there',
  'zh-CN': '复查侵权内容是否仍然存在',
  ja: '侵害情報が残っていないか再確認',
};

const NAMED: Readonly<Record<Language, string>> = {
  en: 'Date named by the other side',
  'zh-CN': '对方指定的日期',
  ja: '相手方が指定した期日',
};

/** What stands after a period that runs from the provider's receipt, and that receipt is not known. */
const AT_THE_LATEST: Readonly<Record<Language, string>> = {
  en: ' (counted from what was recorded here, so this date is at the latest; ask the provider when it received the counter-notice: the law counts from then)',
  'zh-CN': '（自此处记录之时起算，实际日期只会更早；法定期间自服务提供者收到反通知起算，请向其核实）',
  ja: '（ここでの記録時から起算した最も遅い日。法律上はプロバイダが反対通知を受領した日から起算するため、プロバイダに要確認）',
};

const RECEIVED: Readonly<Record<Language, string>> = {
  en: ' (counted from the provider’s receipt on {day})',
  'zh-CN': '（自服务提供者于{day}收到之日起算）',
  ja: '（プロバイダの受領日 {day} から起算）',
};

/**
 * The time a number of units after another. Working days are Monday to Friday in UTC: holidays are not known here,
 * so the true date can be later. Months end on their last day where the day does not exist.
 */
export function addPeriod(from: Instant, amount: number, unit: FollowUp['unit']): Instant {
  const date = new Date(from);
  if (unit === 'hours') return new Date(date.getTime() + amount * 3_600_000).toISOString();
  if (unit === 'days') return new Date(date.getTime() + amount * 86_400_000).toISOString();
  if (unit === 'months') return addMonths(date, amount).toISOString();
  let left = amount;
  while (left > 0) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (date.getUTCDay() % 6 !== 0) left -= 1;
  }
  return date.toISOString();
}

function addMonths(from: Date, months: number): Date {
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date;
}

/**
 * What has to happen by when, under the law each notice was written under (its own copy), counted from the events
 * that were recorded. In the order of time.
 */
export function deadlinesOf(
  notices: readonly Notice[],
  deliveries: readonly Delivery[],
  language: Language,
): Deadline[] {
  return deliveries
    .flatMap((delivery) => {
      const notice = notices.find((one) => one.id === delivery.noticeId);
      return notice ? fromDelivery(notice, delivery, language) : [];
    })
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
}

function fromDelivery(notice: Notice, delivery: Delivery, language: Language): Deadline[] {
  const base = { noticeId: notice.id, deliveryId: delivery.id };
  const { kind, regime } = notice.content;
  // A letter starts no period of the law, and what was taken back asks for nothing any more.
  const procedural = kind === 'notice' || kind === 'correction';
  const lawful = (procedural ? regime.followUps : [])
    .filter((followUp) => followUp.after === delivery.type)
    .map((followUp) => ({
      ...base,
      id: `${delivery.id}:${followUp.id}`,
      at: addPeriod(startOf(followUp, delivery), followUp.amount, followUp.unit),
      who: followUp.who,
      label: `${followUp.label[language]}${startNote(followUp, delivery, language)}`,
      citation: followUp.citation,
    }));
  return [
    ...lawful,
    ...(Number.isNaN(Date.parse(delivery.deadline ?? ''))
      ? []
      : [
          {
            ...base,
            id: `${delivery.id}:named`,
            at: new Date(delivery.deadline ?? '').toISOString(),
            who: 'notifier' as const,
            label: NAMED[language],
            citation: delivery.note ?? '',
          },
        ]),
    ...(delivery.type === 'sent' && !takesBack(notice.content)
      ? [
          {
            ...base,
            id: `${delivery.id}:re-check`,
            at: addPeriod(delivery.at, RECHECK_DAYS, 'days'),
            who: 'notifier' as const,
            label: RECHECK[language],
            citation: '',
          },
        ]
      : []),
  ];
}

/** When a period starts: where the law counts from the provider's receipt, then if it is known; never later than the event. */
function startOf({ countsFrom }: FollowUp, { at, providerReceivedAt }: Delivery): Instant {
  return countsFrom === 'provider-receipt' && providerReceivedAt !== undefined ? providerReceivedAt : at;
}

function startNote({ countsFrom }: FollowUp, { providerReceivedAt }: Delivery, language: Language): string {
  if (countsFrom !== 'provider-receipt') return '';
  if (providerReceivedAt === undefined) return AT_THE_LATEST[language];
  return RECEIVED[language].replace('{day}', providerReceivedAt.slice(0, 10));
}
