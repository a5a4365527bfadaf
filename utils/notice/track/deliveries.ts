import type { Delivery, Recheck } from '../../case/delivery.ts';
import type { Notice } from '../../case/notice.ts';
import { fail, succeed } from '../../case/result.ts';
import type { Result } from '../../case/result.ts';
import type { Id, Instant } from '../../case/values.ts';
import { addPeriod } from './deadlines.ts';

const DAY_MS = 86_400_000;

/**
 * Checks an event before it is kept: it belongs to the notice, is not earlier than it, `sent` says by its digest
 * which bytes went out (one of the notice's own renderings, unless proof shows what was pasted into a form), and
 * `redirected` says where to.
 */
export function checkDelivery(notice: Notice, delivery: Delivery): Result<Delivery> {
  if (delivery.noticeId !== notice.id || delivery.caseId !== notice.caseId) {
    return fail('bad-request', 'the event belongs to another notice');
  }
  const at = Date.parse(delivery.at);
  if (Number.isNaN(at)) return fail('bad-request', 'no such time');
  if (at < Date.parse(notice.finalisedAt)) return fail('bad-request', 'earlier than the notice itself');
  const received = delivery.providerReceivedAt;
  // A day was typed, without a time zone: in some it has begun before the same day in UTC.
  if (received !== undefined && !(Date.parse(received) - DAY_MS <= at))
    return fail('bad-request', 'the provider cannot have received it after it was passed on to you');
  if (delivery.channel.trim() === '') return fail('bad-request', 'the channel is missing');
  if (delivery.type === 'redirected' && (delivery.redirectedTo ?? '').trim() === '') {
    return fail('bad-request', 'say which channel the provider named');
  }
  if (delivery.type !== 'sent') return succeed(delivery);
  if (delivery.digest === undefined) return fail('bad-request', 'the digest of what was sent is missing');
  const own = notice.renderings.some((rendering) => rendering.digest === delivery.digest);
  if (!own && delivery.proof.length === 0) {
    return fail('digest-mismatch', 'these are not the bytes of the notice, and no proof shows what was sent');
  }
  return succeed(delivery);
}

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
