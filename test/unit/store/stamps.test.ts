import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captureStore } from '../../../utils/store/capture-store.ts';
import { keepStamp } from '../../../utils/store/stamps.ts';
import type { Store } from '../../../utils/store/store.ts';
import type { Timestamp } from '../../../utils/integrity/timestamp/request-timestamp.ts';
import { freshStore, sealedStore } from './support.ts';

const FACTS = { genTime: '2026-11-21T09:00:05.000Z', accuracyMs: 1000, policy: '1.2.3', serial: '01' };
const NAMED = { subject: 'CN=Authority', issuer: 'CN=Root', serial: '01' };

function stamp(digest: `sha256:${string}`): Timestamp {
  const certificate = { ...NAMED, fingerprint: digest, notBefore: '', notAfter: '' };
  return {
    url: 'https://tsa.example/',
    query: new Uint8Array([1]),
    response: new Uint8Array([2]),
    readings: [],
    facts: { ...FACTS, digest, nonceChecked: true, signer: certificate, root: certificate, chainPem: 'pem' },
  };
}

describe.each([
  ['a plain store', () => freshStore()],
  ['an encrypted store', sealedStore],
] as const)('stamps of captures in %s', (_kind, opened) => {
  let store: Store;
  beforeEach(() => {
    store = opened();
  });
  afterEach(() => store.db.delete());

  async function endedCapture(): Promise<string> {
    const { id: caseId } = await store.cases.create('Case');
    const at = '2026-11-21T09:00:00.000Z';
    const place = { urlTyped: 'https://a.example/', urlFinal: 'https://a.example/', title: 'A' };
    const rows = captureStore(store);
    const row = {
      ...place,
      id: crypto.randomUUID(),
      caseId,
      trigger: 'panel' as const,
      startedAt: at,
      steps: [],
    };
    const event = { at, actor: 'A', objectSha256: null, note: { captureId: row.id } };
    await rows.createCapture(row, { ...event, action: 'capture-started' });
    const document = {
      path: 'capture.json',
      mediaType: 'application/json',
      bytes: '{}',
      role: 'original' as const,
    };
    const { digest } = await rows.saveArtifact({ captureId: row.id, index: 0, step: 'finalise' }, document);
    await rows.endCapture(row.id, { state: 'complete', digest }, { ...event, action: 'capture-ended' });
    return row.id;
  }

  it('wait from the moment the capture ended, where an authority is chosen, and not otherwise', async () => {
    await endedCapture();
    expect(await store.stampQueue.items()).toEqual([]);
    await store.settings.change({ tsaUrls: ['https://tsa.example/'] });
    const id = await endedCapture();
    const { digest } = (await store.captures.get(id)) ?? {};
    expect(await store.stampQueue.items()).toMatchObject([{ subjectId: id, digest, purpose: 'capture' }]);
  });

  it('are kept once beside capture.json, with their entry in the custody log', async () => {
    await store.settings.change({ tsaUrls: ['https://tsa.example/'] });
    const id = await endedCapture();
    const [item] = await store.stampQueue.items();
    if (!item) throw new Error('nothing waits');
    await keepStamp(store, item, stamp(item.digest), new Date());
    await keepStamp(store, item, stamp(item.digest), new Date());
    const entries = await store.artifacts.entries(id);
    expect(entries.map(({ path, index }) => [path, index])).toEqual([
      ['capture.json', 0],
      ['capture.json.tsq', 1],
      ['capture.json.tsr', 2],
    ]);
    expect(entries.at(-1)?.about).toMatchObject({ genTime: FACTS.genTime, chainPem: 'pem' });
    const log = (await store.custody.entries(item.caseId)).filter(({ action }) => action === 'time-stamped');
    expect(log).toMatchObject([
      { objectSha256: item.digest.slice(7), note: { genTime: FACTS.genTime, wantedAt: item.wantedAt } },
    ]);
    expect(await store.custody.check(item.caseId)).toMatchObject({ whole: true });
  });

  it('keep nothing for a capture that is gone', async () => {
    await store.settings.change({ tsaUrls: ['https://tsa.example/'] });
    await endedCapture();
    const [item] = await store.stampQueue.items();
    if (!item) throw new Error('nothing waits');
    await keepStamp(store, { ...item, subjectId: 'gone' }, stamp(item.digest), new Date());
    expect((await store.custody.entries(item.caseId)).map(({ action }) => action)).not.toContain(
      'time-stamped',
    );
  });
});
