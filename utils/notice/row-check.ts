import * as v from 'valibot';
import { fail, succeed } from '../case/result.ts';
import type { Result } from '../case/result.ts';
import type { EventProblem } from '../i18n/catalog/event-problems.ts';
import { itemSchema, partySchema, workSchema } from './schema/case.ts';
import { draftSchema } from './schema/notice.ts';

const SCHEMAS = { works: workSchema, parties: partySchema, items: itemSchema, drafts: draftSchema } as const;

/**
 * Checks a row that a person entered by the schema a case file is read with, before it is kept: one row that does not
 * pass would make the whole bundle unimportable. The detail of a refusal is a key of the catalog `event-problems.ts`.
 */
export function checkRow<R>(table: keyof typeof SCHEMAS, row: R): Result<R> {
  const parsed = v.safeParse(SCHEMAS[table], row);
  if (parsed.success) return succeed(row);
  const long = parsed.issues.every(({ type }) => type === 'max_length');
  return fail('invalid-data', (long ? 'row-too-long' : 'row-shape') satisfies EventProblem);
}
