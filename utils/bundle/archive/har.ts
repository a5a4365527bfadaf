import type { Exchange } from '../../case/exchange.ts';
import type { Hop, NetworkLog } from '../../case/network.ts';
import type { OmittedSecret } from '../../capture/secrets.ts';
import { exchangeEntry, hopEntry, PAGE_ID, requestEntries } from './har-entry.ts';
import type { Har, HarEntry } from './har-types.ts';

/** What a HAR is made of. */
export interface HarSource {
  readonly log: NetworkLog;
  /** Of a recorded capture: these say more than the log and take the place of its entries. */
  readonly exchanges?: readonly Exchange[];
  readonly title: string;
  /** When the capture began: the page's time where nothing was observed. */
  readonly startedAt: string;
  readonly creator: { readonly name: string; readonly version: string };
  readonly browser?: { readonly name: string; readonly version: string };
}

/**
 * HAR 1.2 of a capture: an entry for every hop of the redirect chain, for the main response and for every
 * sub-resource and its redirects, in the order they began. Bodies are not in it (they are artifacts, or in the
 * WACZ); secrets are left out and counted in `_secretsOmitted`.
 */
export function buildHar(source: HarSource): Har {
  const { log, creator, browser, title, startedAt } = source;
  const omitted: OmittedSecret[] = [];
  const recorded = (source.exchanges ?? []).map((exchange) => exchangeEntry(exchange, omitted));
  const observed = recorded.length > 0 ? without(logEntries(log, []), recorded) : logEntries(log, omitted);
  const entries = [...recorded, ...observed].toSorted(byStart);
  return {
    log: {
      version: '1.2',
      creator,
      ...(browser ? { browser } : {}),
      pages: [
        { startedDateTime: entries[0]?.startedDateTime ?? startedAt, id: PAGE_ID, title, pageTimings: {} },
      ],
      entries,
      comment: commentOf(log, recorded.length > 0),
      _secretsOmitted: counted(omitted),
      _requestsDropped: log.dropped,
    },
  };
}

function logEntries(log: NetworkLog, omitted: OmittedSecret[]): HarEntry[] {
  const main = log.hops.map((hop, index) =>
    hopEntry(hop, index === log.hops.length - 1 ? log.mainResponse : null, omitted),
  );
  if (log.hops.length === 0 && log.mainResponse) {
    const { url, status, statusLine, ip, fromCache, at } = log.mainResponse;
    const hop: Hop = { url, method: 'GET', status, statusLine, ip, fromCache, at, source: 'server' };
    main.push(hopEntry(hop, log.mainResponse, omitted));
  }
  return [...main, ...log.requests.flatMap((request) => requestEntries(request, omitted))];
}

/** Entries of the log that the recording does not have: each recorded entry stands for one of the log's. */
function without(entries: readonly HarEntry[], recorded: readonly HarEntry[]): HarEntry[] {
  const left = new Map<string, number>();
  for (const entry of recorded) left.set(keyOf(entry), (left.get(keyOf(entry)) ?? 0) + 1);
  return entries.filter((entry) => {
    const count = left.get(keyOf(entry)) ?? 0;
    if (count > 0) left.set(keyOf(entry), count - 1);
    return count === 0;
  });
}

function keyOf({ request, response }: HarEntry): string {
  return `${request.method} ${response.status} ${request.url}`;
}

function byStart(a: HarEntry, b: HarEntry): number {
  return Date.parse(a.startedDateTime) - Date.parse(b.startedDateTime);
}

function counted(omitted: readonly OmittedSecret[]): { where: string; name: string; count: number }[] {
  const counts = new Map<string, { where: string; name: string; count: number }>();
  for (const { where, name } of omitted) {
    const key = `${where} ${name}`;
    counts.set(key, { where, name, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => (`${a.where} ${a.name}` < `${b.where} ${b.name}` ? -1 : 1));
}

function commentOf(log: NetworkLog, recorded: boolean): string {
  const source = recorded
    ? 'Recorded while the page loaded.'
    : "From the browser's request log; request headers and most response headers were not observed.";
  const missing = log.notObserved ? ` Main response not observed: ${log.notObserved}.` : '';
  return `${source}${missing} -1 means not known. Secret values are left out and read (omitted).`;
}
