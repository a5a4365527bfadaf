import { beforeEach, describe, expect, it } from 'vitest';
import { storeSource } from '../../../utils/bundle/store-source.ts';
import { deleteCapture, deletionScope } from '../../../utils/store/delete-capture.ts';
import type { Store } from '../../../utils/store/store.ts';
import { verify, written } from '../bundle/support.ts';
import { storedCapture } from '../bundle/stored-case.ts';
import { freshStore } from './support.ts';

let store: Store;
let caseId: string;
beforeEach(async () => {
  store = freshStore();
  ({ id: caseId } = await store.cases.create('Moon Rabbit'));
});

describe('a deleted capture', () => {
  it('leaves digest, number and reason, frees its own bytes and keeps those of others', async () => {
    const gone = await storedCapture(store, caseId, { 'page.html': 'same', 'shots/viewport.png': 'mine' });
    const stays = await storedCapture(store, caseId, { 'page.html': 'same', 'shots/viewport.png': 'other' });
    expect(await deletionScope(store, gone.id)).toMatchObject({ files: 3, items: 0, notices: 0 });
    const before = await store.db.artifacts.count();
    const deleted = await deleteCapture(store, gone.id, ' taken twice ');
    expect(deleted).toMatchObject({ ok: true });
    // Its own picture and its own capture.json; the page is the other's as well.
    expect(await store.db.artifacts.count()).toBe(before - 2);
    expect(await store.captures.get(gone.id)).toBeUndefined();
    expect(await store.artifacts.entries(gone.id)).toEqual([]);
    expect(await store.artifacts.entries(stays.id)).toHaveLength(3);
    const last = (await store.custody.entries(caseId)).at(-1);
    expect(last).toMatchObject({
      action: 'capture-deleted',
      objectSha256: gone.digest?.slice('sha256:'.length),
      note: { captureId: gone.id, number: 1, reason: 'taken twice' },
    });
    expect((await store.custody.check(caseId)).whole).toBe(true);
    // Its number is not given again.
    expect((await storedCapture(store, caseId, {})).number).toBe(3);
  });

  it('leaves a bundle that is whole and says that something was deleted', async () => {
    const gone = await storedCapture(store, caseId, { 'page.html': 'a' });
    await storedCapture(store, caseId, { 'page.html': 'b' });
    await deleteCapture(store, gone.id, 'shows a private person');
    const source = await storeSource(store, caseId);
    if (!source.ok) throw new Error(source.failure.detail);
    const bundle = await written(source.value);
    const report = await verify(bundle.blob);
    expect(report).toMatchObject({ verdict: 'whole', findings: [], bag: { captures: 1 } });
    expect(report.notProven).toContainEqual({ key: 'not-proven-deleted', parameters: { count: 1 } });
    // In the log itself, and where a person reads it.
    expect((await bundle.blob.text()).split('shows a private person').length).toBeGreaterThan(2);
  });

  it('needs a reason and an end, and keeps documents that the case names', async () => {
    const one = await storedCapture(store, caseId, { 'page.html': 'a title document too' });
    expect(await deleteCapture(store, one.id, '  ')).toMatchObject({ failure: { code: 'bad-request' } });
    expect(await deleteCapture(store, 'nobody', 'x')).toMatchObject({ failure: { code: 'not-found' } });
    const [page] = await store.artifacts.entries(one.id);
    if (!page) throw new Error('no page');
    await store.cases.change(caseId, {
      documents: [{ digest: page.digest, name: 'title', kind: 'other', addedAt: page.takenAt }],
    });
    await store.db.captures.update(one.id, { state: 'running' });
    expect(await deleteCapture(store, one.id, 'x')).toMatchObject({ failure: { code: 'busy' } });
    await store.db.captures.update(one.id, { state: 'complete' });
    expect(await deleteCapture(store, one.id, 'x')).toMatchObject({ ok: true });
    expect((await store.artifacts.blob(page.digest)).ok).toBe(true);
  });
});
