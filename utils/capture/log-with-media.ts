import type { PageFacts, PageResource } from '../case/facts.ts';
import type { NetworkLog } from '../case/network.ts';
import { isMediaRequest } from '../hosting/subjects.ts';
import type { TabPort } from './ports.ts';
import { sleep } from './run-capture.ts';

/** Longest wait for the first request of a player that is on the page, in ms. Nothing but the lookups waits. */
const PATIENCE_MS = 4_000;
const PAUSE_MS = 200;

/**
 * The network log, once each host that a player on the page names has answered or failed: browsers ask for a film
 * a moment after the page is read, and who serves the film matters most. A player that waits for a click is not waited
 * for beyond {@link PATIENCE_MS}.
 */
export async function logWithMedia(
  tab: Pick<TabPort, 'networkLog'>,
  facts: Pick<PageFacts, 'resources'> | undefined,
  signal: AbortSignal,
): Promise<NetworkLog> {
  const named = new Set((facts?.resources ?? []).filter(isPlayed).map(({ url }) => new URL(url).host));
  let log = await tab.networkLog();
  for (let waited = 0; waited < PATIENCE_MS && !signal.aborted; waited += PAUSE_MS) {
    const answered = hostsThatAnswered(log);
    if ([...named].every((host) => answered.has(host))) break;
    await sleep(PAUSE_MS);
    log = await tab.networkLog();
  }
  return log;
}

/** Whether a player names it. A `source` can belong to a picture: only what looks like film or sound counts. */
function isPlayed({ kind, url }: PageResource): boolean {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return false;
  if (kind === 'video' || kind === 'audio') return true;
  return kind === 'source' && isMediaRequest({ url, type: 'other' });
}

/** Hosts that answered something, or failed to. */
function hostsThatAnswered(log: NetworkLog): Set<string> {
  const ended = log.requests.filter(({ url, status, error }) => URL.canParse(url) && (status > 0 || error));
  return new Set(ended.map(({ url }) => new URL(url).host));
}
