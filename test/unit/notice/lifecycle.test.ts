import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { NoticeDraft } from '../../../utils/case/notice.ts';
import { statementsAsked } from '../../../utils/case/notice-kind.ts';
import { REGIME_IDS } from '../../../utils/case/regime.ts';
import { checkReadiness } from '../../../utils/notice/check.ts';
import type { DraftContext } from '../../../utils/notice/check.ts';
import {
  amendDraft,
  answerException,
  confirmStatement,
  followUpDraft,
  signDraft,
} from '../../../utils/notice/draft.ts';
import { checkNotice, finalise } from '../../../utils/notice/finalise.ts';
import { noticeFolder } from '../../../utils/notice/notice-folder.ts';
import { REGIMES } from '../../../utils/notice/regimes/index.ts';
import { capture, change, check, NOW, ready, without } from './a-case.ts';
import type { Sample } from './a-case.ts';

function contextOf(sample: Sample, more: Partial<DraftContext> = {}): DraftContext {
  return { sources: sample.sources, captures: sample.captures, now: NOW, ...sample.context, ...more };
}

/** Confirms, answers and signs as a person does: one statement after the other, the name last. */
async function complete(draft: NoticeDraft, context: DraftContext): Promise<NoticeDraft> {
  let current = draft;
  for (const { name } of statementsAsked(draft, REGIMES[draft.regime])) {
    const confirmed = confirmStatement(current, name, 'Aiko Stern', NOW);
    if (!confirmed.ok) throw new Error(confirmed.failure.detail);
    current = confirmed.value;
  }
  for (const id of REGIMES[draft.regime].exceptions) {
    current = answerException(current, { id, answer: 'does-not-apply', at: NOW });
  }
  const signed = await signDraft(current, 'Aiko Stern', context);
  if (!signed.ok) throw new Error(signed.failure.detail);
  return signed.value;
}

function bare(sample: Sample): NoticeDraft {
  return { ...without(sample.draft, 'signature'), statements: [], exceptions: [] };
}

test.each(REGIME_IDS)('%s: from draft to finalised notice', async (regime) => {
  const sample = ready(regime);
  const context = contextOf(sample);
  const draft = bare(sample);
  expect(await finalise(draft, context)).toMatchObject({ ok: false, failure: { code: 'rejected' } });
  expect((await checkReadiness(draft, context)).state).toBe('to-confirm');
  const done = await complete(draft, context);
  expect(await checkReadiness(done, context)).toMatchObject({ state: 'ready', missing: [] });
  const result = await finalise(done, context);
  if (!result.ok) throw new Error(result.failure.detail);
  const { notice, files } = result.value;
  expect(files.map((file) => file.path)).toEqual(
    expect.arrayContaining([
      'full/notice.txt',
      'recipient/notice.txt',
      'forward-safe/notice.html',
      'recipient/acns/0001.xml',
    ]),
  );
  for (const file of files) {
    const bytes = Buffer.from(file.text, 'utf8');
    expect(file.digest).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
    expect(file.size).toBe(bytes.length);
    expect(file.path).toMatch(/^[a-z0-9/.-]+$/);
  }
  expect(noticeFolder(notice)).toBe('data/notices/host-00000000');
  expect(notice.notRendered.map((one) => one.format)).toEqual(['fields']);
  expect(JSON.parse(JSON.stringify(notice))).toEqual(notice);
});

async function finalised(sample: Sample = ready('us-512')) {
  const context = contextOf(sample);
  const result = await finalise(await complete(bare(sample), context), context);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}

describe('a finalised notice', () => {
  test('cannot be changed, and keeps law, recipient and items as they were', async () => {
    const sample = structuredClone(ready('us-512'));
    const { notice } = await finalised(sample);
    const [item] = sample.sources.items;
    expect(() => Object.assign(notice.content, { reason: 'x' })).toThrow(TypeError);
    expect(() => Object.assign(notice.content.regime, { law: 'x' })).toThrow(TypeError);
    Object.assign(item ?? {}, { description: 'changed' });
    Object.assign(sample.draft.provider, { name: 'changed' });
    expect(notice.content.items[0]?.description).not.toBe('changed');
    expect(notice.content.provider.name).toBe('Host Ltd');
    expect(notice.content.regime).toEqual(REGIMES['us-512']);
    expect(notice.content.regime).not.toBe(REGIMES['us-512']);
  });

  test('shows when it was altered, and when a capture under it no longer has its digest', async () => {
    const { notice } = await finalised();
    expect(await checkNotice(notice, [capture])).toEqual({ contentIntact: true, lostCaptures: [] });
    const altered = { ...notice, content: { ...notice.content, reason: 'another' } };
    expect((await checkNotice(altered, [capture])).contentIntact).toBe(false);
    const lost = [{ id: capture.id, number: 1, digest: capture.digest }];
    expect((await checkNotice(notice, [{ ...capture, intact: false }])).lostCaptures).toEqual(lost);
    expect(
      (await checkNotice(notice, [{ ...capture, digest: `sha256:${'9'.repeat(64)}` }])).lostCaptures,
    ).toEqual(lost);
    expect((await checkNotice(notice, [])).lostCaptures).toEqual(lost);
  });

  test('holds nothing that canonical JSON refuses, whatever the page said', async () => {
    const sample = change.work(ready('us-512'), { title: 'The \ud800Lantern\u202e\u0000 Keeper' });
    const { notice } = await finalised(sample);
    expect(notice.content.works[0]?.title).toBe('The \ufffdLantern Keeper');
    expect((await checkNotice(notice, [capture])).contentIntact).toBe(true);
  });

  test('is corrected and taken back by further notices, which ask for everything anew', async () => {
    const sample = ready('us-512');
    const { notice } = await finalised(sample);
    const env = { id: randomUUID(), now: NOW };
    const correction = followUpDraft(notice, 'correction', env);
    const context = contextOf(sample, { notices: [notice] });
    expect(correction).toMatchObject({ version: 2, supersedes: notice.id, statements: [], exceptions: [] });
    expect((await checkReadiness(correction, context)).state).toBe('to-confirm');
    const retraction = amendDraft(followUpDraft(notice, 'retraction', env), {
      reason: 'The work was licensed after all.',
    });
    const signed = await signDraft(retraction, 'Aiko Stern', context);
    if (!signed.ok) throw new Error(signed.failure.detail);
    const taken = await finalise(signed.value, context);
    if (!taken.ok) throw new Error(taken.failure.detail);
    const text = taken.value.files.find((file) => file.path === 'recipient/notice.txt')?.text ?? '';
    expect(text).toContain('Retraction');
    expect(text).toContain(notice.id);
    expect(text).not.toContain('perjury');
    expect(taken.value.notice.notRendered).toContainEqual({
      format: 'xarf',
      why: 'XARF knows no retraction',
    });
    expect(taken.value.files.find((file) => file.format === 'acns')?.text).toContain('Retraction="true"');
  });
});

describe('signing', () => {
  test('any change of words undoes the signature; a change of law or language the statements too', async () => {
    const sample = ready('us-512');
    const context = contextOf(sample);
    const done = await complete(bare(sample), context);
    expect(amendDraft(done, { reason: 'Another reason.' })).not.toHaveProperty('signature');
    expect(amendDraft(done, { reason: 'Another reason.' }).statements).toHaveLength(3);
    expect(amendDraft(done, { language: 'ja' }).statements).toEqual([]);
    const slipped: NoticeDraft = { ...done, reason: 'Changed behind the signature.' };
    const readiness = await checkReadiness(slipped, context);
    expect(readiness.missing).toEqual(['us-512.signature']);
    expect(readiness.findings.map((finding) => finding.code)).toContain('signature-text-changed');
    const work = change.work(sample, { title: 'Another title' });
    expect((await checkReadiness(done, contextOf(work))).missing).toEqual(['us-512.signature']);
  });

  test('another notifier or holder undoes the statements, another item the answers as well', async () => {
    const sample = ready('us-512');
    const done = await complete(bare(sample), contextOf(sample));
    for (const patch of [{ notifierId: 'another' }, { holderId: 'another' }, { notifierId: null }]) {
      expect(amendDraft(done, patch).statements).toEqual([]);
      expect(amendDraft(done, patch).exceptions).toEqual(done.exceptions);
    }
    const more = amendDraft(done, { itemIds: [...done.itemIds, 'another'] });
    expect([more.statements, more.exceptions]).toEqual([[], []]);
    expect(amendDraft(more, { itemIds: done.itemIds }).statements).toEqual([]);
    const fewer = amendDraft({ ...done, itemIds: [...done.itemIds, 'b'] }, { itemIds: done.itemIds });
    expect([fewer.statements, fewer.exceptions]).toEqual([done.statements, done.exceptions]);
  });

  test('a statement counts for whom it was confirmed, without regard to width, case and spaces', () => {
    const by = (confirmedBy: string) => {
      const { draft, ...rest } = ready('us-512');
      return check({
        ...rest,
        draft: { ...draft, statements: draft.statements.map((one) => ({ ...one, confirmedBy })) },
      }).findings.filter(({ code }) => code === 'statement-by-another');
    };
    expect(by(' aiko  STERN')).toEqual([]);
    expect(by('Moonlit Panels Ltd')).toEqual([]);
    expect(by('Somebody Else').map(({ severity, kind }) => [severity, kind])).toEqual(
      Array.from({ length: 3 }, () => ['block', 'human']),
    );
  });

  test('statements are those of the law, confirmed singly, and stand in its order', () => {
    const draft = bare(ready('us-512'));
    expect(confirmStatement(draft, 'everything', 'A', NOW)).toMatchObject({ ok: false });
    const last = confirmStatement(draft, 'authority', 'Aiko Stern', NOW);
    if (!last.ok) throw new Error('confirmable');
    const both = confirmStatement(last.value, 'good-faith', 'A', NOW);
    if (!both.ok) throw new Error('confirmable');
    expect(both.value.statements.map((one) => one.name)).toEqual(['good-faith', 'authority']);
  });

  test('an empty name signs nothing', async () => {
    const sample = ready('us-512');
    expect(await signDraft(sample.draft, '  ', contextOf(sample))).toMatchObject({ ok: false });
  });
});

test('a form that takes less text than there is, is warned of by the names of its fields', async () => {
  const long = change.item(ready('us-512'), { description: 'Scanned pages. '.repeat(400) });
  const sample = change.channel(long, { kind: 'form', form: 'cloudflare' });
  const { findings } = await checkReadiness(sample.draft, contextOf(sample));
  expect(findings.find((finding) => finding.code === 'channel-shortened')?.parameters).toEqual({
    fields: 'Comments',
  });
});

test('a notice of 4,000 items on 10,000 works is checked in a few seconds', async () => {
  const sample = ready('us-512');
  const [first] = sample.sources.items;
  const [work] = sample.sources.works;
  if (!first || !work) throw new Error('the sample has an item and a work');
  const items = Array.from({ length: 4000 }, (_, index) => ({
    ...first,
    id: `i${index}`,
    workId: `w${index}`,
    urls: [`https://pirate.example/${index}.png`],
  }));
  const works = Array.from({ length: 10_000 }, (_, index) => ({ ...work, id: `w${index}` }));
  const draft = { ...sample.draft, itemIds: items.map((one) => one.id) };
  const { missing } = await checkReadiness(
    draft,
    contextOf(sample, { sources: { ...sample.sources, items, works } }),
  );
  expect(missing).toEqual(['us-512.signature']);
});
