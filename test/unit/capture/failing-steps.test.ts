import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CaptureDocument } from '../../../utils/case/capture-document.ts';
import { FailureError } from '../../../utils/case/result.ts';
import type { PixelMethod, TabPort } from '../../../utils/capture/ports.ts';
import { CAPTURE_STEPS } from '../../../utils/capture/steps/index.ts';
import { foldEvents } from '../../../utils/hosting/fold-events.ts';
import { runSteps } from './support.ts';
import { tab } from './tab-support.ts';

/** How a call of the browser goes wrong: it is refused, or it never answers. */
type Fault = () => Promise<never>;

const WHY = 'the browser said no';
const refused: Fault = () => Promise.reject(new FailureError('browser-refused', WHY));
const silent: Fault = () => new Promise(() => undefined);

const MARK = {
  key: 1,
  kind: 'image',
  urls: ['http://site.test/1.png'],
  box: { x: 0, y: 0, width: 10, height: 10 },
  text: '',
  markedAt: '2026-11-21T10:00:00.000Z',
};
const marks = (change: Partial<NonNullable<TabPort['marks']>>): Partial<TabPort> => ({
  marks: {
    finish: () => Promise.resolve({ shown: true, marks: [MARK] }),
    boxes: () => Promise.resolve([{ key: MARK.key, box: MARK.box }]),
    clear: () => Promise.resolve(),
    crop: () => Promise.resolve(new Uint8Array(10)),
    ...change,
  },
});
/** The network log fails for one of its readers, known by its file: in which turn they read is not fixed. */
const logFor = (reader: string, fault: Fault): Partial<TabPort> => ({
  networkLog: () =>
    new Error('who asks').stack?.includes(`/${reader}.ts`)
      ? fault()
      : Promise.resolve(foldEvents(1, [], [], 0)),
});
const method = (fault: Fault): PixelMethod => ({ id: 'debugger', kind: 'screenshot', open: fault });

/** What must break so that exactly one step fails. */
const BREAKS: Readonly<Record<string, (fault: Fault) => Partial<TabPort>>> = {
  marks: (fault) => marks({ finish: fault }),
  viewport: (fault) => ({ viewport: fault }),
  facts: (fault) => ({ probe: fault }),
  network: (fault) => logFor('network', fault),
  'scroll-pass': (fault) => ({ scrollThrough: fault }),
  'verification-fetch': (fault) => ({ fetchAgain: fault }),
  hosting: (fault) => logFor('log-with-media', fault),
  'page-html': (fault) => ({ html: fault }),
  'page-archive': (fault) => ({ mhtml: fault }),
  'web-archive': (fault) => ({ keptBlob: fault }),
  'whole-page': (fault) => ({ pixelMethods: [method(fault)] }),
  'inner-scroll': (fault) => ({ innerScrollers: fault }),
  media: (fault) => ({ videos: fault }),
  har: (fault) => logFor('har', fault),
  'viewport-again': (fault) => ({ viewportAgain: fault }),
  items: (fault) => marks({ crop: fault }),
};
/** Steps that write down what there is: only the disk can refuse them. */
const WRITERS = ['changes', 'finalise'];
/** Without a DOM there is nothing for the archive either, where the browser gives no loaded bytes. */
const FOLLOWS: Readonly<Record<string, string>> = { 'page-html': 'web-archive' };

/** Runs the real steps; those named end by their time-out soon. */
const run = (change: Partial<TabPort>, impatient: readonly string[] = [], refuse = '') =>
  runSteps(
    CAPTURE_STEPS.map((step) => ({ ...step, timeoutMs: impatient.includes(step.id) ? 50 : 1e9 })),
    undefined,
    (path) =>
      path === refuse ? Promise.reject(new FailureError('no-space', 'disk full')) : Promise.resolve(),
    tab(change),
  );

function documentOf(drafts: Awaited<ReturnType<typeof run>>['drafts']): CaptureDocument {
  const text = drafts.find(({ path }) => path === 'capture.json')?.bytes;
  return JSON.parse(String(text)) as CaptureDocument;
}

afterEach(() => {
  vi.useRealTimers();
});

/** Lets time-outs pass at once, while what really works is waited for. */
async function hurried<T>(task: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const state = { over: false };
  const going = task().finally(() => {
    state.over = true;
  });
  while (!state.over) {
    await vi.advanceTimersByTimeAsync(100);
    await nextTurn();
  }
  return going;
}

describe('every step of a capture', () => {
  it('has its failure tested here', () => {
    expect([...Object.keys(BREAKS), ...WRITERS].toSorted()).toEqual(
      CAPTURE_STEPS.map(({ id }) => id).toSorted(),
    );
  });

  it.each(Object.keys(BREAKS))(
    '%s may fail alone: the reason is kept, and all that does not need it',
    async (id) => {
      const { outcome, drafts } = await run(BREAKS[id]?.(refused) ?? {});
      const required = CAPTURE_STEPS.find((step) => step.id === id)?.required;
      expect(outcome.state).toBe(required ? 'failed' : 'partial');
      const failed = outcome.steps.filter(({ state }) => state === 'failed').map((step) => step.id);
      const at = CAPTURE_STEPS.findIndex((step) => step.id === id);
      const unreached = CAPTURE_STEPS.slice(at + 1).flatMap((step) => (step.always ? [] : [step.id]));
      expect(failed).toEqual([id, ...(required ? unreached : FOLLOWS[id] ? [FOLLOWS[id]] : [])]);
      expect(outcome.steps.find((step) => step.id === id)?.failure?.detail).toContain(WHY);
      expect(outcome.notCaptured).toContainEqual({ what: id, why: expect.stringContaining(WHY) as string });
      const document = documentOf(drafts);
      expect(document.state).toBe(outcome.state);
      expect(document.notCaptured.map(({ what }) => what)).toContain(id);
      expect(document.artifacts.map(({ path }) => path)).toContain('changes.json');
    },
  );

  it.each(WRITERS)('%s may fail: the capture is failed, not lost', async (id) => {
    const { outcome, saved } = await run({}, [], id === 'changes' ? 'changes.json' : 'capture.json');
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'no-space' } });
    expect(saved).toContain('tiles/000.png');
  });

  it.each(Object.keys(BREAKS))('%s ends by its time-out where the browser never answers', async (id) => {
    const { outcome } = await hurried(() => run(BREAKS[id]?.(silent) ?? {}, [id]));
    expect(outcome.steps.find((step) => step.id === id)?.failure?.code).toBe('timeout');
    expect(outcome.steps.filter(({ state }) => state === 'running' || state === 'waiting')).toEqual([]);
    expect(outcome.artifacts.map(({ path }) => path)).toContain('capture.json');
  });
});

describe('all steps of a capture together', () => {
  const optional = Object.keys(BREAKS).filter(
    (id) => !CAPTURE_STEPS.find((step) => step.id === id)?.required,
  );
  /** The log is read by four: here it fails for all but the first, which must have it. */
  const afterFirst = (fault: Fault): Partial<TabPort> => {
    let read = 0;
    return {
      networkLog: () => ((read += 1) === 1 ? Promise.resolve(foldEvents(1, [], [], 0)) : fault()),
    };
  };
  const everything = (fault: Fault, ids: readonly string[]) =>
    Object.assign({}, ...ids.map((id) => BREAKS[id]?.(fault) ?? {}), afterFirst(fault)) as Partial<TabPort>;

  it('may fail where they are optional: what must be there is there', async () => {
    const { outcome, saved, drafts } = await run({
      ...everything(refused, optional),
      ...marks({ finish: refused }),
    });
    expect(outcome.state).toBe('partial');
    expect(saved).toEqual([
      'shots/viewport.png',
      'facts.json',
      'net/requests.json',
      'changes.json',
      'capture.json',
    ]);
    const missing = documentOf(drafts).notCaptured.map(({ what }) => what);
    // Without marks there is nothing to cut out: no failure.
    for (const id of optional) if (id !== 'items') expect(missing).toContain(id);
  });

  it('may fail: the capture is failed, says of each step why, and is written down', async () => {
    const { outcome, saved, drafts } = await run({
      ...everything(refused, Object.keys(BREAKS)),
      ...marks({ finish: refused }),
    });
    expect(outcome).toMatchObject({ state: 'failed', failure: { code: 'browser-refused', detail: WHY } });
    expect(saved).toEqual(['changes.json', 'capture.json']);
    const { notCaptured } = documentOf(drafts);
    for (const { id, always } of CAPTURE_STEPS) {
      if (!always) expect(notCaptured.map(({ what }) => what)).toContain(id);
    }
  });

  it('end by their time-outs where the browser never answers', async () => {
    const { outcome, saved } = await hurried(() => run(everything(silent, optional), optional));
    expect(outcome.state).toBe('partial');
    expect(saved).toEqual(expect.arrayContaining(['shots/viewport.png', 'facts.json', 'capture.json']));
    expect(outcome.steps.filter(({ state }) => state === 'running' || state === 'waiting')).toEqual([]);
  });
});
