import { expect, it } from 'vitest';
import { isRedactable } from '../../../utils/case/redaction.ts';
import { hexOf } from '../../../utils/case/values.ts';
import { redactionDigest } from '../../../utils/integrity/redaction-digest.ts';
import { addRedaction, redactionsOf, withdrawRedaction } from '../../../utils/store/redactions.ts';
import { freshStore } from './support.ts';

const ENV = {
  now: () => new Date('2026-11-22T02:00:00.000Z'),
  newId: () => crypto.randomUUID(),
  random: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
};

async function withCase() {
  const store = freshStore();
  const { id: caseId } = await store.cases.create('Moon');
  return { store, caseId };
}

it('keeps a redaction and its custody entry together; the log names a digest and not the text', async () => {
  const { store, caseId } = await withCase();
  const target = { kind: 'text', text: ' Tarō Yamada ' } as const;
  const made = await addRedaction(store, { caseId, reason: 'a private person', target }, ENV);
  if (!made.ok) throw new Error(made.failure.code);
  expect(made.value.target).toEqual({ kind: 'text', text: 'Tarō Yamada' });
  const [entry] = await store.custody.entries(caseId);
  expect(entry).toMatchObject({
    action: 'redacted',
    objectSha256: hexOf(await redactionDigest(made.value)),
    note: { redactionId: made.value.id, what: 'made', kind: 'text', reason: 'a private person' },
  });
  expect(JSON.stringify(entry)).not.toContain('Yamada');
});

it('names another digest for the same text, so that nobody can find it by trying', async () => {
  const { store, caseId } = await withCase();
  const ask = { caseId, reason: 'x', target: { kind: 'text', text: 'account_1' } } as const;
  const fixed = { ...ENV, newId: () => 'same' };
  const digests = [];
  for (const id of ['a', 'b']) {
    const made = await addRedaction(store, ask, { ...fixed, newId: () => id });
    if (made.ok) digests.push(await redactionDigest({ ...made.value, id: 'same' }));
  }
  expect(new Set(digests).size).toBe(2);
});

it('takes one back once, keeps the record, and says so in the log', async () => {
  const { store, caseId } = await withCase();
  const box = { x: 1, y: 2, width: 3, height: 4 };
  const target = { kind: 'area', captureId: 'c', picture: 'page', box } as const;
  const made = await addRedaction(store, { caseId, reason: 'face', target }, ENV);
  if (!made.ok) throw new Error(made.failure.code);
  expect(await withdrawRedaction(store, made.value.id, ENV)).toMatchObject({ ok: true });
  expect(await withdrawRedaction(store, made.value.id, ENV)).toMatchObject({ ok: false });
  expect(await redactionsOf(store, caseId)).toMatchObject([
    { target, withdrawnAt: '2026-11-22T02:00:00.000Z' },
  ]);
  expect((await store.custody.entries(caseId)).map(({ note }) => note?.['what'])).toEqual([
    'made',
    'withdrawn',
  ]);
  expect(await store.custody.check(caseId)).toMatchObject({ whole: true, length: 2 });
});

it.each([
  ['', 'reason without words'],
  ['   ', 'blank reason'],
])('refuses a redaction without a reason (%s)', async (reason) => {
  const { store, caseId } = await withCase();
  const target = { kind: 'text', text: 'account_1' } as const;
  expect(await addRedaction(store, { caseId, reason, target }, ENV)).toMatchObject({ ok: false });
  expect(await redactionsOf(store, caseId)).toEqual([]);
});

it.each([
  ['Li', false],
  ['李娜', true],
  ['0312', false],
  ['03-1234', true],
  ['x'.repeat(501), false],
])('%s can be redacted: %s', (text, can) => expect(isRedactable(text)).toBe(can));
