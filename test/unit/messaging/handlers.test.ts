// Before anything that loads Dexie, which looks for IndexedDB once.
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../utils/case/settings.ts';
import type { NetworkLog } from '../../../utils/case/network.ts';
import type { LookUpService } from '../../../utils/capture/look-up-again.ts';
import type { CaptureService } from '../../../utils/capture/capture-service.ts';
import { handlers, parseSettingsChange } from '../../../utils/messaging/handlers.ts';
import { freshStore } from '../store/support.ts';

const service: CaptureService = {
  recover: vi.fn(),
  start: vi.fn(),
  isRunning: vi.fn(() => false),
  cancel: vi.fn(),
  tabLost: vi.fn(),
  ended: vi.fn(),
};

const seen: NetworkLog = {
  hops: [],
  mainResponse: null,
  requests: [],
  notObserved: 'service-worker',
} as Partial<NetworkLog> as NetworkLog;
const tabs = {
  log: { read: () => Promise.resolve(seen) },
  lookUps: { lookUp: vi.fn<LookUpService['lookUp']>() },
  urlOf: () => Promise.resolve('https://unseen-mirror.net/page'),
  startMarking: vi.fn<(tabId: number) => Promise<void>>(() => Promise.resolve()),
  marksIn: (tabId: number): Promise<unknown> =>
    Promise.resolve(tabId === 1 ? { marking: true, count: 2 } : { marking: true, count: 1e9, more: 1 }),
};

describe('who would be asked', () => {
  it('is said of a page whose own connection was not seen', async () => {
    const answer = await handlers(service, freshStore(), tabs)['plan-lookups']({
      verb: 'plan-lookups',
      tabId: 7,
    });
    expect(answer.ok ? answer.value[0]?.what : null).toContain('unseen-mirror.net');
  });
});

describe('marking', () => {
  it('begins in the tab asked for', async () => {
    const store = freshStore();
    expect(await handlers(service, store, tabs)['mark-items']({ verb: 'mark-items', tabId: 7 })).toEqual({
      ok: true,
      value: null,
    });
    expect(tabs.startMarking).toHaveBeenCalledWith(7, await store.settings.read());
  });

  it('says what is marked, and believes no page', async () => {
    const answer = handlers(service, freshStore(), tabs)['read-marks'];
    expect(await answer({ verb: 'read-marks', tabId: 1 })).toEqual({
      ok: true,
      value: { marking: true, count: 2 },
    });
    expect(await answer({ verb: 'read-marks', tabId: 2 })).toMatchObject({
      ok: false,
      failure: { code: 'invalid-data' },
    });
  });
});

describe('glance-page', () => {
  it('says what was seen of a tab, and why nothing more', async () => {
    const answer = handlers(service, freshStore(), tabs)['glance-page'];
    expect(await answer({ verb: 'glance-page', tabId: 1 })).toEqual({
      ok: true,
      value: [{ key: 'glance-service-worker', parameters: {}, tone: 'missing' }],
    });
  });
});

describe('parseSettingsChange', () => {
  it('takes every default, so that nothing that exists is out of bounds', () => {
    expect(parseSettingsChange(DEFAULT_SETTINGS)).toEqual({ ok: true, value: DEFAULT_SETTINGS });
  });

  it.each([
    ['an unknown name', { colour: 'red' }, 'colour'],
    ['__proto__', JSON.parse('{"__proto__":{"lookups":"on"}}') as unknown, ''],
    ['a name too long', { operatorName: 'x'.repeat(201) }, 'operatorName'],
    ['a negative space', { minimumFreeBytes: -1 }, 'minimumFreeBytes'],
    ['a page height of nothing', { maximumPageHeight: 0 }, 'maximumPageHeight'],
    ['a page height without end', { maximumPageHeight: Number.POSITIVE_INFINITY }, 'maximumPageHeight'],
    ['a scroll pass without end', { scrollPassMs: 600_001 }, 'scrollPassMs'],
    ['a number as text', { scrollPassMs: '5000' }, 'scrollPassMs'],
    ['a language nobody wrote', { language: 'tlh' }, 'language'],
    ['null', { lookups: null }, 'lookups'],
    ['21 resolvers', { dohUrls: Array.from({ length: 21 }, () => 'https://dns.example/') }, 'dohUrls'],
    ['no object', 'lookups=on', ''],
  ])('refuses %s and names the setting', (_, change, name) => {
    const parsed = parseSettingsChange(change);
    expect(parsed).toMatchObject({ ok: false, failure: { code: 'invalid-data' } });
    if (!parsed.ok) expect(parsed.failure.detail).toContain(name);
  });
});

describe('change-settings', () => {
  it('changes all or nothing', async () => {
    const store = freshStore();
    const answer = handlers(service, store, tabs)['change-settings'];
    const refused = await answer({
      verb: 'change-settings',
      change: { operatorName: 'Mei', scrollPassMs: 1 },
    });
    expect(refused).toMatchObject({ ok: false });
    expect(await store.settings.read()).toEqual(DEFAULT_SETTINGS);
    const taken = await answer({ verb: 'change-settings', change: { operatorName: 'Mei' } });
    expect(taken).toEqual({ ok: true, value: { ...DEFAULT_SETTINGS, operatorName: 'Mei' } });
    expect(await store.settings.read()).toEqual({ ...DEFAULT_SETTINGS, operatorName: 'Mei' });
  });
});

describe('import-case', () => {
  const id = '3b241101-e2bb-4255-8caf-4136c566a962';
  const at = '2026-11-21T10:00:00.000Z';
  const file = {
    schema: 'prima-facie/case/1',
    case: { id, title: 'Tidewrack', status: 'open', createdAt: at, updatedAt: at },
    parties: [],
    works: [],
    items: [],
    request: { reason: 'not authorised' },
  };

  it('stores the file and says so in the custody log', async () => {
    const store = freshStore();
    const answer = handlers(service, store, tabs)['import-case'];
    expect(await answer({ verb: 'import-case', file })).toEqual({ ok: true, value: { caseId: id } });
    expect(await store.cases.caseFile(id)).toEqual({ ok: true, value: file });
    expect((await store.custody.entries(id)).map(({ action }) => action)).toEqual(['case-created']);
  });

  it.each([
    ['no case file', { schema: 'other' }],
    ['nothing', undefined],
    ['a field nobody knows', { ...file, colour: 'red' }],
  ])('stores nothing of %s', async (_, refused) => {
    const store = freshStore();
    const answer = handlers(service, store, tabs)['import-case'];
    expect(await answer({ verb: 'import-case', file: refused })).toMatchObject({ ok: false });
    expect(await store.cases.list()).toEqual([]);
  });
});
