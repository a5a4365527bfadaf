import type { Deadline, Delivery } from '../../case/delivery.ts';
import type { Notice } from '../../case/notice.ts';
import { takesBack } from '../../case/notice-kind.ts';
import type { FollowUp, Texts } from '../../case/regime.ts';
import type { Language } from '../../case/settings.ts';
import type { Instant } from '../../case/values.ts';
import {
  AT_THE_LATEST,
  COUNTED,
  DUE,
  NEXT_STEP,
  RECEIVED,
  WORKING_DAYS,
  WORKING_DAYS_CN,
} from '../../i18n/catalog/deadline-words.ts';
import { addPeriod, countedFrom } from './days.ts';
import { isTurned, standingOf } from './standing.ts';
import type { Standing } from './standing.ts';

/** Days after sending at which the items should be looked at again, if nobody said otherwise. */
const RECHECK_DAYS = 7;

/**
 * What has to happen by when, under the law each notice was written under (its own copy), counted from the events
 * that were recorded and still stand. In the order of time.
 */
export function deadlinesOf(
  notices: readonly Notice[],
  deliveries: readonly Delivery[],
  language: Language,
): Deadline[] {
  const standing = standingOf(notices, deliveries);
  const byId = new Map(notices.map((notice) => [notice.id, notice]));
  return deliveries
    .flatMap((delivery) => {
      const notice = byId.get(delivery.noticeId);
      return notice ? fromDelivery({ notice, delivery, deliveries, language }, standing) : [];
    })
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
}

/** An event, where it belongs, and in which language to speak of it. */
interface Event {
  readonly notice: Notice;
  readonly delivery: Delivery;
  readonly deliveries: readonly Delivery[];
  readonly language: Language;
}

function fromDelivery(event: Event, standing: Standing): Deadline[] {
  const { notice, delivery } = event;
  if (!standing.runs(notice, delivery)) return [];
  const step = standing.nextStep(notice, delivery);
  const lawful = lawfulOf(event);
  const named = isTurned(delivery.type) && step === null ? [] : namedOf(event, lawful);
  return [
    ...lawful,
    ...named,
    // A date they named for it is the date of the step.
    ...(step === null || named.length > 0 ? [] : [stepOf(event, NEXT_STEP[step])]),
    ...recheckOf(event),
  ];
}

/** A letter starts no period of the law, and what was taken back asks for nothing any more. */
function lawfulOf(event: Event): Deadline[] {
  const { kind, regime } = event.notice.content;
  if (kind !== 'notice' && kind !== 'correction') return [];
  return regime.followUps
    .filter(({ after }) => after === event.delivery.type)
    .flatMap((followUp) => {
      const due = followUp.unit === 'undue-delay' ? chosenDay(event, followUp) : periodOf(event, followUp);
      const { id, who, citation } = followUp;
      return due === null ? [] : [{ ...base(event, id), who, citation, ...due }];
    });
}

const base = ({ delivery }: Event, id: string) => ({
  noticeId: delivery.noticeId,
  deliveryId: delivery.id,
  id: `${delivery.id}:${id}`,
});

type Due = Pick<Deadline, 'at' | 'label' | 'counted'>;

function periodOf({ notice, delivery, language }: Event, followUp: FollowUp): Due {
  const { regime } = notice.content;
  const { countsFrom, amount, unit } = followUp;
  const received = countsFrom === 'provider-receipt' ? delivery.providerReceivedAt : undefined;
  const start = received ?? (unit === 'hours' ? delivery.at : countedFrom(delivery.at, regime));
  const notes = [
    ...(countsFrom === undefined ? [] : [received === undefined ? AT_THE_LATEST : RECEIVED]),
    ...(unit === 'working-days' ? [regime.jurisdiction === 'CN' ? WORKING_DAYS_CN : WORKING_DAYS] : []),
  ];
  const label = [followUp.label, ...notes].map((text) => text[language]).join('');
  return {
    at: addPeriod(start, amount, unit),
    label: onDay(label, start),
    ...(received === undefined
      ? { counted: onDay((unit === 'hours' ? COUNTED.hour : COUNTED.day)[language], start) }
      : {}),
  };
}

const onDay = (text: string, day: Instant) => text.replaceAll('{day}', day.slice(0, 10));

/** Where the law names no number of days: the day the user chose to ask, until what is awaited was recorded. */
function chosenDay({ delivery, deliveries, language }: Event, { label, until }: FollowUp): Due | null {
  const day = instantOf(delivery.deadline);
  if (day === null || isSettled(delivery, deliveries, until)) return null;
  return {
    at: day,
    label: `${DUE.chosen[language]}: ${label[language]}`,
    counted: COUNTED.chosen[language],
  };
}

function isSettled(
  { noticeId, at }: Delivery,
  deliveries: readonly Delivery[],
  until: FollowUp['until'] = [],
): boolean {
  const answers = deliveries.filter((one) => one.noticeId === noticeId && until.includes(one.type));
  return answers.some((one) => Date.parse(one.at) >= Date.parse(at));
}

/** A date the other side named. On `sent` nobody has answered yet: a date there is the user's own, for the law's. */
function namedOf(event: Event, lawful: readonly Deadline[]): Deadline[] {
  const { delivery, language } = event;
  const at = instantOf(delivery.deadline);
  const own = event.notice.content.regime.followUps.some(
    ({ after, unit }) => unit === 'undue-delay' && after === delivery.type,
  );
  if (at === null || own || lawful.some((one) => one.at === at)) return [];
  const label = (delivery.type === 'sent' ? DUE.chosen : DUE.named)[language];
  return [{ ...base(event, 'named'), at, who: 'notifier', label, citation: delivery.note ?? '' }];
}

function instantOf(text: Instant | undefined): Instant | null {
  const time = new Date(text ?? '');
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** What is to be done next, from the day of the event on. */
function stepOf(event: Event, label: Texts): Deadline {
  const { delivery, language } = event;
  const at = new Date(delivery.at).toISOString();
  const counted = onDay(COUNTED.open[language], at);
  const named = delivery.redirectedTo === undefined ? '' : ` (${delivery.redirectedTo})`;
  const text = `${label[language]}${named}`;
  return { ...base(event, 'next'), at, who: 'notifier', label: text, citation: '', counted };
}

function recheckOf(event: Event): Deadline[] {
  const { notice, delivery, language } = event;
  if (delivery.type !== 'sent' || takesBack(notice.content)) return [];
  const at = addPeriod(delivery.at, RECHECK_DAYS, 'days');
  return [{ ...base(event, 're-check'), at, who: 'notifier', label: DUE.recheck[language], citation: '' }];
}
