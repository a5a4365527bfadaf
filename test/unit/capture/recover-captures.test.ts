import { beforeEach, describe, expect, it } from 'vitest';
import type { Capture, StepRecord } from '../../../utils/case/capture.ts';
import type { CaptureDocument } from '../../../utils/case/capture-document.ts';
import { FailureError } from '../../../utils/case/result.ts';
import { recoverCaptures } from '../../../utils/capture/recover-captures.ts';
import { captureStore } from '../../../utils/store/capture-store.ts';
import type { Store } from '../../../utils/store/store.ts';
import type { ExecutePorts } from '../../../utils/capture/execute-capture.ts';
import { freshStore } from '../store/support.ts';
import { CAPTURE, CIRCUMSTANCES, HOSTING, signArchive } from './support.ts';

const STEPS: readonly StepRecord[] = [
  { id: 'viewport', required: true, state: 'done', durationMs: 5 },
  { id: 'facts', required: true, state: 'running', startedAt: '2026-11-21T10:00:00.500Z' },
  { id: 'whole-page', required: false, state: 'waiting' },
  { id: 'finalise', required: true, state: 'waiting' },
];

let kept: Store;
let port: ReturnType<typeof captureStore>;
beforeEach(() => {
  kept = freshStore();
  port = captureStore(kept);
});

const ports = (store: ExecutePorts['store'] = port): ExecutePorts => ({
  store,
  thumbnail: () => Promise.reject(new Error('no pictures here')),
  environment: {
    now: () => new Date('2026-11-21T11:00:00.000Z'),
    newId: () => crypto.randomUUID(),
    monotonicNow: () => performance.now(),
    circumstances: () => Promise.resolve(CIRCUMSTANCES),
    signArchive,
    hosting: HOSTING,
  },
});

/** A row that a worker left `running`, with one artifact. */
async function abandoned(change: Partial<Capture> = {}): Promise<Capture> {
  const { number: _, state: __, ...row } = { ...CAPTURE, steps: STEPS, ...change };
  const capture = await kept.captures.create(row);
  await port.saveArtifact(
    { captureId: capture.id, index: 0, step: 'viewport' },
    { path: 'shots/viewport.png', mediaType: 'image/png', bytes: 'pixels', role: 'original' },
  );
  return capture;
}

async function documentOf(captureId: string): Promise<CaptureDocument> {
  const entry = (await kept.artifacts.entries(captureId)).find(({ path }) => path === 'capture.json');
  const blob = await kept.artifacts.blob(entry?.digest ?? 'sha256:');
  if (!blob.ok) throw new Error('no capture.json');
  return JSON.parse(await blob.value.text()) as CaptureDocument;
}

describe('recoverCaptures', () => {
  it('closes the row as interrupted, keeps what was taken, and writes capture.json over it', async () => {
    const { id, caseId } = await abandoned();
    expect(await recoverCaptures(ports(), await kept.captures.running())).toEqual([]);
    const row = await kept.captures.get(id);
    expect(row).toMatchObject({
      state: 'interrupted',
      failure: { code: 'worker-stopped' },
      endedAt: '2026-11-21T11:00:00.000Z',
    });
    expect(row?.steps.map(({ state }) => state)).toEqual(['done', 'failed', 'failed', 'failed']);
    const entries = await kept.artifacts.entries(id);
    expect(entries.map(({ path }) => path)).toEqual(['shots/viewport.png', 'capture.json']);
    expect(row?.digest).toBe(entries[1]?.digest);
    const [last] = (await kept.custody.entries(caseId)).slice(-1);
    expect(last).toMatchObject({
      action: 'capture-interrupted',
      objectSha256: row?.digest?.slice('sha256:'.length),
    });
    expect(await kept.custody.check(caseId)).toMatchObject({ whole: true });
  });

  it('says in capture.json what was taken, by digest, and what was not and why', async () => {
    const { id } = await abandoned();
    await recoverCaptures(ports(), await kept.captures.running());
    const document = await documentOf(id);
    const [picture] = await kept.artifacts.entries(id);
    expect(document.state).toBe('interrupted');
    expect(document.artifacts).toMatchObject([
      { path: 'shots/viewport.png', digest: picture?.digest, bytes: 6 },
    ]);
    expect(document.notCaptured.map(({ what }) => what)).toEqual(['facts', 'whole-page', 'finalise']);
    expect(document.notCaptured[0]?.why).toMatch(/stopped the extension/);
  });

  it('does not write a second capture.json where the worker died after the first', async () => {
    const { id } = await abandoned();
    const entry = await port.saveArtifact(
      { captureId: id, index: 1, step: 'finalise' },
      {
        path: 'capture.json',
        mediaType: 'application/json',
        bytes: '{"state":"complete"}',
        role: 'original',
      },
    );
    await recoverCaptures(ports(), await kept.captures.running());
    expect(await kept.captures.get(id)).toMatchObject({ state: 'interrupted', digest: entry.digest });
    expect(await kept.artifacts.entries(id)).toHaveLength(2);
  });

  it('closes a row from which nothing was taken', async () => {
    const { number: _, state: __, ...row } = { ...CAPTURE, steps: STEPS };
    const { id } = await kept.captures.create(row);
    await recoverCaptures(ports(), await kept.captures.running());
    expect((await documentOf(id)).artifacts).toEqual([]);
  });

  it('closes the row also on a full disk, without the document', async () => {
    const { id } = await abandoned();
    const full = { ...port, saveArtifact: () => Promise.reject(new FailureError('no-space', 'full')) };
    expect(await recoverCaptures(ports(full), await kept.captures.running())).toEqual([]);
    expect(await kept.captures.get(id)).toMatchObject({ state: 'interrupted' });
    expect((await kept.captures.get(id))?.digest).toBeUndefined();
    expect((await kept.artifacts.entries(id)).map(({ path }) => path)).toEqual(['shots/viewport.png']);
  });

  it('goes on with the others when one cannot be closed, names it, and closes it the next time', async () => {
    const first = await abandoned();
    const second = await abandoned({ id: '00000000-0000-4000-8000-000000000002' });
    const broken = {
      ...port,
      artifactEntries: (id: string) =>
        id === first.id ? Promise.reject(new Error('unreadable')) : port.artifactEntries(id),
    };
    expect(await recoverCaptures(ports(broken), [first, second])).toEqual([first.id]);
    expect(await kept.captures.get(first.id)).toMatchObject({ state: 'running' });
    expect(await kept.captures.get(second.id)).toMatchObject({ state: 'interrupted' });
    expect(await recoverCaptures(ports(), await kept.captures.running())).toEqual([]);
    expect(await kept.captures.get(first.id)).toMatchObject({ state: 'interrupted' });
  });
});
