import { Dexie } from 'dexie';
import type { Capture, CaptureState } from '../../utils/case/capture.ts';
import type { Case } from '../../utils/case/dispute.ts';
import type { Id } from '../../utils/case/values.ts';
import type { Store } from '../../utils/store/store.ts';

/** A capture with its small picture. */
export interface ListedCapture {
  readonly capture: Capture;
  readonly thumbnail: Blob | undefined;
  /** It came with a bundle that did not verify. */
  readonly broken: boolean;
}

/** What the list of captures asks for. */
export interface CaptureQuery {
  readonly caseId: Id;
  readonly find: string;
  readonly state: CaptureState | '';
  readonly limit: number;
}

/** The newest captures that match, and how many the case has. */
export interface CapturePage {
  readonly captures: readonly ListedCapture[];
  readonly more: boolean;
  readonly total: number;
}

const ofCase = (store: Store, caseId: Id) =>
  store.db.captures.where('[caseId+startedAt]').between([caseId, Dexie.minKey], [caseId, Dexie.maxKey]);

/** All cases with the number of their captures, the last changed first. */
export async function casesWithCounts(
  store: Store,
): Promise<{ row: Case; captures: number; broken: boolean }[]> {
  const broken = await store.imports.brokenCases();
  const cases = await store.cases.list();
  const counts = await Promise.all(cases.map(({ id }) => ofCase(store, id).count()));
  return cases.map((row, index) => ({ row, captures: counts[index] ?? 0, broken: broken.has(row.id) }));
}

/** Asks for one more than the limit, to know whether there are more without counting them. */
export async function capturePage(store: Store, query: CaptureQuery): Promise<CapturePage> {
  const { caseId, state, limit } = query;
  const words = query.find.toLowerCase().split(/\s+/).filter(Boolean);
  const newest = ofCase(store, caseId).reverse();
  const matching =
    words.length === 0 && state === ''
      ? newest
      : newest.filter((capture) => {
          const text = `${capture.title} ${capture.urlFinal} ${capture.urlTyped}`.toLowerCase();
          return (state === '' || capture.state === state) && words.every((word) => text.includes(word));
        });
  const [found, total] = await Promise.all([
    matching.limit(limit + 1).toArray(),
    ofCase(store, caseId).count(),
  ]);
  const shown = found.slice(0, limit);
  const broken = await store.imports.brokenCaptures(caseId);
  const thumbnails = await store.captures.thumbnails(shown.map(({ id }) => id));
  return {
    captures: shown.map((capture, index) => ({
      capture,
      thumbnail: thumbnails[index],
      broken: broken.has(capture.id),
    })),
    more: found.length > limit,
    total,
  };
}

/** Bytes of all files of a case; equal bytes count once per capture that has them. */
export async function caseSize(store: Store, caseId: Id): Promise<number> {
  const ids = await ofCase(store, caseId).primaryKeys();
  let size = 0;
  await store.db.artifactEntries
    .where('captureId')
    .anyOf(ids)
    .each((entry) => {
      size += entry.size;
    });
  return size;
}

/** How many of each a case has, for its tabs. */
export async function caseCounts(
  store: Store,
  caseId: Id,
): Promise<Record<'captures' | 'items' | 'works' | 'parties' | 'notices', number>> {
  const [captures, items, works, parties, drafts, finalised] = await Promise.all([
    ofCase(store, caseId).count(),
    store.db.items.where('caseId').equals(caseId).count(),
    store.db.works.where('caseId').equals(caseId).count(),
    store.db.parties.where('caseId').equals(caseId).count(),
    store.db.drafts.where('caseId').equals(caseId).count(),
    store.db.notices.where('caseId').equals(caseId).count(),
  ]);
  return { captures, items, works, parties, notices: drafts + finalised };
}

/** What the forms of a case work with. Captures are the newest 2,000: an item refers to those it was found on. */
export async function caseRows(store: Store, caseId: Id) {
  const [works, parties, items, captures] = await Promise.all([
    store.db.works.where('caseId').equals(caseId).toArray(),
    store.db.parties.where('caseId').equals(caseId).toArray(),
    store.db.items.where('caseId').equals(caseId).toArray(),
    store.captures.ofCase(caseId, 2_000),
  ]);
  return { works, parties, items, captures };
}

/** What {@link caseRows} reads. */
export type CaseRowLists = Awaited<ReturnType<typeof caseRows>>;
