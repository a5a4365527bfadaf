/** Byte order mark: without it Excel reads a CSV in the system's legacy encoding. */
const BOM = '\uFEFF';

/**
 * First characters by which a spreadsheet takes a cell for a formula or a command, with their full-width forms
 * (which East Asian Excel treats alike), and the apostrophe itself, so that the prefix can be taken off again.
 */
const ACTIVE = /^['=+\-@\t\r\n＝＋－＠]/;

/**
 * One cell: quoted (RFC 4180), a quote doubled. A text that begins with a character of {@link ACTIVE} gets one
 * apostrophe before it; to read a cell back, take off one leading apostrophe.
 */
export function csvCell(value: string | number): string {
  const text = String(value).toWellFormed();
  const inert = typeof value === 'string' && ACTIVE.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll('"', '""')}"`;
}

function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** Lines of a CSV file with a header row (RFC 4180, CRLF, UTF-8 with BOM). */
export function* csvLines(
  header: readonly string[],
  rows: Iterable<readonly (string | number)[]>,
): Generator<string> {
  yield BOM + csvLine(header);
  for (const row of rows) yield csvLine(row);
}
