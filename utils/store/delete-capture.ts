import { actorOf } from '../case/custody.ts';
import { isRunning } from '../case/capture.ts';
import { fail, failureOf, succeed, type Result } from '../case/result.ts';
import { hexOf, type Id } from '../case/values.ts';
import { freeArtifacts, mustExist, referringTables } from './references.ts';
import type { Notice } from '../case/notice.ts';
import { captureIdsBehind } from '../notice/lookup.ts';
import type { Store } from './store.ts';

/** Longest reason, in UTF-16 units. */
export const MAXIMUM_REASON = 2_000;

/** What a deletion would take away and what names it, for the person who is asked. */
export interface DeletionScope {
  readonly files: number;
  /** Bytes of its files; those that other captures have too are not freed. */
  readonly bytes: number;
  /** Items found on it or with an observation that it shows: they stay, and lose their proof. */
  readonly items: number;
  /** Later looks at an item that it shows: they stay, and lose their proof. */
  readonly rechecks: number;
  /** Finalised notices that rest on it: they stay, and what they cite can no longer be shown. */
  readonly notices: number;
}

/** What a deletion would come to. */
export async function deletionScope(
  { db, artifacts }: Pick<Store, 'db' | 'artifacts'>,
  captureId: Id,
): Promise<DeletionScope> {
  const [entries, capture] = await Promise.all([artifacts.entries(captureId), db.captures.get(captureId)]);
  const caseId = capture?.caseId ?? '';
  const [items, rechecks, notices] = await Promise.all([
    db.items.where('caseId').equals(caseId).toArray(),
    db.rechecks.where('caseId').equals(caseId).toArray(),
    db.notices.where('caseId').equals(caseId).toArray(),
  ]);
  const concerned = new Set(
    items.filter((item) => captureIdsBehind(item).includes(captureId)).map(({ id }) => id),
  );
  // A notice froze its items when it was finalised: what it rests on may have been unlinked since.
  const restsOnIt = ({ content }: Notice) =>
    content.captures.some(({ id }) => id === captureId) || content.items.some(({ id }) => concerned.has(id));
  return {
    files: entries.length,
    bytes: entries.reduce((sum, { size }) => sum + size, 0),
    items: concerned.size,
    rechecks: rechecks.filter((one) => one.captureId === captureId).length,
    notices: notices.filter(restsOnIt).length,
  };
}

/**
 * Deletes an ended capture for good: its row, its places, its thumbnail, its wish for a stamp, and the bytes nothing
 * else refers to. The custody log keeps the digest of its `capture.json`, its number and address, and the reason;
 * entry and deletion are made together or not at all. Its number is never given again.
 * @returns bytes freed; `bad-request` without a reason, `busy` while it runs, `not-found` for one that is gone.
 */
export async function deleteCapture(
  store: Store,
  captureId: Id,
  reason: string,
  now: () => Date = () => new Date(),
): Promise<Result<{ readonly freed: number }>> {
  const why = reason.trim().slice(0, MAXIMUM_REASON);
  if (why === '') return fail('bad-request', 'a capture is not deleted without a reason');
  const { db, captures, artifacts, custody, settings } = store;
  const capture = await captures.get(captureId);
  if (!capture) return fail('not-found', `capture ${captureId}`);
  if (isRunning(capture)) return fail('busy', `capture ${captureId} is running`);
  const [entries, { operatorName }] = await Promise.all([artifacts.entries(captureId), settings.read()]);
  const event = {
    at: now().toISOString(),
    actor: actorOf(operatorName),
    action: 'capture-deleted' as const,
    objectSha256: capture.digest ? hexOf(capture.digest) : null,
    note: {
      captureId,
      number: capture.number,
      url: capture.urlFinal.slice(0, 2_000),
      reason: why,
      files: entries.length,
    },
  };
  const tables = [db.captures, db.thumbnails, db.stampQueue, db.artifacts, ...referringTables(db)];
  try {
    const freed = await custody.appendWith(capture.caseId, event, tables, async () => {
      // Another page may have deleted it meanwhile: the log says it once.
      await mustExist(db, captureId);
      await db.captures.delete(captureId);
      await db.thumbnails.delete(captureId);
      await db.stampQueue.delete(captureId);
      const digests = await artifacts.removePlaces(captureId);
      return freeArtifacts(db, digests);
    });
    return succeed({ freed });
  } catch (error) {
    return { ok: false, failure: failureOf(error, 'storage-failed') };
  }
}
