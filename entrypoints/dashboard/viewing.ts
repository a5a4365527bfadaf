import type { Capture } from '../../utils/case/capture.ts';
import { hexOf } from '../../utils/case/values.ts';
import { record } from '../../utils/platform/case-actions.ts';
import type { Store } from '../../utils/store/store.ts';

/**
 * Writes into the custody log that somebody looked at a capture: once per capture and browser tab, so that a reload
 * is not another viewing. `noted` remembers; it lives as long as the tab.
 */
export async function noteViewing(
  store: Store,
  capture: Capture,
  noted: Pick<Storage, 'getItem' | 'setItem'> = sessionStorage,
): Promise<void> {
  const key = `viewed:${capture.id}`;
  if (noted.getItem(key) !== null) return;
  noted.setItem(key, '1');
  const digest = capture.digest ? hexOf(capture.digest) : null;
  await record(store, capture.caseId, 'original-viewed', { captureId: capture.id }, digest);
}
