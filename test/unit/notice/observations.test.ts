import { expect, test } from 'vitest';
import type { Observation } from '../../../utils/case/dispute.ts';
import type { EvidenceCapture } from '../../../utils/case/notice.ts';
import type { RegimeId } from '../../../utils/case/regime.ts';
import type { Digest } from '../../../utils/case/values.ts';
import { checkNotice, finalise } from '../../../utils/notice/finalise.ts';
import { formSubmissions } from '../../../utils/notice/forms/index.ts';
import { renderText } from '../../../utils/notice/renderings/text.ts';
import { signDraft } from '../../../utils/notice/draft.ts';
import { capture, change, check, contentOf, item, NOW, ready } from './a-case.ts';
import type { Sample } from './a-case.ts';

const DIGEST: Digest = `sha256:${'c3'.repeat(32)}`;
const terms: EvidenceCapture = {
  ...capture,
  id: '00000000-0000-4000-8000-000000000031',
  number: 2,
  urlFinal: 'https://pirate.example/membership',
  digest: DIGEST,
  ip: '198.51.100.44',
};
const at = '2026-11-21T09:40:00.000Z';
const paid: Observation = {
  kind: 'membership',
  text: '9 EUR a month',
  captureId: terms.id,
  observedAt: at,
};
const front: Observation = { kind: 'front-page', text: '', captureId: capture.id, observedAt: at };
const model: Observation = {
  kind: 'ai-model',
  text: 'Model: Lantern LoRA · Downloads: 41,000',
  observedAt: at,
  fields: { model: 'Lantern LoRA', downloads: '41,000', 'trigger-words': 'lk_keeper' },
};

function observed(regime: RegimeId, later: Partial<EvidenceCapture> = {}): Sample {
  const sample = change.item(ready(regime), { observations: [paid, front, model] });
  // First in the list: an observation's server must not pass for that of the material.
  return { ...sample, captures: [{ ...terms, ...later }, ...sample.captures] };
}

test('a notice names each capture that an observation rests on, with its page and digest, and no server of it', () => {
  for (const regime of ['us-512', 'cn-civ1195', 'jp-ipdpa'] as const) {
    const text = renderText(contentOf(observed(regime)), 'recipient');
    expect(text).toContain(DIGEST);
    expect(text).toContain(terms.urlFinal);
    expect(text).toContain(capture.digest);
    expect(text).not.toContain('198.51.100.44');
  }
});

test.each([
  [
    'us-512',
    [
      '2026-11-21 09:40:00 UTC: Behind a membership: 9 EUR a month (capture 2)',
      '2026-11-21 09:40:00 UTC: On the front page (capture 1)',
      'Facts of an AI model: Model: Lantern LoRA; Downloads: 41,000; Trigger words: lk_keeper',
    ],
  ],
  [
    'cn-civ1195',
    [
      '会员付费：9 EUR a month（第2号取证）',
      '首页展示（第1号取证）',
      '人工智能模型信息：模型名称：Lantern LoRA；下载量：41,000；触发词：lk_keeper',
    ],
  ],
  [
    'jp-ipdpa',
    ['会員限定：9 EUR a month（記録2）', 'トップページに掲載（記録1）', 'トリガーワード：lk_keeper'],
  ],
] as const)('%s: each observation says its kind, its facts and its capture', (regime, lines) => {
  const text = renderText(contentOf(observed(regime)), 'full');
  for (const line of lines) expect(text).toContain(line);
  // What the fields say is not said twice.
  expect(text.match(/Lantern LoRA/g)).toHaveLength(1);
});

test('a changed capture under an observation blocks, an unfinished or missing one is warned of', () => {
  expect(check(observed('us-512')).findings.filter(({ severity }) => severity === 'warn')).toEqual([]);
  const changed = check(observed('us-512', { intact: false }));
  expect(changed.missing).toEqual(['us-512.proof-capture']);
  expect(changed.findings.map(({ code }) => code)).toContain('capture-changed');
  const codes = (sample: Sample) => check(sample).findings.map(({ code }) => code);
  expect(codes(observed('us-512', { state: 'failed', digest: null, intact: false }))).toContain(
    'capture-observed',
  );
  const gone = observed('us-512');
  expect(codes({ ...gone, captures: [capture] })).toContain('capture-observed');
  expect(check({ ...gone, captures: [capture] }).missing).toEqual([]);
});

test('a finalised notice keeps it, and shows later that it was altered', async () => {
  const sample = observed('us-512');
  const context = { ...sample.context, sources: sample.sources, captures: sample.captures, now: NOW };
  const signed = await signDraft(sample.draft, 'Aiko Stern', context);
  if (!signed.ok) throw new Error(signed.failure.detail);
  const done = await finalise(signed.value, context);
  if (!done.ok) throw new Error(done.failure.detail);
  const { notice } = done.value;
  expect(notice.content.captures.map(({ number }) => number).toSorted()).toEqual([1, 2]);
  const later = sample.captures.map((one) => (one.id === terms.id ? { ...one, intact: false } : one));
  expect((await checkNotice(notice, later)).lostCaptures.map(({ number }) => number)).toEqual([2]);
});

test('forms name the server of the material, not of the page of terms', () => {
  const sample = change.channel(observed('us-512'), { kind: 'form', form: 'aws' });
  const [submission] = formSubmissions(contentOf(sample), 'aws');
  expect(submission?.fields.find(({ id }) => id === 'ip')?.value).toBe(capture.ip);
  expect(item.captureIds).toEqual([capture.id]);
});
