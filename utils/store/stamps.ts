import { actorOf } from '../case/custody.ts';
import { STAMP_RESPONSE_PATH, STAMP_STEP, stampDrafts } from '../capture/stamp-drafts.ts';
import type { Capture } from '../case/capture.ts';
import { hexOf } from '../case/values.ts';
import type { Timestamp } from '../integrity/timestamp/request-timestamp.ts';
import { stampItem, type StampItem } from '../integrity/timestamp/stamp-queue.ts';
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
 * Keeps a granted stamp: query and response as further artifacts of their capture, and the entry in the custody log,
 * all or nothing. A capture that is gone, or has its stamp, keeps nothing.
 */
export async function keepStamp(store: Store, item: StampItem, stamp: Timestamp, now: Date): Promise<void> {
  const { db, artifacts, captures, custody, settings } = store;
  const capture = await captures.get(item.subjectId);
  if (!capture || capture.digest !== item.digest) return;
  const entries = await artifacts.entries(capture.id);
  if (entries.some(({ path }) => path === STAMP_RESPONSE_PATH)) return;
  const prepared = await Promise.all(stampDrafts(stamp).map((draft) => artifacts.prepare(draft)));
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
  await custody.appendWith(item.caseId, event, [db.artifacts, db.artifactEntries], () =>
    artifacts.append({ captureId: capture.id, step: STAMP_STEP }, prepared),
  );
}
