import type { Delivery, Recheck } from './delivery.ts';
import type { Case, Item, Party, Work } from './dispute.ts';
import type { Notice, NoticeDraft, NoticeProvider } from './notice.ts';

/**
 * `data/case.json` of a bundle, and the argument of `--case`: everything about a case that a person entered.
 * Import then export is the identity. Absent lists stay absent: older files are not rewritten.
 */
export interface CaseFile {
  readonly schema: 'prima-facie/case/1';
  readonly case: Case;
  readonly parties: readonly Party[];
  readonly works: readonly Work[];
  readonly items: readonly Item[];
  readonly drafts?: readonly NoticeDraft[];
  readonly notices?: readonly Notice[];
  readonly deliveries?: readonly Delivery[];
  readonly rechecks?: readonly Recheck[];
  /** Recipients as the user described or corrected them. */
  readonly providers?: readonly NoticeProvider[];
}
