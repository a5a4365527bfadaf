import * as v from 'valibot';
import type { NetworkLog } from '../case/network.ts';

const text = v.pipe(v.string(), v.maxLength(100_000));
const header = v.looseObject({ name: text, value: text });
const hop = v.looseObject({
  url: text,
  status: v.number(),
  ip: v.nullable(text),
  fromCache: v.boolean(),
  at: text,
  location: v.exactOptional(text),
  source: v.picklist(['server', 'browser']),
});
const request = v.looseObject({
  url: text,
  type: text,
  status: v.number(),
  ip: v.nullable(text),
  fromCache: v.boolean(),
  bytes: v.nullable(v.number()),
  mediaType: v.exactOptional(text),
  initiator: v.exactOptional(text),
  redirects: v.exactOptional(v.array(hop)),
  headers: v.exactOptional(v.array(header)),
});
const log = v.looseObject({
  schema: v.literal('prima-facie/network-log/1'),
  hops: v.array(hop),
  mainResponse: v.nullable(
    v.looseObject({
      url: text,
      status: v.number(),
      headers: v.array(header),
      ip: v.nullable(text),
      fromCache: v.boolean(),
      at: text,
    }),
  ),
  notObserved: v.exactOptional(text),
  requests: v.array(request),
  dropped: v.number(),
});
const summary = v.looseObject({
  pending: v.array(v.looseObject({ id: text, attempts: v.number() })),
});

/** Reads `net/requests.json` of a capture (its text); null where it is not one. An imported one may hold anything. */
export function parseStoredLog(json: string): NetworkLog | null {
  const data = parsed(json);
  return v.is(log, data) ? (data as unknown as NetworkLog) : null;
}

/** The tries so far of what was pending in a summary (`net/hosting.json`); none where it cannot be read. */
export function parsePending(json: string): { readonly id: string; readonly attempts: number }[] {
  const data = parsed(json);
  return v.is(summary, data) ? data.pending : [];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Not JSON fits no schema; the callers say what that means.
    return null;
  }
}
