import { parseBagInfo } from '../bag.ts';
import { BAG_INFO, CAPTURES, CAPTURE_DOCUMENT, CUSTODY } from '../layout.ts';
import { CAPTURE_DOCUMENT_SCHEMA, parseJson } from '../schemas.ts';
import { custodyEntries } from './case-checks.ts';
import type { BundleCheck, Finding, OpenedBag } from './types.ts';

/** How far two times may be apart the wrong way before anything is said; as a capture's own clock check has it. */
export const CLOCK_TOLERANCE_MS = 2_000;
/** An export asks for its stamp when it is written: the longest that may take. */
const EXPORT_MS = 24 * 60 * 60 * 1_000;

/** A warning, not a failure: clocks go wrong by themselves, and are set right in the middle of a case. */
function contradiction(path: string, detail: string): Finding {
  return { severity: 'warning', code: 'time-contradiction', path, detail };
}

const isBefore = (a: string, b: string): boolean => Date.parse(a) < Date.parse(b) - CLOCK_TOLERANCE_MS;

/** Times of one machine's clock hold together: the log runs forward, captures lie in it, and the export after both. */
export const timesCheck: BundleCheck = {
  id: 'times',
  async run(bag, signal) {
    const exportedAt = exportTime(await bag.text(BAG_INFO));
    const log = await logTimes(bag);
    const findings = [...log.findings];
    if (exportedAt !== null && log.last !== null && isBefore(exportedAt, log.last)) {
      findings.push(contradiction(BAG_INFO, `exported ${exportedAt}, last entry of the log ${log.last}`));
    }
    for (const path of bag.files.keys()) {
      if (!path.startsWith(CAPTURES) || !path.endsWith(`/${CAPTURE_DOCUMENT}`)) continue;
      signal.throwIfAborted();
      const document = parseJson(CAPTURE_DOCUMENT_SCHEMA, (await bag.text(path)) ?? '');
      const begun = document && (log.begun.get(document.captureId) ?? null);
      const detail = document && captureTimes(document, begun, exportedAt);
      if (detail) findings.push(contradiction(path, detail));
    }
    return { findings };
  },
};

function exportTime(bagInfo: string | null): string | null {
  const stated = parseBagInfo(bagInfo ?? '')?.get('Prima-Facie-Exported-At');
  return stated === undefined || Number.isNaN(Date.parse(stated)) ? null : stated;
}

/** Where a log runs backwards; when each capture was begun by it, by id; its last entry. */
async function logTimes(
  bag: OpenedBag,
): Promise<{ findings: readonly Finding[]; begun: ReadonlyMap<string, string>; last: string | null }> {
  const findings: Finding[] = [];
  const begun = new Map<string, string>();
  let last: string | null = null;
  for await (const entry of custodyEntries(bag)) {
    if (!entry) break;
    if (last !== null && isBefore(entry.at, last)) {
      findings.push(contradiction(CUSTODY, `entry ${entry.seq} at ${entry.at}, the one before at ${last}`));
    }
    last = entry.at;
    const id = 'note' in entry ? entry.note?.['captureId'] : undefined;
    if (entry.action === 'capture-started' && typeof id === 'string') begun.set(id, entry.at);
  }
  return { findings, begun, last };
}

function captureTimes(
  { startedAt, endedAt }: { readonly startedAt: string; readonly endedAt: string },
  begun: string | null,
  exportedAt: string | null,
): string | null {
  if (isBefore(endedAt, startedAt)) return `started ${startedAt}, ended ${endedAt}`;
  if (begun !== null && (isBefore(begun, startedAt) || isBefore(startedAt, begun))) {
    return `started ${startedAt}, by the log ${begun}`;
  }
  if (exportedAt !== null && isBefore(exportedAt, endedAt)) return `ended ${endedAt}, exported ${exportedAt}`;
  return null;
}

/** A stamp over the whole bag against the time of the export that the bag states. */
export async function bagStampFindings(bag: OpenedBag, genTime: string, path: string): Promise<Finding[]> {
  const exportedAt = exportTime(await bag.text(BAG_INFO));
  if (exportedAt === null) return [];
  const isLate = Date.parse(genTime) > Date.parse(exportedAt) + EXPORT_MS;
  if (!isLate && !isBefore(genTime, exportedAt)) return [];
  return [contradiction(path, `stamped ${genTime}, exported ${exportedAt}`)];
}

/** A stamp over a `capture.json` against the times it states: nothing is stamped before it is there. */
export async function captureStampFindings(
  bag: OpenedBag,
  genTime: string,
  document: string,
): Promise<Finding[]> {
  const facts = parseJson(CAPTURE_DOCUMENT_SCHEMA, (await bag.text(document)) ?? '');
  if (!facts || !isBefore(genTime, facts.endedAt)) return [];
  return [contradiction(`${document}.tsr`, `stamped ${genTime}, the capture ended ${facts.endedAt}`)];
}
