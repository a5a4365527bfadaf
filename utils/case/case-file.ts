import type { Case, Item, Party, Work } from './dispute.ts';

/**
 * `data/case.json` of a bundle, and the argument of `--case`: everything about a case that a person entered.
 * Import then export is the identity.
 */
export interface CaseFile {
  readonly schema: 'prima-facie/case/1';
  readonly case: Case;
  readonly parties: readonly Party[];
  readonly works: readonly Work[];
  readonly items: readonly Item[];
}
