import type { Capture } from '../../utils/case/capture.ts';
import type { Item } from '../../utils/case/dispute.ts';

/** What a new item knows when it is made from a capture. */
export function prefillFrom(
  capture: Pick<Capture, 'id' | 'urlFinal' | 'title' | 'startedAt'> | undefined,
): Partial<Omit<Item, 'id' | 'caseId'>> {
  if (!capture) return {};
  return {
    captureIds: [capture.id],
    pageUrl: capture.urlFinal,
    description: capture.title.slice(0, 300),
    foundAt: capture.startedAt,
  };
}
