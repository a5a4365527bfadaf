import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { isSealed } from '../../../utils/integrity/at-rest/sealed-artifact.ts';
import { openStore, type Store } from '../../../utils/store/store.ts';
import { vaultDesk } from '../../../utils/store/vault-desk.ts';
import { gate, pathsOf, serviceOver, takes, waits } from './service-support.ts';

const REQUEST = { tabId: 1, trigger: 'panel' } as const;
const PASSPHRASE = 'lanterns over water';

function deskOf(kept: Store) {
  return vaultDesk(kept, {
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    random: (octets) => crypto.getRandomValues(new Uint8Array(octets)),
    strength: { memoryKiB: 64, iterations: 1, parallelism: 1 },
  });
}

async function allSealed({ db }: Store): Promise<boolean> {
  const rows = await db.artifacts.toArray();
  const heads = await Promise.all(rows.map(async ({ blob }) => blob.slice(0, 4).arrayBuffer()));
  return rows.length > 0 && heads.every((head) => isSealed(new Uint8Array(head)));
}

it('is not written to: a capture is refused before it begins, and taken once the store is unlocked', async () => {
  const { service, kept } = serviceOver([takes('a')]);
  const desk = deskOf(kept);
  await desk.turnOn(PASSPHRASE);
  await desk.lock();
  expect(await service.start(REQUEST)).toMatchObject({ ok: false, failure: { code: 'locked' } });
  expect(await kept.db.captures.count()).toBe(0);
  expect(await kept.db.cases.count()).toBe(0);
  await desk.unlock(PASSPHRASE);
  const started = await service.start(REQUEST);
  const ended = await service.ended(started.ok ? started.value.captureId : '', 5_000);
  expect(ended).toMatchObject({ value: { state: 'complete' } });
  expect(await allSealed(kept)).toBe(true);
});

it('locked in the middle of a capture lets it end as it would have, with everything sealed', async () => {
  const hold = gate();
  const { service, kept } = serviceOver([waits('a', hold.opened), takes('b')]);
  const desk = deskOf(kept);
  await desk.turnOn(PASSPHRASE);
  const started = await service.start(REQUEST);
  const captureId = started.ok ? started.value.captureId : '';
  await expect.poll(() => pathsOf(kept, captureId)).toEqual(['a.txt']);
  await desk.lock();
  expect(await service.start({ ...REQUEST, tabId: 2 })).toMatchObject({ failure: { code: 'locked' } });
  hold.open();
  expect(await service.ended(captureId, 5_000)).toMatchObject({ value: { state: 'complete' } });
  expect(await pathsOf(kept, captureId)).toEqual(['a.txt', 'b.txt', 'capture.json']);
  expect(await allSealed(kept)).toBe(true);
  const document = (await kept.artifacts.entries(captureId)).at(-1);
  expect(await kept.artifacts.blob(document?.digest ?? 'sha256:')).toMatchObject({
    failure: { code: 'locked' },
  });
});

it('keeps a capture that a killed background left open until it can be closed', async () => {
  const { service, kept } = serviceOver([waits('a', gate().opened)]);
  const desk = deskOf(kept);
  await desk.turnOn(PASSPHRASE);
  const started = await service.start(REQUEST);
  const captureId = started.ok ? started.value.captureId : '';
  await expect.poll(() => pathsOf(kept, captureId)).toEqual(['a.txt']);
  // Another background over the same database, of a browser that was started again: it has no key.
  const restarted = openStore({ name: kept.db.name, serialise: (_, task) => task() });
  const next = serviceOver([takes('a')], { kept: restarted }).service;
  await next.recover();
  expect(await restarted.captures.get(captureId)).toMatchObject({ state: 'running' });
  await deskOf(restarted).unlock(PASSPHRASE);
  await next.recover();
  expect(await restarted.captures.get(captureId)).toMatchObject({ state: 'interrupted' });
  expect(await allSealed(restarted)).toBe(true);
});
