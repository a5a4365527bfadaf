import type { Box } from './facts.ts';
import type { Id, Instant } from './values.ts';

/** What kind of thing was marked on a page; `region` was drawn by hand. */
export type MarkKind =
  'image' | 'video' | 'audio' | 'frame' | 'embed' | 'canvas' | 'background' | 'link' | 'element' | 'region';

/** One thing the user marked on a page. Read from the page's isolated world, so parsed by a schema and bounded. */
export interface Mark {
  /** Names the mark within its page. */
  readonly key: number;
  readonly kind: MarkKind;
  /** Absolute http(s) addresses the element refers to, the one shown first; empty where it has none. */
  readonly urls: readonly string[];
  /** Where it was on the page when it was marked, in CSS pixels. */
  readonly box: Box;
  readonly text: string;
  readonly markedAt: Instant;
}

/** A marked item as `capture.json` names it. */
export interface CapturedItem {
  /** Id of the item in the case. */
  readonly id: Id;
  readonly kind: MarkKind;
  readonly urls: readonly string[];
  /** Where it stood on the page when the picture was taken, in CSS pixels. */
  readonly box: Box;
  /**
   * How `box` is known: the marked element was asked when the tiles were taken; the element with the same address
   * was; or neither was there, and it is where the mark was made. Absent in captures of older versions.
   */
  readonly placedBy?: 'measured' | 'by-address' | 'as-marked';
  /** It moved while the tiles were taken. */
  readonly movedWhileTaken?: true;
  readonly text: string;
  readonly markedAt: Instant;
  /** Path, within the capture, of the picture cut out of the tiles; absent where there is none. */
  readonly cropPath?: string;
}
