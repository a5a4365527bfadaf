import type { NoticeDraft } from '../../../utils/case/notice.ts';
import type { ExceptionId } from '../../../utils/case/regime.ts';
import { succeed } from '../../../utils/case/result.ts';
import { REGIMES } from '../../../utils/notice/regimes/index.ts';
import { answerException } from '../../../utils/notice/draft.ts';
import { changeDraft } from '../../../utils/store/notice-desk.ts';
import type { Store } from '../../../utils/store/store.ts';
import type { Opened } from './notice-state.svelte.ts';

/**
 * Keeps an answer about an exception. The question is about the use and not about the recipient, so it counts for
 * the linked notices on the same items as well, where those ask it and it was not answered there.
 */
export async function answer(
  store: Store,
  opened: Opened,
  draft: NoticeDraft,
  id: ExceptionId,
  given: 'does-not-apply' | 'unsure' | 'applies',
): Promise<void> {
  const at = new Date().toISOString();
  const kept = { id, answer: given, at };
  await changeDraft(store, draft.id, (current) => succeed(answerException(current, kept)));
  for (const { draft: other } of opened.drafts) {
    const same =
      other.id !== draft.id &&
      other.matterId === draft.matterId &&
      REGIMES[other.regime].exceptions.includes(id) &&
      other.itemIds.every((item) => draft.itemIds.includes(item));
    if (!same) continue;
    await changeDraft(store, other.id, (current) =>
      succeed(current.exceptions.some((one) => one.id === id) ? current : answerException(current, kept)),
    );
  }
}

/** Goes to a field of this page: into view, and the focus to its first control. */
export function focusField(field: string): void {
  const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
}
