import { afterEach, describe, expect, test } from 'vitest';
import { FORM_IDS, type Notice, type NoticeDraft } from '../../../utils/case/notice.ts';
import { REGIME_IDS, type RegimeId } from '../../../utils/case/regime.ts';
import { statementsAsked } from '../../../utils/case/notice-kind.ts';
import { checkReadiness, type DraftContext } from '../../../utils/notice/check.ts';
import { answerException, confirmStatement, signDraft } from '../../../utils/notice/draft.ts';
import { checkNotice, finalise } from '../../../utils/notice/finalise.ts';
import { formSubmissions } from '../../../utils/notice/forms/index.ts';
import { REGIMES } from '../../../utils/notice/regimes/index.ts';
import { escapeHtml } from '../../../utils/notice/renderings/html.ts';
import { render } from '../../../utils/notice/renderings/index.ts';
import { toCalendar } from '../../../utils/notice/track/calendar.ts';
import { deadlinesOf } from '../../../utils/notice/track/deadlines.ts';
import { capture, CASE_ID, change, contentOf, ready, type Sample } from './a-case.ts';

const ZONE = process.env['TZ'];
afterEach(() => {
  if (ZONE === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ZONE;
});

/** From draft to notice as on a journey: each step where the clock is in another zone. */
async function onAJourney(sample: Sample, zones: readonly string[]): Promise<Notice> {
  const minutes = [10, 20, 30, 40];
  let step = 0;
  const now = () => {
    const at = new Date(Date.UTC(2026, 10, 21, 12, minutes[step] ?? 50));
    process.env['TZ'] = zones[step % zones.length];
    step += 1;
    return at.toISOString();
  };
  const context = (at: string): DraftContext => ({ ...sample, ...sample.context, now: at });
  let draft: NoticeDraft = { ...sample.draft, statements: [], exceptions: [] };
  const asked = now();
  for (const id of REGIMES[draft.regime].exceptions)
    draft = answerException(draft, { id, answer: 'does-not-apply', at: asked });
  const confirmed = now();
  for (const { name } of statementsAsked(draft, REGIMES[draft.regime])) {
    const next = confirmStatement(draft, name, 'Aiko Stern', confirmed);
    if (!next.ok) throw new Error(next.failure.detail);
    draft = next.value;
  }
  const signed = await signDraft(draft, 'Aiko Stern', context(now()));
  if (!signed.ok) throw new Error(signed.failure.detail);
  const done = await finalise(signed.value, context(now()));
  if (!done.ok) throw new Error(done.failure.detail);
  return done.value.notice;
}

describe('the clock changes its time zone between steps', () => {
  const zones = ['Pacific/Kiritimati', 'Pacific/Niue', 'America/St_Johns', 'Asia/Kathmandu'];

  test.each(REGIME_IDS)('%s: the same bytes, dates and deadlines as at home', async (regime) => {
    const away = await onAJourney(ready(regime), zones);
    const home = await onAJourney(ready(regime), ['UTC']);
    expect(away).toEqual(home);
    process.env['TZ'] = 'Pacific/Kiritimati';
    expect(new Date('2026-11-21T12:00:00.000Z').getDate()).toBe(22);
    const sent = {
      id: 'd',
      caseId: CASE_ID,
      noticeId: away.id,
      type: 'sent',
      at: '2026-11-21T23:30:00.000Z',
      channel: 'x',
      proof: [],
    } as const;
    const dates = deadlinesOf([away], [sent], 'en');
    // Recorded on an evening west of UTC: already the next day there, and the local day counts.
    const evening = { ...sent, at: '2026-11-22T20:30:00.000-11:00' };
    const early = deadlinesOf([away], [evening], 'en');
    for (const one of early)
      if (one.counted?.startsWith('Counted from') === true) expect(one.counted).toContain('2026-11-22');
    const calendar = toCalendar(dates, [away], away.finalisedAt);
    process.env['TZ'] = 'Pacific/Niue';
    expect(deadlinesOf([away], [sent], 'en')).toEqual(dates);
    expect(toCalendar(dates, [away], away.finalisedAt)).toBe(calendar);
  });
});

describe('a law or a recipient that changed after a notice was finalised', () => {
  test('leaves the notice, its files and its deadlines what they were', async () => {
    const sample = structuredClone(ready('cn-ecom42'));
    const notice = await onAJourney(sample, ['UTC']);
    const before = JSON.stringify(notice);
    const counter = {
      id: 'd',
      caseId: CASE_ID,
      noticeId: notice.id,
      type: 'counter',
      at: '2026-12-01T00:00:00.000Z',
      channel: 'x',
      proof: [],
    } as const;
    const dates = deadlinesOf([notice], [counter], 'zh-CN');
    expect(dates.map(({ at }) => at)).toContain('2026-12-16T00:00:00.000Z');
    const law = REGIMES['cn-ecom42'];
    const original = structuredClone(law);
    try {
      Object.assign(law, { law: 'another', followUps: [], statements: [], elements: [] });
      Object.assign(sample.draft.provider, { name: 'Renamed', serviceClass: 'iaas', country: 'US' });
      expect(JSON.stringify(notice)).toBe(before);
      expect(deadlinesOf([notice], [counter], 'zh-CN')).toEqual(dates);
      const text = await render(notice.content, 'text', 'full');
      expect(text.ok && text.value.files[0]?.text).toContain('《中华人民共和国电子商务法》');
      expect(text.ok && text.value.files[0]?.text).toContain('Host Ltd');
      expect(await checkNotice(notice, [capture])).toEqual({ contentIntact: true, lostCaptures: [] });
    } finally {
      Object.assign(law, original);
    }
  });

  test('undoes what was confirmed for a draft that is not finalised yet', async () => {
    const sample = ready('us-512');
    const changed = sample.draft.statements.map((one) => ({
      ...one,
      text: 'What the law asked for last year.',
    }));
    const { findings, state } = await checkReadiness(
      { ...sample.draft, statements: changed },
      { ...sample, now: '2026-11-21T12:00:00.000Z' },
    );
    expect(state).toBe('to-confirm');
    expect(findings.map(({ code }) => code)).toContain('statement-changed');
  });
});

const RIGHT_TO_LEFT = 'عُرض العمل كاملاً دون إذن صاحب الحق، انظر الصفحة 7. היצירה מוצגת במלואה. ';
const LONG = RIGHT_TO_LEFT.repeat(Math.ceil(100_000 / RIGHT_TO_LEFT.length)).trim();
const FORMATS = ['text', 'html', 'xarf', 'acns', 'mailto'] as const;
const PROSE = ['text'] as const;
/** Laws with a layout or language of their own: the others are written as the first of them is. */
const LAYOUTS: readonly RegimeId[] = ['us-512', 'cn-reg14', 'jp-ipdpa'];

function heavy(regime: RegimeId): Sample {
  const title = 'الفانوس «القمر» ליל';
  const observations = [{ kind: 'chart', text: LONG, observedAt: '2026-11-21T09:40:00.000Z' }] as const;
  const described = change.item(change.work(ready(regime), { title, author: 'ר. אוקאבה' }), {
    description: LONG,
    observations,
    account: 'مستخدم',
  });
  return change.draft(described, { reason: LONG, measureNote: LONG });
}

describe('right-to-left texts of 100 KB', () => {
  test.each(REGIME_IDS)('%s: go whole and in their order through every rendering', async (regime) => {
    const content = contentOf(heavy(regime));
    expect(new TextEncoder().encode(LONG).length).toBeGreaterThan(100_000);
    for (const format of LAYOUTS.includes(regime) ? FORMATS : PROSE) {
      for (const audience of ['full', 'forward-safe'] as const) {
        const result = await render(content, format, audience);
        if (!result.ok) throw new Error(`${format}: ${result.failure.detail}`);
        const [file] = result.value.files;
        const text = file?.text ?? '';
        expect(text.isWellFormed()).toBe(true);
        if (format === 'mailto') {
          // What does not fit a link is pasted, so the link has the subject alone.
          expect(text.length).toBeLessThan(2500);
          continue;
        }
        const read = format === 'xarf' ? evidenceIn(text) : text;
        expect(read.split(format === 'html' ? escapeHtml(LONG) : LONG).length, format).toBe(5);
        expect(read).toContain('الفانوس «القمر» ליל');
        if (format === 'html') expect(read).toContain(`<p dir="auto">${escapeHtml(LONG)}`);
      }
    }
  });

  test.each(FORM_IDS)('%s: is cut only where the form sets a limit, and says so', (form) => {
    const content = contentOf(change.channel(heavy('us-512'), { kind: 'form', form }));
    const fields = formSubmissions(content, form).flatMap((one) => one.fields);
    for (const { value, maximum, shortened } of fields) {
      expect(value.isWellFormed()).toBe(true);
      if (maximum !== undefined) expect(value.length).toBeLessThanOrEqual(maximum);
      else expect(shortened).toBeUndefined();
    }
    const limited = fields.some(({ shortened }) => shortened);
    const whole = fields.some(({ value }) => value.includes(LONG));
    // Google asks for no explanation.
    expect(whole || limited).toBe(form !== 'google-search');
  });

  test('a notice of them is signed, finalised and checked in seconds, not minutes', async () => {
    const began = performance.now();
    const notice = await onAJourney(heavy('cn-reg14'), ['UTC']);
    expect(notice.content.reason).toBe(LONG);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});

function evidenceIn(report: string): string {
  const { evidence } = JSON.parse(report) as { evidence: readonly { payload: string }[] };
  return Buffer.from(evidence[0]?.payload ?? '', 'base64').toString('utf8');
}
