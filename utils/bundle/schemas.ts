import * as v from 'valibot';
import type { CustodyEntry } from '../case/custody.ts';
import { isDigest, type Digest } from '../case/values.ts';

/**
 * Schemas of what stands in a bundle. A bundle comes from anywhere: everything read out of one passes here first.
 * Objects are loose where a later version may say more; what the verifier relies on is exact.
 */
const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const digest = v.custom<Digest>(isDigest, 'not a digest');
const instant = v.pipe(v.string(), v.isoTimestamp());
const id = v.pipe(v.string(), v.uuid());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const ofCase = { id, caseId: id };
/** Rows a person entered may come from a case file, which names them as it likes. */
const rowId = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const entered = { id: rowId, caseId: id };

/** `data/case.json`. */
export const CASE_FILE_SCHEMA = v.looseObject({
  schema: v.literal('prima-facie/case/1'),
  case: v.looseObject({
    id,
    title: text(2_000),
    status: v.picklist(['open', 'closed']),
    createdAt: instant,
    updatedAt: instant,
  }),
  parties: v.array(v.looseObject({ ...entered, role: text(50), legalName: text(2_000) })),
  works: v.array(v.looseObject({ ...entered, title: text(10_000), kind: text(50) })),
  items: v.array(
    v.looseObject({
      ...entered,
      captureIds: v.array(rowId),
      pageUrl: text(100_000),
      urls: v.array(text(100_000)),
    }),
  ),
});

/** A line of `data/custody.jsonl`. Strict: a member the hash does not cover must not ride along. */
export const CUSTODY_ENTRY_SCHEMA: v.GenericSchema<unknown, CustodyEntry> = v.strictObject({
  seq: count,
  at: instant,
  actor: text(2_000),
  action: text(50) as v.GenericSchema<string, CustodyEntry['action']>,
  objectSha256: v.nullable(hex),
  note: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]))),
  prev: hex,
  hash: hex,
});

/** What the verifier needs of a `capture.json`. */
export const CAPTURE_DOCUMENT_SCHEMA = v.looseObject({
  schema: v.literal('prima-facie/capture/1'),
  captureId: id,
  caseId: id,
  number: count,
  urlFinal: text(1_000_000),
  timeGrade: v.picklist(['tsa', 'local']),
  artifacts: v.array(
    v.looseObject({ path: text(200), digest, bytes: count, role: v.picklist(['original', 'derived']) }),
  ),
});

/** What the verifier needs of a `record.json`. */
export const RECORD_SCHEMA = v.looseObject({
  schema: v.literal('prima-facie/record/1'),
  capture: v.looseObject({ ...ofCase, number: count, state: text(20), digest: v.exactOptional(digest) }),
  entries: v.array(v.looseObject({ path: text(200), digest, crc32: count, size: count })),
});

/** Parses a JSON text by a schema; null where it is not JSON or does not fit. */
export function parseJson<T>(schema: v.GenericSchema<unknown, T>, json: string): T | null {
  try {
    const result = v.safeParse(schema, JSON.parse(json));
    return result.success ? result.output : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
