import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterRefusal,
  backoffMs,
  nextStep,
  retryNow,
  stampItem,
  type StampItem,
  type StampPace,
  type StampPolicy,
} from '../../../utils/integrity/timestamp/stamp-queue.ts';

const START = Date.UTC(2026, 0, 1);
const at = (ms: number) => new Date(START + ms);
const policy: StampPolicy = { urls: ['a', 'b'], intervalMs: (url) => (url === 'a' ? 15_000 : 1000) };
const NONE: StampPace = new Map();

function item(id: string, wantedMs = 0): StampItem {
  const digest = `sha256:${'0'.repeat(64)}` as const;
  return stampItem({
    id,
    caseId: 'case',
    purpose: 'capture',
    subjectId: id,
    digest,
    wantedAt: at(wantedMs).toISOString(),
  });
}

describe('the stamp queue', () => {
  it('asks the first authority about the oldest item, and keeps its pace', () => {
    const items = [item('late', 100), item('early', 0)];
    expect(nextStep(items, NONE, policy, at(200))).toMatchObject({
      kind: 'ask',
      url: 'a',
      item: { id: 'early' },
    });
    const pace = new Map([['a', at(200).toISOString()]]);
    expect(nextStep(items, pace, policy, at(5200))).toEqual({ kind: 'wait', ms: 10_000 });
    expect(nextStep(items, pace, policy, at(15_200))).toMatchObject({ kind: 'ask' });
  });

  it('goes on to the next authority after a refusal, then waits before a new round', () => {
    const once = afterRefusal(item('x'), 'a', 'timeout', policy, at(0));
    expect(nextStep([once], NONE, policy, at(0))).toMatchObject({ kind: 'ask', url: 'b' });
    const twice = afterRefusal(once, 'b', 'network-error', policy, at(0));
    expect(nextStep([twice], NONE, policy, at(0))).toEqual({ kind: 'wait', ms: 30_000 });
    expect(nextStep([twice], NONE, policy, at(30_000))).toMatchObject({ kind: 'ask', url: 'a' });
    expect(twice.lastRefusal).toEqual({ url: 'b', reason: 'network-error', at: at(0).toISOString() });
    expect(nextStep([retryNow(twice, at(1))], NONE, policy, at(1))).toMatchObject({ kind: 'ask', url: 'a' });
  });

  it('lets another item go ahead while one waits', () => {
    const tired = afterRefusal(
      afterRefusal(item('x'), 'a', 'timeout', policy, at(0)),
      'b',
      'timeout',
      policy,
      at(0),
    );
    expect(nextStep([tired, item('y', 5)], NONE, policy, at(10))).toMatchObject({ item: { id: 'y' } });
  });

  it('is idle without items, and without authorities', () => {
    expect(nextStep([], NONE, policy, at(0))).toEqual({ kind: 'idle' });
    expect(nextStep([item('x')], NONE, { ...policy, urls: [] }, at(0))).toEqual({ kind: 'idle' });
  });

  it('does not stand still when the clock was set back, nor when authorities are taken from the settings', () => {
    const future = new Map([['a', at(9e9).toISOString()]]);
    expect(nextStep([item('x')], future, policy, at(0))).toEqual({ kind: 'wait', ms: 15_000 });
    const asked = { ...item('x'), asked: ['gone'] };
    expect(nextStep([asked], NONE, policy, at(0))).toMatchObject({ kind: 'ask', url: 'a' });
    const allAskedNow = afterRefusal(item('x'), 'a', 'timeout', { ...policy, urls: ['a'] }, at(0));
    expect(allAskedNow.rounds).toBe(1);
  });

  it('backs off to six hours and no further', () => {
    expect([1, 2, 3].map(backoffMs)).toEqual([30_000, 60_000, 120_000]);
    expect(backoffMs(1000)).toBe(6 * 3600 * 1000);
  });

  it('never asks one authority faster than its pace, and never loses an item', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 10, maxLength: 60 }), (answers) => {
        let now = START;
        let items = [item('x'), item('y', 1), item('z', 2)];
        const pace = new Map<string, string>();
        const asked = new Map<string, number[]>();
        const stamped: string[] = [];
        for (const granted of answers) {
          const step = nextStep(items, pace, policy, new Date(now));
          if (step.kind === 'idle') break;
          if (step.kind === 'wait') {
            now += step.ms;
            continue;
          }
          asked.set(step.url, [...(asked.get(step.url) ?? []), now]);
          pace.set(step.url, new Date(now).toISOString());
          if (granted) stamped.push(step.item.id);
          items = granted
            ? items.filter((one) => one.id !== step.item.id)
            : items.map((one) =>
                one.id === step.item.id ? afterRefusal(one, step.url, 'timeout', policy, new Date(now)) : one,
              );
        }
        expect(items.length + stamped.length).toBe(3);
        for (const [url, times] of asked) {
          times.slice(1).forEach((time, index) => {
            expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(policy.intervalMs(url));
          });
        }
      }),
    );
  });
});
