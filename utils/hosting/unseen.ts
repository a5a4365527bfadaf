import type { NotObservedReason } from '../case/network.ts';
import { collect, originOf, withoutFragment, type Commit, type Exchange } from './exchanges.ts';
import type { RequestEvent } from './request-events.ts';

/** How long before a document the fetches may have begun that its service worker made it of. */
const BEFORE_COMMIT_MS = 30_000;

/** Requests of the page's own service worker: without a tab, joined by origin. */
export function workerExchanges(events: readonly RequestEvent[], commit: Commit, since: number): Exchange[] {
  const origin = originOf(commit.url);
  return [...collect(events).values()].filter(({ start, response }) => {
    if (start.initiator !== undefined && originOf(start.initiator) !== origin) return false;
    if (start.at >= since) return start.initiator !== undefined;
    // What the worker fetched to answer with comes before the document it made of it.
    const forDocument = response && withoutFragment(response.url) === withoutFragment(commit.url);
    return forDocument === true && start.at >= commit.at - BEFORE_COMMIT_MS;
  });
}

/** Why no connection was seen for the document. */
export function whyNotObserved(
  commit: Commit | undefined,
  exchanges: Map<string, Exchange>,
  ofWorker: readonly Exchange[],
): NotObservedReason {
  if (!commit) return 'before-extension';
  if (!/^(https?|ftp):/.test(commit.url)) return 'no-network';
  if (commit.qualifiers.includes('forward_back')) return 'restored-from-history';
  // A reload asks the network, unless a worker stands in between.
  const byWorker = ofWorker.length > 0 || commit.transition === 'reload' || handedToWorker(commit, exchanges);
  return byWorker ? 'service-worker' : 'not-seen';
}

/** Firefox shows a request that the page's worker takes over as a redirect to itself, without status or address. */
function handedToWorker(commit: Commit, exchanges: Map<string, Exchange>): boolean {
  return [...exchanges.values()].some(
    ({ start, hops, response }) =>
      start.type === 'main_frame' &&
      start.at <= commit.at &&
      !response &&
      hops.some(({ url, location, status }) => status === 0 && url === location && url === start.url) &&
      withoutFragment(start.url) === withoutFragment(commit.url),
  );
}
