import { expect, test } from 'vitest';
import type { ExceptionId, RegimeId } from '../../../utils/case/regime.ts';
import { renderText } from '../../../utils/notice/renderings/text.ts';
import { PHRASES } from '../../../utils/notice/document/phrases.ts';
import { change, check, contentOf, ready } from './a-case.ts';

const unsure = (regime: RegimeId, id: ExceptionId) => {
  const sample = ready(regime);
  const exceptions = sample.draft.exceptions.map((one) =>
    one.id === id ? { ...one, answer: 'unsure' as const } : one,
  );
  return change.draft(sample, { exceptions });
};

test.each(['licence', 'own-upload'] as const)(
  'a doubt about %s blocks a notice that states a good-faith belief, and no other',
  (id) => {
    const { missing, state, findings } = check(unsure('us-512', id));
    expect(missing).toEqual(['us-512.statement-exceptions']);
    expect(state).toBe('to-confirm');
    expect(findings.find(({ code }) => code === 'exception-unsure-sworn')?.citation).toContain('(v)');
    expect(check(unsure('eu-dsa16', id)).missing).toEqual([]);
  },
);

test('a doubt about fair use is warned of', () => {
  const { missing, findings } = check(unsure('us-512', 'fair-use'));
  expect(missing).toEqual([]);
  expect(findings.find(({ code }) => code === 'exception-unsure')?.severity).toBe('warn');
});

test.each(['us-512', 'cn-reg14', 'jp-ipdpa'] as const)(
  '%s: the text does not list what was considered while something is not settled',
  (regime) => {
    const sample = ready(regime);
    const first = sample.draft.exceptions[0]?.id ?? 'licence';
    const said = PHRASES[sample.draft.language].sentence.considered;
    expect(renderText(contentOf(sample), 'recipient')).toContain(said);
    expect(renderText(contentOf(unsure(regime, first)), 'recipient')).not.toContain(said);
  },
);
