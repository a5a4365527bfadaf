import type { Capture } from '../../utils/case/capture.ts';
import type { Work } from '../../utils/case/dispute.ts';
import { record } from '../../utils/platform/case-actions.ts';
import type { Store } from '../../utils/store/store.ts';

/** Makes an item of each address on a captured page, all at once. Returns how many. */
export async function addItems(
  store: Store,
  capture: Capture,
  work: Work | undefined,
  urls: readonly string[],
): Promise<number> {
  const { caseId, title, urlFinal, startedAt } = capture;
  const right = work?.rightsClaimed[0];
  await store.db.items.bulkAdd(
    urls.map((url) => ({
      id: crypto.randomUUID(),
      caseId,
      ...(work ? { workId: work.id } : {}),
      captureIds: [capture.id],
      pageUrl: urlFinal,
      urls: [url],
      description: `${title.slice(0, 200)}: ${url.slice(0, 300)}`,
      ...(right ? { right } : {}),
      mode: 'other' as const,
      foundAt: startedAt,
      observations: [],
    })),
  );
  await store.cases.change(caseId, {});
  await record(store, caseId, 'case-changed', { added: 'items', count: urls.length });
  return urls.length;
}
