import * as v from 'valibot';
import type { Delivery, Recheck } from '../../case/delivery.ts';
import type { Notice } from '../../case/notice.ts';
import { fail, succeed } from '../../case/result.ts';
import type { Result } from '../../case/result.ts';
import type { Id, Instant } from '../../case/values.ts';
import type { EventProblem } from '../../i18n/catalog/event-problems.ts';
import { deliverySchema } from '../schema/notice.ts';
import { addPeriod } from './days.ts';

const DAY_MS = 86_400_000;

/** How far a clock may have been set back since an event was seen, in milliseconds. */
const CLOCK_MS = 5 * 60_000;

/**
 * Checks an event before it is kept: it belongs to the notice, lies between it and `now`, `sent` says by its digest
 * which bytes went out (one of the notice's own renderings, unless proof shows what was pasted into a form),
 * `redirected` says where to, and it has the shape a case file may hold: what is kept can be imported again. The detail
 * of a refusal is a key of the catalog `event-problems.ts`.
 */
export function checkDelivery(notice: Notice, delivery: Delivery, now: Instant): Result<Delivery> {
  const problem = problemOf(notice, delivery, Date.parse(now));
  if (problem !== null) return fail('invalid-data', problem satisfies EventProblem);
  if (delivery.type !== 'sent') return succeed(delivery);
  if (delivery.digest === undefined) return fail('invalid-data', 'event-digest' satisfies EventProblem);
  const own = notice.renderings.some((rendering) => rendering.digest === delivery.digest);
  if (!own && delivery.proof.length === 0) {
    return fail('digest-mismatch', 'these are not the bytes of the notice, and no proof shows what was sent');
  }
  return succeed(delivery);
}

function problemOf(notice: Notice, delivery: Delivery, now: number): EventProblem | null {
  if (delivery.noticeId !== notice.id || delivery.caseId !== notice.caseId) return 'event-other-notice';
  const at = Date.parse(delivery.at);
  if (Number.isNaN(at)) return 'event-no-time';
  if (at < Date.parse(notice.finalisedAt)) return 'event-before-notice';
  if (!(at <= now + CLOCK_MS)) return 'event-future';
  if (delivery.channel.trim() === '') return 'event-no-channel';
  if (delivery.type === 'redirected' && (delivery.redirectedTo ?? '').trim() === '') return 'event-no-target';
  return dayProblem(notice, delivery, at) ?? shapeProblem(delivery);
}

/** Days are typed without a time zone: in some they have begun before the same day in UTC. */
function dayProblem({ finalisedAt }: Notice, delivery: Delivery, at: number): EventProblem | null {
  const first = Date.parse(finalisedAt) - DAY_MS;
  const { deadline, providerReceivedAt: received } = delivery;
  if (deadline !== undefined && !(Date.parse(deadline) >= first)) return 'event-deadline';
  if (received === undefined) return null;
  const day = Date.parse(received);
  return day >= first && day - DAY_MS <= at ? null : 'event-received-when';
}

function shapeProblem(delivery: Delivery): EventProblem | null {
  const parsed = v.safeParse(deliverySchema, delivery);
  if (parsed.success) return null;
  const kinds = new Set(parsed.issues.map(({ type }) => type));
  if (kinds.has('max_length') && kinds.size === 1) return 'event-too-long';
  return parsed.issues.some((issue) => DAYS.has(v.getDotPath(issue) ?? ''))
    ? 'event-no-such-day'
    : 'event-shape';
}

const DAYS: ReadonlySet<string> = new Set(['at', 'deadline', 'providerReceivedAt']);

/** One planned re-check for each item, some days after a time. */
export function planRechecks(
  plan: {
    readonly caseId: Id;
    readonly itemIds: readonly Id[];
    readonly from: Instant;
    readonly days: number;
    readonly noticeId?: Id;
  },
  newId: () => Id,
): Recheck[] {
  const scheduledAt = addPeriod(plan.from, plan.days, 'days');
  return plan.itemIds.map((itemId) => ({
    id: newId(),
    caseId: plan.caseId,
    itemId,
    ...(plan.noticeId === undefined ? {} : { noticeId: plan.noticeId }),
    scheduledAt,
  }));
}
