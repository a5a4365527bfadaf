import { describe, expect, it } from 'vitest';
import type { ArtifactDraft } from '../../../utils/case/artifact.ts';
import { FailureError } from '../../../utils/case/result.ts';
import { orAborted, sleep } from '../../../utils/capture/run-capture.ts';
import type { Step } from '../../../utils/capture/step.ts';
import { runSteps } from './support.ts';

const draft = (path: string): ArtifactDraft => ({
  path,
  mediaType: 'text/plain',
  bytes: path,
  role: 'original',
});

function step(id: string, run: Step['run'], options: Partial<Step> = {}): Step {
  return { id, required: false, timeoutMs: 1_000, run, ...options };
}

const takes = (id: string, options: Partial<Step> = {}) =>
  step(
    id,
    async function* () {
      yield draft(`${id}.txt`);
    },
    options,
  );

const breaks = (id: string, options: Partial<Step> = {}) =>
  step(
    id,
    async function* () {
      yield draft(`${id}-before.txt`);
      throw new FailureError('browser-refused', 'no');
    },
    options,
  );

describe('runCapture', () => {
  it('is complete when every step is done, and keeps artifacts in order', async () => {
    const { outcome, saved } = await runSteps([takes('a'), takes('b')]);
    expect(outcome.state).toBe('complete');
    expect(saved).toEqual(['a.txt', 'b.txt']);
    expect(outcome.artifacts.map((entry) => entry.index)).toEqual([0, 1]);
  });

  it('is partial when an optional step fails, keeps what it took, and says why', async () => {
    const { outcome, saved } = await runSteps([breaks('a'), takes('b')]);
    expect(outcome.state).toBe('partial');
    expect(saved).toEqual(['a-before.txt', 'b.txt']);
    expect(outcome.steps[0]).toMatchObject({
      state: 'failed',
      failure: { code: 'browser-refused', detail: 'no' },
    });
    expect(outcome.notCaptured).toEqual([{ what: 'a', why: 'browser-refused: no' }]);
  });

  it('is failed when a required step fails; later steps are not attempted but `always` ones run', async () => {
    const { outcome, saved } = await runSteps([
      breaks('a', { required: true }),
      takes('b'),
      takes('last', { always: true, required: true }),
    ]);
    expect(outcome.state).toBe('failed');
    expect(saved).toEqual(['a-before.txt', 'last.txt']);
    expect(outcome.steps.map(({ state }) => state)).toEqual(['failed', 'failed', 'done']);
  });

  it('stops a step that outlives its time-out and goes on', async () => {
    const hangs = step(
      'hangs',
      async function* (_, signal) {
        yield draft('before.txt');
        await orAborted(new Promise(() => undefined), signal);
      },
      { timeoutMs: 30 },
    );
    const { outcome, saved } = await runSteps([hangs, takes('b')]);
    expect(outcome.steps[0]?.failure?.code).toBe('timeout');
    expect(saved).toEqual(['before.txt', 'b.txt']);
  });

  it('lets a stopped step tidy up', async () => {
    let tidied = false;
    const hangs = step(
      'hangs',
      async function* (_, signal) {
        try {
          yield draft('one.txt');
          await orAborted(new Promise(() => undefined), signal);
        } finally {
          tidied = true;
        }
      },
      { timeoutMs: 30 },
    );
    await runSteps([hangs]);
    expect(tidied).toBe(true);
  });

  it('keeps what was taken when the user cancels, and marks the rest cancelled', async () => {
    const stop = new AbortController();
    const slow = step('slow', async function* (_, signal) {
      yield draft('slow.txt');
      stop.abort(new FailureError('cancelled'));
      await orAborted(sleep(1_000), signal);
    });
    const { outcome, saved } = await runSteps(
      [slow, takes('b'), takes('last', { always: true })],
      stop.signal,
    );
    expect(outcome.state).toBe('cancelled');
    expect(saved).toEqual(['slow.txt', 'last.txt']);
    expect(outcome.steps.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'done']);
  });

  it('ends with the reason when the tab is lost', async () => {
    const stop = new AbortController();
    stop.abort(new FailureError('tab-closed'));
    const { outcome } = await runSteps([takes('a', { required: true })], stop.signal);
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'tab-closed' } });
  });

  it('stores an artifact while the next is taken, and never holds more than two', async () => {
    let held = 0;
    let most = 0;
    const many = step('many', async function* () {
      for (let index = 0; index < 6; index += 1) {
        held += 1;
        most = Math.max(most, held);
        yield draft(`${index}.txt`);
      }
    });
    const { saved } = await runSteps([many], undefined, async () => {
      await sleep(5);
      held -= 1;
    });
    expect(saved).toHaveLength(6);
    expect(most).toBe(2);
  });

  it('fails the step, not the run, when an artifact cannot be stored', async () => {
    const { outcome } = await runSteps([takes('a'), takes('b')], undefined, (path) =>
      path === 'a.txt' ? Promise.reject(new FailureError('no-space')) : Promise.resolve(),
    );
    expect(outcome.steps.map(({ state, failure }) => [state, failure?.code])).toEqual([
      ['failed', 'no-space'],
      ['done', undefined],
    ]);
  });

  it('begins a step while what the one before took last is stored, and never holds more than two', async () => {
    let held = 0;
    let most = 0;
    const storing = new Set<string>();
    const overlapped: string[] = [];
    const pictures = (id: string) =>
      step(id, async function* () {
        for (let index = 0; index < 3; index += 1) {
          overlapped.push(...[...storing].filter((path) => !path.startsWith(id)));
          held += 1;
          most = Math.max(most, held);
          yield draft(`${id}-${index}.txt`);
        }
      });
    const { saved } = await runSteps(
      [pictures('a'), pictures('b'), pictures('c')],
      undefined,
      async (path) => {
        storing.add(path);
        await sleep(5);
        storing.delete(path);
        held -= 1;
      },
    );
    expect(saved).toHaveLength(9);
    expect(overlapped).toEqual(['a-2.txt', 'b-2.txt']);
    expect(most).toBe(2);
  });

  it('tells of a step in the row once what the steps before it took is stored', async () => {
    const { rows } = await runSteps([takes('a'), takes('b'), takes('c')], undefined, () => sleep(5));
    const running = rows.flatMap(({ steps = [] }) =>
      steps.some(({ state }) => state === 'running') ? [steps.map(({ state }) => state)] : [],
    );
    expect(running).toEqual([
      ['running', 'waiting', 'waiting'],
      ['done', 'running', 'waiting'],
      ['done', 'done', 'running'],
    ]);
  });

  it('lets a step go along with those that it neither disturbs nor needs, and no other', async () => {
    const order: string[] = [];
    const slow = (id: string, options: Partial<Step> = {}) =>
      step(
        id,
        async function* () {
          order.push(`${id} begins`);
          await sleep(20);
          yield draft(`${id}.txt`);
          order.push(`${id} ends`);
        },
        options,
      );
    const off = slow('off', { skip: () => 'not wanted' });
    const along = slow('along', { alongside: () => ['viewport'] });
    await runSteps([slow('marks'), slow('viewport'), off, along, slow('after')]);
    expect(order.slice(0, 4)).toEqual(['marks begins', 'marks ends', 'viewport begins', 'along begins']);
    expect(order.slice(-2)).toEqual(['after begins', 'after ends']);
    order.length = 0;
    await runSteps([slow('viewport'), slow('scroll-pass'), along]);
    expect(order.indexOf('along begins')).toBeGreaterThan(order.indexOf('scroll-pass ends'));
  });
});
