import type { Right, Work } from '../../case/dispute.ts';
import type { Id } from '../../case/values.ts';
import { cleanText } from '../audience.ts';
import { isExactAddress } from '../addresses.ts';
import { isFormula, KINDS, RIGHTS } from './fields.ts';
import type { WorkColumn } from './fields.ts';

/** What is wrong with a list, by line. `code` is a key of the works-import catalog. */
export interface ImportProblem {
  /** Line of a CSV file, or number of the entry in a JSON list; from 1. 0: the whole file. */
  readonly line: number;
  readonly column?: string;
  readonly code: ImportCode;
  /** The offending value, cut short. */
  readonly value?: string;
}

/** Everything that can be wrong. */
export type ImportCode =
  | 'file-too-large'
  | 'file-empty'
  | 'file-encoding'
  | 'file-not-json'
  | 'file-not-a-list'
  | 'too-many-rows'
  | 'quotes-broken'
  | 'column-missing'
  | 'column-unknown'
  | 'column-twice'
  | 'cells-missing'
  | 'cells-extra'
  | 'title-missing'
  | 'id-duplicate'
  | 'id-known'
  | 'kind-unknown'
  | 'right-unknown'
  | 'url-wrong'
  | 'cell-too-long'
  | 'cell-formula'
  | 'entry-wrong';

/** Longest cell, in characters. */
const MAXIMUM_CELL = 10_000;

/** One row as texts, with the line it stands on. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<WorkColumn, string>>>;
}

/** What rows are checked against. */
export interface RowEnvironment {
  readonly caseId: Id;
  readonly newId: () => Id;
  /** Ids of works that the case already has. */
  readonly known: ReadonlySet<Id>;
}

/** Rows as works, with every problem found; where there is one, the works are not to be used. */
export function worksFromRows(
  rows: readonly Row[],
  env: RowEnvironment,
): { readonly works: Work[]; readonly problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const seen = new Set<string>();
  const works = rows.map((row) => {
    const { line, cells } = row;
    problems.push(...cellProblems(row));
    const id = cells.id?.trim() ?? '';
    if (id !== '' && seen.has(id)) problems.push({ line, column: 'id', code: 'id-duplicate', value: id });
    if (id !== '' && env.known.has(id)) problems.push({ line, column: 'id', code: 'id-known', value: id });
    seen.add(id);
    return workFrom(row, id === '' ? env.newId() : id, env.caseId);
  });
  return { works, problems };
}

function cellProblems({ line, cells }: Row): ImportProblem[] {
  const general = Object.entries(cells).flatMap(([column, cell]): ImportProblem[] => {
    if (cell.length > MAXIMUM_CELL) return [{ line, column, code: 'cell-too-long' }];
    return isFormula(cell) ? [{ line, column, code: 'cell-formula', value: cell.slice(0, 60) }] : [];
  });
  const title: ImportProblem[] =
    (cells.title ?? '').trim() === '' ? [{ line, column: 'title', code: 'title-missing' }] : [];
  const kind = cells.kind?.trim().toLowerCase() ?? '';
  const wrongKind: ImportProblem[] =
    kind === '' || (KINDS as readonly string[]).includes(kind)
      ? []
      : [{ line, column: 'kind', code: 'kind-unknown', value: kind.slice(0, 60) }];
  return [
    ...general,
    ...title,
    ...wrongKind,
    ...parts(cells.rights, /[|,;、；\s]+/)
      .filter((right) => !(RIGHTS as readonly string[]).includes(right.toLowerCase()))
      .map((value) => ({
        line,
        column: 'rights',
        code: 'right-unknown' as const,
        value: value.slice(0, 60),
      })),
    ...parts(cells.authorisedUrls, /[|\s]+/)
      .filter((url) => !isExactAddress(url))
      .map((value) => ({
        line,
        column: 'authorisedUrls',
        code: 'url-wrong' as const,
        value: value.slice(0, 60),
      })),
  ];
}

function parts(cell: string | undefined, separator: RegExp): string[] {
  return (cell ?? '').split(separator).filter((part) => part !== '');
}

function workFrom({ cells }: Row, id: Id, caseId: Id): Work {
  const said = (cell: string | undefined): string => cleanText(cell ?? '').trim();
  const published = said(cells.firstPublication);
  const registration = said(cells.registrationNumber);
  const kind = KINDS.find((one) => one === said(cells.kind).toLowerCase()) ?? 'other';
  const wanted = parts(cells.rights, /[|,;、；\s]+/).map((right) => right.toLowerCase());
  const rightsClaimed: readonly Right[] = RIGHTS.filter((right) => wanted.includes(right));
  return {
    id,
    caseId,
    title: said(cells.title),
    kind,
    author: said(cells.author),
    rightsClaimed,
    ...(published === '' ? {} : { firstPublication: published }),
    ...(registration === '' ? {} : { registrationNumber: registration }),
    authorisedUrls: parts(cells.authorisedUrls, /[|\s]+/),
    titleDocuments: [],
  };
}
