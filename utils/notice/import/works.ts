import Papa from 'papaparse';
import * as v from 'valibot';
import type { Work } from '../../case/dispute.ts';
import type { Id } from '../../case/values.ts';
import { columnOf, WORK_COLUMNS } from './fields.ts';
import type { WorkColumn } from './fields.ts';
import { worksFromRows } from './rows.ts';
import type { ImportProblem, Row, RowEnvironment } from './rows.ts';

/** Largest list, in characters, and most rows: more is no list of works that somebody typed. */
const MAXIMUM_CHARACTERS = 30_000_000;
const MAXIMUM_ROWS = 50_000;

/** Problems shown at most: the rest follow from the first. */
const MAXIMUM_PROBLEMS = 200;

/** Either works to add, all of them, or what is wrong; never a part. */
export type WorksImport =
  | { readonly ok: true; readonly works: readonly Work[] }
  | { readonly ok: false; readonly problems: readonly ImportProblem[]; readonly more: number };

/** The works of the case and how ids are made. */
export interface ImportEnvironment {
  readonly caseId: Id;
  readonly newId: () => Id;
  readonly existing: readonly Work[];
}

/**
 * Reads a list of works: CSV (comma, semicolon or tab; quotes; byte order mark) with a line of headings, or JSON (a
 * list, or `{"works": […]}`), told apart by the first character. Nothing is taken over unless everything is right.
 */
export function importWorks(text: string, env: ImportEnvironment): WorksImport {
  if (text.length > MAXIMUM_CHARACTERS) return wrong([{ line: 0, code: 'file-too-large' }]);
  const body = text.replace(/^\ufeff/, '');
  if (body.trim() === '') return wrong([{ line: 0, code: 'file-empty' }]);
  const read = /^\s*[[{]/.test(body) ? readJson(body) : readCsv(body);
  if (read.problems.length > 0) return wrong(read.problems);
  if (read.rows.length === 0) return wrong([{ line: 0, code: 'file-empty' }]);
  if (read.rows.length > MAXIMUM_ROWS) return wrong([{ line: 0, code: 'too-many-rows' }]);
  const rowEnv: RowEnvironment = { ...env, known: new Set(env.existing.map((work) => work.id)) };
  const { works, problems } = worksFromRows(read.rows, rowEnv);
  return problems.length > 0 ? wrong(problems) : { ok: true, works };
}

function wrong(problems: readonly ImportProblem[]): WorksImport {
  const shown = problems.slice(0, MAXIMUM_PROBLEMS);
  return { ok: false, problems: shown, more: problems.length - shown.length };
}

interface Read {
  readonly rows: readonly Row[];
  readonly problems: readonly ImportProblem[];
}

function readCsv(text: string): Read {
  const parsed = Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    delimiter: delimiterOf(text),
  });
  const broken = parsed.errors.filter((error) => error.type === 'Quotes');
  const lines = lineNumbers(text, parsed.data);
  if (broken.length > 0) {
    return {
      rows: [],
      problems: broken.map(({ row }) => ({ line: lines[row ?? 0] ?? 1, code: 'quotes-broken' })),
    };
  }
  const [headings = [], ...data] = parsed.data;
  const columns = headings.map(columnOf);
  const headingProblems = problemsOfHeadings(headings, columns);
  if (headingProblems.length > 0) return { rows: [], problems: headingProblems };
  const problems: ImportProblem[] = [];
  const rows = data.flatMap((cells, index): Row[] => {
    const line = lines[index + 1] ?? index + 2;
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (cells.length !== columns.length) {
      problems.push({ line, code: cells.length < columns.length ? 'cells-missing' : 'cells-extra' });
      return [];
    }
    return [{ line, cells: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) }];
  });
  return { rows, problems };
}

/** The separator that the line of headings uses most. Cells may hold any of them, headings none. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n|\r/, 1);
  const count = (mark: string): number => first.split(mark).length;
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

/** The line each row starts on: quoted cells can hold line breaks, so rows are not lines. */
function lineNumbers(text: string, rows: readonly (readonly string[])[]): number[] {
  const ending = text.includes('\r\n') ? '\r\n' : text.includes('\n') ? '\n' : '\r';
  let line = 1;
  return rows.map((cells) => {
    const start = line;
    line += 1 + cells.reduce((sum, cell) => sum + cell.split(ending).length - 1, 0);
    return start;
  });
}

function problemsOfHeadings(
  headings: readonly string[],
  columns: readonly (WorkColumn | undefined)[],
): ImportProblem[] {
  const unknown = headings.flatMap((heading, at): ImportProblem[] =>
    columns[at] === undefined ? [{ line: 1, code: 'column-unknown', value: heading.slice(0, 60) }] : [],
  );
  const twice = WORK_COLUMNS.filter((column) => columns.filter((one) => one === column).length > 1);
  return [
    ...unknown,
    ...twice.map((column): ImportProblem => ({ line: 1, column, code: 'column-twice' })),
    ...(columns.includes('title') ? [] : [{ line: 1, column: 'title', code: 'column-missing' } as const]),
  ];
}

const cell = v.union([v.string(), v.pipe(v.array(v.string()), v.maxLength(1000))]);
const entrySchema = v.strictObject({
  id: v.optional(v.string()),
  title: v.string(),
  kind: v.optional(v.string()),
  author: v.optional(v.string()),
  rights: v.optional(cell),
  rightsClaimed: v.optional(cell),
  firstPublication: v.optional(v.string()),
  registrationNumber: v.optional(v.string()),
  authorisedUrls: v.optional(cell),
});

function readJson(text: string): Read {
  const parsed = parseJson(text);
  if (!parsed.ok) return { rows: [], problems: [{ line: parsed.line, code: 'file-not-json' }] };
  const holder = parsed.value as { works?: unknown };
  const list: unknown = Array.isArray(parsed.value) ? parsed.value : holder.works;
  if (!Array.isArray(list)) return { rows: [], problems: [{ line: 0, code: 'file-not-a-list' }] };
  if (list.length > MAXIMUM_ROWS) return { rows: [], problems: [{ line: 0, code: 'too-many-rows' }] };
  const problems: ImportProblem[] = [];
  const rows = list.flatMap((entry: unknown, index): Row[] => {
    const checked = v.safeParse(entrySchema, entry);
    if (checked.success) return [rowOf(checked.output, index + 1)];
    const column = v.getDotPath(checked.issues[0]);
    problems.push({ line: index + 1, code: 'entry-wrong', ...(column === null ? {} : { column }) });
    return [];
  });
  return { rows, problems };
}

function rowOf(entry: v.InferOutput<typeof entrySchema>, line: number): Row {
  const { rights, rightsClaimed, authorisedUrls, ...texts } = entry;
  const joined = { rights: rights ?? rightsClaimed, authorisedUrls };
  const cells: Partial<Record<WorkColumn, string>> = {};
  for (const column of WORK_COLUMNS) {
    const value = { ...texts, ...joined }[column];
    if (value !== undefined) cells[column] = typeof value === 'string' ? value : value.join(' ');
  }
  return { line, cells };
}

function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly line: number } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const position = Number(/position (\d+)/.exec(error.message)?.[1] ?? text.length);
    return { ok: false, line: text.slice(0, position).split('\n').length };
  }
}
