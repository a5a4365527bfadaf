import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { derBlocks } from '../../utils/integrity/pem.ts';
import { requestTimestamp, timestampEnvironment } from '../../utils/integrity/timestamp/request-timestamp.ts';
import { buildContent } from '../../utils/notice/content.ts';
import { renderHtml } from '../../utils/notice/renderings/html.ts';
import { renderText } from '../../utils/notice/renderings/text.ts';
import { captureStore } from '../../utils/store/capture-store.ts';
import { caseEvidence } from '../../utils/store/case-evidence.ts';
import { captureStampItem, keepStamp } from '../../utils/store/stamps.ts';
import { startTsa, type Tsa } from '../fixtures/tsa/start-tsa.ts';
import { change, ready } from '../unit/notice/a-case.ts';
import { freshStore } from '../unit/store/support.ts';

let tsa: Tsa;
beforeAll(async () => {
  tsa = await startTsa();
});
afterAll(() => tsa.close());

const AT = '2026-11-21T09:00:00.000Z';
const WORDS = {
  'us-512': 'Time stamped: ',
  'cn-reg14': '时间戳（RFC 3161）时间：',
  'jp-ipdpa': 'タイムスタンプ：',
};

it('the time of a real token stands in the notice, in every language, and that of another digest does not', async () => {
  const store = freshStore();
  const { id: caseId } = await store.cases.create('Case');
  const rows = captureStore(store);
  const place = { urlTyped: 'https://pirate.example/', urlFinal: 'https://pirate.example/', title: 'A' };
  const row = { ...place, id: 'c1', caseId, trigger: 'panel' as const, startedAt: AT, steps: [] };
  const event = { at: AT, actor: 'A', objectSha256: null, note: {} };
  await rows.createCapture(row, { ...event, action: 'capture-started' });
  const { digest } = await rows.saveArtifact(
    { captureId: 'c1', index: 0, step: 'finalise' },
    { path: 'capture.json', mediaType: 'application/json', bytes: '{}', role: 'original' },
  );
  await rows.endCapture('c1', { state: 'complete', digest }, { ...event, action: 'capture-ended' });
  const captures = async () => (await caseEvidence(store, caseId)).captures;
  expect((await captures())[0]).not.toHaveProperty('timeStampedAt');

  const roots = derBlocks('CERTIFICATE', tsa.rootPem) ?? [];
  const asked = await requestTimestamp(timestampEnvironment, {
    url: tsa.url,
    digest,
    roots,
    timeoutMs: 10_000,
  });
  if (!asked.ok) throw new Error(JSON.stringify(asked.refusal));
  const stamp = asked.value;
  await keepStamp(store, captureStampItem({ id: 'c1', caseId, digest }, new Date(AT)), stamp, new Date());
  const [stamped] = await captures();
  expect(stamped?.timeStampedAt).toBe(stamp.facts.genTime);
  const written = `${stamp.facts.genTime.slice(0, 19).replace('T', ' ')} UTC`;
  for (const regime of ['us-512', 'cn-reg14', 'jp-ipdpa'] as const) {
    const sample = change.item(ready(regime), { captureIds: ['c1'] });
    const { signature: _signed, ...draft } = sample.draft;
    const content = buildContent(draft, sample.sources, { captures: stamped ? [stamped] : [] });
    expect(renderText(content, 'forward-safe')).toContain(`${WORDS[regime]}${written}`);
    expect(renderHtml(content, 'recipient')).toContain(written);
  }

  const {
    response,
    response: { length },
  } = stamp;
  const entry = (await store.artifacts.entries('c1')).find(({ path }) => path === 'capture.json.tsr');
  if (!entry) throw new Error('the response is kept');
  for (const bytes of [response.slice(0, length - 9), new Uint8Array(0), new Uint8Array(2_000_000)]) {
    await store.db.artifacts.update(entry.digest, { blob: new Blob([bytes]) });
    expect((await captures())[0]).not.toHaveProperty('timeStampedAt');
  }
  await store.db.delete();
});
