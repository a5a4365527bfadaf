import { readFileSync } from 'node:fs';
import type { BrowserKind } from './driver.ts';

/** What `docs/capture.md` says of one kind of page. */
export interface KindRow {
  readonly id: string;
  readonly what: string;
  readonly taken: string;
  /** The method of the whole page's pictures; of the viewport's, where there is no other. */
  readonly method: Readonly<Record<BrowserKind, string>>;
}

/** Cells of the rows of a table whose header begins so. @throws where the document has no such table */
export function tableRows(header: string): string[][] {
  const lines = readFileSync(new URL('../../../docs/capture.md', import.meta.url), 'utf8').split('\n');
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const at = lines.findIndex((line) => line.startsWith('|') && cells(line)[0] === header);
  if (at < 0) throw new Error(`docs/capture.md has no table of ${header}`);
  const rest = lines.slice(at + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end < 0 ? undefined : end).map(cells);
}

/** Text without the backticks around it. */
export const unquoted = (text: string): string => text.replaceAll('`', '');

/** The rows of the table of page kinds. */
export function kindRows(): KindRow[] {
  return tableRows('page').map(([id = '', what = '', taken = '', chromium = '', firefox = '']) => ({
    id: unquoted(id),
    what,
    taken,
    method: { chromium: unquoted(chromium), firefox: unquoted(firefox) },
  }));
}

/** The files a row names: whole paths, or the beginning of paths up to what is counted (`NNN`, `N`). */
export function filesIn(taken: string): string[] {
  return [...taken.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) =>
    /[/.](?:\w|$)/.test(name) || name.endsWith('/') ? [name.replace(/\bN+\b.*$/, '')] : [],
  );
}

/** What `docs/capture.md` says of one ratio and zoom. */
export interface RatioRow {
  readonly ratio: number;
  readonly zoom: number;
  readonly method: Readonly<Record<BrowserKind, string>>;
}

/** The rows of the table of ratios and zooms. */
export function ratioRows(): RatioRow[] {
  return tableRows('ratio').map(([ratio = '', zoom = '', chromium = '', firefox = '']) => ({
    ratio: Number(ratio),
    zoom: Number(zoom),
    method: { chromium: unquoted(chromium), firefox: unquoted(firefox) },
  }));
}

/** The method named for a ratio and a zoom. @throws where no row is of them */
export function methodAt(ratio: number, zoom: number, kind: BrowserKind): string {
  const row = ratioRows().find((each) => each.ratio === ratio && each.zoom === zoom);
  if (!row) throw new Error(`docs/capture.md has no row for ratio ${ratio}, zoom ${zoom}`);
  return row.method[kind];
}
