import type { Item, Right, Work } from '../../utils/case/dispute.ts';
import type { Id } from '../../utils/case/values.ts';

/** What was typed on the one page that starts a case's first notice. */
export interface QuickDraft {
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly email: string;
  readonly phone: string;
  readonly title: string;
  readonly kind: Work['kind'];
  readonly author: string;
  readonly right: Right;
  /** `other` where nothing was said: no notice then says how the work is used. */
  readonly mode: Item['mode'];
  readonly proof: File | null;
  readonly captureId: Id;
  readonly description: string;
  readonly reason: string;
  readonly claimed: readonly string[];
  readonly hostName: string;
  readonly hostAddress: string;
  /** Host of the pages it was named for, where items lie on several sites; empty: not said. */
  readonly hostSite?: string;
}
