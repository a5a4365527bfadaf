import type { PageFacts } from '../case/facts.ts';
import type { NetworkLog } from '../case/network.ts';

/** Chromium has no event for a document that a service worker made, but the page's own timing tells of the worker. */
export function knownFromPage(
  log: NetworkLog,
  facts: Pick<PageFacts, 'throughServiceWorker'> | undefined,
): NetworkLog {
  const worker = log.notObserved === 'not-seen' && facts?.throughServiceWorker === true;
  return worker ? { ...log, notObserved: 'service-worker' } : log;
}
