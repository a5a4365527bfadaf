import type { Digest, Id, Instant } from './values.ts';

/** Everything that can happen to evidence and is therefore recorded. */
export type CustodyAction =
  | 'case-created'
  | 'case-changed'
  | 'capture-started'
  | 'capture-ended'
  | 'capture-interrupted'
  | 'capture-deleted'
  | 'original-viewed'
  | 'looked-up'
  | 'time-stamped'
  | 'note-added'
  | 'redacted'
  | 'notice-finalised'
  | 'delivery-recorded'
  | 'exported'
  /** An export that the log had named could not be saved. */
  | 'export-failed'
  | 'imported'
  | 'merged';

/**
 * One entry of a case's custody log.
 * Invariants: `seq` counts from 0 without gaps; `prev` is the `hash` of entry `seq - 1`
 * (64 zeros for the first); `hash` is the SHA-256 of the canonical JSON (RFC 8785) of the entry without `hash`.
 */
export interface CustodyEntry {
  readonly seq: number;
  readonly at: Instant;
  /** Who: the operator's name as set in the options, or `unnamed operator`. */
  readonly actor: string;
  readonly action: CustodyAction;
  /** What it happened to: hexadecimal SHA-256, or null where the action has no bytes. */
  readonly objectSha256: string | null;
  /** Anything else worth keeping: ids, reasons, counts. JSON only. */
  readonly note?: Readonly<Record<string, string | number | boolean | null>>;
  /**
   * 32 hexadecimal digits by chance: where actor, note or object are withheld, nobody finds a short one by trying until
   * the hash fits. Entries of before this member was there have none.
   */
  readonly salt?: string;
  readonly prev: string;
  readonly hash: string;
}

/**
 * An entry in a copy made for an audience: parts of it are not shown, so that its `hash` cannot be computed from it.
 * It still links: `prev` is the hash of the entry before, and the full bundle shows the rest.
 */
export interface WithheldEntry extends Omit<CustodyEntry, 'actor' | 'note' | 'salt'> {
  /** Members that are not shown; `objectSha256` is null where it is among them. */
  readonly withheld: readonly ('actor' | 'note' | 'objectSha256' | 'salt')[];
}

/** A custody entry as stored: of which case. */
export interface StoredCustodyEntry extends CustodyEntry {
  readonly caseId: Id;
}

/** The result of checking a chain. `brokenAt` is the first `seq` that does not fit. */
export type ChainCheck =
  | { readonly whole: true; readonly length: number; readonly head: Digest | null }
  | { readonly whole: false; readonly length: number; readonly brokenAt: number; readonly why: string };

/** The actor of an entry where no name is set in the options. */
export const UNNAMED_OPERATOR = 'unnamed operator';

/** Who did it, as the custody log names them. */
export function actorOf(operatorName: string): string {
  return operatorName.trim() || UNNAMED_OPERATOR;
}
