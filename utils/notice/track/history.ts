import type { Delivery, Recheck } from '../../case/delivery.ts';
import type { Notice } from '../../case/notice.ts';
import type { ServiceClass } from '../../case/regime.ts';
import type { Id, Instant } from '../../case/values.ts';

/** What became of one item, as far as it still counts. */
export interface ItemHistory {
  /** When it was first gone; absent where it never was, or where that removal was undone. */
  readonly removedAt?: Instant;
  /** How often the same address was up again after it was gone, without a counter-notice. */
  readonly returns: number;
}

/** A recorded event that bears on an item. */
interface Step {
  readonly at: Instant;
  readonly what: 'gone' | 'up' | 'counter' | 'restored';
}

/** What a state holds beside the history: whether the item is gone now, and whether its removal is disputed. */
interface State extends ItemHistory {
  readonly gone: boolean;
  readonly disputed: boolean;
}

const START: State = { returns: 0, gone: false, disputed: false };

const BY_DELIVERY: Readonly<Partial<Record<Delivery['type'], Step['what']>>> = {
  removed: 'gone',
  counter: 'counter',
  restored: 'restored',
};

/**
 * Recipients that hold the material: only what they removed is gone. A search engine that delists it and a network that
 * empties its cache leave the copy where it is; what they did stands among the deliveries.
 */
const HOLDS_CONTENT: ReadonlySet<ServiceClass> = new Set([
  'hosting',
  'iaas',
  'ai_model',
  'ecommerce',
  'site_operator',
]);

const BY_RECHECK: Readonly<Partial<Record<NonNullable<Recheck['result']>, Step['what']>>> = {
  gone: 'gone',
  up: 'up',
};

/** Ids of notices that were taken back, and of the declarations that took them back. */
export function withdrawnOf(notices: readonly Notice[]): ReadonlySet<Id> {
  return new Set(
    notices.flatMap(({ id, content: { retracts } }) => (retracts === undefined ? [] : [id, retracts])),
  );
}

/**
 * What became of each item, from deliveries and re-checks in the order of time. A restoration undoes what was removed
 * before it, and so does an item that is up again after a counter-notice: neither is held against anyone. Events of a
 * notice that was taken back do not count.
 */
export function historyOf(sources: {
  readonly notices: readonly Notice[];
  readonly deliveries: readonly Delivery[];
  readonly rechecks: readonly Recheck[];
}): Map<Id, ItemHistory> {
  return new Map(
    [...stepsByItem(sources)].map(([id, steps]) => {
      const inOrder = steps.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
      const { removedAt, returns } = inOrder.reduce(next, START);
      return [id, { returns, ...(removedAt === undefined ? {} : { removedAt }) }];
    }),
  );
}

function stepsByItem({ notices, deliveries, rechecks }: Parameters<typeof historyOf>[0]): Map<Id, Step[]> {
  const withdrawn = withdrawnOf(notices);
  const byId = new Map(notices.map((notice) => [notice.id, notice]));
  const steps = new Map<Id, Step[]>();
  const note = (id: Id, step: Step): void => {
    const mine = steps.get(id);
    if (mine) mine.push(step);
    else steps.set(id, [step]);
  };
  for (const { type, at, noticeId } of deliveries) {
    const what = BY_DELIVERY[type];
    const content = byId.get(noticeId)?.content;
    if (what === undefined || content === undefined || withdrawn.has(noticeId)) continue;
    if (what === 'gone' && !HOLDS_CONTENT.has(content.provider.serviceClass)) continue;
    for (const item of content.items) note(item.id, { at, what });
  }
  for (const { itemId, noticeId, at, result } of rechecks) {
    const what = result && BY_RECHECK[result];
    if (what === undefined || at === undefined || withdrawn.has(noticeId ?? '')) continue;
    note(itemId, { at, what });
  }
  return steps;
}

function next(state: State, { at, what }: Step): State {
  if (what === 'gone') return { ...state, gone: true, removedAt: state.removedAt ?? at };
  if (what === 'counter') return { ...state, disputed: true };
  if (what === 'restored') return START;
  if (!state.gone) return state;
  return state.disputed ? START : { ...state, gone: false, returns: state.returns + 1 };
}
