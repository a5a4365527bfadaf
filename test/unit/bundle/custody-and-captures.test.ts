import { expect, test } from 'vitest';
import type { CustodyEntry } from '../../../utils/case/custody.ts';
import { nextEntry } from '../../../utils/integrity/custody-chain.ts';
import { testSource, verify, written, type TestSource } from './support.ts';

/** Codes of what the verifier finds in a bundle exported from a case that somebody has changed beforehand. */
async function findings(change: (source: TestSource) => Promise<void> | void): Promise<string[]> {
  const source = await testSource([{}, {}]);
  await change(source);
  const report = await verify((await written(source, { evenIfBroken: true })).blob);
  expect(report.verdict).toBe(report.findings.length === 0 ? 'whole' : 'not-whole');
  return report.findings.map(({ code }) => code);
}

async function rehash(log: CustodyEntry[]): Promise<void> {
  let last: CustodyEntry | null = null;
  for (const [index, { at, actor, action, objectSha256, note }] of log.entries()) {
    last = await nextEntry(last, { at, actor, action, objectSha256, ...(note ? { note } : {}) });
    log[index] = last;
  }
}

test('a custody entry removed, changed, added or moved is found', async () => {
  expect(await findings((source) => void source.log.splice(2, 1))).toContain('custody-broken');
  expect(await findings((source) => void source.log.splice(0, 1))).toContain('custody-broken');
  expect(await findings((source) => void source.log.reverse())).toContain('custody-broken');
  expect(await findings(({ log }) => void (log[1] = { ...(log[1] as CustodyEntry), actor: 'B' }))).toContain(
    'custody-broken',
  );
  expect(await findings(({ log }) => void log.push(log[0] as CustodyEntry))).toContain('custody-broken');
});

test('an end of the log cut off, or a log rewritten and hashed anew, is found by the captures it no longer names', async () => {
  expect(await findings(({ log }) => void log.pop())).toEqual(['capture-not-in-custody']);
  expect(
    await findings(async ({ log }) => {
      log.splice(2, 1);
      await rehash(log);
    }),
  ).toEqual(['capture-not-in-custody']);
});

test('a capture left out is found, one deleted with a word is not', async () => {
  const leaveOut = (source: TestSource) => {
    source.all.pop();
    Object.assign(source, { captureCount: 1 });
  };
  expect(await findings(leaveOut)).toEqual(['capture-left-out']);
  expect(
    await findings(async (source) => {
      const objectSha256 = source.all.at(-1)?.capture.digest?.slice('sha256:'.length) ?? null;
      const event = {
        at: '2026-11-21T10:00:00.000Z',
        actor: 'A',
        action: 'capture-deleted',
        objectSha256,
      } as const;
      source.log.push(await nextEntry(source.log.at(-1) ?? null, { ...event, note: { why: 'wrong page' } }));
      leaveOut(source);
    }),
  ).toEqual([]);
});

test('a capture row edited by hand contradicts its own record', async () => {
  const edit = (change: object) => (source: TestSource) => {
    const [first, ...rest] = source.all;
    if (!first) throw new Error('no capture');
    source.all.splice(0, source.all.length, { ...first, capture: { ...first.capture, ...change } }, ...rest);
  };
  expect(await findings(edit({ number: 7 }))).toContain('capture-identity');
  expect(await findings(edit({ caseId: '00000000-0000-4000-8000-0000000000ff' }))).toContain(
    'capture-identity',
  );
  expect(await findings(edit({ digest: `sha256:${'0'.repeat(64)}` }))).toEqual(
    expect.arrayContaining(['capture-identity', 'capture-not-in-custody']),
  );
});

test('a file added to a capture, or taken from it, is not what capture.json says', async () => {
  expect(
    await findings(({ all, blobs }) => {
      const [first] = all;
      const entry = first?.entries[0];
      if (!first || !entry) throw new Error('no capture');
      all[0] = { ...first, entries: [...first.entries, { ...entry, path: 'extra.png' }] };
      expect(blobs.has(entry.digest)).toBe(true);
    }),
  ).toEqual(['capture-unlisted']);
  expect(
    await findings(({ all }) => {
      const [first] = all;
      if (first) all[0] = { ...first, entries: first.entries.slice(1) };
    }),
  ).toEqual(['capture-artifact']);
});
