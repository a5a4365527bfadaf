import { describe, expect, it } from 'vitest';
import { importBundles } from '../../../utils/bundle/import/import-bundles.ts';
import { chooseCaseFile, relateChains } from '../../../utils/bundle/import/relate-chains.ts';
import { storeSource } from '../../../utils/bundle/store-source.ts';
import { PAYLOAD_PRODUCERS } from '../../../utils/bundle/producers/index.ts';
import { RECORD } from '../../../utils/bundle/layout.ts';
import type { BundleEntry, EntryProducer } from '../../../utils/bundle/ports.ts';
import type { CustodyEntry } from '../../../utils/case/custody.ts';
import { nextEntry } from '../../../utils/integrity/custody-chain.ts';
import type { Store } from '../../../utils/store/store.ts';
import { freshStore, localLocks } from '../store/support.ts';
import { verify, written } from './support.ts';
import { storedCapture } from './stored-case.ts';

async function aCase(): Promise<{ store: Store; caseId: string }> {
  const store = freshStore();
  const { id: caseId } = await store.cases.create('Moon Rabbit', crypto.randomUUID());
  await storedCapture(store, caseId, { 'page.html': 'one', 'shots/viewport.png': 'two' });
  return { store, caseId };
}

/** A bundle whose maker changed what the producers write: manifests and signature agree with the change. */
async function forged(change: (entry: BundleEntry) => BundleEntry): Promise<Blob> {
  const { store, caseId } = await aCase();
  const source = await storeSource(store, caseId);
  if (!source.ok) throw new Error(source.failure.detail);
  const payload = PAYLOAD_PRODUCERS.map((producer): EntryProducer => ({
    id: producer.id,
    async *produce(context) {
      for await (const entry of producer.produce(context)) yield change(entry);
    },
  }));
  return (await written(source.value, { payload })).blob;
}

const inRecord = (change: (record: { capture: object; entries: object[] }) => object) =>
  forged((entry) =>
    entry.path.endsWith(`/${RECORD}`)
      ? { ...entry, content: JSON.stringify(change(JSON.parse(String(entry.content)))) }
      : entry,
  );

async function importInto(store: Store, blob: Blob) {
  return importBundles(store, [{ name: 'forged.zip', blob }], {
    now: () => new Date('2026-11-22T12:00:00.000Z'),
    newId: () => crypto.randomUUID(),
    operator: 'B. Tester',
    serialise: localLocks(),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

/** Every one of these verifies as far as manifests and digests go: the maker made them so. */
describe('a bundle made to harm', () => {
  it.each<[string, () => Promise<Blob>]>([
    [
      'a state that no capture has',
      () => inRecord((r) => ({ ...r, capture: { ...r.capture, state: 'running' } })),
    ],
    ['a row of another shape', () => inRecord((r) => ({ ...r, capture: { ...r.capture, steps: 'none' } }))],
    [
      'a title of a megabyte',
      () => inRecord((r) => ({ ...r, capture: { ...r.capture, title: 'x'.repeat(1e6) } })),
    ],
    [
      'two files at one place',
      () => inRecord((r) => ({ ...r, entries: r.entries.map((one) => ({ ...one, index: 0 })) })),
    ],
    [
      'files of another capture',
      () =>
        inRecord((r) => ({
          ...r,
          entries: r.entries.map((one) => ({ ...one, captureId: crypto.randomUUID() })),
        })),
    ],
    [
      'a path out of the folder',
      () => inRecord((r) => ({ ...r, entries: r.entries.map((one) => ({ ...one, path: '../../evil' })) })),
    ],
    [
      'a case file with members nobody knows',
      () =>
        forged((entry) =>
          entry.path === 'data/case.json'
            ? { ...entry, content: String(entry.content).replace('"parties": []', '"parties": [], "x": 1') }
            : entry,
        ),
    ],
  ])('%s: nothing of it is stored', async (_, make) => {
    const blob = await make();
    const store = freshStore();
    const result = await importInto(store, blob);
    const stored = result.ok && result.value.state === 'imported';
    expect(stored).toBe(false);
    for (const table of [
      'cases',
      'captures',
      'artifactEntries',
      'artifacts',
      'custody',
      'imports',
      'importStaging',
    ]) {
      expect([table, await store.db.table(table).count()]).toEqual([table, 0]);
    }
  });

  it('a capture.json of a shape the report does not know is kept, and the case still exports', async () => {
    const { store, caseId } = await aCase();
    const [row] = await store.captures.ofCase(caseId);
    const entries = await store.artifacts.entries(row?.id ?? '');
    const document = entries.find(({ path }) => path === 'capture.json');
    const blob = document && (await store.artifacts.blob(document.digest));
    if (!row || !document || !blob?.ok) throw new Error('no document');
    const strange = { ...(JSON.parse(await blob.value.text()) as object), redirects: 'none', clock: null };
    const bytes = JSON.stringify(strange);
    const prepared = await store.artifacts.prepare({
      path: 'capture.json',
      mediaType: 'application/json',
      bytes,
      role: 'original',
    });
    await store.db.artifacts.put(prepared.artifact);
    await store.db.artifactEntries.put({ ...document, ...prepared.entry, path: 'capture.json' });
    const at = '2026-11-21T10:00:00.000Z';
    await store.db.captures.update(row.id, { digest: prepared.artifact.digest, endedAt: at });
    const objectSha256 = prepared.artifact.digest.slice('sha256:'.length);
    await store.db.custody.where('caseId').equals(caseId).delete();
    await store.custody.append(caseId, { at, actor: 'M', action: 'capture-ended', objectSha256 });
    const source = await storeSource(store, caseId);
    if (!source.ok) throw new Error(source.failure.detail);
    const other = freshStore();
    const imported = await importInto(other, (await written(source.value)).blob);
    expect(imported).toMatchObject({ ok: true, value: { state: 'imported' } });
    const again = await storeSource(other, caseId);
    if (!again.ok) throw new Error(again.failure.detail);
    expect(await verify((await written(again.value)).blob)).toMatchObject({ verdict: 'whole', findings: [] });
  });
});

describe('two logs', () => {
  async function chain(actions: readonly CustodyEntry['action'][], before: readonly CustodyEntry[] = []) {
    const entries = [...before];
    for (const action of actions) {
      const event = {
        at: '2026-11-22T10:00:00.000Z',
        actor: `${entries.length}`,
        action,
        objectSha256: null,
      };
      entries.push(await nextEntry(entries.at(-1) ?? null, event));
    }
    return entries;
  }

  it('stand to one another as their hashes say', async () => {
    const common = await chain(['case-created', 'capture-started']);
    const ours = await chain(['exported'], common);
    const theirs = await chain(['imported', 'case-changed'], common);
    expect(relateChains([], theirs)).toEqual({ kind: 'new', fork: 0 });
    expect(relateChains(ours, common)).toEqual({ kind: 'known', fork: 2 });
    expect(relateChains(common, ours)).toEqual({ kind: 'ahead', fork: 2 });
    expect(relateChains(ours, theirs)).toEqual({ kind: 'forked', fork: 2 });
    expect(chooseCaseFile(relateChains(ours, theirs), ours, theirs)).toBe('theirs');
    expect(chooseCaseFile(relateChains(theirs, ours), theirs, ours)).toBe('ours');
    const changed = await chain(['case-changed'], ours);
    expect(chooseCaseFile(relateChains(changed, theirs), changed, theirs)).toBe('both');
  });
});

describe('exports', () => {
  it('of one case at once are both whole, and both stand in the log', async () => {
    const { store, caseId } = await aCase();
    const source = async () => {
      const made = await storeSource(store, caseId);
      if (!made.ok) throw new Error(made.failure.detail);
      return made.value;
    };
    const [one, two] = await Promise.all([
      written(await source(), { now: () => new Date('2026-11-22T10:00:00.000Z') }),
      written(await source(), { now: () => new Date('2026-11-22T10:00:01.000Z') }),
    ]);
    for (const { blob } of [one, two]) expect((await verify(blob)).verdict).toBe('whole');
    await Promise.all(
      [one, two].map(({ tagManifestDigest, exportedAt }) =>
        store.custody.append(caseId, {
          at: exportedAt,
          actor: 'A',
          action: 'exported',
          objectSha256: tagManifestDigest.slice('sha256:'.length),
        }),
      ),
    );
    expect(await store.custody.check(caseId)).toMatchObject({ whole: true, length: 4 });
  });

  it('cut off anywhere never look whole', async () => {
    const { store, caseId } = await aCase();
    const source = await storeSource(store, caseId);
    if (!source.ok) throw new Error(source.failure.detail);
    const { blob } = await written(source.value);
    for (let end = 1; end < blob.size; end += Math.ceil(blob.size / 97)) {
      expect([end, (await verify(blob.slice(0, end))).verdict]).not.toEqual([end, 'whole']);
    }
  });
});
