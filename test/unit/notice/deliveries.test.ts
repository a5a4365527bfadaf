import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DELIVERY_TYPES, type Delivery } from '../../../utils/case/delivery.ts';
import type { Notice } from '../../../utils/case/notice.ts';
import { checkCaseFile } from '../../../utils/notice/case-file-schema.ts';
import { checkRow } from '../../../utils/notice/row-check.ts';
import { checkDelivery, planRechecks } from '../../../utils/notice/track/deliveries.ts';
import { CASE_ID, change, check, contentOf, holder, item, NOW, ready, without, work } from './a-case.ts';

/** When the events are recorded. */
const LATER = '2026-11-30T12:00:00.000Z';
const own = `sha256:${'1'.repeat(64)}` as const;
const other = `sha256:${'2'.repeat(64)}` as const;

const notice: Notice = {
  schema: 'prima-facie/notice/1',
  id: 'n',
  caseId: CASE_ID,
  finalisedAt: NOW,
  content: contentOf(ready('us-512')),
  renderings: [
    {
      format: 'text',
      audience: 'recipient',
      path: 'recipient/notice.txt',
      mediaType: 'text/plain',
      digest: own,
      size: 1,
    },
  ],
  notRendered: [],
  contentDigest: own,
};

const CASE_FILE = {
  schema: 'prima-facie/case/1',
  case: { id: CASE_ID, title: 't', status: 'open', createdAt: NOW, updatedAt: NOW },
  parties: [holder],
  works: [work],
  items: [item],
};

const sent: Delivery = {
  id: 'd',
  caseId: CASE_ID,
  noticeId: 'n',
  type: 'sent',
  at: '2026-11-21T21:00:01.000+09:00',
  channel: 'abuse@host.example',
  digest: own,
  proof: [],
};

test('sent bytes are those of a rendering, or proof shows what they were', () => {
  expect(checkDelivery(notice, sent, LATER)).toEqual({ ok: true, value: sent });
  expect(checkDelivery(notice, { ...sent, digest: other }, LATER)).toMatchObject({
    failure: { code: 'digest-mismatch' },
  });
  expect(checkDelivery(notice, { ...sent, digest: other, proof: [other] }, LATER).ok).toBe(true);
  expect(checkDelivery(notice, without(sent, 'digest'), LATER).ok).toBe(false);
});

test.each([
  ['another notice', { noticeId: 'm' }, 'event-other-notice'],
  ['another case', { caseId: 'x' }, 'event-other-notice'],
  ['before the notice', { at: '2026-11-21T11:59:59.999Z' }, 'event-before-notice'],
  ['in ten years', { at: '2036-11-21T12:00:00.000Z' }, 'event-future'],
  ['in the year 12026', { at: '+012026-11-21T12:00:00.000Z' }, 'event-future'],
  ['no time', { at: 'soon' }, 'event-no-time'],
  ['no channel', { channel: ' ' }, 'event-no-channel'],
  ['a channel of 2,001 characters', { channel: 'x'.repeat(2001) }, 'event-too-long'],
  ['a note of 200,001 characters', { note: 'x'.repeat(200_001) }, 'event-too-long'],
  ['redirected to nowhere', { type: 'redirected' }, 'event-no-target'],
  ['a named date with a year of five digits', { deadline: '20266-12-01T00:00:00.000Z' }, 'event-deadline'],
  ['a named date in the year 20266', { deadline: '+020266-12-01T00:00:00.000Z' }, 'event-no-such-day'],
  ['a named date in the year 202', { deadline: '0202-12-01T00:00:00.000Z' }, 'event-deadline'],
  ['a field that no case file has', { extra: 1 }, 'event-shape'],
] as const)('%s is refused, with a sentence of its own', (_name, patch, detail) => {
  expect(checkDelivery(notice, { ...sent, ...patch }, LATER)).toMatchObject({
    ok: false,
    failure: { code: 'invalid-data', detail },
  });
});

test('whatever is accepted can be imported again', () => {
  const text = fc.oneof(
    { arbitrary: fc.string({ unit: 'binary' }), weight: 8 },
    fc.constantFrom('x'.repeat(2001), 'x'.repeat(200_001)),
  );
  const seen = fc.date({ noInvalidDate: true, min: new Date(NOW), max: new Date(LATER) });
  const time = fc.oneof(
    { arbitrary: seen.map((date) => date.toISOString()), weight: 4 },
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.nat(400_000).map((year) => `${year}-12-01T00:00:00.000Z`),
    fc.constantFrom('2026-11-22', '2026-11-22T10:00', '22 Nov 2026', '2026-11-22T10:00:00+24:00', ''),
  );
  const digest = fc.oneof(
    { arbitrary: fc.constantFrom(own, other), weight: 9 },
    fc.constant('sha256:1' as const),
  );
  const events = fc.record(
    {
      id: fc.oneof({ arbitrary: fc.uuid(), weight: 4 }, text),
      caseId: fc.constant(CASE_ID),
      noticeId: fc.constant('n'),
      type: fc.constantFrom(...DELIVERY_TYPES),
      at: time,
      channel: text,
      digest,
      proof: fc.array(digest, { maxLength: 2 }),
      redirectedTo: text,
      deadline: time,
      providerReceivedAt: time,
      note: text,
    },
    { requiredKeys: ['id', 'caseId', 'noticeId', 'type', 'at', 'channel', 'proof'] },
  );
  let accepted = 0;
  fc.assert(
    fc.property(events, (event) => {
      if (!checkDelivery(notice, event, LATER).ok) return;
      accepted += 1;
      expect(checkCaseFile({ ...CASE_FILE, deliveries: [event] })).toMatchObject({ ok: true });
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(20);
});

test('what a person enters is kept only if it can be imported again', () => {
  const draft = ready('us-512').draft;
  expect(checkRow('parties', holder).ok && checkRow('works', work).ok && checkRow('items', item).ok).toBe(
    true,
  );
  expect(checkRow('drafts', draft).ok).toBe(true);
  const long = { ok: false, failure: { code: 'invalid-data', detail: 'row-too-long' } };
  expect(checkRow('parties', { ...holder, address: 'x'.repeat(2001) })).toMatchObject(long);
  expect(checkRow('works', { ...work, title: 'x'.repeat(2001) })).toMatchObject(long);
  expect(checkRow('items', { ...item, pageUrl: `https://a.example/${'x'.repeat(16_384)}` })).toMatchObject(
    long,
  );
  expect(checkRow('drafts', { ...draft, attachmentBytes: 0.5 })).toMatchObject({
    failure: { detail: 'row-shape' },
  });
});

test('re-checks are planned for each item, and then nothing is warned of', () => {
  const plan = planRechecks({ caseId: CASE_ID, itemIds: [item.id], from: NOW, days: 7 }, () => 'r');
  expect(plan).toEqual([
    { id: 'r', caseId: CASE_ID, itemId: item.id, scheduledAt: '2026-11-28T12:00:00.000Z' },
  ]);
  const planned = { ...ready('us-512'), context: { rechecks: plan } };
  expect(check(planned).findings.map((finding) => finding.code)).not.toContain('recheck-none');
});

test('a letter to the operator needs the elements of the law and the questions, not its statements', () => {
  const letter = change.draft(ready('us-512'), { kind: 'letter', statements: [] });
  const readiness = check(letter);
  expect(readiness).toMatchObject({ state: 'ready', missing: [] });
  expect(readiness.done).toBe(readiness.total);
  expect(check(change.draft(letter, { exceptions: [] })).missing).toEqual(['us-512.statement-exceptions']);
});
