import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../utils/case/case-file.ts';
import type { Party } from '../../../utils/case/dispute.ts';
import { DEFAULT_SETTINGS } from '../../../utils/case/settings.ts';
import { openStore, type Store } from '../../../utils/store/store.ts';
import { captureStore } from '../../../utils/store/capture-store.ts';
import { CAPTURE } from '../capture/support.ts';
import { freshStore } from './support.ts';

const { number: _, state: __, notCaptured: ___, ...NEW } = CAPTURE;
const event = (action: 'capture-started' | 'capture-ended', note = 'x') => ({
  at: '2026-11-21T10:00:00.000Z',
  actor: 'A',
  action,
  objectSha256: null,
  note: { note },
});

let store: Store;
beforeEach(() => {
  store = freshStore();
});

describe('captures', () => {
  it('are numbered within their case, and a number is never used again', async () => {
    const first = await store.captures.create(NEW);
    await store.db.captures.delete(first.id);
    const second = await store.captures.create({ ...NEW, id: '2' });
    const elsewhere = await store.captures.create({ ...NEW, id: '3', caseId: 'other' });
    expect([first.number, second.number, elsewhere.number]).toEqual([1, 2, 1]);
  });

  it('are append-only once ended', async () => {
    await store.captures.create(NEW);
    await store.captures.update(NEW.id, { title: 'changed' });
    await store.captures.update(NEW.id, { state: 'complete' });
    await expect(store.captures.update(NEW.id, { title: 'again' })).rejects.toMatchObject({
      failure: { code: 'rejected' },
    });
    expect(await store.captures.get(NEW.id)).toMatchObject({ title: 'changed', state: 'complete' });
  });

  it('are listed newest first', async () => {
    for (const [index, id] of ['a', 'b', 'c'].entries()) {
      await store.captures.create({ ...NEW, id, startedAt: `2026-11-21T10:00:0${index}.000Z` });
    }
    expect((await store.captures.ofCase(NEW.caseId, 2)).map(({ id }) => id)).toEqual(['c', 'b']);
  });
});

describe('artifacts', () => {
  const draft = { path: 'a.txt', mediaType: 'text/plain', bytes: 'größer', role: 'original' as const };

  it('carry the SHA-256 and CRC-32 other tools compute, and equal bytes are stored once', async () => {
    const first = await store.artifacts.save({ captureId: '1', index: 0, step: 's' }, draft);
    await store.artifacts.save({ captureId: '2', index: 0, step: 's' }, draft);
    expect(first.digest).toBe(`sha256:${createHash('sha256').update('größer').digest('hex')}`);
    expect(first.crc32).toBe(crc32('größer'));
    expect(await store.db.artifacts.count()).toBe(1);
    expect(await store.artifacts.entries('2')).toHaveLength(1);
  });

  it('digest large ones in pieces alike', async () => {
    const bytes = new Uint8Array(20 * 1024 * 1024 + 7).map((_byte, index) => index % 251);
    const blob = new Blob([bytes]);
    const entry = await store.artifacts.save(
      { captureId: '1', index: 0, step: 's' },
      { ...draft, bytes: blob },
    );
    expect(entry.digest).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`);
    expect(entry.crc32).toBe(crc32(bytes));
  });

  it('tell what is not there', async () => {
    expect(await store.artifacts.blob('sha256:0')).toMatchObject({
      ok: false,
      failure: { code: 'not-found' },
    });
  });
});

describe('custody', () => {
  it('is one chain per case, whatever writes at once', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_value, index) =>
        store.custody.append(index % 2 ? 'a' : 'b', event('capture-started', String(index))),
      ),
    );
    expect(await store.custody.check('a')).toMatchObject({ whole: true, length: 15 });
    expect(await store.custody.check('b')).toMatchObject({ whole: true, length: 15 });
  });

  it('refuses to fork even without the lock', async () => {
    const unsafe = freshStore((_name, task) => task());
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => unsafe.custody.append('a', event('capture-started'))),
    );
    expect(results.some(({ status }) => status === 'rejected')).toBe(true);
    expect(await unsafe.custody.check('a')).toMatchObject({ whole: true });
  });

  it('and the row of a capture change together or not at all', async () => {
    const port = captureStore(store);
    await port.createCapture(NEW, event('capture-started'));
    await port.endCapture(NEW.id, { state: 'complete' }, event('capture-ended'));
    await expect(port.endCapture(NEW.id, { state: 'failed' }, event('capture-ended'))).rejects.toThrow(
      /append-only/,
    );
    await expect(port.createCapture(NEW, event('capture-started'))).rejects.toThrow(/ConstraintError/);
    expect((await store.custody.entries(NEW.caseId)).map(({ action }) => action)).toEqual([
      'capture-started',
      'capture-ended',
    ]);
    await store.db.captures.update(NEW.id, { state: 'running' });
    const dead = captureStore(
      openStore({ name: store.db.name, serialise: () => Promise.reject(new Error('killed')) }),
    );
    await expect(dead.endCapture(NEW.id, { state: 'failed' }, event('capture-ended'))).rejects.toThrow(
      /killed/,
    );
    expect(await store.captures.get(NEW.id)).toMatchObject({ state: 'running' });
  });

  it('shows an entry that was changed in the database by hand', async () => {
    for (let index = 0; index < 4; index += 1)
      await store.custody.append('a', event('capture-started', `${index}`));
    await store.db.custody.update(['a', 2], { actor: 'somebody else' });
    expect(await store.custody.check('a')).toMatchObject({ whole: false, brokenAt: 2 });
  });

  it('shows an entry taken out of the middle', async () => {
    for (let index = 0; index < 4; index += 1)
      await store.custody.append('a', event('capture-started', `${index}`));
    await store.db.custody.delete(['a', 1]);
    expect(await store.custody.check('a')).toMatchObject({ whole: false, brokenAt: 2 });
  });
});

const PARTY: Party = {
  id: 'p',
  caseId: 'c',
  role: 'right-holder',
  kind: 'organisation',
  legalName: 'Lantern Press',
  address: '1 Quay',
  country: 'JP',
  phone: '',
  email: 'rights@lantern.example',
  authority: 'owner',
};

describe('cases', () => {
  it('keep a case file: import then export is the identity', async () => {
    const created = await store.cases.create('One');
    const file: CaseFile = {
      schema: 'prima-facie/case/1',
      case: created,
      parties: [],
      works: [
        {
          id: 'w',
          caseId: created.id,
          title: 'The Lantern Keeper',
          kind: 'comic',
          author: 'A',
          rightsClaimed: ['reproduction'],
          authorisedUrls: [],
          titleDocuments: [],
        },
      ],
      items: [],
    };
    await store.cases.putCaseFile(file);
    expect(await store.cases.caseFile(created.id)).toEqual({ ok: true, value: file });
  });

  it('keep notices, what became of them, and the order of rows', async () => {
    const created = await store.cases.create('Two');
    const party = { ...PARTY, caseId: created.id };
    const file: CaseFile = {
      schema: 'prima-facie/case/1',
      case: created,
      parties: [
        { ...party, id: 'z' },
        { ...party, id: 'a' },
      ],
      works: [],
      items: [],
      request: { reason: 'not authorised', language: 'ja' },
      deliveries: [],
    };
    await store.cases.putCaseFile(file);
    expect(await store.cases.caseFile(created.id)).toEqual({ ok: true, value: file });
    const { request: _request, ...without } = { ...file, parties: [file.parties[0] ?? party] };
    await store.cases.putCaseFile(without);
    expect(await store.cases.caseFile(created.id)).toEqual({ ok: true, value: without });
  });

  it('take a capture: the case asked for, else the last used, else a new one', async () => {
    const port = captureStore(store);
    const first = await port.caseFor(undefined, () => 'New');
    expect(await port.caseFor(undefined, () => 'Never')).toBe(first);
    const other = await store.cases.create('Other');
    expect(await port.caseFor(other.id, () => 'Never')).toBe(other.id);
    expect(await port.caseFor(undefined, () => 'Never')).toBe(other.id);
    await expect(port.caseFor('nobody', () => 'Never')).rejects.toMatchObject({
      failure: { code: 'not-found' },
    });
    expect((await store.custody.entries(first)).map(({ action }) => action)).toEqual(['case-created']);
  });
});

describe('settings', () => {
  it('are defaults with what the user changed', async () => {
    expect(await store.settings.read()).toEqual(DEFAULT_SETTINGS);
    await store.settings.change({ operatorName: 'Mei' });
    await store.settings.change({ lookups: 'on' });
    expect(await store.settings.read()).toEqual({ ...DEFAULT_SETTINGS, operatorName: 'Mei', lookups: 'on' });
  });
});
