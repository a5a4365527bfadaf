import type { CustodyEntry, WithheldEntry } from '../../case/custody.ts';
import type { CaptureRow, DocumentFacts } from '../schemas.ts';
import { CLOCK_TOLERANCE_MS } from './time-checks.ts';

/** Longest title that a row keeps of a page's, in UTF-16 units. */
const ROW_TITLE = 1000;

/**
 * The first member of a capture's row that says something else than its `capture.json` and the custody entry that
 * sealed it; null where they agree. The row is what lists and imports show, and no digest is taken of it.
 * @param end the entry with this capture's digest; null where there is none, which is a finding of its own.
 */
export function contradiction(
  row: CaptureRow,
  document: DocumentFacts,
  end: CustodyEntry | WithheldEntry | null,
): string | null {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['startedAt', row.startedAt, document.startedAt],
    ...(end ? stateOf(row, end) : []),
    // The row of a capture that was cut off is as it was when it began.
    ...(row.state === 'interrupted' ? [] : addressesOf(row, document)),
  ];
  const wrong = pairs.find(([, found, stated]) => found !== stated);
  if (wrong) return `${wrong[0]}: ${String(wrong[1])}, not ${String(wrong[2])}`;
  if (row.endedAt === undefined) return 'endedAt: none';
  const endedAt = Date.parse(row.endedAt);
  if (endedAt < Date.parse(document.endedAt) - CLOCK_TOLERANCE_MS) {
    return `endedAt: ${row.endedAt}, before ${document.endedAt}`;
  }
  // Row and entry are written together.
  if (end && Math.abs(endedAt - Date.parse(end.at)) > CLOCK_TOLERANCE_MS) {
    return `endedAt: ${row.endedAt}, not ${end.at}`;
  }
  return null;
}

function stateOf(
  row: CaptureRow,
  end: CustodyEntry | WithheldEntry,
): (readonly [string, unknown, unknown])[] {
  if (end.action === 'capture-interrupted') return [['state', row.state, 'interrupted']];
  const state = 'note' in end ? end.note?.['state'] : undefined;
  return typeof state === 'string' ? [['state', row.state, state]] : [];
}

function addressesOf(row: CaptureRow, document: DocumentFacts): (readonly [string, unknown, unknown])[] {
  const listed = new Set(row.notCaptured?.map(({ what }) => what));
  const unsaid = document.notCaptured.find(({ what }) => !listed.has(what));
  return [
    ['urlTyped', row.urlTyped, document.urlTyped],
    ['urlFinal', row.urlFinal, document.urlFinal],
    ['title', row.title?.slice(0, ROW_TITLE), document.title.slice(0, ROW_TITLE)],
    ...(unsaid ? [['notCaptured', 'nothing', unsaid.what] as const] : []),
  ];
}
