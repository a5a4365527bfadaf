import { expect, test } from 'vitest';
import type { Delivery } from '../../../utils/case/delivery.ts';
import type { Notice } from '../../../utils/case/notice.ts';
import { checkDelivery, planRechecks } from '../../../utils/notice/track/deliveries.ts';
import { CASE_ID, change, check, contentOf, item, NOW, ready, without } from './a-case.ts';

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
  expect(checkDelivery(notice, sent)).toEqual({ ok: true, value: sent });
  expect(checkDelivery(notice, { ...sent, digest: other })).toMatchObject({
    failure: { code: 'digest-mismatch' },
  });
  expect(checkDelivery(notice, { ...sent, digest: other, proof: [other] }).ok).toBe(true);
  expect(checkDelivery(notice, without(sent, 'digest')).ok).toBe(false);
});

test.each([
  ['another notice', { noticeId: 'm' }],
  ['another case', { caseId: 'x' }],
  ['before the notice', { at: '2026-11-21T11:59:59.999Z' }],
  ['no time', { at: 'soon' }],
  ['no channel', { channel: ' ' }],
  ['redirected to nowhere', { type: 'redirected' }],
] as const)('%s is refused', (_name, patch) => {
  expect(checkDelivery(notice, { ...sent, ...patch })).toMatchObject({
    ok: false,
    failure: { code: 'bad-request' },
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
