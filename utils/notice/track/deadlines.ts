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

/**
 * The time a number of units after another. Working days are Monday to Friday in UTC: holidays are not known here,
 * so the true date can be later. It is as early as its starting point: where the law counts from a receipt by
 * somebody else, the label says so. Months end on their last day where the day does not exist.
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
      at: addPeriod(delivery.at, followUp.amount, followUp.unit),
      who: followUp.who,
      label: followUp.label[language],
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
