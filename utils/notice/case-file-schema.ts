import * as v from 'valibot';
import type { CaseFile } from '../case/case-file.ts';
import { fail, succeed } from '../case/result.ts';
import type { Result } from '../case/result.ts';
import { caseSchema, itemSchema, partySchema, workSchema } from './schema/case.ts';
import {
  deliverySchema,
  draftSchema,
  noticeSchema,
  providerSchema,
  recheckSchema,
  requestSchema,
} from './schema/notice.ts';
import { listOf } from './schema/values.ts';

/** Largest case file, in UTF-16 units. */
const MAXIMUM_CHARACTERS = 256_000_000;

/** The shape of `data/case.json`, closed: what is not known here is refused, not dropped, so nothing is lost unseen. */
export const caseFileSchema = v.strictObject({
  schema: v.literal('prima-facie/case/1'),
  case: caseSchema,
  parties: listOf(partySchema),
  works: listOf(workSchema),
  items: listOf(itemSchema),
  request: v.exactOptional(requestSchema),
  drafts: v.exactOptional(listOf(draftSchema)),
  notices: v.exactOptional(listOf(noticeSchema)),
  deliveries: v.exactOptional(listOf(deliverySchema)),
  rechecks: v.exactOptional(listOf(recheckSchema)),
  providers: v.exactOptional(listOf(providerSchema)),
});

/**
 * Checks a case file's shape and that its parts belong together: one case, no id twice. The value is given back as it
 * came, with its keys in their order, so that import then export is the identity.
 */
export function checkCaseFile(value: unknown): Result<CaseFile> {
  const parsed = v.safeParse(caseFileSchema, value, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return fail('invalid-data', `${v.getDotPath(issue) ?? 'case file'}: ${issue.message}`);
  }
  const file: CaseFile = parsed.output;
  const problem = incoherence(file);
  return problem === null ? succeed(value as CaseFile) : fail('invalid-data', problem);
}

/** Reads a case file's text. */
export function readCaseFile(text: string): Result<CaseFile> {
  if (text.length > MAXIMUM_CHARACTERS)
    return fail('too-large', `more than ${MAXIMUM_CHARACTERS} characters`);
  try {
    return checkCaseFile(JSON.parse(text.replace(/^\ufeff/, '')) as unknown);
  } catch (error) {
    if (error instanceof SyntaxError) return fail('invalid-data', error.message);
    throw error;
  }
}

/** Writes a case file: the same text for the same file. */
export function writeCaseFile(file: CaseFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

const LISTS = ['parties', 'works', 'items', 'drafts', 'notices', 'deliveries', 'rechecks'] as const;

function incoherence(file: CaseFile): string | null {
  for (const name of LISTS) {
    const rows: readonly { readonly id: string; readonly caseId: string }[] = file[name] ?? [];
    const ids = new Set<string>();
    for (const row of rows) {
      if (row.caseId !== file.case.id) return `${name}: ${row.id} belongs to another case`;
      if (ids.has(row.id)) return `${name}: ${row.id} stands there twice`;
      ids.add(row.id);
    }
  }
  return null;
}
