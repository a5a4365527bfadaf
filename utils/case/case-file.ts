import type { Delivery, Recheck } from './delivery.ts';
import type { Case, Item, Party, Work } from './dispute.ts';
import type { Notice, NoticeDraft, NoticeProvider } from './notice.ts';
import type { RegimeId } from './regime.ts';
import type { Language } from './settings.ts';
import type { Id } from './values.ts';

/** What the user wants notices to say, whoever they go to: the start of every draft. */
export interface NoticeRequest {
  readonly holderId?: Id;
  readonly notifierId?: Id;
  /** Empty or absent: chosen by the seat of each recipient. */
  readonly regimes?: readonly RegimeId[];
  readonly language?: Language;
  readonly reason?: string;
}

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
  readonly request?: NoticeRequest;
  readonly drafts?: readonly NoticeDraft[];
  readonly notices?: readonly Notice[];
  readonly deliveries?: readonly Delivery[];
  readonly rechecks?: readonly Recheck[];
  /** Recipients as the user described or corrected them. */
  readonly providers?: readonly NoticeProvider[];
}
