import type { ExceptionAnswer, Notice, NoticeChannel, NoticeDraft } from '../case/notice.ts';
import { fail, succeed } from '../case/result.ts';
import type { Result } from '../case/result.ts';
import type { Id, Instant } from '../case/values.ts';
import { digestOf } from '../integrity/digest.ts';
import { buildContent } from './content.ts';
import type { DraftContext } from './check.ts';
import { REGIMES } from './regimes/index.ts';
import { textToSign } from './renderings/text.ts';

/**
 * Changes a draft. A signature was given for other words, so it goes. With another law or language the statements are
 * other statements; with another notifier or holder they are another person's, or about another: they go as well. The
 * answers about exceptions are about the items, so they go with the law and language, and when an item is added.
 */
export function amendDraft(draft: NoticeDraft, patch: Partial<Omit<NoticeDraft, 'signature'>>): NoticeDraft {
  const { signature: _signature, ...unsigned } = { ...draft, ...patch };
  const sameWords = unsigned.regime === draft.regime && unsigned.language === draft.language;
  const sameParties = unsigned.notifierId === draft.notifierId && unsigned.holderId === draft.holderId;
  const known = new Set(draft.itemIds);
  const sameUses = sameWords && unsigned.itemIds.every((id) => known.has(id));
  return {
    ...unsigned,
    ...(sameUses && sameParties ? {} : { statements: patch.statements ?? [] }),
    ...(sameUses ? {} : { exceptions: patch.exceptions ?? [] }),
  };
}

/**
 * Confirms one statement, in the words that the regime has for it in the draft's language. One at a time: there is
 * no way to confirm several.
 */
export function confirmStatement(
  draft: NoticeDraft,
  name: string,
  by: string,
  at: Instant,
): Result<NoticeDraft> {
  const statement = REGIMES[draft.regime].statements.find((one) => one.name === name);
  if (!statement) return fail('not-found', `${draft.regime} has no statement ${name}`);
  const rest = draft.statements.filter((one) => one.name !== name);
  const confirmed = { name, text: statement.text[draft.language], confirmedBy: by, at };
  return succeed(amendDraft(draft, { statements: inOrder(draft, [...rest, confirmed]) }));
}

/** Statements stand in the order of the law, whatever the order of confirming. */
function inOrder(draft: NoticeDraft, statements: NoticeDraft['statements']): NoticeDraft['statements'] {
  const names = REGIMES[draft.regime].statements.map((one) => one.name);
  return statements.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}

/** Keeps an answer to one of the questions asked before signing; a later answer replaces an earlier one. */
export function answerException(draft: NoticeDraft, answer: ExceptionAnswer): NoticeDraft {
  const rest = draft.exceptions.filter((one) => one.id !== answer.id);
  return amendDraft(draft, { exceptions: [...rest, answer] });
}

/** Types the name under the text as it stands, and fixes that text by its digest. Always the last act. */
export async function signDraft(
  draft: NoticeDraft,
  name: string,
  context: Pick<DraftContext, 'sources' | 'captures' | 'matter' | 'keyFingerprint' | 'now'>,
): Promise<Result<NoticeDraft>> {
  if (name.trim() === '') return fail('bad-request', 'a signature is a name');
  const { signature: _earlier, ...unsigned } = draft;
  const text = textToSign(buildContent(unsigned, context.sources, context));
  return succeed({
    ...unsigned,
    signature: { name: name.trim(), at: context.now, textDigest: await digestOf(text) },
  });
}

/**
 * A notice with the same words for the channel a provider named (the redirection of the Ali Cloud case). It replaces
 * nothing: the first stands as sent, and was answered by pointing elsewhere.
 */
export function reissueDraft(
  notice: Notice,
  channel: NoticeChannel,
  env: { readonly id: Id; readonly now: Instant },
): NoticeDraft {
  const { supersedes: _supersedes, ...draft } = followUpDraft(notice, 'correction', env);
  return { ...draft, kind: notice.content.kind === 'letter' ? 'letter' : 'notice', version: 1, channel };
}

/**
 * A draft that replaces, or takes back, a finalised notice. Nothing confirmed before counts for it. A letter corrected
 * stays a letter: it is outside the procedure of the law, whose statements it does not make.
 */
export function followUpDraft(
  notice: Notice,
  kind: 'correction' | 'retraction',
  env: { readonly id: Id; readonly now: Instant },
): NoticeDraft {
  const { content } = notice;
  return {
    id: env.id,
    caseId: content.caseId,
    matterId: content.matterId,
    version: content.version + 1,
    kind: kind === 'correction' && content.kind === 'letter' ? 'letter' : kind,
    regime: content.regime.id,
    provider: content.provider,
    channel: content.channel,
    language: content.language,
    holderId: content.holder?.id ?? null,
    notifierId: content.notifier?.id ?? null,
    itemIds: content.items.map((item) => item.id),
    reason: kind === 'correction' ? content.reason : '',
    measures: content.measures,
    ...(content.measureNote === undefined ? {} : { measureNote: content.measureNote }),
    scopeHosts: content.scopeHosts,
    statements: [],
    exceptions: [],
    ...(kind === 'correction' ? { supersedes: notice.id } : { retracts: notice.id }),
    createdAt: env.now,
  };
}
