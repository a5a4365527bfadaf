import { beforeEach, describe, expect, it } from 'vitest';
import {
  importBundles,
  type ImportOptions,
  type ImportOutcome,
} from '../../../utils/bundle/import/import-bundles.ts';
import { storeSource } from '../../../utils/bundle/store-source.ts';
import { attestProducer } from '../../../utils/bundle/producers/attest.ts';
import type { VerificationReport } from '../../../utils/bundle/verify/types.ts';
import { hexOf } from '../../../utils/case/values.ts';
import { openSigner } from '../../../utils/integrity/signing-key.ts';
import { deleteCapture } from '../../../utils/store/delete-capture.ts';
import { addRedaction, redactionsOf, withdrawRedaction } from '../../../utils/store/redactions.ts';
import type { Store } from '../../../utils/store/store.ts';
import { freshStore, localLocks, sealedStore } from '../store/support.ts';
import { bytesOf, verify, written } from './support.ts';
import { storedCapture } from './stored-case.ts';

const WORK = {
  kind: 'comic',
  author: 'Sora Ishii',
  rightsClaimed: ['reproduction'],
  authorisedUrls: [],
} as const;

let exports = 0;

/** A signed bundle of a case, as the dashboard makes it, with the entry that says so. */
async function exported(store: Store, caseId: string): Promise<Blob> {
  exports += 1;
  const source = await storeSource(store, caseId);
  if (!source.ok) throw new Error(source.failure.detail);
  const signer = openSigner(store.signingKeys, () => new Date());
  const key = await signer.current();
  if (!key.ok) throw new Error(key.failure.detail);
  const { blob, tagManifestDigest } = await written(source.value, {
    now: () => new Date(Date.UTC(2026, 10, 22, 10, 0, exports)),
    signerFingerprint: hexOf(key.value.fingerprint),
    attest: [attestProducer({ sign: (bytes) => signer.sign(bytes), roots: [] })],
  });
  await say(store, caseId, 'exported', hexOf(tagManifestDigest));
  return blob;
}

async function say(
  store: Store,
  caseId: string,
  action: 'exported' | 'case-changed' | 'original-viewed',
  object: string | null = null,
): Promise<void> {
  const at = new Date(Date.UTC(2026, 10, 22, 9)).toISOString();
  await store.custody.append(caseId, { at, actor: 'A. Tester', action, objectSha256: object });
}

async function imported(
  store: Store,
  bundle: Blob | readonly Blob[],
  options: Partial<ImportOptions> = {},
): Promise<ImportOutcome> {
  const blobs = bundle instanceof Blob ? [bundle] : bundle;
  const result = await importBundles(
    store,
    blobs.map((blob, index) => ({ name: `bundle-${index + 1}.zip`, blob })),
    {
      now: () => new Date('2026-11-22T12:00:00.000Z'),
      newId: () => crypto.randomUUID(),
      operator: 'B. Tester',
      serialise: localLocks(),
      signal: new AbortController().signal,
      onProgress: () => undefined,
      acceptSigners: true,
      ...options,
    },
  );
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail}`);
  return result.value;
}

/** All rows of all tables but settings and keys, so that 'nothing was written' can be said. */
async function everything(store: Store): Promise<unknown> {
  const tables = store.db.tables.filter(({ name }) => !['settings', 'signingKeys'].includes(name));
  const rows = await Promise.all(tables.map(async (table) => [table.name, await table.toArray()]));
  return Object.fromEntries(rows);
}

async function reverified(store: Store, caseId: string): Promise<VerificationReport> {
  return verify(await exported(store, caseId));
}

let first: Store;
let second: Store;
let caseId: string;
beforeEach(async () => {
  first = freshStore();
  second = freshStore();
  ({ id: caseId } = await first.cases.create('Moon Rabbit'));
  await say(first, caseId, 'case-changed');
  await first.db.works.add({
    ...WORK,
    id: 'w1',
    caseId,
    title: 'Moon Rabbit',
    rightsClaimed: ['reproduction'],
    authorisedUrls: [],
    titleDocuments: [],
  });
  await storedCapture(first, caseId, { 'page.html': 'one', 'shots/viewport.png': 'pixels of one' });
  await storedCapture(first, caseId, { 'page.html': 'two' });
});

it('comes sealed into a store that is encrypted, and goes out of it whole', async () => {
  const store = sealedStore();
  expect(await imported(store, await exported(first, caseId))).toMatchObject({ state: 'imported' });
  const { sealed, total } = await store.vault.records.count();
  expect(sealed).toBe(total);
  expect(total).toBeGreaterThan(4);
  for (const { blob } of await store.db.artifacts.toArray())
    expect((await blob.text()).slice(0, 4)).toBe('PFS1');
  expect((await reverified(store, caseId)).verdict).toBe('whole');
});

/** A bundle that nobody signed. */
async function unsigned(store: Store): Promise<Blob> {
  const source = await storeSource(store, caseId);
  if (!source.ok) throw new Error(source.failure.detail);
  return (await written(source.value)).blob;
}

describe('a bundle for a case that is here', () => {
  /** What an opponent makes of my bundle: a log that goes on in my name, another title, a file in my capture. */
  async function forge(): Promise<void> {
    await imported(second, await exported(first, caseId));
    const at = new Date(Date.UTC(2026, 10, 22, 11)).toISOString();
    await second.custody.append(caseId, {
      at,
      actor: 'A. Tester',
      action: 'case-changed',
      objectSha256: null,
      note: { reason: 'it was fake' },
    });
    await second.cases.change(caseId, { title: 'HIJACKED' });
    const [capture] = await second.captures.ofCase(caseId);
    if (!capture) throw new Error('no capture');
    const place = { captureId: capture.id, index: 99, step: 'look-up' };
    await second.artifacts.save(place, {
      path: 'later/evil.html',
      mediaType: 'text/html',
      bytes: new TextEncoder().encode('<p>evil</p>'),
      role: 'original',
    });
    // Without the entries of its own import and export, so that the log goes on from mine.
    const rows = await second.custody.entries(caseId);
    expect(rows.some(({ action }) => action === 'imported')).toBe(true);
  }

  it('is asked about first where its key is not known, and nothing is written until then', async () => {
    await forge();
    const before = await everything(first);
    for (const bundle of [await exported(second, caseId), await unsigned(second)]) {
      const outcome = await imported(first, bundle, { acceptSigners: false });
      expect(outcome).toMatchObject({
        state: 'asks',
        title: 'Moon Rabbit',
        files: [{ name: 'bundle-1.zip' }],
      });
      expect(await everything(first)).toEqual(before);
    }
  });

  it('changes nothing that is here where nobody signed it, also where that was accepted', async () => {
    await forge();
    const own = await first.custody.entries(caseId);
    const places = await first.db.artifactEntries.toArray();
    const outcome = await imported(first, await unsigned(second));
    expect(outcome).toMatchObject({ state: 'imported', signers: [] });
    expect((await first.cases.get(caseId))?.title).toBe('Moon Rabbit');
    expect(await first.db.artifactEntries.toArray()).toEqual(places);
    const log = await first.custody.entries(caseId);
    expect(log.slice(0, own.length)).toEqual(own);
    expect(log.slice(own.length).map(({ action, actor }) => [action, actor])).toEqual([
      ['merged', 'B. Tester'],
    ]);
    expect(log.at(-1)?.note).toMatchObject({ chain: 'branch', signer: null });
    expect(await reverified(first, caseId)).toMatchObject({ verdict: 'whole' });
  });

  it('never goes on in the own log under a key that was accepted only now, and does the next time', async () => {
    // As where somebody goes on from a copy of the database: no import stands between the two logs.
    await imported(second, await unsigned(first));
    const shared = (await first.custody.entries(caseId)).length;
    await second.db.custody.where('[caseId+seq]').aboveOrEqual([caseId, shared]).delete();
    await second.db.imports.clear();
    await say(second, caseId, 'original-viewed');
    const goesOn = await exported(second, caseId);
    const outcome = await imported(first, goesOn);
    expect(outcome).toMatchObject({ state: 'imported', signers: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
    expect((await first.custody.entries(caseId)).map(({ action }) => action)).not.toContain(
      'original-viewed',
    );
    const again = await imported(first, await exported(second, caseId), { acceptSigners: false });
    expect(again.state).toBe('imported');
  });
});

describe('a bundle on another machine', () => {
  it('becomes a case: every row and byte, the custody log continued, and its own bundle verifies', async () => {
    const bundle = await exported(first, caseId);
    const outcome = await imported(second, bundle);
    expect(outcome).toMatchObject({ state: 'imported', caseId, isNew: true, known: 0, broken: false });
    for (const table of ['captures', 'artifactEntries', 'works'] as const) {
      expect(await second.db.table(table).toArray()).toEqual(await first.db.table(table).toArray());
    }
    expect(await second.cases.caseFile(caseId)).toEqual(await first.cases.caseFile(caseId));
    const own = await first.custody.entries(caseId);
    const theirs = await second.custody.entries(caseId);
    // The last of `own` says that the bundle was exported, and came after it.
    expect(theirs.slice(0, -1)).toEqual(own.slice(0, -1));
    expect(theirs.at(-1)).toMatchObject({
      action: 'imported',
      actor: 'B. Tester',
      objectSha256: (await second.db.imports.toArray())[0]?.id,
    });
    expect(await second.db.importStaging.count()).toBe(0);
    await storedCapture(second, caseId, { 'page.html': 'three' });
    expect((await second.captures.ofCase(caseId)).map(({ number }) => number).toSorted()).toEqual([1, 2, 3]);
    const report = await reverified(second, caseId);
    expect(report).toMatchObject({ verdict: 'whole', findings: [], bag: { captures: 3 } });
    expect(report.proven.map(({ key }) => key)).toContain('proven-imports');
  });

  it('is not doubled by importing it again, on either machine', async () => {
    const bundle = await exported(first, caseId);
    await imported(second, bundle);
    const before = await everything(second);
    expect(await imported(second, bundle)).toMatchObject({ nothingNew: true, known: 2, added: [] });
    expect(await everything(second)).toEqual(before);
    const own = await everything(first);
    expect(await imported(first, bundle)).toMatchObject({ nothingNew: true });
    expect(await everything(first)).toEqual(own);
  });

  it('brings back what was deleted here, and says so', async () => {
    const bundle = await exported(first, caseId);
    const [gone] = await first.captures.ofCase(caseId);
    if (!gone) throw new Error('no capture');
    await deleteCapture(first, gone.id, 'by mistake');
    expect(await imported(first, bundle)).toMatchObject({ restored: 1, known: 1 });
    expect((await first.custody.entries(caseId)).at(-1)).toMatchObject({
      action: 'merged',
      note: { restored: 1 },
    });
    expect(await first.captures.get(gone.id)).toEqual(gone);
    expect(await reverified(first, caseId)).toMatchObject({ verdict: 'whole', findings: [] });
  });
});

describe('two investigators of one case', () => {
  it('merge both ways without loss or doubles, with both logs, and each bundle verifies', async () => {
    await imported(second, await exported(first, caseId));
    await storedCapture(first, caseId, { 'page.html': 'of the first' });
    await storedCapture(second, caseId, { 'page.html': 'of the second' });
    await say(second, caseId, 'case-changed');
    await second.db.works.add({
      ...WORK,
      id: 'w2',
      caseId,
      title: 'Moon Rabbit 2',
      rightsClaimed: [],
      authorisedUrls: [],
      titleDocuments: [],
    });
    const [fromFirst, fromSecond] = [await exported(first, caseId), await exported(second, caseId)];
    const atFirst = await imported(first, fromSecond);
    expect(atFirst).toMatchObject({ isNew: false, known: 2, conflicts: [], rows: 1 });
    await imported(second, fromFirst);
    const ids = async (store: Store) => (await store.captures.ofCase(caseId)).map(({ id }) => id).toSorted();
    expect(await ids(first)).toHaveLength(4);
    expect(await ids(second)).toEqual(await ids(first));
    expect(await second.db.works.count()).toBe(2);
    expect(await first.db.works.count()).toBe(2);
    expect((await first.custody.entries(caseId)).at(-1)).toMatchObject({
      action: 'merged',
      note: { chain: 'branch' },
    });
    for (const store of [first, second]) {
      expect((await store.custody.check(caseId)).whole).toBe(true);
      expect(await reverified(store, caseId)).toMatchObject({
        verdict: 'whole',
        findings: [],
        bag: { captures: 4 },
      });
    }
    // A third machine takes the merged bundle with both logs, and gives it on.
    const third = freshStore();
    await imported(third, await exported(first, caseId));
    // The merged bundle, the one merged into it, and the one that began it.
    expect(await third.db.imports.count()).toBe(3);
    expect(await reverified(third, caseId)).toMatchObject({
      verdict: 'whole',
      findings: [],
      bag: { captures: 4 },
    });
  });

  it('keep their own where both changed one thing, and say which', async () => {
    await imported(second, await exported(first, caseId));
    await first.db.works.update('w1', { title: 'ours' });
    await second.db.works.update('w1', { title: 'theirs' });
    for (const store of [first, second]) await say(store, caseId, 'case-changed');
    const outcome = await imported(first, await exported(second, caseId));
    expect(outcome).toMatchObject({ conflicts: ['works w1'] });
    expect(await first.db.works.get('w1')).toMatchObject({ title: 'ours' });
    const again = await exported(first, caseId);
    expect(await again.text()).toContain('"title": "theirs"');
    expect(await verify(again)).toMatchObject({ verdict: 'whole' });
  });

  it('take over what only the other changed', async () => {
    await imported(second, await exported(first, caseId));
    await second.db.works.update('w1', { title: 'corrected' });
    await say(second, caseId, 'case-changed');
    await say(first, caseId, 'original-viewed');
    await imported(first, await exported(second, caseId));
    expect(await first.db.works.get('w1')).toMatchObject({ title: 'corrected' });
  });
});

describe('a bundle that does not verify', () => {
  const tampered = async (find = 'pixels of one', instead = 'pixels of ONE'): Promise<Blob> => {
    const bytes = await bytesOf(await exported(first, caseId));
    const at = Buffer.from(bytes).indexOf(find);
    bytes.set(Buffer.from(instead), at);
    return new Blob([bytes]);
  };

  it('is refused with what is wrong, and nothing of it is kept', async () => {
    const before = await everything(second);
    const outcome = await imported(second, await tampered());
    expect(outcome).toMatchObject({ state: 'refused', mayBeOpened: true });
    if (outcome.state !== 'refused') throw new Error('not refused');
    expect(outcome.files[0]?.report.findings.map(({ code }) => code)).toContain('file-different');
    expect(await everything(second)).toEqual(before);
  });

  it('may be opened marked as broken, and stays marked in every later bundle', async () => {
    const outcome = await imported(second, await tampered(), { evenIfBroken: true });
    expect(outcome).toMatchObject({ state: 'imported', broken: true });
    expect(await second.imports.brokenCases()).toEqual(new Set([caseId]));
    expect((await second.imports.brokenCaptures(caseId)).size).toBe(2);
    // Its log stands beside; the case's own begins with the import.
    expect(await second.custody.entries(caseId)).toMatchObject([
      { seq: 0, action: 'imported', note: { verdict: 'not-whole', chain: 'branch' } },
    ]);
    const report = await reverified(second, caseId);
    expect(report.verdict).toBe('not-whole');
    expect(report.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['import-broken', 'capture-artifact']),
    );
    const marked = await exported(second, caseId);
    expect(await marked.text()).toContain('came with a bundle that did not verify');
    const third = freshStore();
    expect(await imported(third, marked)).toMatchObject({ state: 'refused' });
  });

  it('marks nothing broken any more once the whole bundle has come in', async () => {
    await imported(second, await tampered(), { evenIfBroken: true });
    expect(await imported(second, await exported(first, caseId))).toMatchObject({ replaced: 2, known: 0 });
    expect((await second.imports.brokenCaptures(caseId)).size).toBe(0);
    expect((await reverified(second, caseId)).findings.map(({ code }) => code)).toEqual(['import-broken']);
  });

  it('is no bundle at all: refused, and not to be opened', async () => {
    const outcome = await imported(second, new Blob(['not a zip']), { evenIfBroken: true });
    expect(outcome).toMatchObject({ state: 'refused', mayBeOpened: false });
  });
});

describe('an import that does not come to its end', () => {
  it('leaves nothing, wherever it is cancelled', async () => {
    const bundle = await exported(first, caseId);
    const before = await everything(second);
    for (let step = 0; step < 40; step += 1) {
      const stop = new AbortController();
      let calls = 0;
      const result = await importBundles(second, [{ name: 'b.zip', blob: bundle }], {
        now: () => new Date('2026-11-22T12:00:00.000Z'),
        newId: () => crypto.randomUUID(),
        operator: '',
        serialise: localLocks(),
        signal: stop.signal,
        onProgress: () => {
          calls += 1;
          if (calls > step) stop.abort();
        },
      });
      if (result.ok) {
        expect(step).toBeGreaterThan(10);
        return;
      }
      expect(result.failure.code).toBe('cancelled');
      expect(await everything(second)).toEqual(before);
    }
    throw new Error('never came to its end');
  });

  it('leaves only what the next import tidies, where the browser was killed', async () => {
    const bundle = await exported(first, caseId);
    // Killed: the rows never come, and nobody cleans up.
    await new Promise<void>((reached) => {
      const extend = () => {
        reached();
        return new Promise<never>(() => undefined);
      };
      void imported({ ...second, custody: { ...second.custody, extend } }, bundle);
    });
    expect(await second.db.importStaging.count()).toBeGreaterThan(10);
    expect(await second.db.captures.count()).toBe(0);
    await imported(second, bundle);
    expect(await second.db.importStaging.count()).toBe(0);
    expect(await second.db.artifacts.count()).toBe((await usedDigests(second)).size);
  });

  it('stores nothing where there is too little space', async () => {
    const bundle = await exported(first, caseId);
    await expect(imported(second, bundle, { freeBytes: () => Promise.resolve(10) })).rejects.toThrow(
      'no-space',
    );
    expect(await second.db.artifacts.count()).toBe(0);
  });
});

it('ids of another case of this machine are not taken over', async () => {
  const bundle = await exported(first, caseId);
  const other = await second.cases.create('Another', crypto.randomUUID());
  const [row] = await first.captures.ofCase(caseId);
  if (!row) throw new Error('no capture');
  await second.db.captures.add({ ...row, caseId: other.id });
  await expect(imported(second, bundle)).rejects.toThrow(/belongs to another case/);
  expect((await second.captures.get(row.id))?.caseId).toBe(other.id);
});

async function usedDigests(store: Store): Promise<ReadonlySet<string>> {
  const [entries, imports] = await Promise.all([
    store.db.artifactEntries.toArray(),
    store.db.imports.toArray(),
  ]);
  return new Set([...entries, ...imports.flatMap(({ files }) => files)].map(({ digest }) => digest));
}

it('hides in copies what was hidden where the bundle comes from, and never shows again what is hidden here', async () => {
  const [from, to] = [freshStore(), freshStore()];
  const { id: moonId } = await from.cases.create('Moon', crypto.randomUUID());
  await say(from, moonId, 'case-changed');
  await storedCapture(from, moonId, { 'page.html': '<p>account_1</p>' });
  const env = {
    now: () => new Date('2026-11-22T09:30:00.000Z'),
    newId: () => crypto.randomUUID(),
    random: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
  };
  const target = { kind: 'text', text: 'account_1' } as const;
  const made = await addRedaction(from, { caseId: moonId, reason: 'an account', target }, env);
  if (!made.ok) throw new Error(made.failure.code);
  await imported(to, await exported(from, moonId));
  expect(await redactionsOf(to, moonId)).toEqual([made.value]);
  await withdrawRedaction(from, made.value.id, env);
  await imported(to, await exported(from, moonId));
  expect(await redactionsOf(to, moonId)).toEqual([made.value]);
  const copy = await storeSource(from, moonId);
  if (!copy.ok) throw new Error(copy.failure.code);
  const { blob } = await written(copy.value, { audience: 'recipient' });
  await expect(imported(to, blob)).rejects.toThrow('redacted-copy');
});
