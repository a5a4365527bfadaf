import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derBlocks } from '../../../utils/integrity/pem.ts';
import { digestOf } from '../../../utils/integrity/digest.ts';
import {
  timestampEnvironment,
  type Timestamp,
} from '../../../utils/integrity/timestamp/request-timestamp.ts';
import { runStampQueue, type StampQueueStore } from '../../../utils/integrity/timestamp/run-stamp-queue.ts';
import { stampItem, type StampItem } from '../../../utils/integrity/timestamp/stamp-queue.ts';
import { startTsa, type Tsa } from '../../fixtures/tsa/start-tsa.ts';

function memoryStore(items: readonly StampItem[]): StampQueueStore {
  const kept = new Map(items.map((item) => [item.id, item]));
  const pace = new Map<string, string>();
  return {
    items: async () => [...kept.values()],
    put: async (item) => void kept.set(item.id, item),
    remove: async (id) => void kept.delete(id),
    pace: async () => pace,
    setAsked: async (url, at) => void pace.set(url, at),
  };
}

async function waiting(id: string): Promise<StampItem> {
  const wantedAt = new Date().toISOString();
  const digest = await digestOf(id);
  return stampItem({ id, caseId: 'c', purpose: 'capture', subjectId: id, digest, wantedAt });
}

describe('running the queue against real authorities', () => {
  let first: Tsa;
  let second: Tsa;
  beforeAll(async () => {
    [first, second] = await Promise.all([startTsa({ kind: 'rejected' }), startTsa()]);
  });
  afterAll(async () => {
    await Promise.all([first.close(), second.close()]);
  });

  it('asks in order, paced, takes the second where the first refuses, and says when to come back', async () => {
    const store = memoryStore([await waiting('x'), await waiting('y')]);
    const stamps: [string, Timestamp][] = [];
    const refusals: string[] = [];
    const run = () =>
      runStampQueue({
        ...timestampEnvironment,
        store,
        policy: { urls: [first.url, second.url], intervalMs: () => 600 },
        roots: [first, second].flatMap((tsa) => derBlocks('CERTIFICATE', tsa.rootPem) ?? []),
        timeoutMs: 5000,
        keep: async (one, stamp) => void stamps.push([one.id, stamp]),
        onRefusal: (one, url, refusal) => refusals.push(`${one.id} ${url} ${refusal.reason}`),
      });
    for (let wait = await run(); wait !== null; wait = await run()) {
      expect(wait).toBeLessThanOrEqual(600);
      await new Promise((resolve) => {
        setTimeout(resolve, wait ?? 0);
      });
    }
    expect(stamps.map(([id]) => id).toSorted()).toEqual(['x', 'y']);
    expect(stamps.map(([, stamp]) => stamp.url)).toEqual([second.url, second.url]);
    expect(refusals).toHaveLength(2);
    for (const tsa of [first, second]) {
      const [a = 0, b = 0] = tsa.requestedAt;
      expect(b - a).toBeGreaterThanOrEqual(590);
    }
  });

  it('keeps the item where the stamp could not be kept, and where nobody can be reached', async () => {
    const store = memoryStore([await waiting('z')]);
    const base = {
      ...timestampEnvironment,
      store,
      timeoutMs: 2000,
      roots: derBlocks('CERTIFICATE', second.rootPem) ?? [],
    };
    const failing = runStampQueue({
      ...base,
      policy: { urls: [second.url], intervalMs: () => 0 },
      keep: () => Promise.reject(new Error('disk full')),
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(await store.items()).toHaveLength(1);
    const wait = await runStampQueue({
      ...base,
      policy: { urls: ['http://127.0.0.1:9/'], intervalMs: () => 0 },
      keep: async () => undefined,
    });
    expect(wait).toBeGreaterThan(29_000);
    expect((await store.items())[0]?.lastRefusal?.reason).toBe('network-error');
  });
});
