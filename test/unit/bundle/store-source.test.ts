import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Digest } from '../../../utils/case/values.ts';
import { hexOf } from '../../../utils/case/values.ts';
import { storeSource } from '../../../utils/bundle/store-source.ts';
import { openStore, type Store } from '../../../utils/store/store.ts';
import { verify, written } from './support.ts';

let stores = 0;
function freshStore(): Store {
  stores += 1;
  return openStore({ name: `bundle-${stores}`, serialise: (_, task) => task() });
}

/** A capture as the pipeline leaves it, through the store's own methods. */
async function capture(store: Store, caseId: string, end = true): Promise<string> {
  const id = crypto.randomUUID();
  const at = '2026-11-21T09:00:00.000Z';
  const url = 'https://pirate.example/';
  const row = await store.captures.create({
    id,
    caseId,
    trigger: 'toolbar',
    urlTyped: url,
    urlFinal: url,
    title: 'x',
    startedAt: at,
    steps: [],
  });
  const event = { at, actor: 'A', note: { captureId: id } };
  await store.custody.append(caseId, { ...event, action: 'capture-started', objectSha256: null });
  const page = await store.artifacts.save(
    { captureId: id, index: 0, step: 'page-html' },
    { path: 'page.html', mediaType: 'text/html', bytes: '<p>', role: 'original' },
  );
  if (!end) return id;
  const digest = await seal(store, { id, caseId, number: row.number, url }, page);
  await store.captures.update(id, { state: 'complete', endedAt: at, digest });
  await store.custody.append(caseId, { ...event, action: 'capture-ended', objectSha256: hexOf(digest) });
  return id;
}

async function seal(
  store: Store,
  { id, caseId, number, url }: { id: string; caseId: string; number: number; url: string },
  page: { path: string; digest: Digest; size: number },
): Promise<Digest> {
  const document = {
    schema: 'prima-facie/capture/1',
    captureId: id,
    caseId,
    number,
    urlTyped: url,
    urlFinal: url,
    title: 'x',
    timeGrade: 'local',
    operator: '',
    redirects: [],
    frames: [],
    clock: [],
    notCaptured: [],
    mainResponse: null,
    monotonicMs: 1,
    startedAt: '2026-11-21T09:00:00.000Z',
    endedAt: '2026-11-21T09:00:00.000Z',
    page: null,
    zoom: null,
    truncated: false,
    circumstances: {
      browser: { name: 'C', version: '1' },
      os: 'L',
      languages: [],
      timezone: 'UTC',
      proxyObserved: '',
    },
    artifacts: [{ path: page.path, digest: page.digest, bytes: page.size, role: 'original' }],
  };
  const place = { captureId: id, index: 1, step: 'finalise' };
  const draft = {
    path: 'capture.json',
    mediaType: 'application/json',
    bytes: JSON.stringify(document),
    role: 'original',
  } as const;
  return (await store.artifacts.save(place, draft)).digest;
}

test('a case of the store is exported and verifies; running captures stay out', async () => {
  const store = freshStore();
  const { id } = await store.cases.create('Moon Rabbit');
  await capture(store, id);
  await capture(store, id);
  await capture(store, id, false);
  const source = await storeSource(store, id);
  if (!source.ok) throw new Error(source.failure.detail);
  expect(source.value.captureCount).toBe(2);
  const report = await verify((await written(source.value)).blob);
  expect(report).toMatchObject({ verdict: 'whole', bag: { captures: 2 } });
  // Its log says that it was begun.
  expect(report.findings.map(({ code }) => code)).toEqual(['capture-begun']);
});

test('a capture that ends while the snapshot is taken is in with its custody entry, or not at all', async () => {
  const store = freshStore();
  const { id } = await store.cases.create('Moon Rabbit');
  await capture(store, id);
  const slow: Store = {
    ...store,
    custody: {
      ...store.custody,
      entries: async (caseId) => {
        const entries = await store.custody.entries(caseId);
        if (entries.length < 4) await capture(store, id);
        return entries;
      },
    },
  };
  const source = await storeSource(slow, id);
  if (!source.ok) throw new Error(source.failure.detail);
  expect((await verify((await written(source.value)).blob)).findings).toEqual([]);
});

test('a row of an artifact edited by hand in the database ends the export, and the file is named', async () => {
  const store = freshStore();
  const { id } = await store.cases.create('Moon Rabbit');
  const captureId = await capture(store, id);
  const [entry] = await store.artifacts.entries(captureId);
  if (!entry) throw new Error('no entry');
  await store.db.artifacts.update(entry.digest, { blob: new Blob(['<b>']) });
  const source = await storeSource(store, id);
  if (!source.ok) throw new Error(source.failure.detail);
  await expect(written(source.value)).rejects.toThrow(/digest-mismatch: data\/captures\/0001-.*page\.html/);
});

test('an unknown case is a failure, not an empty bundle', async () => {
  expect(await storeSource(freshStore(), 'nobody')).toMatchObject({
    ok: false,
    failure: { code: 'not-found' },
  });
});
