import { expect, test } from 'vitest';
import type { Capture } from '../../../utils/case/capture.ts';
import type { CaptureDocument } from '../../../utils/case/capture-document.ts';
import type { CustodyEntry } from '../../../utils/case/custody.ts';
import type { CustodyEvent } from '../../../utils/integrity/custody-chain.ts';
import { verifyBundle } from '../../../utils/bundle/verify/verify-bundle.ts';
import { blobSource } from '../../../utils/integrity/digest.ts';
import { nextEntry } from '../../../utils/integrity/custody-chain.ts';
import { testSource, written, type TestSource } from './support.ts';

/** All that the verifier says but that the bundle is unsigned, which is `anchor.test.ts`'s. */
async function verifyAll(blob: Blob) {
  const report = await verifyBundle(blobSource(blob));
  return { ...report, findings: report.findings.filter(({ code }) => code !== 'unsigned') };
}

/** What the verifier says of a case that is exported as it stands: as whoever owns the key could have it. */
async function said(source: TestSource) {
  const { findings, verdict } = await verifyAll((await written(source)).blob);
  return { verdict, codes: findings.map(({ code }) => code), findings };
}

/** Hashes the log anew after a change of its events. */
async function relog(source: TestSource, change: (events: CustodyEntry[]) => readonly CustodyEvent[]) {
  const events = change(source.log.splice(0));
  for (const { at, actor, action, objectSha256, note } of events) {
    const event = { at, actor, action, objectSha256, ...(note ? { note } : {}) };
    source.log.push(await nextEntry(source.log.at(-1) ?? null, event));
  }
}

function changeRow(source: TestSource, change: Partial<Capture>) {
  const [first, ...rest] = source.all;
  if (!first) throw new Error('no capture');
  source.all.splice(0, source.all.length, { ...first, capture: { ...first.capture, ...change } }, ...rest);
}

const started = (number: number): CustodyEvent => ({
  at: '2026-11-21T09:00:30.000Z',
  actor: 'A. Tester',
  action: 'capture-started',
  objectSha256: null,
  note: { captureId: `00000000-0000-4000-8000-00000000009${number}`, url: 'https://dropped.example/' },
});

test('a capture that was begun and is neither here nor deleted is told, with its address', async () => {
  const source = await testSource([{}, {}]);
  await relog(source, (log) => [...log, started(1)]);
  const { verdict, findings } = await said(source);
  // It may have been running when the case was exported.
  expect(verdict).toBe('whole');
  expect(findings).toEqual([
    {
      severity: 'warning',
      code: 'capture-begun',
      path: 'data/custody.jsonl',
      detail: expect.stringContaining('https://dropped.example/'),
    },
  ]);
});

test('a capture that was begun and deleted is told as such, and leaves no gap', async () => {
  const source = await testSource([{}, {}, {}]);
  const [gone] = source.all.splice(1, 1);
  await relog(source, (log) => [
    ...log.filter(({ seq }) => seq !== 4),
    {
      ...started(1),
      action: 'capture-deleted',
      note: { captureId: gone?.capture.id ?? '', number: 2, reason: 'test' },
    },
  ]);
  expect(await said({ ...source, captureCount: 2 })).toMatchObject({ verdict: 'whole', codes: [] });
});

test('a number that no capture has is told where the log was made anew without it', async () => {
  const source = await testSource([{}, {}, {}]);
  source.all.splice(1, 1);
  await relog(source, (log) => log.filter(({ seq }) => seq !== 3 && seq !== 4));
  const { findings } = await said({ ...source, captureCount: 2 });
  expect(findings).toEqual([{ severity: 'warning', code: 'capture-gap', detail: '2' }]);
});

test.each<[string, Partial<Capture>]>([
  ['urlTyped', { urlTyped: 'https://elsewhere.example/' }],
  ['urlFinal', { urlFinal: 'https://elsewhere.example/' }],
  ['title', { title: 'Another title' }],
  ['startedAt', { startedAt: '2001-01-01T00:00:00.000Z' }],
  ['endedAt', { endedAt: '2031-01-01T00:00:00.000Z' }],
  ['endedAt', { endedAt: '2026-11-21T08:00:00.000Z' }],
])('a row whose %s is not that of its capture is a failure', async (member, change) => {
  const source = await testSource([{}, {}]);
  changeRow(source, change);
  expect(await said(source)).toMatchObject({
    verdict: 'not-whole',
    findings: [{ code: 'capture-record', detail: expect.stringMatching(`^${member}: `) }],
  });
});

test('a row says the state that the log says, and all that its capture does not hold', async () => {
  const source = await testSource([{ document: { notCaptured: [{ what: 'net/tls', why: 'test' }] } }]);
  expect((await said(source)).findings).toMatchObject([{ detail: 'notCaptured: nothing, not net/tls' }]);
  changeRow(source, { notCaptured: [{ what: 'net/tls', why: 'test' }] });
  expect((await said(source)).codes).toEqual([]);
  await relog(source, (log) =>
    log.map((entry) => (entry.action === 'capture-ended' ? { ...entry, note: { state: 'partial' } } : entry)),
  );
  expect((await said(source)).findings).toMatchObject([{ detail: 'state: complete, not partial' }]);
});

test('a bundle that states another number of captures than it holds is not whole', async () => {
  const source = await testSource([{}, {}]);
  expect((await said({ ...source, captureCount: 77 })).codes).toEqual(['count-wrong']);
});

test('a log that runs backwards, and captures outside its times, are told; a clock set by a second is not', async () => {
  const source = await testSource([{}]);
  const back = (at: string) => (log: CustodyEntry[]) => [
    ...log,
    { ...started(1), at, action: 'exported' as const },
  ];
  await relog(source, back('2026-11-21T09:00:01.000Z'));
  expect((await said(source)).codes).toEqual([]);
  await relog(source, back('2019-01-01T00:00:00.000Z'));
  expect((await said(source)).findings).toEqual([
    {
      severity: 'warning',
      code: 'time-contradiction',
      path: 'data/custody.jsonl',
      detail: expect.stringContaining('2019-01-01'),
    },
  ]);
});

test.each<[string, Partial<CaptureDocument>]>([
  ['begun at another time than its log says', { startedAt: '2019-01-01T00:00:00.000Z' }],
  ['ended before it began', { endedAt: '2019-01-01T00:00:00.000Z' }],
  ['ended after the export', { endedAt: '2033-01-01T00:00:00.000Z' }],
])('a capture that %s is told', async (_, document) => {
  const source = await testSource([{ document }]);
  changeRow(source, document);
  const { codes } = await said(source);
  expect(codes).toContain('time-contradiction');
});

test('an export before the last entry of its log is told', async () => {
  const source = await testSource([{}]);
  const bundle = await written(source, { now: () => new Date('2020-01-01T00:00:00.000Z') });
  const { findings } = await verifyAll(bundle.blob);
  expect(findings).toContainEqual({
    severity: 'warning',
    code: 'time-contradiction',
    path: 'bag-info.txt',
    detail: expect.stringContaining('exported 2020-01-01'),
  });
});
