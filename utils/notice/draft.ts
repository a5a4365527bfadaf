import type { ExceptionAnswer, Notice, NoticeChannel, NoticeDraft } from '../case/notice.ts';
import { fail, succeed } from '../case/result.ts';
import type { Result } from '../case/result.ts';
import { belongs, statementsAsked, takesBack } from '../case/notice-kind.ts';
import type { Digest, Id, Instant } from '../case/values.ts';
import { digestOf } from '../integrity/digest.ts';
import { buildContent } from './content.ts';
import type { ContentOptions } from './content.ts';
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
  const statements = sameUses && sameParties ? unsigned.statements : (patch.statements ?? []);
  return {
    ...unsigned,
    statements: statements.filter(({ name }) => stillBelongs(unsigned, name)),
    ...(sameUses ? {} : { exceptions: patch.exceptions ?? [] }),
  };
}

/** A statement made to one class of recipient, or with one measure, goes with them. */
function stillBelongs(draft: NoticeDraft, name: string): boolean {
  const statement = REGIMES[draft.regime].statements.find((one) => one.name === name);
  return statement === undefined || belongs(statement, draft);
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
  const statement = statementsAsked(draft, REGIMES[draft.regime]).find((one) => one.name === name);
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

/** An answer given in a linked notice on the same items, that this one has not given itself. */
export interface ProposedAnswer {
  readonly answer: ExceptionAnswer;
  /** The recipient of the notice it was given in. */
  readonly from: string;
}

/**
 * What linked notices on the same items answered and this one did not. The questions are about the use and not about
 * the recipient, so the answer is likely the same: it is proposed, and counts only once this notice's signer gives it.
 */
export function proposedAnswers(draft: NoticeDraft, others: readonly NoticeDraft[]): ProposedAnswer[] {
  if (takesBack(draft)) return [];
  const siblings = others.filter(
    (other) =>
      other.id !== draft.id &&
      other.matterId === draft.matterId &&
      draft.itemIds.every((item) => other.itemIds.includes(item)),
  );
  return REGIMES[draft.regime].exceptions
    .filter((id) => draft.exceptions.every((one) => one.id !== id))
    .flatMap((id) => {
      const given = siblings.flatMap(({ exceptions, provider }) =>
        exceptions.filter((one) => one.id === id).map((answer) => ({ answer, from: provider.name })),
      );
      return given.toSorted((a, b) => Date.parse(b.answer.at) - Date.parse(a.answer.at)).slice(0, 1);
    });
}

/** The draft with what was proposed to it as its own answers, given now. */
export function adoptAnswers(
  draft: NoticeDraft,
  proposed: readonly ProposedAnswer[],
  at: Instant,
): NoticeDraft {
  return proposed.reduce((current, { answer }) => answerException(current, { ...answer, at }), draft);
}

/** Types the name under the text as it stands, and fixes that text by its digest. Always the last act. */
export async function signDraft(
  draft: NoticeDraft,
  name: string,
  context: SigningContext,
): Promise<Result<NoticeDraft>> {
  if (name.trim() === '') return fail('bad-request', 'a signature is a name');
  const signed = (textDigest: Digest): NoticeDraft => ({
    ...draft,
    signature: { name: name.trim(), at: context.now, textDigest },
  });
  // The words are those that stand at this time: what comes later is left out of them, now as when they are checked.
  const text = textToSign(buildContent(signed(NONE), context.sources, context));
  return succeed(signed(await digestOf(text)));
}

/** What the words to sign are made from. */
type SigningContext = ContentOptions & Pick<DraftContext, 'sources' | 'now'>;

/** Holds the place of a digest that is not known yet; no text has it in it. */
const NONE: Digest = `sha256:${'0'.repeat(64)}`;

/**
 * A notice with the same words for the channel a provider named (the redirection of the Ali Cloud case), or, where the
 * first came back, for another one; null: the user has yet to choose it. It replaces
 * nothing: the first stands as sent, and was answered by pointing elsewhere.
 */
export function reissueDraft(
  notice: Notice,
  channel: NoticeChannel | null,
  env: { readonly id: Id; readonly now: Instant },
): NoticeDraft {
  const { supersedes: _supersedes, ...draft } = followUpDraft(notice, 'correction', env);
  const kind = draft.kind === 'correction' ? 'notice' : draft.kind;
  return { ...draft, kind, version: 1, channel };
}

/**
 * A draft that replaces, or takes back, a finalised notice. Nothing confirmed before counts for it. A letter corrected
 * or taken back stays a letter: it is outside the procedure of the law. A retraction corrected still takes back.
 */
export function followUpDraft(
  notice: Notice,
  kind: 'correction' | 'retraction',
  env: { readonly id: Id; readonly now: Instant },
): NoticeDraft {
  const { content } = notice;
  const again = kind === 'correction' && takesBack(content);
  return {
    id: env.id,
    caseId: content.caseId,
    matterId: content.matterId,
    version: content.version + 1,
    kind: content.kind === 'letter' || again ? content.kind : kind,
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
    ...(again && content.retracts !== undefined ? { retracts: content.retracts } : {}),
    createdAt: env.now,
  };
}
