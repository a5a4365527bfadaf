import type { Capture } from '../../utils/case/capture.ts';
import { hexOf, type Id } from '../../utils/case/values.ts';
import { record } from '../../utils/platform/case-actions.ts';
import type { Store } from '../../utils/store/store.ts';

const noted = new Set<Id>();

/** Writes into the custody log that somebody looked at a capture: once per capture while this page is open. */
export async function noteViewing(store: Store, capture: Capture): Promise<void> {
  if (noted.has(capture.id)) return;
  noted.add(capture.id);
  const digest = capture.digest ? hexOf(capture.digest) : null;
  await record(store, capture.caseId, 'original-viewed', { captureId: capture.id }, digest);
}
