import type { Hop, NetworkLog, NetworkRequest } from '../case/network.ts';
import { redactHeaders, redactUrl, type OmittedSecret } from './secrets.ts';

/** A request log as it may leave the machine: addresses and headers without secrets, and what was left out. */
export interface RedactedLog extends NetworkLog {
  readonly secretsOmitted: readonly OmittedSecret[];
}

/**
 * Stands where a proxy was: its address tells of the person who captures, so it is said once, among the circumstances,
 * which copies that may be passed on leave out.
 */
const PROXY_SAID_ELSEWHERE = 'see proxyObserved in capture.json';

/**
 * Leaves secrets out of a hop's addresses; what was left out is added to `omitted`. `page` is the captured page's own
 * address: it stays whole, since it is what is complained of, and the chain must lead to it.
 */
export function redactHop(hop: Hop, page: string | undefined, omitted: OmittedSecret[]): Hop {
  const address = (url: string) => (url === page ? url : take(redactUrl(url), omitted));
  return {
    ...withoutProxyAddress(hop),
    url: address(hop.url),
    ...(hop.location === undefined ? {} : { location: address(hop.location) }),
  };
}

/** Leaves secrets out of a request log. The page's own address stays whole, see {@link redactHop}. */
export function redactLog(log: NetworkLog): RedactedLog {
  const omitted: OmittedSecret[] = [];
  const requests = log.requests.map((request): NetworkRequest => {
    const { redirects, headers, initiator } = request;
    return {
      ...withoutProxyAddress(request),
      url: take(redactUrl(request.url), omitted),
      ...(initiator === undefined ? {} : { initiator: take(redactUrl(initiator), omitted) }),
      ...(redirects ? { redirects: redirects.map((hop) => redactHop(hop, undefined, omitted)) } : {}),
      ...(headers ? { headers: take(redactHeaders(headers), omitted) } : {}),
    };
  });
  const hops = log.hops.map((hop) => redactHop(hop, log.mainResponse?.url, omitted));
  const { mainResponse } = log;
  return {
    ...log,
    ...(log.proxy ? { proxy: { ...log.proxy, address: PROXY_SAID_ELSEWHERE } } : {}),
    hops,
    mainResponse: mainResponse
      ? { ...withoutProxyAddress(mainResponse), headers: take(redactHeaders(mainResponse.headers), omitted) }
      : null,
    requests,
    secretsOmitted: omitted,
  };
}

function withoutProxyAddress<T extends { readonly proxy?: string }>(entry: T): T {
  return entry.proxy === undefined ? entry : { ...entry, proxy: PROXY_SAID_ELSEWHERE };
}

function take<T>(redacted: { value: T; omitted: readonly OmittedSecret[] }, omitted: OmittedSecret[]): T {
  omitted.push(...redacted.omitted);
  return redacted.value;
}
