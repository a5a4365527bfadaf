import type { Delivery } from '../../case/delivery.ts';
import type { Notice } from '../../case/notice.ts';
import { takesBack } from '../../case/notice-kind.ts';
import { addressesOf } from '../addresses.ts';
import { found } from './context.ts';
import type { Rule, RuleContext } from './context.ts';

/** Events after which a notice no longer stands, so that another may be sent. */
const ENDS: ReadonlySet<Delivery['type']> = new Set([
  'bounced',
  'redirected',
  'deficient',
  'refused',
  'removed',
  'restored',
]);

/** One live notice for each recipient, address and work; and no second PRC notice once the content was restored. */
export const duplicateRule: Rule = (context) => {
  const { content } = context;
  const fix = { place: 'notice', field: 'itemIds' } as const;
  const others = context.notices.filter(
    (notice) => notice.id !== content.noticeId && overlaps(context, notice),
  );
  const live = others.filter(
    (notice) => notice.content.provider.id === content.provider.id && isLive(context, notice),
  );
  const restored = others.filter(
    (notice) =>
      notice.content.regime.jurisdiction === 'CN' &&
      content.regime.jurisdiction === 'CN' &&
      notice.content.provider.id === content.provider.id &&
      eventsOf(context, notice).includes('restored'),
  );
  return [
    ...live.flatMap((notice) =>
      found(context, 'duplicate', {
        code: 'duplicate-live',
        parameters: { provider: content.provider.name, at: notice.finalisedAt.slice(0, 10) },
        fix,
      }),
    ),
    ...restored.flatMap(() =>
      found(context, 'duplicate', {
        code: 'duplicate-restored',
        severity: 'warn',
        citation: '《信息网络传播权保护条例》第十七条',
        fix,
      }),
    ),
  ];
};

function overlaps(context: RuleContext, notice: Notice): boolean {
  const mine = new Set(usesOf(context.content));
  return usesOf(notice.content).some((use) => mine.has(use));
}

/** Addresses with the work used there: a page with two works can be written about twice, once for each. */
function usesOf({ items, scopeHosts }: Notice['content']): string[] {
  return items.flatMap((item) => addressesOf(item, scopeHosts).map((url) => `${item.workId ?? ''} ${url}`));
}

function eventsOf(context: RuleContext, notice: Notice): readonly Delivery['type'][] {
  return context.deliveries.filter((one) => one.noticeId === notice.id).map((one) => one.type);
}

/** Whether a finalised notice still stands: not taken back, not replaced, not ended by what the provider did. */
function isLive(context: RuleContext, notice: Notice): boolean {
  const { content } = context;
  if (takesBack(notice.content)) return false;
  if (content.supersedes === notice.id || content.retracts === notice.id) return false;
  const replaced = context.notices.some(
    (other) => other.content.supersedes === notice.id || other.content.retracts === notice.id,
  );
  return !replaced && !eventsOf(context, notice).some((type) => ENDS.has(type));
}
