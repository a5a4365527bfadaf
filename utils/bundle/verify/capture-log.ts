import type { CustodyEntry, WithheldEntry } from '../../case/custody.ts';
import { hexOf } from '../../case/values.ts';
import { custodyObjects } from '../custody-objects.ts';
import { CAPTURE_DOCUMENT, CUSTODY, RECORD, VOLUMES } from '../layout.ts';
import type { CaptureRow, DocumentFacts } from '../schemas.ts';
import { custodyEntries } from './case-checks.ts';
import { declaredIn } from './declared.ts';
import { baggedImports } from './import-checks.ts';
import { contradiction } from './record-checks.ts';
import type { Finding, OpenedBag } from './types.ts';
import { readVolume, type VolumeFacts } from './volumes.ts';

type Entry = CustodyEntry | WithheldEntry;

/** A capture that is in the bag: its folder with the slash, its row, and what its `capture.json` says. */
export interface HeldCapture {
  readonly base: string;
  readonly row: CaptureRow;
  readonly document: DocumentFacts | null;
}

/** The logs that speak of a bag's captures. */
interface Logs {
  /** The case's own, and those of imports that verified. */
  readonly log: readonly Entry[];
  /** Of imports that did not: what they name proves nothing, but need not be here either. */
  readonly doubtful: readonly CustodyEntry[];
}

async function readLogs(bag: OpenedBag): Promise<Logs> {
  const log: Entry[] = [];
  for await (const entry of custodyEntries(bag)) if (entry) log.push(entry);
  const doubtful: CustodyEntry[] = [];
  for await (const { record, custody } of baggedImports(bag)) {
    (record?.verdict === 'whole' ? log : doubtful).push(...custody);
  }
  return { log, doubtful };
}

/** Captures against the custody log: each stands there as it is here, and none of those there is left out unsaid. */
export async function checkCustody(
  bag: OpenedBag,
  held: readonly HeldCapture[],
): Promise<{
  readonly findings: readonly Finding[];
  readonly deleted: number;
  readonly volume: VolumeFacts | null;
}> {
  const logs = await readLogs(bag);
  const { ended, deleted } = custodyObjects(logs.log);
  const foreign = (await declaredIn(bag))?.file.sealedElsewhere.map((digest) => hexOf(digest)) ?? [];
  const claimed = new Set([...custodyObjects(logs.doubtful).ended, ...foreign]);
  const stated = await readVolume(bag);
  const volume = stated === 'invalid' ? null : stated;
  const sealed = new Map(
    held.flatMap(({ base, row }) =>
      row.digest ? [[hexOf(row.digest), base + CAPTURE_DOCUMENT] as const] : [],
    ),
  );
  const absent = [...sealed].filter(([digest]) => !ended.has(digest) && !claimed.has(digest));
  const leftOut = [...ended].filter(
    (digest) => !sealed.has(digest) && !deleted.has(digest) && !volume?.elsewhere.has(digest),
  );
  const findings: Finding[] = [
    ...(stated === 'invalid'
      ? [{ severity: 'failure', code: 'volume-invalid', path: VOLUMES } as const]
      : []),
    ...absent.map(([, path]): Finding => ({ severity: 'failure', code: 'capture-not-in-custody', path })),
    ...leftOut.map((digest): Finding => ({ severity: 'failure', code: 'capture-left-out', detail: digest })),
    ...unfinished(held, logs, volume),
    ...contradictions(held, logs),
  ];
  const gone = [...deleted].filter((digest) => !sealed.has(digest)).length;
  return { findings, deleted: gone, volume };
}

const isEnd = ({ action }: Entry): boolean => action === 'capture-ended' || action === 'capture-interrupted';

const captureIdOf = (entry: Entry): string | null =>
  'note' in entry && typeof entry.note?.['captureId'] === 'string' ? entry.note['captureId'] : null;

/**
 * Captures that were begun and of which nothing is here: a warning, since one may have been running when the bundle was
 * made. So is a number that no capture has: numbers are never given twice, nor taken back.
 */
function unfinished(
  held: readonly HeldCapture[],
  { log, doubtful }: Logs,
  volume: VolumeFacts | null,
): Finding[] {
  const deletions = log.filter(({ action }) => action === 'capture-deleted');
  const known = new Set([
    ...held.map(({ row }) => row.id),
    ...deletions.flatMap((entry) => captureIdOf(entry) ?? []),
    ...(volume?.elsewhereIds ?? []),
    // One that was sealed and is not here is a finding of its own.
    ...log.flatMap((entry) => (isEnd(entry) && entry.objectSha256 && captureIdOf(entry)) || []),
  ]);
  const begun = log.filter(({ action }) => action === 'capture-started');
  const absent = begun.filter((entry) => {
    const id = captureIdOf(entry);
    return id !== null && !known.has(id);
  });
  const findings = absent.map((entry): Finding => {
    const url = 'note' in entry ? (entry.note?.['url'] ?? '') : '';
    const detail = `entry ${entry.seq}, ${entry.at}${url === '' ? '' : `, ${url}`}`;
    return { severity: 'warning', code: 'capture-begun', path: CUSTODY, detail };
  });
  // Other volumes name their captures by id alone, an import that did not verify may have left any number free.
  if (volume || doubtful.length > 0) return findings;
  const gaps = gapsIn([...held.map(({ row }) => row.number), ...deletions.flatMap(numberOf)]);
  const unnamed = deletions.filter((entry) => numberOf(entry).length === 0).length;
  if (gaps.count <= absent.length + unnamed) return findings;
  return [...findings, { severity: 'warning', code: 'capture-gap', detail: gaps.shown.join(', ') }];
}

function numberOf(entry: Entry): number[] {
  const number = 'note' in entry ? entry.note?.['number'] : undefined;
  return typeof number === 'number' ? [number] : [];
}

/** Numbers from 1 to the highest that are not among those given; `shown`: the first twenty. */
function gapsIn(numbers: readonly number[]): { readonly count: number; readonly shown: readonly number[] } {
  const sorted = [...new Set(numbers)].filter((number) => number > 0).toSorted((a, b) => a - b);
  const shown: number[] = [];
  let before = 0;
  for (const number of sorted) {
    for (let gap = before + 1; gap < number && shown.length < 20; gap += 1) shown.push(gap);
    before = number;
  }
  return { count: before - sorted.length, shown };
}

/** Rows against their `capture.json` and the entries that sealed them. */
function contradictions(held: readonly HeldCapture[], { log, doubtful }: Logs): Finding[] {
  const ends = new Map<string, Entry>();
  for (const entry of [...doubtful, ...log]) {
    if (isEnd(entry) && entry.objectSha256) ends.set(entry.objectSha256, entry);
  }
  return held.flatMap(({ base, row, document }) => {
    const end = row.digest && ends.get(hexOf(row.digest));
    const detail = document && row.digest ? contradiction(row, document, end || null) : null;
    return detail === null
      ? []
      : [{ severity: 'failure', code: 'capture-record', path: base + RECORD, detail } as const];
  });
}
