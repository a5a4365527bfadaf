import * as v from 'valibot';
import type { ArtifactEntry } from '../../case/artifact.ts';
import type { Capture } from '../../case/capture.ts';
import type { ImportRecord } from '../../case/import.ts';
import { FAILURE_CODES } from '../../case/result.ts';
import { isDigest, type Digest } from '../../case/values.ts';
import { isBagPath } from '../layout.ts';

/*
 * Rows that go into the store out of somebody else's bundle. Every field the extension reads has its type and its
 * bound; members it does not know are kept, so that a bundle of a later version loses nothing on its way.
 */
const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const id = v.pipe(v.string(), v.uuid());
const instant = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const digest = v.custom<Digest>(isDigest, 'not a digest');
const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const path = v.pipe(v.string(), v.check(isBagPath, 'not a path of a bundle'));
const URL_LIMIT = 1_000_000;

const failure = v.object({ code: v.picklist(FAILURE_CODES), detail: text(2_000) });
const step = v.looseObject({
  id: text(100),
  required: v.boolean(),
  state: v.picklist(['waiting', 'running', 'done', 'failed', 'skipped', 'cancelled']),
  startedAt: v.exactOptional(instant),
  durationMs: v.exactOptional(v.number()),
  failure: v.exactOptional(failure),
  progress: v.exactOptional(v.object({ done: v.number(), total: v.number() })),
});

/** The row of an ended capture. */
export const CAPTURE_ROW_SCHEMA = v.looseObject({
  id,
  caseId: id,
  // Far above any case, and far below where counting on would no longer be exact.
  number: v.pipe(count, v.minValue(1), v.maxValue(9_999_999)),
  state: v.picklist(['complete', 'partial', 'failed', 'cancelled', 'interrupted']),
  trigger: v.picklist(['toolbar', 'shortcut', 'menu', 'panel', 'command-line', 're-check']),
  urlTyped: text(URL_LIMIT),
  urlFinal: text(URL_LIMIT),
  title: text(100_000),
  startedAt: instant,
  endedAt: v.exactOptional(instant),
  steps: v.pipe(v.array(step), v.maxLength(200)),
  notCaptured: v.pipe(v.array(v.looseObject({ what: text(200), why: text(10_000) })), v.maxLength(10_000)),
  digest: v.exactOptional(digest),
  clockOffMs: v.exactOptional(v.number()),
  clockOffBy: v.exactOptional(v.pipe(v.string(), v.maxLength(300))),
  failure: v.exactOptional(failure),
}) satisfies v.GenericSchema<unknown, Capture>;

/** The place of one artifact in its capture. */
export const ENTRY_SCHEMA = v.looseObject({
  captureId: id,
  index: count,
  path,
  digest,
  crc32: v.pipe(count, v.maxValue(0xffffffff)),
  size: count,
  mediaType: text(200),
  role: v.picklist(['original', 'derived']),
  derivedFrom: v.exactOptional(v.array(text(200))),
  step: text(100),
  method: v.exactOptional(text(100)),
  takenAt: instant,
  about: v.exactOptional(v.record(v.string(), v.unknown())),
}) satisfies v.GenericSchema<unknown, ArtifactEntry>;

/** `record.json` of a capture, whole. */
export const CAPTURE_RECORD_SCHEMA = v.looseObject({
  schema: v.literal('prima-facie/record/1'),
  capture: CAPTURE_ROW_SCHEMA,
  entries: v.pipe(
    v.array(ENTRY_SCHEMA),
    v.maxLength(100_000),
    v.check((rows) => new Set(rows.map((row) => row.path)).size === rows.length, 'a path stands there twice'),
    v.check(
      (rows) => new Set(rows.map((row) => row.index)).size === rows.length,
      'a place stands there twice',
    ),
  ),
});

/** `import.json`. */
export const IMPORT_RECORD_SCHEMA = v.looseObject({
  schema: v.literal('prima-facie/import/1'),
  bundle: digest,
  fileName: text(1_000),
  importedAt: instant,
  actor: text(2_000),
  verdict: v.picklist(['whole', 'not-whole']),
  findings: v.pipe(
    v.array(
      v.looseObject({
        severity: v.picklist(['failure', 'warning']),
        code: text(100),
        path: v.exactOptional(text(2_000)),
        detail: v.exactOptional(text(10_000)),
      }),
    ),
    v.maxLength(1_000),
  ),
  signer: v.nullable(hex),
  exportedAt: v.nullable(instant),
  software: v.nullable(text(1_000)),
  custody: v.looseObject({
    entries: count,
    head: v.nullable(digest),
    kept: v.picklist(['continued', 'known', 'branch']),
  }),
  captureIds: v.pipe(v.array(id), v.maxLength(1_000_000)),
}) satisfies v.GenericSchema<unknown, ImportRecord>;
