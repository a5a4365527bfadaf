import type { Right, Work } from '../../case/dispute.ts';

/** Columns of a works list. */
export const WORK_COLUMNS = [
  'id',
  'title',
  'kind',
  'author',
  'rights',
  'firstPublication',
  'registrationNumber',
  'authorisedUrls',
] as const;

/** One of {@link WORK_COLUMNS}. */
export type WorkColumn = (typeof WORK_COLUMNS)[number];

/** Other names under which people's spreadsheets have these columns; compared without case, spaces and dashes. */
const ALIASES: Readonly<Record<WorkColumn, readonly string[]>> = {
  id: ['id', 'workid', '编号', '作品编号', '番号'],
  title: ['title', 'work', 'worktitle', 'name', '作品名称', '作品名', '名称', 'タイトル', '題名'],
  kind: ['kind', 'type', '类型', '作品类型', '種類'],
  author: ['author', 'creator', '作者', '著者', '著作者'],
  rights: ['rights', 'rightsclaimed', '权利', '権利'],
  firstPublication: [
    'firstpublication',
    'published',
    'publicationdate',
    '首次发表',
    '发表日期',
    '公表日',
    '発行日',
  ],
  registrationNumber: ['registrationnumber', 'registrationno', 'registration', '登记号', '登録番号'],
  authorisedUrls: [
    'authorisedurls',
    'authorizedurls',
    'authorisedurl',
    'authorizedurl',
    'url',
    'urls',
    '正版网址',
    '正規url',
  ],
};

/** The column a heading names; undefined where it names none. */
export function columnOf(heading: string): WorkColumn | undefined {
  const plain = heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
  return WORK_COLUMNS.find((column) => ALIASES[column].includes(plain));
}

/** Kinds of work, for checking. */
export const KINDS: readonly Work['kind'][] = [
  'literary',
  'comic',
  'art',
  'photograph',
  'music',
  'film',
  'series',
  'software',
  'game',
  'character',
  'dataset',
  'other',
];

/** Rights, for checking. */
export const RIGHTS: readonly Right[] = [
  'network-dissemination',
  'reproduction',
  'distribution',
  'adaptation',
  'translation',
  'public-performance',
  'broadcasting',
  'making-available',
  'communication-to-the-public',
  'rental',
  'exhibition',
  'attribution',
  'integrity',
];

/**
 * Whether a cell would be run as a formula by a spreadsheet: it begins with `=`, or with `+`, `-` or `@` and goes on
 * like a call, a reference or a sum. Titles such as `@home` or `-30-` are titles.
 */
export function isFormula(cell: string): boolean {
  return /^\s*(?:=|[+\-@]\s*(?:[A-Za-z]{1,12}\d*\s*[(!]|[A-Za-z]{1,3}\d+\s*(?:[-+*/:]|$)|\d+\s*[-+*/^]\s*[\dA-Za-z(]))/.test(
    cell,
  );
}
