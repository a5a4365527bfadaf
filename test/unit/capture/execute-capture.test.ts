import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../utils/case/result.ts';
import { executeCapture, type ExecutePorts } from '../../../utils/capture/execute-capture.ts';
import type { TabPort } from '../../../utils/capture/ports.ts';
import { waitingSteps } from '../../../utils/capture/run-capture.ts';
import type { Step } from '../../../utils/capture/step.ts';
import { finaliseStep } from '../../../utils/capture/steps/finalise.ts';
import { DEFAULT_SETTINGS } from '../../../utils/case/settings.ts';
import { captureStore } from '../../../utils/store/capture-store.ts';
import { freshStore } from '../store/support.ts';
import { takes, tabOf } from './service-support.ts';
import { CAPTURE, CIRCUMSTANCES, HOSTING, signArchive } from './support.ts';

type CaptureStore = ExecutePorts['store'];

/** Runs steps for a row in a real store, some of whose calls the test replaces. */
async function execute(
  steps: readonly Step[],
  change: (real: CaptureStore) => Partial<CaptureStore> = () => ({}),
  thumbnail: ExecutePorts['thumbnail'] = () => Promise.resolve(new Blob(['small'])),
  tab: Partial<TabPort> = {},
) {
  const kept = freshStore();
  const real = captureStore(kept);
  const all = [...steps, finaliseStep];
  const { number: _, state: __, ...row } = { ...CAPTURE, steps: waitingSteps(all) };
  const capture = await kept.captures.create(row);
  await executeCapture(
    {
      store: { ...real, ...change(real) },
      thumbnail,
      environment: {
        now: () => new Date('2026-11-21T10:00:01.000Z'),
        newId: () => crypto.randomUUID(),
        monotonicNow: () => performance.now(),
        circumstances: () => Promise.resolve(CIRCUMSTANCES),
        signArchive,
        hosting: HOSTING,
      },
    },
    all,
    {
      capture,
      tab: { ...tabOf(), ...tab },
      settings: DEFAULT_SETTINGS,
      signal: new AbortController().signal,
    },
  );
  return { kept, id: capture.id, row: await kept.captures.get(capture.id) };
}

function refuse(): never {
  throw new FailureError('browser-refused', 'no');
}

describe('executeCapture', () => {
  it('writes the final row with the digest of capture.json, and a custody entry of the same digest', async () => {
    const { kept, row, id } = await execute([takes('a')]);
    const entries = await kept.artifacts.entries(id);
    expect(row).toMatchObject({ state: 'complete', digest: entries.at(-1)?.digest });
    const [custody] = await kept.custody.entries(CAPTURE.caseId);
    expect(custody).toMatchObject({
      action: 'capture-ended',
      objectSha256: row?.digest?.slice(7),
      note: { state: 'complete', artifacts: 2 },
    });
  });

  it('ends the row when the store breaks in the middle, with the reason; what was taken stays', async () => {
    const { kept, row, id } = await execute([takes('a'), takes('b')], (real) => ({
      updateCapture: (captureId, rowChange) =>
        rowChange.steps?.some((step) => step.id === 'b' && step.state === 'running')
          ? Promise.reject(new Error('the database was closed'))
          : real.updateCapture(captureId, rowChange),
    }));
    expect(row).toMatchObject({
      state: 'failed',
      endedAt: '2026-11-21T10:00:01.000Z',
      failure: { code: 'storage-failed', detail: expect.stringContaining('database was closed') as string },
    });
    expect((await kept.artifacts.entries(id)).map(({ path }) => path)).toEqual(['a.txt']);
  });

  it('is partial, and says which step, when the disk is full for one artifact', async () => {
    const { row } = await execute([takes('a'), takes('b')], (real) => ({
      saveArtifact: (place, draft) =>
        draft.path === 'a.txt'
          ? Promise.reject(new FailureError('no-space', 'QuotaExceededError'))
          : real.saveArtifact(place, draft),
    }));
    expect(row).toMatchObject({ state: 'partial' });
    expect(row?.notCaptured).toEqual([{ what: 'a', why: 'no-space: QuotaExceededError' }]);
  });

  it('fails, with the reason, when capture.json itself cannot be stored', async () => {
    const { kept, row, id } = await execute([takes('a')], (real) => ({
      saveArtifact: (place, draft) =>
        draft.path === 'capture.json'
          ? Promise.reject(new FailureError('no-space', 'full'))
          : real.saveArtifact(place, draft),
    }));
    expect(row).toMatchObject({ state: 'failed' });
    expect(row?.steps.at(-1)).toMatchObject({
      id: 'finalise',
      state: 'failed',
      failure: { code: 'no-space' },
    });
    expect(row?.digest).toBeUndefined();
    expect((await kept.artifacts.entries(id)).map(({ path }) => path)).toEqual(['a.txt']);
  });

  it('never rejects, also when not even the end can be written: the next start closes the row', async () => {
    const { row } = await execute([takes('a')], () => ({
      endCapture: () => Promise.reject(new Error('gone')),
    }));
    expect(row).toMatchObject({ state: 'running' });
  });

  it('lets go of the tab, however the capture ends', async () => {
    let released = 0;
    const tab: Partial<TabPort> = {
      release: () => {
        released += 1;
        return Promise.resolve();
      },
    };
    await execute([takes('a')], undefined, undefined, tab);
    const broken = (): Partial<CaptureStore> => ({
      updateCapture: () => Promise.reject(new Error('the database was closed')),
    });
    await execute([takes('a')], broken, undefined, tab);
    await execute([takes('a', { run: () => refuse() })], undefined, undefined, tab);
    expect(released).toBe(3);
  });

  it('needs no thumbnail', async () => {
    const viewport = takes('viewport', {
      async *run() {
        yield { path: 'shots/viewport.png', mediaType: 'image/png', bytes: 'x', role: 'original' };
      },
    });
    const broken = await execute([viewport], undefined, () => Promise.reject(new Error('no decoder')));
    expect(broken.row).toMatchObject({ state: 'complete' });
    const good = await execute([viewport]);
    expect(await good.kept.db.thumbnails.count()).toBe(1);
  });
});
