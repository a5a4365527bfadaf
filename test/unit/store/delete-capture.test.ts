import { beforeEach, describe, expect, it } from 'vitest';
import { storeSource } from '../../../utils/bundle/store-source.ts';
import { deleteCapture, deletionScope } from '../../../utils/store/delete-capture.ts';
import type { Notice } from '../../../utils/case/notice.ts';
import type { Digest } from '../../../utils/case/values.ts';
import type { Timestamp } from '../../../utils/integrity/timestamp/request-timestamp.ts';
import { captureStore } from '../../../utils/store/capture-store.ts';
import { captureStampItem, keepStamp } from '../../../utils/store/stamps.ts';
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

  it('counts what only an observation, a re-check or a finalised notice ties to it', async () => {
    const shown = await storedCapture(store, caseId, { 'page.html': 'a' });
    const other = await storedCapture(store, caseId, { 'page.html': 'b' });
    const at = '2026-11-21T09:00:00.000Z';
    const item = { caseId, pageUrl: '', urls: [], description: '', mode: 'full-copy' as const, foundAt: at };
    const observation = { kind: 'chart' as const, text: 'first place', captureId: shown.id, observedAt: at };
    await store.db.items.bulkAdd([
      { ...item, id: 'observed', captureIds: [other.id], observations: [observation] },
      { ...item, id: 'found', captureIds: [shown.id], observations: [] },
      { ...item, id: 'elsewhere', captureIds: [other.id], observations: [] },
    ]);
    await store.db.rechecks.bulkAdd([
      { id: 'r1', caseId, itemId: 'elsewhere', scheduledAt: at, captureId: shown.id },
      { id: 'r2', caseId, itemId: 'elsewhere', scheduledAt: at, captureId: other.id },
    ]);
    const scope = { files: 2, items: 2, rechecks: 1, notices: 0 };
    expect(await deletionScope(store, shown.id)).toMatchObject(scope);
    // Its items are gone from the case, but a notice was finalised with it.
    await store.db.items.clear();
    const content = { items: [], captures: [{ id: shown.id }] } as unknown as Notice['content'];
    await store.db.notices.add({ id: 'n', caseId, content } as unknown as Notice);
    expect(await deletionScope(store, shown.id)).toMatchObject({ items: 0, notices: 1 });
    expect(await deletionScope(store, other.id)).toMatchObject({ items: 0, notices: 0 });
  });
});

describe('what finishes for a capture that is deleted meanwhile', () => {
  /** Everything the store holds of a capture, which must be nothing. */
  const traces = async (id: string) => ({
    row: await store.captures.get(id),
    places: await store.artifacts.entries(id),
    queue: await store.db.stampQueue.toArray(),
    thumbnails: await store.db.thumbnails.count(),
    artifacts: await store.db.artifacts.count(),
  });
  const NOTHING = { row: undefined, places: [], queue: [], thumbnails: 0, artifacts: 0 };
  const actions = async () => (await store.custody.entries(caseId)).map(({ action }) => action);

  async function wholeChain(last: string): Promise<void> {
    expect((await store.custody.check(caseId)).whole).toBe(true);
    expect((await actions()).at(-1)).toBe(last);
  }

  it('is one entry where two pages delete it at once', async () => {
    const { id } = await storedCapture(store, caseId, { 'page.html': 'a' });
    const both = await Promise.all([deleteCapture(store, id, 'one'), deleteCapture(store, id, 'two')]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'not-found' } });
    expect((await actions()).filter((action) => action === 'capture-deleted')).toHaveLength(1);
    await wholeChain('capture-deleted');
  });

  it('a stamp: whichever comes first, nothing of the capture comes back', async () => {
    for (let round = 0; round < 8; round += 1) {
      const capture = await storedCapture(store, caseId, { 'page.html': `page ${round}` });
      const item = captureStampItem(
        { ...capture, digest: capture.digest ?? `sha256:${'0'.repeat(64)}` },
        NOW,
      );
      await store.stampQueue.put(item);
      const remove = async (after: Promise<unknown>) => {
        await after;
        return deleteCapture(store, capture.id, 'x');
      };
      // Later and later, so that both orders and those in between happen; at last only once it is kept.
      const kept = keepStamp(store, item, stampOf(item.digest), NOW);
      const pause = round < 7 ? new Promise((resolve) => setTimeout(resolve, round)) : kept;
      const [, deleted] = await Promise.all([kept, remove(pause)]);
      expect(deleted.ok).toBe(true);
      expect(await traces(capture.id)).toEqual(NOTHING);
      await wholeChain('capture-deleted');
    }
    // Both orders did happen, or this would show nothing.
    const stamped = (await actions()).filter((action) => action === 'time-stamped').length;
    expect(stamped).toBeGreaterThan(0);
  });

  it('a stamp that arrives between its check and its transaction is dropped, with its entry', async () => {
    const capture = await storedCapture(store, caseId, { 'page.html': 'a' });
    const item = captureStampItem({ ...capture, digest: capture.digest ?? `sha256:${'0'.repeat(64)}` }, NOW);
    const slow: Store = {
      ...store,
      settings: {
        ...store.settings,
        // The last thing that is read before the entry is made.
        read: async () => {
          await deleteCapture(store, capture.id, 'meanwhile');
          return store.settings.read();
        },
      },
    };
    await keepStamp(slow, item, stampOf(item.digest), NOW);
    expect(await traces(capture.id)).toEqual(NOTHING);
    expect(await actions()).not.toContain('time-stamped');
    await wholeChain('capture-deleted');
  });

  it('a refusal, and a wish for a stamp: it does not wait again', async () => {
    const capture = await storedCapture(store, caseId, { 'page.html': 'a' });
    const item = captureStampItem({ ...capture, digest: capture.digest ?? `sha256:${'0'.repeat(64)}` }, NOW);
    await store.stampQueue.put(item);
    expect(await store.stampQueue.items()).toHaveLength(1);
    expect(await deleteCapture(store, capture.id, 'x')).toMatchObject({ ok: true });
    await store.stampQueue.put({ ...item, wantedAt: NOW.toISOString() });
    expect(await traces(capture.id)).toEqual(NOTHING);
  });

  it('a look-up: it fails as not found, and adds neither files nor entry', async () => {
    const capture = await storedCapture(store, caseId, { 'page.html': 'a' });
    const draft = {
      path: 'later/20261122T000000Z/net/hosting.json',
      mediaType: 'application/json',
      bytes: '{}',
      role: 'derived' as const,
    };
    const event = {
      at: NOW.toISOString(),
      actor: 'A',
      action: 'looked-up' as const,
      objectSha256: null,
      note: { captureId: capture.id },
    };
    const rows = captureStore({
      ...store,
      artifacts: {
        ...store.artifacts,
        prepare: async (one) => {
          await deleteCapture(store, capture.id, 'meanwhile');
          return store.artifacts.prepare(one);
        },
      },
    });
    await expect(rows.appendLater(capture.id, [draft], () => event)).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
    expect(await traces(capture.id)).toEqual(NOTHING);
    await wholeChain('capture-deleted');
  });
});

const NOW = new Date('2026-11-22T00:00:00.000Z');

function stampOf(digest: Digest): Timestamp {
  const name = { subject: 'CN=A', issuer: 'CN=R', serial: '01' };
  const certificate = { ...name, fingerprint: digest, notBefore: '', notAfter: '' };
  return {
    url: 'https://tsa.example/',
    query: new Uint8Array([1]),
    response: new Uint8Array([2]),
    readings: [],
    facts: {
      genTime: NOW.toISOString(),
      accuracyMs: 1,
      policy: '1',
      serial: '1',
      digest,
      nonceChecked: true,
      signer: certificate,
      root: certificate,
      chainPem: '',
    },
  };
}
