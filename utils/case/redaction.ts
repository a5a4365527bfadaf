import type { Box } from './facts.ts';
import type { Audience } from './notice.ts';
import type { Digest, Id, Instant } from './values.ts';

/** What stands where something was redacted. Fixed: its length says nothing of what stood there. */
export const REDACTED = '[redacted]';

/** The whole page as its tiles show it; other pictures are named by their path in the capture. */
export const WHOLE_PAGE = 'page';

/** What a redaction hides. */
export type RedactionTarget =
  | {
      readonly kind: 'area';
      readonly captureId: Id;
      /** {@link WHOLE_PAGE}, with `box` in CSS pixels of the page; or a picture's path, with `box` in its pixels. */
      readonly picture: string;
      readonly box: Box;
    }
  /** Somebody looked at the picture and found nothing to hide in it. */
  | { readonly kind: 'reviewed'; readonly captureId: Id; readonly picture: string }
  /** A text, wherever it stands in the case: a name, a private address, an account. */
  | { readonly kind: 'text'; readonly text: string; readonly captureId?: Id };

/**
 * What the user does not want others than counsel to see. A record of its own: nothing captured is changed by it.
 * Never changed but by `withdrawnAt`.
 */
export interface Redaction {
  readonly id: Id;
  readonly caseId: Id;
  readonly createdAt: Instant;
  readonly actor: string;
  /** Stands in every bundle: it must not say what is hidden. */
  readonly reason: string;
  /** 32 hexadecimal digits by chance, so that the digest of this record gives nobody a way to guess the text. */
  readonly salt: string;
  readonly target: RedactionTarget;
  readonly withdrawnAt?: Instant;
}

/** Why a file is not in a copy made for an audience. */
export type LeftOutReason =
  /** Not meant for this audience: markup, device details, what concerns others. */
  | 'audience'
  /** It may hold what is redacted, and cannot be searched or changed safely. */
  | 'opaque'
  /** A picture of a capture with redactions that nobody has looked through. */
  | 'not-reviewed'
  /** A picture of a kind that cannot be painted over. */
  | 'unreadable';

/** Digest and size, in bytes, of a file. */
export interface FileIdentity {
  readonly digest: Digest;
  readonly size: number;
}

/** A file of which a copy made for an audience holds not the original. `path` is relative to the top folder. */
export type RedactedFile =
  | {
      readonly path: string;
      readonly state: 'copy';
      readonly original: FileIdentity;
      readonly copy: FileIdentity;
      /** Painted over, in pixels of the picture; every other pixel is the original's. */
      readonly areas?: readonly Box[];
    }
  | {
      readonly path: string;
      readonly state: 'left-out';
      readonly original: FileIdentity;
      readonly why: LeftOutReason;
    };

/** A redaction as a copy states it: that it was made, not what it hides. */
export interface StatedRedaction {
  readonly id: Id;
  readonly createdAt: Instant;
  readonly kind: RedactionTarget['kind'];
  readonly reason: string;
  /** Of the whole record with its salt, as the custody log has it. */
  readonly digest: Digest;
}

/** `data/redactions.json` of a copy made for `recipient` or `forward-safe`: what it does not show, exactly. */
export interface RedactionsFile {
  readonly schema: 'prima-facie/redactions/1';
  readonly audience: Exclude<Audience, 'full'>;
  readonly redactions: readonly StatedRedaction[];
  readonly files: readonly RedactedFile[];
  /** Sequence numbers of the custody entries whose actor and note are withheld. */
  readonly custodyWithheld: readonly number[];
  /** Digests of each `capture.json` that is sealed by the log of an imported bundle, which is not in the copy. */
  readonly sealedElsewhere: readonly Digest[];
  /** Parts of `case.json` that this audience does not see, by name. */
  readonly caseWithheld: readonly string[];
  /** Files made anew for this audience, from what it may see. */
  readonly madeForAudience: readonly string[];
}

/** Shorter texts stand everywhere, in words and in digests. Two characters are a name in Chinese, Japanese, Korean. */
const SHORTEST = 5;
const SHORTEST_OTHER = 2;
const LONGEST = 500;

/** Whether a text can be redacted: long enough to be found as itself, short enough to be one thing. */
export function isRedactable(text: string): boolean {
  const trimmed = text.trim();
  const ascii = /^[\x20-\x7e]*$/.test(trimmed);
  return trimmed.length >= (ascii ? SHORTEST : SHORTEST_OTHER) && trimmed.length <= LONGEST;
}

/** What a copy does not show, counted, for the person who makes it. */
export interface RedactionCounts {
  readonly copies: number;
  readonly leftOut: number;
  /** Of those left out: pictures that nobody has looked through. */
  readonly notReviewed: number;
}

/** Counts what a copy declares. */
export function countRedactions({ files }: Pick<RedactionsFile, 'files'>): RedactionCounts {
  const leftOut = files.filter((file) => file.state === 'left-out');
  return {
    copies: files.length - leftOut.length,
    leftOut: leftOut.length,
    notReviewed: leftOut.filter(({ why }) => why === 'not-reviewed').length,
  };
}
