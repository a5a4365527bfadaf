import { actorOf } from '../case/custody.ts';
import { STAMP_STEP, stampDrafts } from '../capture/stamp-drafts.ts';
import { STAMP_RESPONSE_PATH } from '../case/clock.ts';
import type { ArtifactEntry } from '../case/artifact.ts';
import type { Capture } from '../case/capture.ts';
import { FailureError, fail, failureOf, succeed, type Result } from '../case/result.ts';
import { hexOf, type Id } from '../case/values.ts';
import type { Timestamp } from '../integrity/timestamp/request-timestamp.ts';
import { retryNow, stampItem, type StampItem } from '../integrity/timestamp/stamp-queue.ts';
import { artifactTables, mustExist } from './references.ts';
import type { Store } from './store.ts';

/** What waits for a stamp once a capture has ended with its `capture.json`. */
export function captureStampItem(
  capture: Required<Pick<Capture, 'id' | 'caseId' | 'digest'>>,
  now: Date,
): StampItem {
  const { id, caseId, digest } = capture;
  return stampItem({
    // One capture is stamped once: a second wish for it is the same wish.
    id,
    caseId,
    purpose: 'capture',
    subjectId: id,
    digest,
    wantedAt: now.toISOString(),
  });
}

/**
 * Puts an ended capture into the queue of what waits for a stamp, or makes it be asked about at once where it waits.
 * @returns `not-available` where no authority is chosen, `rejected` for a capture that has its stamp or nothing to stamp.
 */
export async function wantStamp(
  {
    captures,
    artifacts,
    settings,
    stampQueue,
  }: Pick<Store, 'captures' | 'artifacts' | 'settings' | 'stampQueue'>,
  captureId: Id,
  now: Date,
): Promise<Result<null>> {
  const capture = await captures.get(captureId);
  if (!capture) return fail('not-found', `capture ${captureId}`);
  const { digest, id, caseId } = capture;
  if (!digest) return fail('rejected', 'the capture has no capture.json');
  if ((await settings.read()).tsaUrls.length === 0) return fail('not-available', 'no authority is chosen');
  if (isStamped(await artifacts.entries(captureId))) return fail('rejected', 'it has its stamp');
  const waiting = (await stampQueue.items()).find((item) => item.id === captureId);
  await stampQueue.put(waiting ? retryNow(waiting, now) : captureStampItem({ id, caseId, digest }, now));
  return succeed(null);
}

/** Whether a capture's files hold its stamp. */
function isStamped(entries: readonly Pick<ArtifactEntry, 'path'>[]): boolean {
  return entries.some(({ path }) => path === STAMP_RESPONSE_PATH);
}

/**
 * Keeps a granted stamp: query and response as further artifacts of their capture, and the entry in the custody log,
 * all or nothing. A capture that is gone, or has its stamp, keeps nothing.
 */
export async function keepStamp(store: Store, item: StampItem, stamp: Timestamp, now: Date): Promise<void> {
  const { db, artifacts, captures, custody, settings } = store;
  const capture = await captures.get(item.subjectId);
  if (!capture || capture.digest !== item.digest) return;
  if (isStamped(await artifacts.entries(capture.id))) return;
  const prepared = await Promise.all(
    stampDrafts(stamp, item.wantedAt).map((draft) => artifacts.prepare(draft)),
  );
  const { operatorName } = await settings.read();
  const event = {
    at: now.toISOString(),
    actor: actorOf(operatorName),
    action: 'time-stamped' as const,
    objectSha256: hexOf(item.digest),
    note: {
      captureId: capture.id,
      genTime: stamp.facts.genTime,
      authority: stamp.url,
      wantedAt: item.wantedAt,
    },
  };
  const tables = [db.captures, ...artifactTables(db), db.artifactEntries];
  try {
    await custody.appendWith(item.caseId, event, tables, async () => {
      // Both may have changed while the answer was made ready: by a deletion, or by another stamp.
      await mustExist(db, capture.id);
      if (isStamped(await artifacts.entries(capture.id)))
        throw new FailureError('rejected', 'it has its stamp');
      await artifacts.append({ captureId: capture.id, step: STAMP_STEP }, prepared);
    });
  } catch (error) {
    const { code } = failureOf(error, 'storage-failed');
    if (code !== 'not-found' && code !== 'rejected') throw error;
  }
}
