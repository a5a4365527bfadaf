import { REDACTED } from '../../case/redaction.ts';
import type { StampFinding } from '../../integrity/attestation.ts';
import type { TimestampFacts } from '../../integrity/timestamp/check-timestamp.ts';
import { CAPTURE_DOCUMENT, RECORD } from '../layout.ts';
import { CAPTURE_DOCUMENT_SCHEMA, RECORD_SCHEMA, parseJson } from '../schemas.ts';
import { custodyEntries } from './case-checks.ts';
import type { Finding, OpenedBag } from './types.ts';

/** What the custody log says of the stamps of each capture, by its id. */
export type StampClaims = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

/** Reads the custody log's entries about stamps. */
export async function stampClaims(bag: OpenedBag): Promise<StampClaims> {
  const claims = new Map<string, Readonly<Record<string, unknown>>[]>();
  for await (const entry of custodyEntries(bag)) {
    if (entry?.action !== 'time-stamped' || !('note' in entry)) continue;
    const id = String(entry.note?.['captureId']);
    claims.set(id, [...(claims.get(id) ?? []), entry.note ?? {}]);
  }
  return claims;
}

/**
 * Times and names that were copied out of a stamp, against the stamp itself: what `record.json`, `capture.json` and
 * the custody log say of it is read by people and programs, and proves nothing by itself.
 * @param folder of the capture, with its slash.
 */
export async function recordFindings(
  bag: OpenedBag,
  folder: string,
  stamp: StampFinding,
  claims: StampClaims,
): Promise<Finding[]> {
  const finding = (path: string, detail: string): Finding => ({
    severity: 'failure',
    code: 'timestamp-record',
    path: folder + path,
    detail,
  });
  const facts = 'facts' in stamp ? stamp.facts : null;
  const document = parseJson(CAPTURE_DOCUMENT_SCHEMA, (await bag.text(folder + CAPTURE_DOCUMENT)) ?? '');
  if (document?.timeGrade === 'tsa' && !facts)
    return [finding(CAPTURE_DOCUMENT, 'it claims a trusted time and has no timestamp')];
  // A stamp that does not hold is a finding already, and says nothing that could be compared.
  const record = facts && parseJson(RECORD_SCHEMA, (await bag.text(folder + RECORD)) ?? '');
  if (!facts || !record) return [];
  const about = record.entries.find(({ path }) => path === `${CAPTURE_DOCUMENT}.tsr`)?.about ?? {};
  const differing = differences(about, facts).map((detail) => finding(RECORD, detail));
  const said = claims.get(record.capture.id)?.map(({ genTime }) => String(genTime)) ?? [];
  if (said.length === 0 || said.includes(facts.genTime)) return differing;
  const detail = `the custody log says ${said.join(', ')}, the timestamp ${facts.genTime}`;
  return [...differing, finding(`${CAPTURE_DOCUMENT}.tsr`, detail)];
}

function differences(about: Readonly<Record<string, unknown>>, facts: TimestampFacts): string[] {
  const { genTime, accuracyMs, serial, policy, signer } = facts;
  // Not the root: which one a chain ends in depends on who reads it.
  const actual = { genTime, accuracyMs, serial, policy, signer: signer.subject };
  return Object.entries(actual).flatMap(([name, value]) => {
    const stated = about[name];
    const isHidden = typeof stated === 'string' && stated.includes(REDACTED);
    if (stated === undefined || stated === value || isHidden) return [];
    return [`${name}: the record says ${JSON.stringify(stated)}, the timestamp ${JSON.stringify(value)}`];
  });
}
