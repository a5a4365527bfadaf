import * as v from 'valibot';
import type { CustodyEntry, WithheldEntry } from '../case/custody.ts';
import type { RedactionsFile } from '../case/redaction.ts';
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
const salt = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
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
  salt: v.exactOptional(salt),
  prev: hex,
  hash: hex,
});

/** A line of which an audience is not shown all; only where `data/redactions.json` says so. */
export const WITHHELD_ENTRY_SCHEMA: v.GenericSchema<unknown, WithheldEntry> = v.strictObject({
  seq: count,
  at: instant,
  action: text(50) as v.GenericSchema<string, CustodyEntry['action']>,
  objectSha256: v.nullable(hex),
  withheld: v.pipe(v.array(v.picklist(['actor', 'note', 'objectSha256', 'salt'])), v.minLength(1)),
  prev: hex,
  hash: hex,
});

const fileIdentity = v.looseObject({ digest, size: count });
const area = v.looseObject({ x: count, y: count, width: count, height: count });

/** `data/redactions.json` of a copy made for an audience. */
export const REDACTIONS_SCHEMA: v.GenericSchema<unknown, RedactionsFile> = v.looseObject({
  schema: v.literal('prima-facie/redactions/1'),
  audience: v.picklist(['recipient', 'forward-safe']),
  redactions: v.array(
    v.looseObject({
      id,
      createdAt: instant,
      kind: v.picklist(['area', 'reviewed', 'text']),
      reason: text(2_000),
      digest,
    }),
  ),
  files: v.array(
    v.variant('state', [
      v.looseObject({
        path: text(1_000),
        state: v.literal('copy'),
        original: fileIdentity,
        copy: fileIdentity,
        areas: v.exactOptional(v.array(area)),
      }),
      v.looseObject({
        path: text(1_000),
        state: v.literal('left-out'),
        original: fileIdentity,
        why: v.picklist(['audience', 'opaque', 'not-reviewed', 'unreadable']),
      }),
    ]),
  ),
  custodyWithheld: v.array(count),
  sealedElsewhere: v.array(digest),
  caseWithheld: v.array(text(200)),
  madeForAudience: v.array(text(200)),
});

/** What the verifier needs of a `capture.json`. */
export const CAPTURE_DOCUMENT_SCHEMA = v.looseObject({
  schema: v.literal('prima-facie/capture/1'),
  captureId: id,
  caseId: id,
  number: count,
  urlTyped: text(1_000_000),
  urlFinal: text(1_000_000),
  title: text(1_000_000),
  startedAt: instant,
  endedAt: instant,
  timeGrade: v.picklist(['tsa', 'local']),
  notCaptured: v.array(v.looseObject({ what: text(1_000_000) })),
  artifacts: v.array(
    v.looseObject({ path: text(1_000), digest, bytes: count, role: v.picklist(['original', 'derived']) }),
  ),
});

/** What the verifier needs of a `record.json`. */
export const RECORD_SCHEMA = v.looseObject({
  schema: v.literal('prima-facie/record/1'),
  capture: v.looseObject({
    ...ofCase,
    number: count,
    state: text(20),
    urlTyped: v.exactOptional(text(1_000_000)),
    urlFinal: v.exactOptional(text(1_000_000)),
    title: v.exactOptional(text(1_000_000)),
    startedAt: v.exactOptional(instant),
    endedAt: v.exactOptional(instant),
    notCaptured: v.exactOptional(v.array(v.looseObject({ what: text(1_000_000) }))),
    digest: v.exactOptional(digest),
  }),
  entries: v.array(
    v.looseObject({
      path: text(200),
      digest,
      crc32: count,
      size: count,
      about: v.exactOptional(v.record(v.string(), v.unknown())),
    }),
  ),
});

/** What the verifier knows of a capture's row, and of its `capture.json`. */
export type CaptureRow = v.InferOutput<typeof RECORD_SCHEMA>['capture'];
export type DocumentFacts = v.InferOutput<typeof CAPTURE_DOCUMENT_SCHEMA>;

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
