import * as v from 'valibot';
import type { HostingSummary } from '../case/hosting.ts';

const finding = v.looseObject({
  role: v.picklist(['edge', 'content-host', 'media-host', 'dns', 'registrar', 'platform']),
  provider: v.string(),
  class: v.string(),
  confidence: v.picklist(['confirmed', 'probable', 'claimed']),
  why: v.string(),
  evidence: v.array(v.looseObject({ id: v.string(), values: v.record(v.string(), v.string()) })),
  host: v.string(),
  address: v.nullable(v.string()),
  asn: v.nullable(v.number()),
});
const recipient = v.looseObject({
  provider: v.string(),
  class: v.string(),
  role: v.string(),
  channel: v.nullable(v.looseObject({ kind: v.string(), address: v.string() })),
  why: v.string(),
  reason: v.looseObject({ id: v.string(), values: v.record(v.string(), v.string()) }),
});
const hostingSummary = v.looseObject({
  schema: v.literal('prima-facie/hosting/1'),
  at: v.string(),
  state: v.picklist(['complete', 'partial', 'off']),
  roles: v.array(finding),
  origins: v.array(v.looseObject({ host: v.string(), state: v.string(), leads: v.array(v.looseObject({})) })),
  recipients: v.array(recipient),
  pending: v.array(
    v.looseObject({
      id: v.string(),
      question: v.string(),
      retryAt: v.exactOptional(v.pipe(v.string(), v.isoTimestamp())),
    }),
  ),
  warnings: v.array(
    v.looseObject({
      id: v.string(),
      host: v.string(),
      values: v.record(v.string(), v.string()),
      text: v.string(),
    }),
  ),
});

/** Findings as a file of a capture holds them (parsed JSON); null where they cannot be read. */
export function readSummary(data: unknown): HostingSummary | null {
  return v.is(hostingSummary, data) ? (data as unknown as HostingSummary) : null;
}

/** The same from the file's text. */
export function parseSummary(json: string): HostingSummary | null {
  try {
    return readSummary(JSON.parse(json));
  } catch {
    // Not JSON: there is nothing to show of it, and the file itself can be saved.
    return null;
  }
}
