import type { CaseFile } from '../../case/case-file.ts';
import type { CustodyEntry } from '../../case/custody.ts';
import type { Id } from '../../case/values.ts';
import { canonicalJson, type Json } from '../../integrity/canonical-json.ts';

/** Lists of a case file whose rows have ids. */
const LISTS = [
  'parties',
  'works',
  'items',
  'drafts',
  'notices',
  'deliveries',
  'rechecks',
  'providers',
] as const;

/** A row that both sides have and that says different things. */
export interface RowConflict {
  readonly list: (typeof LISTS)[number] | 'case';
  readonly id: Id;
}

/** A merged case file. */
export interface MergedCaseFile {
  readonly file: CaseFile;
  /** Rows added from the other file. */
  readonly added: number;
  /** Ours stayed; theirs stands in the imported bundle's own `case.json`, which is kept. */
  readonly conflicts: readonly RowConflict[];
}

/**
 * Adds the rows of `theirs` that `ours` has not. A row that differs stays as ours, and is named.
 * @param deleted ids that were deleted here on purpose: they do not come back.
 */
export function mergeCaseFiles(
  ours: CaseFile,
  theirs: CaseFile,
  deleted: ReadonlySet<Id> = new Set(),
): MergedCaseFile {
  const conflicts: RowConflict[] = [];
  let added = 0;
  const merged: Record<string, unknown> = { ...ours };
  for (const list of LISTS) {
    const [mine, others] = [
      ours[list] as readonly Row[] | undefined,
      theirs[list] as readonly Row[] | undefined,
    ];
    if (!others) continue;
    const known = new Map((mine ?? []).map((row) => [row.id, row]));
    const fresh = others.filter(({ id }) => !known.has(id) && !deleted.has(id));
    for (const row of others) {
      const same = known.get(row.id);
      if (same && !isSame(same, row)) conflicts.push({ list, id: row.id });
    }
    added += fresh.length;
    if (mine || fresh.length > 0) merged[list] = [...(mine ?? []), ...fresh];
  }
  if (!isSame(withoutTimes(ours.case), withoutTimes(theirs.case))) {
    conflicts.push({ list: 'case', id: ours.case.id });
  }
  if (!ours.request && theirs.request) merged['request'] = theirs.request;
  // Every list holds rows of its own kind, out of files that were parsed by the case file's schema.
  return { file: merged as unknown as CaseFile, added, conflicts };
}

/** Rows that a log says were deleted, by the note that the forms leave. */
export function deletedRows(entries: readonly CustodyEntry[]): ReadonlySet<Id> {
  const ids = new Set<Id>();
  for (const { action, note } of entries) {
    if (action === 'case-changed' && note?.['deleted'] && typeof note['id'] === 'string') ids.add(note['id']);
  }
  return ids;
}

interface Row {
  readonly id: Id;
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a as Json) === canonicalJson(b as Json);
}

function withoutTimes({ updatedAt: _, ...rest }: CaseFile['case']): object {
  return rest;
}
