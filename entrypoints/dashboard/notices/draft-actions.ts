import type { NoticeChannel, NoticeDraft } from '../../../utils/case/notice.ts';
import type { ExceptionId, RegimeId, ServiceClass } from '../../../utils/case/regime.ts';
import type { Language } from '../../../utils/case/settings.ts';
import { succeed } from '../../../utils/case/result.ts';
import { suggestionIn } from '../../../utils/notice/prepare/suggest.ts';
import { measuresFor, REGIMES } from '../../../utils/notice/regimes/index.ts';
import { answerException } from '../../../utils/notice/draft.ts';
import { changeDraft } from '../../../utils/store/notice-desk.ts';
import type { Store } from '../../../utils/store/store.ts';

/** Keeps an answer about an exception, for this notice alone: another one only proposes it. */
export async function answer(
  store: Store,
  draft: NoticeDraft,
  id: ExceptionId,
  given: 'does-not-apply' | 'unsure' | 'applies',
): Promise<void> {
  const kept = { id, answer: given, at: new Date().toISOString() };
  await changeDraft(store, draft.id, (current) => succeed(answerException(current, kept)));
}

type Patch = Partial<Omit<NoticeDraft, 'signature'>>;

/** What choosing another law changes with it: a language it is written in, and the measures, where nobody chose others. */
export function regimePatch(draft: NoticeDraft, regime: RegimeId): Patch {
  const { languages } = REGIMES[regime];
  const language = languages.includes(draft.language) ? draft.language : (languages[0] ?? draft.language);
  return {
    regime,
    ...languagePatch(draft, language),
    ...measuresPatch(draft, regime, draft.provider.serviceClass),
  };
}

/** What choosing another language changes with it: the suggested reason comes in that language, the user's own stays. */
export function languagePatch({ reason }: NoticeDraft, language: Language): Patch {
  return { language, reason: suggestionIn(reason, language) ?? reason };
}

/** Why a provider has its class, where a person set it. */
export const CLASS_BY_USER = 'class set by the user';

/** What choosing another class changes with it. The class is then the user's own finding, and says so. */
export function classPatch(draft: NoticeDraft, serviceClass: ServiceClass): Patch {
  const provider = { ...draft.provider, serviceClass, classBasis: CLASS_BY_USER };
  return { provider, ...measuresPatch(draft, draft.regime, serviceClass) };
}

/** The measures of the new law and class, unless somebody chose others than those proposed before. */
function measuresPatch(draft: NoticeDraft, regime: RegimeId, serviceClass: ServiceClass): Patch {
  const proposed = measuresFor(REGIMES[draft.regime], draft.provider.serviceClass);
  const own = proposed.toSorted().join() !== draft.measures.toSorted().join();
  return own ? {} : { measures: measuresFor(REGIMES[regime], serviceClass) };
}

const STATED = '; designation stated by the user';

/** A channel that the user says was, or was not, designated for copyright notices; its source then says who said so. */
export function statedChannel(channel: NoticeChannel, designated: boolean): NoticeChannel {
  const source = channel.source.replace(STATED, '');
  return { ...channel, designated, source: `${source}${STATED}` };
}

/** Goes to a field of this page: into view, and the focus to its first control. */
export function focusField(field: string): void {
  const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
}
