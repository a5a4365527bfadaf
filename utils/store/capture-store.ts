import { actorOf } from '../case/custody.ts';
import { FailureError, failureOf } from '../case/result.ts';
import type { Item } from '../case/dispute.ts';
import { artifactTables, mustExist } from './references.ts';
import { captureStampItem } from './stamps.ts';
import type { ArtifactDraft } from '../case/artifact.ts';
import type { Store } from './store.ts';
import type { Digest, Id } from '../case/values.ts';

/**
 * The store as the capture pipeline needs it (`utils/capture/store-port.ts`).
 * Row and custody entry are written together: whenever the browser is stopped, the log says what the rows say.
 */
export function captureStore(store: Store) {
  const { captures, custody, artifacts, cases, settings, db } = store;
  return {
    settings: () => settings.read(),
    async caseFor(asked: Id | undefined, newTitle: () => string): Promise<Id> {
      const { currentCaseId } = await settings.read();
      const wanted = asked ?? currentCaseId;
      const known = wanted ? await cases.get(wanted) : undefined;
      if (asked && !known) throw new FailureError('not-found', `case ${asked}`);
      const chosen = known ?? (await cases.create(newTitle()));
      if (!known) await custody.append(chosen.id, await created(store, chosen.id));
      if (chosen.id !== currentCaseId) await settings.change({ currentCaseId: chosen.id });
      return chosen.id;
    },
    createCapture: (
      capture: Parameters<typeof captures.create>[0],
      event: Parameters<typeof custody.append>[1],
    ) =>
      custody.appendWith(capture.caseId, event, [db.captures, db.captureCounters], () =>
        captures.create(capture),
      ),
    updateCapture: captures.update,
    async endCapture(
      id: Id,
      change: Parameters<typeof captures.update>[1],
      event: Parameters<typeof custody.append>[1],
    ): Promise<void> {
      const row = await captures.get(id);
      if (!row) throw new FailureError('not-found', `capture ${id}`);
      const { tsaUrls } = await settings.read();
      await custody.appendWith(row.caseId, event, [db.captures, db.stampQueue], async () => {
        const { digest } = await captures.update(id, change);
        if (!digest || tsaUrls.length === 0) return;
        await db.stampQueue.put(captureStampItem({ ...row, digest }, new Date(event.at)));
      });
    },
    async saveItems(items: readonly Item[], event: Parameters<typeof custody.append>[1]): Promise<void> {
      const [first] = items;
      if (!first) return;
      await custody.appendWith(first.caseId, event, [db.items], () => db.items.bulkPut([...items]));
    },
    capture: captures.get,
    runningCaptures: captures.running,
    async saveArtifact(...[place, draft]: Parameters<typeof artifacts.save>) {
      try {
        return await artifacts.save(place, draft);
      } catch (error) {
        const { code, detail } = failureOf(error, 'storage-failed');
        throw new FailureError(code, detail);
      }
    },
    artifactEntries: artifacts.entries,
    /** Further artifacts of an ended capture, and the custody entry that speaks of them: both or neither. */
    async appendLater(
      captureId: Id,
      drafts: readonly ArtifactDraft[],
      event: (digests: readonly Digest[]) => Parameters<typeof custody.append>[1],
    ): Promise<void> {
      const row = await captures.get(captureId);
      if (!row) throw new FailureError('not-found', `capture ${captureId}`);
      const prepared = await Promise.all(drafts.map((draft) => artifacts.prepare(draft)));
      const said = event(prepared.map(({ artifact }) => artifact.digest));
      const tables = [db.captures, ...artifactTables(db), db.artifactEntries];
      await custody.appendWith(row.caseId, said, tables, async () => {
        await mustExist(db, captureId);
        await artifacts.append({ captureId, step: 'look-up-again' }, prepared);
      });
    },
    /** Exact URLs of the items that were found on a capture. */
    async itemUrls(captureId: Id): Promise<readonly string[]> {
      const items = await db.items.where('captureIds').equals(captureId).toArray();
      return [...new Set(items.flatMap(({ urls }) => urls))];
    },
    async blob(digest: Parameters<typeof artifacts.blob>[0]): Promise<Blob> {
      const found = await artifacts.blob(digest);
      if (!found.ok) throw new FailureError(found.failure.code, found.failure.detail);
      return found.value;
    },
    saveThumbnail: (captureId: Id, blob: Blob) => captures.setThumbnail(captureId, blob),
    close: () => db.close(),
  };
}

async function created({ settings, cases }: Store, id: Id) {
  const [{ operatorName }, row] = await Promise.all([settings.read(), cases.get(id)]);
  return {
    at: row?.createdAt ?? new Date().toISOString(),
    actor: actorOf(operatorName),
    action: 'case-created' as const,
    objectSha256: null,
    note: { caseId: id },
  };
}
