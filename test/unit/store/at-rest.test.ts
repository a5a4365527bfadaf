import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ArtifactEntry } from '../../../utils/case/artifact.ts';
import { memoryKeyPort } from '../../../utils/integrity/at-rest/idle-lock.ts';
import { isSealed } from '../../../utils/integrity/at-rest/sealed-artifact.ts';
import { convertStore, isConversionDue } from '../../../utils/store/convert-store.ts';
import { openStore, type Store } from '../../../utils/store/store.ts';
import { vaultDesk, type VaultDesk } from '../../../utils/store/vault-desk.ts';
import { localLocks } from './support.ts';

const PASSPHRASE = 'lanterns over water';
const NEW = 'rivers under stone';
const STRENGTH = { memoryKiB: 64, iterations: 1, parallelism: 1 };

let count = 0;
let name: string;
let openKey: ReturnType<typeof memoryKeyPort>;
let store: Store;
let desk: VaultDesk;

/** Another context over the same database and the same session memory, as after a worker was killed. */
function opened(): Store {
  return openStore({ name, serialise: localLocks(), openKey });
}

function deskOf(over: Store): VaultDesk {
  return vaultDesk(over, {
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    random: (octets) => crypto.getRandomValues(new Uint8Array(octets)),
    strength: STRENGTH,
  });
}

beforeEach(() => {
  name = `at-rest-${(count += 1)}`;
  openKey = memoryKeyPort();
  store = opened();
  desk = deskOf(store);
});

const textOf = (index: number) => `page ${index}: the lantern keeper `.repeat(50);

async function save(index: number, captureId = 'c1'): Promise<ArtifactEntry> {
  const draft = {
    path: `p${index}.txt`,
    mediaType: 'text/plain',
    bytes: textOf(index),
    role: 'original' as const,
  };
  return store.artifacts.save({ captureId, index, step: 'test' }, draft);
}

async function fill(artifacts: number): Promise<ArtifactEntry[]> {
  const entries: ArtifactEntry[] = [];
  for (let index = 0; index < artifacts; index += 1) entries.push(await save(index));
  await store.captures.setThumbnail('c1', new Blob(['a small picture'], { type: 'image/jpeg' }));
  return entries;
}

/** Which of the stored rows are sealed, by looking at their bytes and not at what they say. */
async function rawSealed(over: Store = store): Promise<boolean[]> {
  const rows = [...(await over.db.artifacts.toArray()), ...(await over.db.thumbnails.toArray())];
  return Promise.all(
    rows.map(async ({ blob }) => isSealed(new Uint8Array(await blob.slice(0, 4).arrayBuffer()))),
  );
}

async function expectReadable(entries: readonly ArtifactEntry[], over: Store = store): Promise<void> {
  for (const [index, { digest }] of entries.entries()) {
    const blob = await over.artifacts.blob(digest);
    expect(blob.ok && (await blob.value.text())).toBe(textOf(index));
    expect(blob.ok && blob.value.type).toBe('text/plain');
  }
  const [thumbnail] = await over.captures.thumbnails(['c1']);
  expect(await thumbnail?.text()).toBe('a small picture');
}

/** Stops a conversion after a number of rows were written, as a killed worker does. */
async function killAfter(rows: number): Promise<void> {
  const killed = opened();
  let left = rows;
  killed.db.artifacts.hook('updating', () => {
    left -= 1;
    if (left < 0) throw new Error('killed');
    return undefined;
  });
  const stop = new AbortController();
  const end = new Proxy(stop.signal, {
    get: (signal, key) =>
      key === 'throwIfAborted'
        ? () => {
            if (left <= 0) throw new Error('killed');
          }
        : (Reflect.get(signal, key) as unknown),
  });
  await expect(convertStore(killed, end)).rejects.toThrow('killed');
  killed.db.close();
}

describe('a store without a vault', () => {
  it('writes and reads plain, and has nothing to do', async () => {
    const entries = await fill(2);
    expect(await rawSealed()).toEqual([false, false, false]);
    expect(await store.vault.state()).toBe('none');
    expect(await isConversionDue(store)).toBe(false);
    expect(await convertStore(store)).toEqual({ ok: true, value: 0 });
    await expectReadable(entries);
  });
});

describe('turning encryption on', () => {
  it('seals what is there and what comes, and keeps sizes and digests those of the plain bytes', async () => {
    const before = await fill(3);
    expect(await desk.turnOn(PASSPHRASE)).toMatchObject({ ok: true });
    const later = await save(3);
    expect(await rawSealed()).toEqual(expect.arrayContaining([true, false]));
    expect(await convertStore(store)).toEqual({ ok: true, value: 4 });
    expect(new Set(await rawSealed())).toEqual(new Set([true]));
    await expectReadable([...before, later]);
    const row = await store.db.artifacts.get(later.digest);
    expect(row).toMatchObject({ size: later.size, crc32: later.crc32, sealed: 1 });
    for (const { blob } of await store.db.artifacts.toArray())
      expect(await blob.text()).not.toContain('lantern');
  });

  it('refuses to write while it is locked, and says so when it is read', async () => {
    const entries = await fill(1);
    await desk.turnOn(PASSPHRASE);
    await convertStore(store);
    await desk.lock();
    await expect(save(1)).rejects.toMatchObject({ failure: { code: 'locked' } });
    expect(await store.artifacts.blob(entries[0]?.digest ?? 'sha256:')).toMatchObject({
      failure: { code: 'locked' },
    });
    expect(await store.captures.thumbnails(['c1'])).toEqual([undefined]);
    expect(await store.db.artifacts.count()).toBe(1);
    expect(await store.vault.hold()).toMatchObject({ failure: { code: 'locked' } });
    expect(await desk.unlock('not the passphrase')).toMatchObject({ failure: { code: 'rejected' } });
    expect(await store.vault.state()).toBe('locked');
    expect(await desk.unlock(PASSPHRASE)).toMatchObject({ ok: true });
    await expectReadable(entries);
  });

  it.each([0, 1, 3])('killed after %i artifacts leaves a readable store, and goes on', async (rows) => {
    const entries = await fill(5);
    await desk.turnOn(PASSPHRASE);
    await killAfter(rows);
    const again = opened();
    expect((await rawSealed(again)).filter(Boolean)).toHaveLength(rows);
    await expectReadable(entries, again);
    expect(await isConversionDue(again)).toBe(true);
    expect(await convertStore(again)).toEqual({ ok: true, value: 6 - rows });
    expect(await isConversionDue(again)).toBe(false);
    await expectReadable(entries, again);
  });

  it('keeps a row as it is where its sealed form does not open again, and seals the others', async () => {
    const entries = await fill(3);
    await desk.turnOn(PASSPHRASE);
    const [, bad] = entries;
    const { source } = store.vault;
    const flaky: Store = {
      ...store,
      vault: {
        ...store.vault,
        source: (digest, sealed) =>
          digest === bad?.digest ? source(entries[0]?.digest ?? digest, sealed) : source(digest, sealed),
      },
    };
    expect(await convertStore(flaky)).toMatchObject({ ok: false, failure: { code: 'digest-mismatch' } });
    expect(await store.vault.records.trouble()).toMatchObject({ code: 'digest-mismatch' });
    expect((await rawSealed()).filter((sealed) => !sealed)).toHaveLength(1);
    await expectReadable(entries);
    expect(await convertStore(store)).toEqual({ ok: true, value: 1 });
    expect(await store.vault.records.trouble()).toBeNull();
  });

  it('seals also what had been altered, as it was found: its digest still does not fit afterwards', async () => {
    const entry = await save(0);
    await store.db.artifacts.update(entry.digest, { blob: new Blob(['forged'], { type: 'text/plain' }) });
    await desk.turnOn(PASSPHRASE);
    expect(await convertStore(store)).toMatchObject({ ok: true });
    const blob = await store.artifacts.blob(entry.digest);
    expect(blob.ok && (await blob.value.text())).toBe('forged');
  });

  it('finds sealed bytes that were changed in the database', async () => {
    const entry = await save(0);
    await desk.turnOn(PASSPHRASE);
    await convertStore(store);
    const row = await store.db.artifacts.get(entry.digest);
    const bytes = new Uint8Array((await row?.blob.arrayBuffer()) ?? new ArrayBuffer());
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await store.db.artifacts.update(entry.digest, { blob: new Blob([bytes]) });
    expect(await store.artifacts.blob(entry.digest)).toMatchObject({ failure: { code: 'digest-mismatch' } });
  });
});

describe('turning encryption off', () => {
  it('needs the passphrase, makes all plain again, and takes the vault away last', async () => {
    const entries = await fill(3);
    await desk.turnOn(PASSPHRASE);
    await convertStore(store);
    expect(await desk.turnOff('not the passphrase')).toMatchObject({ failure: { code: 'rejected' } });
    expect(await isConversionDue(store)).toBe(false);
    expect(await desk.turnOff(PASSPHRASE)).toMatchObject({ ok: true });
    expect(await convertStore(store)).toEqual({ ok: true, value: 4 });
    expect(await rawSealed()).toEqual([false, false, false, false]);
    expect(await store.vault.state()).toBe('none');
    expect(await openKey.get()).toBeNull();
    await expectReadable(entries);
  });

  it('killed in the middle keeps the vault, and goes on after it was unlocked', async () => {
    const entries = await fill(4);
    await desk.turnOn(PASSPHRASE);
    await convertStore(store);
    await desk.turnOff(PASSPHRASE);
    await killAfter(2);
    await desk.lock();
    const again = opened();
    expect(await convertStore(again)).toMatchObject({ failure: { code: 'locked' } });
    expect(await again.vault.records.read()).not.toBeNull();
    expect(await deskOf(again).unlock(PASSPHRASE)).toMatchObject({ ok: true });
    expect(await convertStore(again)).toEqual({ ok: true, value: 3 });
    expect(await again.vault.state()).toBe('none');
    await expectReadable(entries, again);
  });

  it('never takes the key away while something is sealed', async () => {
    await save(0);
    await desk.turnOn(PASSPHRASE);
    await convertStore(store);
    const record = await store.vault.records.read();
    expect(await store.vault.records.replace(record?.revision ?? null, null)).toBe(false);
    expect(await store.vault.records.read()).toEqual(record);
  });

  it('stores plain what was sealed by a vault that has gone meanwhile', async () => {
    await desk.turnOn(PASSPHRASE);
    const prepared = await store.artifacts.prepare({
      path: 'late.txt',
      mediaType: 'text/plain',
      bytes: textOf(0),
      role: 'original',
    });
    expect(prepared.sealed).not.toBeNull();
    await desk.turnOff(PASSPHRASE);
    await convertStore(store);
    expect(await store.vault.state()).toBe('none');
    await store.db.transaction('rw', store.db.artifacts, store.db.vault, () =>
      store.artifacts.keep(prepared),
    );
    const blob = await store.artifacts.blob(prepared.artifact.digest);
    expect(blob.ok && (await blob.value.text())).toBe(textOf(0));
  });
});

describe('changing the passphrase', () => {
  it('rewrites no artifact, and both passphrases open until the new one was used', async () => {
    const entries = await fill(2);
    await desk.turnOn(PASSPHRASE);
    await convertStore(store);
    const before = await Promise.all((await store.db.artifacts.toArray()).map(({ blob }) => blob.text()));
    expect(await desk.change('not the passphrase', NEW)).toMatchObject({ failure: { code: 'rejected' } });
    expect(await desk.change(PASSPHRASE, NEW)).toMatchObject({ value: { changePending: true } });
    await desk.lock();
    expect(await desk.unlock(PASSPHRASE)).toMatchObject({ value: { changePending: true } });
    expect(await desk.unlock(NEW)).toMatchObject({ value: { changePending: false } });
    expect(await desk.unlock(PASSPHRASE)).toMatchObject({ failure: { code: 'rejected' } });
    await expectReadable(entries);
    expect(await Promise.all((await store.db.artifacts.toArray()).map(({ blob }) => blob.text()))).toEqual(
      before,
    );
  });
});

describe('work that the lock must not cut off', () => {
  it('keeps the key until it ends, also where a person locks; nothing new begins meanwhile', async () => {
    await desk.turnOn(PASSPHRASE);
    const held = await store.vault.hold();
    await desk.lock();
    expect(await store.vault.state()).toBe('locked');
    const entry = await save(0);
    expect((await store.artifacts.blob(entry.digest)).ok).toBe(true);
    expect(await store.vault.hold()).toMatchObject({ failure: { code: 'locked' } });
    if (held.ok) held.value();
    await expect(save(1)).rejects.toMatchObject({ failure: { code: 'locked' } });
    expect(new Set(await rawSealed())).toEqual(new Set([true]));
  });
});
