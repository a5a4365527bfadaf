import * as v from 'valibot';
import type { Redaction } from '../../case/redaction.ts';
import type { Id } from '../../case/values.ts';
import { REDACTIONS } from '../layout.ts';
import { parseJson } from '../schemas.ts';
import type { OpenedBag } from '../verify/types.ts';

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const id = v.pipe(v.string(), v.uuid());
const instant = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp());
const length = v.pipe(v.number(), v.finite(), v.minValue(0));
const box = v.object({ x: length, y: length, width: length, height: length });
const picture = text(200);

/** A redaction as a full bundle carries it. Strict: its digest is over every member. */
const REDACTION: v.GenericSchema<unknown, Redaction> = v.strictObject({
  id,
  caseId: id,
  createdAt: instant,
  actor: text(2_000),
  reason: text(2_000),
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  target: v.variant('kind', [
    v.strictObject({ kind: v.literal('area'), captureId: id, picture, box }),
    v.strictObject({ kind: v.literal('reviewed'), captureId: id, picture }),
    v.strictObject({ kind: v.literal('text'), text: text(500), captureId: v.exactOptional(id) }),
  ]),
  withdrawnAt: v.exactOptional(instant),
});

const FILE = v.looseObject({
  schema: v.literal('prima-facie/redactions/1'),
  audience: v.literal('full'),
  redactions: v.pipe(v.array(REDACTION), v.maxLength(100_000)),
});

/** What a bundle of a case hides in copies; empty where it says nothing of it, or nothing that can be read. */
export async function readRedactions(bag: OpenedBag, caseId: Id): Promise<readonly Redaction[]> {
  const file = parseJson(FILE, (await bag.text(REDACTIONS)) ?? '');
  return file?.redactions.filter((one) => one.caseId === caseId) ?? [];
}
