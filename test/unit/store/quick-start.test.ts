import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { QuickDraft } from '../../../components/notices/quick-draft.ts';
import { startNotices } from '../../../entrypoints/dashboard/notices/quick-start.ts';
import type { Capture } from '../../../utils/case/capture.ts';
import { suggestedReason } from '../../../utils/notice/prepare/suggest.ts';
import { keepProvider, typedProvider } from '../../../utils/store/recipients.ts';
import type { Store } from '../../../utils/store/store.ts';
import { CAPTURE } from '../capture/support.ts';
import { CASE_ID, item, NOW } from '../notice/a-case.ts';
import { freshStore } from './support.ts';

vi.stubGlobal('navigator', { locks: { request: (_: string, task: () => unknown) => task() } });

const typed: QuickDraft = {
  name: 'Mei Tanaka',
  address: '1 Quay',
  city: '',
  state: 'Kyoto',
  country: 'JP',
  email: 'mei@lantern.example',
  phone: '',
  title: 'The Lantern Keeper',
  kind: 'comic',
  author: 'Mei Tanaka',
  right: 'reproduction',
  mode: 'other',
  proof: new File(['deed'], 'deed.txt', { type: 'text/plain' }),
  captureId: CAPTURE.id,
  description: 'Chapter 12, all pages',
  reason: suggestedReason('en'),
  claimed: [],
  hostName: 'Harbour',
  hostAddress: 'dmca@harbour.example',
};
const capture: Capture = { ...CAPTURE, caseId: CASE_ID, state: 'complete', urlFinal: item.pageUrl };

let store: Store;
beforeEach(async () => {
  store = freshStore();
  await store.cases.create('Lantern', CASE_ID);
  await store.db.captures.put(capture);
});
const start = (more: Partial<QuickDraft> = {}) =>
  startNotices(store, CASE_ID, { ...typed, ...more }, capture, [
    typedProvider('Cloud Ltd', 'a@b.example', 'iaas', NOW, 'cn-civ1195'),
  ]);

describe('the one page that starts a notice', () => {
  it('makes party, work with its document, the page as an item, and a draft for the host named', async () => {
    expect(await start()).toEqual({ ok: true, value: null });
    const [[party], [work], [made], [draft]] = await Promise.all([
      store.db.parties.toArray(),
      store.db.works.toArray(),
      store.db.items.toArray(),
      store.db.drafts.toArray(),
    ]);
    expect(party).toMatchObject({
      legalName: 'Mei Tanaka',
      country: 'JP',
      state: 'Kyoto',
      role: 'right-holder',
    });
    expect(party).not.toHaveProperty('city');
    expect(work?.titleDocuments).toMatchObject([{ name: 'deed.txt' }]);
    expect(made).toMatchObject({
      workId: work?.id,
      pageUrl: item.pageUrl,
      description: 'Chapter 12, all pages',
      captureIds: [capture.id],
      right: 'reproduction',
      // Nobody said how much was copied.
      mode: 'other',
    });
    expect(draft).toMatchObject({
      provider: { name: 'Harbour', namedFor: ['pirate.example'] },
      itemIds: [made?.id],
      statements: [],
    });
    expect(draft).not.toHaveProperty('signature');
  });

  it('takes what was marked on the page for the items, each beside its own name', async () => {
    const { workId: _work, right: _right, ...bare } = { ...item, caseId: CASE_ID, description: '001.png' };
    await store.db.items.bulkPut([
      { ...bare, id: 'a' },
      { ...bare, id: 'b', right: 'adaptation', description: '002.png' },
    ]);
    await start();
    const [work] = await store.db.works.toArray();
    expect(await store.db.items.toArray()).toMatchObject([
      { id: 'a', workId: work?.id, right: 'reproduction', description: 'Chapter 12, all pages: 001.png' },
      { id: 'b', workId: work?.id, right: 'adaptation', description: 'Chapter 12, all pages: 002.png' },
    ]);
  });

  it('writes to the host named about the site it was named for, and no other', async () => {
    const there = { ...item, id: 'b', caseId: CASE_ID, pageUrl: 'https://siteb.example/7' };
    await store.db.items.bulkPut([{ ...item, id: 'a', caseId: CASE_ID }, there]);
    await start({ hostSite: 'siteb.example' });
    const drafts = await store.db.drafts.toArray();
    const named = drafts.filter(({ provider }) => provider.name === 'Harbour');
    expect(named).toMatchObject([{ itemIds: ['b'], provider: { namedFor: ['siteb.example'] } }]);
    expect(drafts.find(({ itemIds }) => itemIds.includes('a'))?.provider.id).toBe('host:pirate.example');
    // Named once more for the other site, it is named for both.
    await keepProvider(
      store,
      CASE_ID,
      typedProvider('Harbour', '', 'hosting', NOW, null, ['pirate.example']),
    );
    const [kept] = await store.db.noticeProviders.toArray();
    expect(kept?.namedFor).toEqual(['siteb.example', 'pirate.example']);
  });

  it('states the mode of use that was said, and leaves one that the page showed', async () => {
    await store.db.items.bulkPut([
      { ...item, id: 'a', caseId: CASE_ID, mode: 'other' },
      { ...item, id: 'b', caseId: CASE_ID, mode: 'stream' },
    ]);
    await start({ mode: 'partial-copy' });
    expect((await store.db.items.toArray()).map(({ mode }) => mode)).toEqual(['partial-copy', 'stream']);
  });

  it('writes the suggested reason in the language of each notice, and the user’s own as it is', async () => {
    await start({ claimed: ['user:cloud-ltd'] });
    const reasons = (await store.db.drafts.toArray()).map(({ language, reason }) => [language, reason]);
    expect(new Map(reasons as [string, string][])).toEqual(
      new Map([
        ['en', suggestedReason('en')],
        ['zh-CN', suggestedReason('zh-CN')],
      ]),
    );
  });
});
