import { expect, test } from 'vitest';
import { adoptAnswers, answerException, proposedAnswers, signDraft } from '../../../utils/notice/draft.ts';
import { checkReadiness } from '../../../utils/notice/check.ts';
import { change, ready } from './a-case.ts';

const AT = '2026-11-21T11:00:00.000Z';
const NOW = '2026-11-21T11:30:00.000Z';
const first = ready('us-512');
const other = change.draft(first, {
  id: 'other',
  exceptions: [],
  provider: { ...first.draft.provider, id: 'cdn', name: 'Edge Ltd' },
});

test('what another notice answered is proposed, with its recipient, and is no answer yet', async () => {
  const proposed = proposedAnswers(other.draft, [first.draft, other.draft]);
  expect(proposed.map(({ answer, from }) => [answer.id, answer.answer, from])).toEqual(
    first.draft.exceptions.map(({ id }) => [id, 'does-not-apply', 'Host Ltd']),
  );
  const context = { sources: other.sources, captures: other.captures, now: NOW };
  const before = await checkReadiness(other.draft, context);
  expect(before.missing).toContain('us-512.statement-exceptions');
  const adopted = adoptAnswers(other.draft, proposed, NOW);
  expect(adopted.exceptions.every(({ at }) => at === NOW)).toBe(true);
  const signed = await signDraft(adopted, 'Aiko Stern', context);
  if (!signed.ok) throw new Error(signed.failure.detail);
  expect((await checkReadiness(signed.value, context)).missing).toEqual([]);
});

test('an answer of its own, other items, another matter and another law’s questions are left alone', () => {
  const own = answerException(other.draft, { id: 'licence', answer: 'unsure', at: AT });
  expect(proposedAnswers(own, [first.draft]).map(({ answer }) => answer.id)).not.toContain('licence');
  expect(proposedAnswers({ ...other.draft, itemIds: ['unknown'] }, [first.draft])).toEqual([]);
  expect(proposedAnswers({ ...other.draft, matterId: 'another' }, [first.draft])).toEqual([]);
  const chinese = { ...other.draft, regime: 'cn-reg14' } as const;
  const ids = proposedAnswers(chinese, [first.draft]).map(({ answer }) => answer.id);
  expect(ids).toEqual(['licence', 'own-upload', 'public-domain']);
});

test('the latest answer is the one proposed', () => {
  const later = answerException(
    { ...first.draft, id: 'later' },
    { id: 'licence', answer: 'unsure', at: '2026-11-21T11:20:00.000Z' },
  );
  const proposed = proposedAnswers(other.draft, [first.draft, later]);
  expect(proposed.find(({ answer }) => answer.id === 'licence')?.answer.answer).toBe('unsure');
});
