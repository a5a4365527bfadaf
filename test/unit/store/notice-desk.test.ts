import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostingSummary, Recipient } from '../../../utils/case/hosting.ts';
import type { NoticeDraft } from '../../../utils/case/notice.ts';
import { REGIMES } from '../../../utils/notice/regimes/index.ts';
import { amendDraft, answerException, confirmStatement, signDraft } from '../../../utils/notice/draft.ts';
import { checkNotice } from '../../../utils/notice/finalise.ts';
import { renderText } from '../../../utils/notice/renderings/text.ts';
import { toCalendar } from '../../../utils/notice/track/calendar.ts';
import { deadlinesOf } from '../../../utils/notice/track/deadlines.ts';
import { caseEvidence, evidenceMark } from '../../../utils/store/case-evidence.ts';
import { draftsOf, finaliseDraft, openNoticeCase, saveDraft } from '../../../utils/store/notice-desk.ts';
import { keepProvider, typedProvider } from '../../../utils/store/recipients.ts';
import type { Store } from '../../../utils/store/store.ts';
import { checkCaseFile } from '../../../utils/notice/case-file-schema.ts';
import { CASE_ID, holder, item, work, type Sample } from '../notice/a-case.ts';
import { n1, n2, n3, notice as aliCloud } from '../notice/ali-cloud.ts';
import { CAPTURE } from '../capture/support.ts';
import { freshStore } from './support.ts';

// Node has no Web Locks; within one test nothing runs beside itself.
vi.stubGlobal('navigator', { locks: { request: (_: string, task: () => unknown) => task() } });

const PAGE = item.pageUrl;
const mail = {
  kind: 'email',
  address: 'abuse@harbour.example',
  languages: ['en'],
  attachments: true,
  designated: true,
  origin: 'bundled',
  source: 'test',
  checkedOn: '2026-11-21',
} as const;
const HARBOUR: Recipient = {
  provider: 'Harbour',
  providerId: 'harbour',
  class: 'host',
  role: 'content-host',
  hosts: ['pirate.example'],
  channel: mail,
  alternatives: [],
  why: 'host',
  reason: { id: 'recipient-host', values: {} },
  behaviour: 'unknown',
};
const CLOUDFLARE: Recipient = {
  ...HARBOUR,
  provider: 'Cloudflare',
  providerId: 'cloudflare',
  class: 'proxy',
  role: 'edge',
};
const REGISTRAR: Recipient = {
  ...HARBOUR,
  provider: 'Names Inc.',
  providerId: 'names',
  class: 'registrar',
  role: 'registrar',
};

function summary(recipients: readonly Recipient[], address = '203.0.113.9'): HostingSummary {
  const role = { role: 'content-host', host: 'pirate.example', address, addressSource: 'connection' };
  return {
    schema: 'prima-facie/hosting/1',
    at: '2026-11-21T10:00:00.000Z',
    state: 'complete',
    roles: [role],
    origins: [],
    recipients,
    pending: [],
    warnings: [],
    dataDates: {},
  } as unknown as HostingSummary;
}

let store: Store;
let minute = 0;
const env = {
  now: () => new Date(Date.UTC(2026, 10, 21, 12, (minute += 1))),
  newId: () => crypto.randomUUID(),
};
const captureId = item.captureIds[0] ?? '';

async function addCapture(recipients: readonly Recipient[]): Promise<void> {
  const entry = await store.artifacts.save(
    { captureId, index: 0, step: 'finalise' },
    {
      path: 'capture.json',
      mediaType: 'application/json',
      role: 'original',
      bytes: JSON.stringify({ hosting: summary(recipients) }),
    },
  );
  await store.db.captures.put({
    ...CAPTURE,
    id: captureId,
    caseId: CASE_ID,
    urlFinal: PAGE,
    state: 'complete',
    startedAt: '2026-11-21T09:00:00.000Z',
    digest: entry.digest,
  });
}

async function lookUpLater(recipients: readonly Recipient[], text?: string): Promise<void> {
  const entries = await store.artifacts.entries(captureId);
  await store.artifacts.save(
    { captureId, index: entries.length, step: 'hosting' },
    {
      path: `later/2026112${entries.length}T120000Z/net/hosting.json`,
      mediaType: 'application/json',
      role: 'derived',
      bytes: text ?? JSON.stringify(summary(recipients, '198.51.100.77')),
    },
  );
}

beforeEach(async () => {
  store = freshStore();
  await store.cases.create('Lantern', CASE_ID);
  await store.db.parties.put(holder);
  await store.db.works.put(work);
  await store.db.items.put(item);
});

const drafts = async (options: Parameters<typeof draftsOf>[3] = {}): Promise<NoticeDraft[]> => {
  const found = await draftsOf(store, CASE_ID, env, options);
  if (!found.ok) throw new Error(found.failure.detail);
  return found.value.map(({ draft }) => draft);
};
const names = (found: readonly NoticeDraft[]) => found.map(({ provider }) => provider.name);
const row = (id: string) => store.db.drafts.get(id);

/** Does for a draft what its page does, one act after another. */
async function complete(draft: NoticeDraft): Promise<NoticeDraft> {
  let done = amendDraft(draft, { reason: 'Nobody was given a licence.' });
  for (const id of REGIMES[draft.regime].exceptions)
    done = answerException(done, { id, answer: 'does-not-apply', at: env.now().toISOString() });
  for (const { name } of REGIMES[draft.regime].statements) {
    const next = confirmStatement(done, name, 'Aiko Stern', env.now().toISOString());
    if (next.ok) done = next.value;
  }
  await saveDraft(store, done);
  const opened = await openNoticeCase(store, CASE_ID, env);
  if (!opened.ok) throw new Error(opened.failure.detail);
  const signed = await signDraft(done, 'Aiko Stern', {
    ...opened.value.context,
    now: env.now().toISOString(),
  });
  if (!signed.ok) throw new Error(signed.failure.detail);
  await saveDraft(store, signed.value);
  return signed.value;
}
const readinessOf = async (id: string) => {
  const found = await draftsOf(store, CASE_ID, env);
  return found.ok ? found.value.find(({ draft }) => draft.id === id)?.readiness : undefined;
};

describe('drafts prepared again', () => {
  it('stand in the order they are written in: the host, then who stands before it', async () => {
    await addCapture([CLOUDFLARE, HARBOUR]);
    for (let round = 0; round < 8; round += 1) {
      await store.db.drafts.clear();
      expect(names(await drafts())).toEqual(['Harbour', 'Cloudflare']);
    }
  });

  it('add a further recipient to the matter, and leave what somebody wrote alone', async () => {
    await addCapture([HARBOUR, REGISTRAR]);
    const [host] = await drafts();
    if (!host) throw new Error('a draft');
    const answer = { id: 'fair-use', answer: 'does-not-apply', at: host.createdAt } as const;
    await saveDraft(store, answerException(amendDraft(host, { reason: 'Mine.' }), answer));
    await keepProvider(
      store,
      CASE_ID,
      typedProvider('Edge Ltd', 'abuse@edge.example', 'cache_cdn', host.createdAt),
    );
    await drafts({ again: true });
    await drafts({ again: true, search: true, only: 'google-search' });
    await drafts({ again: true, roles: ['registrar'], only: 'names' });
    const all = await drafts({ again: true, operator: true, only: 'operator:pirate.example' });
    expect(names(all)).toEqual(['Harbour', 'Edge Ltd', 'Google Search', 'Names Inc.', 'pirate.example']);
    expect(new Set(all.map(({ matterId }) => matterId))).toEqual(new Set([host.matterId]));
    expect(all[0]).toMatchObject({ id: host.id, reason: 'Mine.' });
    expect(all.at(-1)).toMatchObject({ kind: 'letter' });
    // An answer is given for each notice: to the others it is only proposed.
    for (const one of all) {
      const exceptions = one.id === host.id ? [answer] : [];
      expect(one).toMatchObject({ reason: 'Mine.', exceptions, statements: [] });
    }
    expect(names(await drafts({ again: true }))).toEqual(names(all));
  });

  it('make of a site operator the user named a letter', async () => {
    await addCapture([HARBOUR]);
    await keepProvider(
      store,
      CASE_ID,
      typedProvider('Uploader', 'x@y.example', 'site_operator', '2026-11-21T10:00:00.000Z'),
    );
    expect((await drafts()).map(({ kind, provider }) => [provider.name, kind])).toEqual([
      ['Harbour', 'notice'],
      ['Uploader', 'letter'],
    ]);
  });

  it('write about a new item in a draft of its own where the first was changed, in the same draft where not', async () => {
    await addCapture([HARBOUR, CLOUDFLARE]);
    const [host] = await drafts();
    if (!host) throw new Error('a draft');
    await saveDraft(store, amendDraft(host, { reason: 'Mine.' }));
    const second = { ...item, id: 'second' };
    await store.db.items.put(second);
    const all = await drafts({ again: true });
    expect(all.map(({ provider, itemIds }) => [provider.name, itemIds])).toEqual([
      ['Harbour', [item.id]],
      ['Cloudflare', [item.id, second.id]],
      ['Harbour', [second.id]],
    ]);
  });

  it('put a named host in the place of the unknown one', async () => {
    await addCapture([]);
    expect(names(await drafts())).toEqual(['pirate.example']);
    await keepProvider(
      store,
      CASE_ID,
      typedProvider('Harbour', 'a@b.example', 'hosting', '2026-11-21T10:00:00.000Z'),
    );
    expect(names(await drafts({ again: true }))).toEqual(['Harbour']);
  });
});

describe('a look-up after the capture', () => {
  it('changes the recipients of drafts nobody has touched, and of nothing else', async () => {
    await addCapture([CLOUDFLARE]);
    const [edge] = await drafts();
    if (!edge) throw new Error('a draft');
    const signed = await complete(edge);
    const before = await evidenceMark(store, CASE_ID);
    await lookUpLater([HARBOUR]);
    expect(await evidenceMark(store, CASE_ID)).not.toBe(before);
    expect(names(await drafts())).toEqual(['Cloudflare']);
    expect(names(await drafts({ again: true }))).toEqual(['Cloudflare', 'Harbour']);
    expect(await row(edge.id)).toEqual(signed);
  });

  it('leaves signature, server address and readiness of a signed notice as they were, and a finalised one whole', async () => {
    await addCapture([CLOUDFLARE]);
    const [edge] = await drafts();
    if (!edge) throw new Error('a draft');
    await complete(edge);
    await lookUpLater([HARBOUR]);
    await drafts({ again: true });
    expect(await readinessOf(edge.id)).toMatchObject({ state: 'ready' });
    const done = await finaliseDraft(store, edge.id, env);
    if (!done.ok) throw new Error(done.failure.detail);
    expect(done.value.content.captures[0]?.ip).toBe('203.0.113.9');
    await lookUpLater([REGISTRAR]);
    await drafts({ again: true });
    const kept = await store.db.notices.get(edge.id);
    expect(kept).toEqual(done.value);
    const evidence = await caseEvidence(store, CASE_ID);
    expect(await checkNotice(done.value, evidence.captures)).toEqual({
      contentIntact: true,
      lostCaptures: [],
    });
  });

  it('that cannot be read counts for nothing', async () => {
    await addCapture([HARBOUR]);
    for (const text of [
      'not json',
      '{}',
      JSON.stringify({ ...summary([]), recipients: [{ provider: 1 }] }),
    ]) {
      await lookUpLater([], text);
      const { hosting } = await caseEvidence(store, CASE_ID);
      expect(hosting[captureId]?.recipients[0]?.provider).toBe('Harbour');
    }
  });
});

describe('the three notices of the Ali Cloud case, entered as case files', () => {
  const CIVIL = 'cn-civ1195';
  const lacks = (...elements: string[]) => elements.map((element) => `${CIVIL}.${element}`);
  /** The case as it would come in, with its draft unsigned: what a machine finds missing in it. */
  async function refusedFor(sample: Sample): Promise<string[]> {
    const { signature: _signature, ...draft } = sample.draft;
    const at = '2026-11-21T10:00:00.000Z';
    const file = {
      schema: 'prima-facie/case/1',
      case: { id: CASE_ID, title: 'Ali Cloud', status: 'open', createdAt: at, updatedAt: at },
      ...sample.sources,
      drafts: [draft],
      rechecks: sample.context.rechecks ?? [],
    };
    const parsed = checkCaseFile(JSON.parse(JSON.stringify(file)));
    if (!parsed.ok) throw new Error(parsed.failure.detail);
    await store.cases.putCaseFile(parsed.value);
    // Whoever captured nothing has nothing to show: an item is tied to a capture of its page wherever there is one.
    if (sample.sources.items.some(({ captureIds }) => captureIds.length > 0)) await addCapture([]);
    const [checked] = await draftsOf(store, CASE_ID, env).then((found) => (found.ok ? found.value : []));
    const machine = checked?.readiness.findings.filter(
      ({ kind, severity }) => kind === 'machine' && severity === 'block',
    );
    return [...new Set(machine?.map(({ id }) => id))];
  }

  it('are refused for exactly what the court named', async () => {
    expect(await refusedFor(n2())).toEqual(lacks('right', 'proof-title', 'proof-capture', 'reason'));
    expect(await refusedFor(n3())).toEqual(lacks('contact', 'description', 'proof-title', 'proof-capture'));
    expect(await refusedFor(n1())).toEqual(lacks('channel'));
  });

  it('lack nothing but a person’s own acts once mended', async () => {
    expect(await refusedFor(aliCloud())).toEqual([]);
  });
});

describe('a clock whose zone changes between the steps', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('changes neither what was signed nor when, nor the dates that follow', async () => {
    await addCapture([HARBOUR]);
    process.env['TZ'] = 'Pacific/Kiritimati';
    expect(new Date(0).getTimezoneOffset()).not.toBe(0);
    const [draft] = await drafts();
    if (!draft) throw new Error('a draft');
    const signed = await complete(draft);
    process.env['TZ'] = 'America/Los_Angeles';
    expect(await readinessOf(draft.id)).toMatchObject({ state: 'ready' });
    const done = await finaliseDraft(store, draft.id, env);
    if (!done.ok) throw new Error(done.failure.detail);
    expect(done.value.content.signature).toEqual(signed.signature);
    const sent = {
      id: 'd1',
      caseId: CASE_ID,
      noticeId: draft.id,
      type: 'counter',
      at: '2026-11-30T23:30:00.000Z',
      channel: 'x',
      proof: [],
    } as const;
    const inLosAngeles = deadlinesOf([done.value], [sent], 'en');
    const calendar = toCalendar(inLosAngeles, [done.value], '2026-12-01T00:00:00.000Z');
    process.env['TZ'] = 'Asia/Tokyo';
    expect(deadlinesOf([done.value], [sent], 'en')).toEqual(inLosAngeles);
    expect(toCalendar(inLosAngeles, [done.value], '2026-12-01T00:00:00.000Z')).toBe(calendar);
    expect(renderText(done.value.content, 'full')).toContain(signed.signature?.at.slice(11, 19));
    const { captures } = await caseEvidence(store, CASE_ID);
    expect(await checkNotice(done.value, captures)).toEqual({ contentIntact: true, lostCaptures: [] });
  });
});

describe('after finalising', () => {
  const finalised = async () => {
    await addCapture([HARBOUR]);
    const [draft] = await drafts();
    if (!draft) throw new Error('a draft');
    await complete(draft);
    const done = await finaliseDraft(store, draft.id, env);
    if (!done.ok) throw new Error(done.failure.detail);
    return done.value;
  };

  it('nothing changed elsewhere reaches the notice: not party, work, item, provider nor law', async () => {
    const notice = await finalised();
    await store.db.parties.put({ ...holder, legalName: 'Other' });
    await store.db.works.put({ ...work, title: 'Other' });
    await store.db.items.put({ ...item, description: 'Other', urls: [] });
    await keepProvider(store, CASE_ID, { ...notice.content.provider, name: 'Other', channels: [] });
    await store.providers.put({ id: 'harbour', name: 'Other', class: 'cdn', channels: [] });
    await drafts({ again: true });
    expect(await store.db.notices.get(notice.id)).toEqual(notice);
    expect(notice.content.regime).toEqual(REGIMES[notice.content.regime.id]);
    expect(notice.content.regime).not.toBe(REGIMES[notice.content.regime.id]);
    const { captures } = await caseEvidence(store, CASE_ID);
    expect(await checkNotice(notice, captures)).toEqual({ contentIntact: true, lostCaptures: [] });
  });

  it('events stand in the order of time, whatever zone each was recorded in', async () => {
    const event = (id: string, at: string) =>
      ({ id, caseId: CASE_ID, noticeId: 'n', type: 'acknowledged', at, channel: 'x', proof: [] }) as const;
    await store.db.deliveries.bulkPut([
      event('a', '2026-11-23T20:00:00.000-08:00'),
      event('b', '2026-11-24T01:00:00.000Z'),
      event('c', '2026-11-24T09:30:00.000+09:00'),
    ]);
    const file = await store.cases.caseFile(CASE_ID);
    expect(file.ok && file.value.deliveries?.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('an altered capture is named, with its number', async () => {
    const notice = await finalised();
    const digest = notice.content.captures[0]?.digest;
    if (!digest) throw new Error('a digest');
    const held = await store.db.artifacts.get(digest);
    if (!held) throw new Error('the artifact');
    await store.db.artifacts.put({ ...held, blob: new Blob(['{"hosting":{}}']) });
    const { captures } = await caseEvidence(store, CASE_ID);
    expect(await checkNotice(notice, captures)).toEqual({
      contentIntact: true,
      lostCaptures: [{ id: captureId, number: 1, digest }],
    });
  });

  it('no draft to the same recipient about the same item comes back', async () => {
    await finalised();
    expect(await drafts({ again: true })).toEqual([]);
  });
});
