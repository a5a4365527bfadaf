import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../utils/case/settings.ts';
import { recoverCaptures } from '../../../utils/capture/recover-captures.ts';
import { storeSource } from '../../../utils/bundle/store-source.ts';
import { blobSource, fingerprintSource } from '../../../utils/integrity/digest.ts';
import { captureStore } from '../../../utils/store/capture-store.ts';
import { convertStore } from '../../../utils/store/convert-store.ts';
import { PrimaFacieDatabase } from '../../../utils/store/database.ts';
import { openStore, type Store } from '../../../utils/store/store.ts';
import { vaultDesk } from '../../../utils/store/vault-desk.ts';
import { thaw, type FrozenDatabase } from '../../fixtures/store/frozen.ts';
import { verify, written } from '../bundle/support.ts';
import { CIRCUMSTANCES, HOSTING, signArchive } from '../capture/support.ts';
import { localLocks } from './support.ts';

const FOLDER = path.resolve('test/fixtures/store');
const FROZEN = readdirSync(FOLDER)
  .filter((name) => /^v\d+\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as FrozenDatabase)
  .toSorted((a, b) => a.version - b.version);

const CASE = '00000000-0000-4000-8000-000000000001';
const WHOLE = '00000000-0000-4000-9000-000000000001';
const KILLED = '00000000-0000-4000-9000-0000000000ff';

/** Of the vault that version 7 was frozen with, some of its artifacts sealed and some still plain. */
const PASSPHRASE = 'lanterns over water';

/** The current code over the data of a frozen version, unlocked where it has a vault. */
async function opened(frozen: FrozenDatabase, name: string): Promise<Store> {
  await thaw(frozen, name);
  const store = openStore({ name, serialise: localLocks() });
  const desk = vaultDesk(store, {
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    random: (octets) => crypto.getRandomValues(new Uint8Array(octets)),
  });
  if ((await store.vault.state()) !== 'none')
    expect(await desk.unlock(PASSPHRASE)).toMatchObject({ ok: true });
  return store;
}

it('has a frozen example of every schema version there has been', () => {
  const current = new PrimaFacieDatabase('never-opened').verno;
  expect(FROZEN.map(({ version }) => version)).toEqual(
    Array.from({ length: current }, (_, index) => index + 1),
  );
});

describe.each(FROZEN.map((frozen) => [frozen.version, frozen] as const))(
  'data of schema version %i',
  (version, frozen) => {
    it('opens with every row it had', async () => {
      const { db } = await opened(frozen, `rows-${version}`);
      for (const [table, rows] of Object.entries(frozen.rows)) {
        expect([table, await db.table(table).count()]).toEqual([table, rows.length]);
      }
    });

    it('is read by the current code: settings, case, captures, pictures', async () => {
      const store = await opened(frozen, `read-${version}`);
      expect(await store.settings.read()).toEqual({
        ...DEFAULT_SETTINGS,
        operatorName: 'Mei Tanaka',
        scrollPassMs: 12_000,
        currentCaseId: CASE,
      });
      const file = await store.cases.caseFile(CASE);
      expect(file).toMatchObject({
        ok: true,
        value: {
          parties: [{ legalName: 'Lantern Press 灯社' }],
          works: [{ title: 'The Lantern Keeper', titleDocuments: [{ name: 'deed.pdf' }] }],
          items: [{ captureIds: [WHOLE] }],
        },
      });
      expect((await store.captures.ofCase(CASE)).map(({ state }) => state).toSorted()).toEqual([
        'complete',
        'running',
      ]);
      const [shot] = await store.artifacts.entries(WHOLE);
      const blob = await store.artifacts.blob(shot?.digest ?? 'sha256:');
      expect(blob.ok && blob.value.size).toBe(shot?.size);
      expect(await store.db.thumbnails.count()).toBe(2);
    });

    it('goes on: the chain holds, a capture left running is closed, the next has the next number', async () => {
      const store = await opened(frozen, `on-${version}`);
      const port = captureStore(store);
      expect(await store.custody.check(CASE)).toMatchObject({ whole: true });
      const left = await recoverCaptures(
        {
          store: port,
          thumbnail: () => Promise.reject(new Error('no pictures here')),
          environment: {
            now: () => new Date('2027-01-01T00:00:00.000Z'),
            newId: () => crypto.randomUUID(),
            monotonicNow: () => performance.now(),
            circumstances: () => Promise.resolve(CIRCUMSTANCES),
            signArchive,
            hosting: HOSTING,
          },
        },
        await port.runningCaptures(),
      );
      expect(left).toEqual([]);
      expect(await store.captures.get(KILLED)).toMatchObject({ state: 'interrupted' });
      const { state: _, number: __, notCaptured: ___, ...row } = (await store.captures.get(WHOLE)) ?? never();
      expect(await store.captures.create({ ...row, id: 'next' })).toMatchObject({ number: 3 });
      expect(await store.custody.check(CASE)).toMatchObject({ whole: true });
    });

    it('is sealed as a whole, and stays readable', async () => {
      const store = await opened(frozen, `seal-${version}`);
      const desk = vaultDesk(store, {
        now: () => new Date(),
        newId: () => crypto.randomUUID(),
        random: (octets) => crypto.getRandomValues(new Uint8Array(octets)),
        strength: { memoryKiB: 64, iterations: 1, parallelism: 1 },
      });
      if ((await store.vault.state()) === 'none') await desk.turnOn(PASSPHRASE);
      expect(await convertStore(store)).toMatchObject({ ok: true });
      const { sealed, total } = await store.vault.records.count();
      expect(sealed).toBe(total);
      for (const { digest, size } of await store.db.artifacts.toArray()) {
        const blob = await store.artifacts.blob(digest);
        expect(blob.ok && (await fingerprintSource(blobSource(blob.value)))).toMatchObject({ digest, size });
      }
    });

    it('is exported, and verifies whole', async () => {
      const store = await opened(frozen, `export-${version}`);
      const source = await storeSource(store, CASE);
      if (!source.ok) throw new Error(source.failure.code);
      const bundle = await written(source.value);
      expect((await verify(bundle.blob)).findings.filter(({ severity }) => severity === 'failure')).toEqual(
        [],
      );
    });
  },
);

function never(): never {
  throw new Error('the frozen capture is not there');
}
