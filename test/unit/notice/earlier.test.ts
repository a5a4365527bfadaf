import { expect, test } from 'vitest';
import type { Delivery } from '../../../utils/case/delivery.ts';
import type { Notice, NoticeDraft } from '../../../utils/case/notice.ts';
import type { RegimeId } from '../../../utils/case/regime.ts';
import { checkReadiness, type DraftContext } from '../../../utils/notice/check.ts';
import { buildContent } from '../../../utils/notice/content.ts';
import { amendDraft, followUpDraft, reissueDraft, signDraft } from '../../../utils/notice/draft.ts';
import { finalise } from '../../../utils/notice/finalise.ts';
import { renderAcns } from '../../../utils/notice/renderings/acns.ts';
import { renderText } from '../../../utils/notice/renderings/text.ts';
import { deadlinesOf } from '../../../utils/notice/track/deadlines.ts';
import { capture, CASE_ID, change, channel, item, NOW, ready, withLiveNotice } from './a-case.ts';
import type { Sample } from './a-case.ts';

const ENV = { id: 'next', now: NOW };
const SENT: Delivery = {
  id: 'd1',
  caseId: CASE_ID,
  noticeId: 'earlier',
  type: 'sent',
  at: '2026-11-10T11:15:00.000Z',
  channel: 'legal@host.example',
  proof: [],
};

function sentBefore(sample: Sample): Notice {
  const [notice] = withLiveNotice(sample).context.notices ?? [];
  if (!notice) throw new Error('the sample was sent');
  return notice;
}

function textOf(draft: NoticeDraft, sample: Sample, notice: Notice): string {
  const { sources, captures } = sample;
  return renderText(
    buildContent(draft, sources, { captures, notices: [notice], deliveries: [SENT] }),
    'recipient',
  );
}

const WORDS: readonly (readonly [RegimeId, withdraws: string, corrects: string])[] = [
  ['us-512', 'Withdraws: earlier (1)', 'Corrects: earlier (1)'],
  ['cn-reg14', '所撤回的通知：earlier (1)', '所更正的通知：earlier (1)'],
  ['jp-ipdpa', '撤回する通知：earlier (1)', '訂正する通知：earlier (1)'],
];

test.each(WORDS)(
  '%s: whoever holds no other paper knows what is withdrawn or corrected',
  (regime, ...words) => {
    const sample = ready(regime);
    const notice = sentBefore(sample);
    for (const [kind, label] of [
      ['retraction', words[0]],
      ['correction', words[1]],
    ] as const) {
      const text = textOf(followUpDraft(notice, kind, ENV), sample, notice);
      for (const part of [
        label,
        '2026-11-10 10:00:00 UTC',
        '2026-11-10 11:15:00 UTC, legal@host.example',
        'abuse@host.example',
        'https://pirate.example/img/lk/7/001.png',
        'The Lantern Keeper',
      ])
        expect(text, kind).toContain(part);
      expect(text).not.toMatch(/Replaces|undefined/);
    }
  },
);

test('corrections and retractions have titles of their own in every language', () => {
  const title = (sample: Sample, kind: 'correction' | 'retraction') => {
    const notice = sentBefore(sample);
    return textOf(followUpDraft(notice, kind, ENV), sample, notice).split('\n')[0];
  };
  expect(title(ready('us-512'), 'correction')).toBe(
    'Correction of a notice of claimed copyright infringement',
  );
  expect(title(ready('cn-reg14'), 'correction')).toBe('要求采取删除、断开链接等必要措施的通知书（更正）');
  expect(title(ready('cn-reg14'), 'retraction')).toBe('撤回涉嫌侵害著作权通知的声明');
  expect(title(ready('jp-ipdpa'), 'correction')).toBe('著作物等の送信を防止する措置の申出書（訂正）');
  expect(title(ready('jp-ipdpa'), 'retraction')).toBe('著作権侵害に関する通知の撤回書');
  const letter = (regime: RegimeId) => change.draft(ready(regime), { kind: 'letter' });
  expect(title(letter('us-512'), 'retraction')).toBe(
    'Retraction of a letter about claimed copyright infringement',
  );
  expect(title(letter('cn-reg14'), 'correction')).toBe('关于涉嫌侵害著作权的函（更正）');
  expect(title(letter('jp-ipdpa'), 'retraction')).toContain('撤回書');
});

test('a retraction is about what was complained of then, in text and ACNS, whatever the case holds now', () => {
  const sample = ready('us-512');
  const notice = sentBefore(sample);
  const moved = change.item(sample, { urls: ['https://elsewhere.example/new.png'] });
  const { sources, captures } = moved;
  const content = buildContent(followUpDraft(notice, 'retraction', ENV), sources, {
    captures,
    notices: [notice],
  });
  const acns = renderAcns(content, 'recipient');
  const xml = acns.ok ? acns.value.files.map(({ text }) => text).join('\n') : '';
  for (const text of [renderText(content, 'full'), xml]) {
    expect(text).toContain('https://pirate.example/img/lk/7/001.png');
    expect(text).not.toContain('elsewhere.example');
  }
  expect(xml).toContain('Retraction="true"');
});

test('a letter taken back is a letter still: no law, no statements, no questions, no re-check', async () => {
  const sample = change.draft(ready('us-512'), { kind: 'letter', statements: [] });
  const notice = sentBefore(sample);
  const back = amendDraft(followUpDraft(notice, 'retraction', ENV), { reason: 'It was licensed.' });
  expect(back).toMatchObject({ kind: 'letter', retracts: 'earlier', statements: [], exceptions: [] });
  const context: DraftContext = { ...sample, now: NOW, notices: [notice], deliveries: [SENT] };
  const signed = await signDraft(back, 'Aiko Stern', context);
  if (!signed.ok) throw new Error(signed.failure.detail);
  expect(await checkReadiness(signed.value, context)).toMatchObject({ state: 'ready', missing: [] });
  const done = await finalise(signed.value, context);
  if (!done.ok) throw new Error(done.failure.detail);
  const text = done.value.files.find(({ path }) => path === 'full/notice.txt')?.text ?? '';
  expect(text).not.toMatch(/17 U\.S\.C\.|perjury/);
  expect(done.value.notice.notRendered.map(({ format }) => format)).toEqual(['xarf', 'acns', 'fields']);
  expect(deadlinesOf([done.value.notice], [{ ...SENT, noticeId: 'next' }], 'en')).toEqual([]);
});

test('a retraction that is corrected, or sent another way, still takes back the first notice', () => {
  const sample = ready('us-512');
  const notice = sentBefore(sample);
  const { sources, captures } = sample;
  const content = buildContent(followUpDraft(notice, 'retraction', ENV), sources, {
    captures,
    notices: [notice],
  });
  const retraction = { ...notice, id: 'back', content } as Notice;
  expect(followUpDraft(retraction, 'correction', ENV)).toMatchObject({
    kind: 'retraction',
    retracts: 'earlier',
    supersedes: 'back',
  });
  const again = reissueDraft(retraction, channel, ENV);
  expect(again).toMatchObject({ kind: 'retraction', retracts: 'earlier' });
  expect(again).not.toHaveProperty('supersedes');
});

test('what is recorded or stamped after the signature leaves the signed words alone', async () => {
  const sample = ready('us-512');
  const notice = sentBefore(sample);
  const context: DraftContext = { ...sample, now: '2026-11-21T11:30:00.000Z', notices: [notice] };
  const signed = await signDraft(followUpDraft(notice, 'correction', ENV), 'Aiko Stern', context);
  if (!signed.ok) throw new Error(signed.failure.detail);
  const codes = async (later: Partial<DraftContext>) =>
    (await checkReadiness(signed.value, { ...context, ...later })).findings.map(({ code }) => code);
  const afterwards = '2026-11-21T11:45:00.000Z';
  const stamped = [{ ...capture, timeStampedAt: afterwards }];
  expect(await codes({ captures: stamped })).not.toContain('signature-text-changed');
  expect(await codes({ deliveries: [{ ...SENT, at: afterwards }] })).not.toContain('signature-text-changed');
  expect(await codes({ deliveries: [SENT] })).toContain('signature-text-changed');
  // A clock that lags behind the authority's does not keep anybody from signing.
  const lagging = { ...context, captures: stamped };
  const late = await signDraft(followUpDraft(notice, 'correction', ENV), 'Aiko Stern', lagging);
  if (!late.ok) throw new Error(late.failure.detail);
  const { findings } = await checkReadiness(late.value, lagging);
  expect(findings.map(({ code }) => code)).not.toContain('signature-text-changed');
});

test('an earlier notice that is not held is named by its number', () => {
  const sample = ready('us-512');
  const draft = followUpDraft(sentBefore(sample), 'retraction', ENV);
  const text = renderText(buildContent(draft, sample.sources, { captures: sample.captures }), 'full');
  expect(text).toContain('Withdraws: earlier\n');
  expect(item.urls.every((url) => !text.includes(url))).toBe(true);
});
