import type { Hop, NetworkLog, NetworkRequest } from '../case/network.ts';
import { redactHeaders, redactUrl, type OmittedSecret } from './secrets.ts';

/** A request log as it may leave the machine: addresses and headers without secrets, and what was left out. */
export interface RedactedLog extends NetworkLog {
  readonly secretsOmitted: readonly OmittedSecret[];
}

/** Leaves secrets out of a hop's addresses; what was left out is added to `omitted`. */
export function redactHop(hop: Hop, omitted: OmittedSecret[]): Hop {
  return {
    ...hop,
    url: take(redactUrl(hop.url), omitted),
    ...(hop.location === undefined ? {} : { location: take(redactUrl(hop.location), omitted) }),
  };
}

/** Leaves secrets out of a request log. The page's own final address stays whole: it is what is complained of. */
export function redactLog(log: NetworkLog): RedactedLog {
  const omitted: OmittedSecret[] = [];
  const requests = log.requests.map((request): NetworkRequest => {
    const { redirects, headers, initiator } = request;
    return {
      ...request,
      url: take(redactUrl(request.url), omitted),
      ...(initiator === undefined ? {} : { initiator: take(redactUrl(initiator), omitted) }),
      ...(redirects ? { redirects: redirects.map((hop) => redactHop(hop, omitted)) } : {}),
      ...(headers ? { headers: take(redactHeaders(headers), omitted) } : {}),
    };
  });
  const hops = log.hops.map((hop) => redactHop(hop, omitted));
  const { mainResponse } = log;
  return {
    ...log,
    hops,
    mainResponse: mainResponse
      ? { ...mainResponse, headers: take(redactHeaders(mainResponse.headers), omitted) }
      : null,
    requests,
    secretsOmitted: omitted,
  };
}

function take<T>(redacted: { value: T; omitted: readonly OmittedSecret[] }, omitted: OmittedSecret[]): T {
  omitted.push(...redacted.omitted);
  return redacted.value;
}
