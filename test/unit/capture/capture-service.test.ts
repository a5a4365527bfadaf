import { describe, expect, it, vi } from 'vitest';
import type { CaptureDocument } from '../../../utils/case/capture-document.ts';
import { FailureError } from '../../../utils/case/result.ts';
import { captureStore } from '../../../utils/store/capture-store.ts';
import { freshStore } from '../store/support.ts';
import { gate, pathsOf, serviceOver, tabOf, takes, waits } from './service-support.ts';
import { CAPTURE } from './support.ts';

const REQUEST = { tabId: 1, trigger: 'panel' } as const;

async function begun(service: ReturnType<typeof serviceOver>['service'], request = {}) {
  const started = await service.start({ ...REQUEST, ...request });
  if (!started.ok) throw new Error(`${started.failure.code}: ${started.failure.detail}`);
  return started.value;
}

describe('a capture that runs', () => {
  it('ends complete, with its custody entries, and lets the background sleep again', async () => {
    const { service, kept, awake } = serviceOver([takes('a')]);
    const { captureId, caseId } = await begun(service);
    expect(awake.now).toBe(1);
    const ended = await service.ended(captureId, 5_000);
    expect(ended).toMatchObject({ ok: true, value: { state: 'complete', number: 1, caseId } });
    expect(await pathsOf(kept, captureId)).toEqual(['a.txt', 'capture.json']);
    expect((await kept.custody.entries(caseId)).map(({ action }) => action)).toEqual([
      'case-created',
      'capture-started',
      'capture-ended',
    ]);
    expect(awake.now).toBe(0);
  });

  it('is the only one of its tab: a second is refused as busy, also before the first has its row', async () => {
    const hold = gate();
    const { service, kept } = serviceOver([waits('a', hold.opened)]);
    const both = await Promise.all([service.start(REQUEST), service.start(REQUEST)]);
    expect(both.map((one) => (one.ok ? 'started' : one.failure.code))).toEqual(['started', 'busy']);
    expect(await service.start(REQUEST)).toMatchObject({ ok: false, failure: { code: 'busy' } });
    expect(await kept.captures.running()).toHaveLength(1);
    hold.open();
  });

  it('does not keep another tab waiting; both complete into one case with numbers of their own', async () => {
    const hold = gate();
    const { service } = serviceOver([waits('a', hold.opened)]);
    const one = await begun(service);
    const two = await begun(service, { tabId: 2 });
    hold.open();
    const rows = [await service.ended(one.captureId, 5_000), await service.ended(two.captureId, 5_000)];
    expect(rows.map((row) => row.ok && [row.value.state, row.value.number])).toEqual([
      ['complete', 1],
      ['complete', 2],
    ]);
    expect(one.caseId).toBe(two.caseId);
  });

  it('leaves its tab free when it has ended', async () => {
    const { service } = serviceOver([takes('a')]);
    const first = await begun(service);
    await service.ended(first.captureId, 5_000);
    expect(await service.start(REQUEST)).toMatchObject({ ok: true });
  });

  it('is `running` to whoever waited long enough', async () => {
    const hold = gate();
    const { service } = serviceOver([waits('a', hold.opened)]);
    const { captureId } = await begun(service);
    expect(await service.ended(captureId, 10)).toMatchObject({ ok: true, value: { state: 'running' } });
    expect(await service.ended('nobody', 10)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    hold.open();
  });
});

describe('a capture that is broken off', () => {
  it('by the user keeps what it took, and its document says cancelled', async () => {
    const { service, kept } = serviceOver([waits('a', gate().opened), takes('b')]);
    const { captureId } = await begun(service);
    await expect.poll(() => pathsOf(kept, captureId)).toEqual(['a.txt']);
    expect(service.cancel(captureId)).toMatchObject({ ok: true });
    expect(await service.ended(captureId, 5_000)).toMatchObject({
      value: { state: 'cancelled', failure: { code: 'cancelled' } },
    });
    expect(await pathsOf(kept, captureId)).toEqual(['a.txt', 'capture.json']);
    const entry = (await kept.artifacts.entries(captureId))[1];
    const bytes = await kept.artifacts.blob(entry?.digest ?? 'sha256:');
    const document = JSON.parse(bytes.ok ? await bytes.value.text() : '') as CaptureDocument;
    expect(document).toMatchObject({ state: 'cancelled', artifacts: [{ path: 'a.txt' }] });
    expect(service.cancel(captureId)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it.each(['tab-closed', 'page-changed'] as const)('by %s keeps what it took and says so', async (code) => {
    const { service, kept } = serviceOver([waits('a', gate().opened, { required: true }), takes('b')]);
    const { captureId } = await begun(service);
    await expect.poll(() => pathsOf(kept, captureId)).toEqual(['a.txt']);
    service.tabLost(2, code);
    service.tabLost(1, code);
    const row = await service.ended(captureId, 5_000);
    expect(row).toMatchObject({ value: { state: 'failed', failure: { code } } });
    expect(await pathsOf(kept, captureId)).toEqual(['a.txt', 'capture.json']);
  });

  it('also when the tab goes elsewhere before the row exists: another page is never recorded as this one', async () => {
    const described = gate();
    const port = tabOf();
    const { service, kept } = serviceOver([takes('a')], {
      openTab: () =>
        Promise.resolve({ ...port, describe: () => described.opened.then(() => port.describe()) }),
    });
    const starting = service.start(REQUEST);
    service.tabLost(1, 'page-changed');
    described.open();
    expect(await starting).toMatchObject({ ok: false, failure: { code: 'page-changed' } });
    expect(await kept.db.captures.count()).toBe(0);
    expect(await service.start(REQUEST)).toMatchObject({ ok: true });
  });
});

describe('a capture that may not start', () => {
  it.each([
    ['about:config', 'text/html', 'browser-page'],
    ['https://addons.mozilla.org/en-US/firefox/', 'text/html', 'store'],
    ['https://pirate.example/12.pdf', 'application/pdf; qs=0.001', 'pdf-viewer'],
    ['', 'text/html', 'no-page'],
  ])('on %s (%s) is refused as a blocked page, and nothing is recorded', async (url, type, detail) => {
    const { service, kept, awake } = serviceOver([takes('a')], {
      openTab: () => Promise.resolve(tabOf({ url }, type)),
    });
    expect(await service.start(REQUEST)).toEqual({ ok: false, failure: { code: 'blocked-page', detail } });
    expect([await kept.db.captures.count(), await kept.db.cases.count(), awake.now]).toEqual([0, 0, 0]);
  });

  it('for lack of space is refused before anything is written, and keeps everything there was', async () => {
    let free = 400 * 1024 * 1024;
    const { service, kept } = serviceOver([takes('a')], { freeBytes: () => Promise.resolve(free) });
    const first = await begun(service);
    await service.ended(first.captureId, 5_000);
    const before = await everything(kept);
    free = 299 * 1024 * 1024;
    expect(await service.start(REQUEST)).toEqual({
      ok: false,
      failure: { code: 'no-space', detail: `${free} bytes left` },
    });
    expect(await everything(kept)).toEqual(before);
  });

  it('in a case that is not there is refused, and the tab stays free', async () => {
    const { service } = serviceOver([takes('a')]);
    expect(await service.start({ ...REQUEST, caseId: CAPTURE.caseId })).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
    expect(await service.start(REQUEST)).toMatchObject({ ok: true });
  });

  it('in a tab that has gone is refused', async () => {
    const { service } = serviceOver([takes('a')], {
      openTab: () =>
        Promise.resolve({ ...tabOf(), describe: () => Promise.reject(new FailureError('tab-closed')) }),
    });
    expect(await service.start(REQUEST)).toMatchObject({ ok: false, failure: { code: 'tab-closed' } });
  });
});

describe('what a killed worker left', () => {
  const leftOver = async () => {
    const kept = freshStore();
    const stalled = serviceOver([waits('a', gate().opened), takes('b')], { kept });
    const { captureId, caseId } = await begun(stalled.service);
    await expect.poll(() => pathsOf(kept, captureId)).toEqual(['a.txt']);
    return { kept, captureId, caseId };
  };

  it('is closed before the next capture starts, and its tabs are let go of first', async () => {
    const { kept, captureId, caseId } = await leftOver();
    const releaseTabs = vi.fn(async () => {
      expect(await kept.captures.get(captureId)).toMatchObject({ state: 'running' });
    });
    const { service } = serviceOver([takes('a')], { kept, releaseTabs, newId: () => CAPTURE.id });
    const next = await begun(service);
    expect(releaseTabs).toHaveBeenCalledTimes(1);
    expect(await kept.captures.get(captureId)).toMatchObject({
      state: 'interrupted',
      failure: { code: 'worker-stopped' },
    });
    expect(await service.ended(next.captureId, 5_000)).toMatchObject({
      value: { state: 'complete', number: 2 },
    });
    expect(next.caseId).toBe(caseId);
  });

  it('has ended to whoever waits for it', async () => {
    const { kept, captureId } = await leftOver();
    const { service } = serviceOver([takes('a')], { kept });
    expect(await service.ended(captureId, 5_000)).toMatchObject({ value: { state: 'interrupted' } });
  });

  it('never keeps a new capture back when it cannot be closed, and is tried again', async () => {
    const { kept, captureId } = await leftOver();
    const port = captureStore(kept);
    let broken = true;
    const { service } = serviceOver([takes('a')], {
      kept,
      newId: () => CAPTURE.id,
      store: {
        ...port,
        endCapture: (id, ...rest) =>
          broken && id === captureId ? Promise.reject(new Error('disk')) : port.endCapture(id, ...rest),
      },
    });
    const next = await begun(service);
    expect(await service.ended(next.captureId, 5_000)).toMatchObject({ value: { state: 'complete' } });
    expect(await kept.captures.get(captureId)).toMatchObject({ state: 'running' });
    broken = false;
    expect(await service.ended(captureId, 5_000)).toMatchObject({ value: { state: 'interrupted' } });
  });

  it('is told apart from what this worker is capturing in another tab', async () => {
    const hold = gate();
    const { service, kept } = serviceOver([waits('a', hold.opened)]);
    const one = await begun(service);
    await begun(service, { tabId: 2 });
    expect(await kept.captures.get(one.captureId)).toMatchObject({ state: 'running' });
    hold.open();
    expect(await service.ended(one.captureId, 5_000)).toMatchObject({ value: { state: 'complete' } });
  });
});

/** Every row of every table, without the bytes of blobs. */
async function everything(kept: ReturnType<typeof freshStore>): Promise<string> {
  const tables = await Promise.all(kept.db.tables.map(async (table) => [table.name, await table.toArray()]));
  return JSON.stringify(tables);
}
