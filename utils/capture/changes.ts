import type { Instant } from '../case/values.ts';

/** One thing the tool did to the page. `changes.json` lists all of them, in order, also those undone later. */
export interface PageChange {
  readonly at: Instant;
  readonly step: string;
  /** What was changed: `scroll-position`, `scroll-position of <element>`, `style of <element>`. */
  readonly what: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly why: string;
  /** Whether the state before was restored, as read back from the page. */
  readonly undone: boolean;
}
