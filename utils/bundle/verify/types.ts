import type { Fingerprint } from '../../integrity/digest.ts';
import type { LocatedEntry, ZipArchive } from '../zip/archive.ts';

/** `not-a-bundle`: nothing in it was ever one of ours. */
export type Verdict = 'whole' | 'not-whole' | 'not-a-bundle';

/** What a check can find. A code without a sentence in `utils/i18n/catalog/verification-findings.ts` does not compile. */
export type FindingCode =
  | 'not-a-zip'
  | 'not-a-bundle'
  | 'encrypted'
  | 'zip-damaged'
  | 'zip-altered'
  | 'zip-repacked'
  | 'zip-problem'
  | 'file-unreadable'
  | 'file-checksum'
  | 'file-missing'
  | 'file-extra'
  | 'file-different'
  | 'file-invalid'
  | 'declaration-wrong'
  | 'manifest-invalid'
  | 'manifest-order'
  | 'oxum-wrong'
  | 'custody-broken'
  | 'custody-head'
  | 'custody-other'
  | 'capture-artifact'
  | 'capture-unlisted'
  | 'capture-identity'
  | 'capture-not-in-custody'
  | 'capture-left-out'
  | 'capture-record'
  | 'capture-begun'
  | 'capture-gap'
  | 'time-contradiction'
  | 'count-wrong'
  | 'volume-invalid'
  | 'volume-missing'
  | 'volume-mixed'
  | 'import-wrong'
  | 'import-not-in-custody'
  | 'import-broken'
  | 'redaction-wrong'
  | 'redaction-other'
  | 'redaction-not-compared'
  | 'redaction-signer'
  | 'signature-wrong'
  | 'signature-stripped'
  | 'signature-other-key'
  | 'signer-unexpected'
  | 'unsigned'
  | 'archive-wrong'
  | 'timestamp-wrong'
  | 'timestamp-unknown-root'
  | 'timestamp-record'
  /** Stands for findings of one kind that are too many to list. */
  | 'findings-more'
  /** A check itself broke: a bug, and never a reason to call a bundle whole. */
  | 'check-failed';

/** One thing found. A `failure` makes the bundle not whole; a `warning` does not. */
export interface Finding {
  readonly severity: 'failure' | 'warning';
  readonly code: FindingCode;
  /** The file it is about, relative to the top folder. */
  readonly path?: string;
  /** Technical, English. */
  readonly detail?: string;
}

/** A sentence about what the checks show or cannot show, by its key in the catalog. */
export interface Statement {
  readonly key: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
}

/**
 * What ties a bundle to somebody or to a time. Where nothing does, that it agrees with itself shows only that whoever
 * made it last made it well: every list, digest and log can be computed anew.
 */
export interface Anchor {
  /** Fingerprint of the key whose signature holds: SHA-256 of the public key, hexadecimal; null where unsigned. */
  readonly signer: string | null;
  /** The reader named that key, having it from elsewhere. */
  readonly isExpected: boolean;
  /** The stamp over the whole bag of an authority that the reader knows. */
  readonly stamp: { readonly at: string; readonly authority: string } | null;
}

/** What one check came to. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  /** There was nothing to check: the bundle has no signature, no timestamp. */
  readonly notDone?: true;
  /** The bundle has nothing of the kind, and need not have: the check is not listed. */
  readonly notApplicable?: true;
  readonly anchor?: Partial<Anchor>;
  readonly proven?: readonly Statement[];
  readonly notProven?: readonly Statement[];
}

/** A check with its outcome. `not-done`: there was nothing to check. */
export interface CheckOutcome {
  readonly id: string;
  readonly state: 'passed' | 'warning' | 'failed' | 'not-done';
}

/** An opened bag with every file's fingerprint, for checks to work on. Paths are relative to the top folder. */
export interface OpenedBag {
  readonly archive: ZipArchive;
  /** Name of the top folder; empty for a bag packed without one. */
  readonly top: string;
  readonly files: ReadonlyMap<string, LocatedEntry>;
  /** Of each file that could be read. */
  readonly fingerprints: ReadonlyMap<string, Fingerprint>;
  /** Entries of the zip outside the top folder, by full name. */
  readonly outside: readonly string[];
  /** True where another program made the container out of the same files. */
  readonly repacked: boolean;
  /** A file's text (UTF-8); null where it is absent, unreadable, not UTF-8, or longer than `limit` bytes. */
  text(path: string, limit?: number): Promise<string | null>;
  /** A file's bytes; null as for {@link OpenedBag.text}. */
  bytes(path: string, limit?: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** A file's lines, one at a time; ends early where it cannot be read. */
  lines(path: string): AsyncIterable<string>;
}

/** One check. Later kinds of proof (signature, timestamps) are further checks. */
export interface BundleCheck {
  readonly id: string;
  /**
   * Files outside both manifests that this check vouches for (paths as in the bag); any other is `file-extra`.
   * A check that names a sidecar must itself find any change of it that matters.
   */
  readonly sidecars?: readonly RegExp[];
  run(bag: OpenedBag, signal: AbortSignal): Promise<CheckResult>;
}

/** The answer. */
export interface VerificationReport {
  readonly schema: 'prima-facie/verification/1';
  readonly verdict: Verdict;
  /** What `whole` rests on; claims nothing of a bundle that is not whole. */
  readonly anchor: Anchor;
  /** Null where nothing could be read of it. */
  readonly bag: {
    readonly name: string;
    readonly caseId: string | null;
    readonly title: string | null;
    readonly exportedAt: string | null;
    readonly software: string | null;
    readonly captures: number;
    readonly custodyEntries: number;
    readonly files: number;
    /** Bytes of the files, unpacked. */
    readonly bytes: number;
  } | null;
  readonly findings: readonly Finding[];
  readonly checks: readonly CheckOutcome[];
  readonly proven: readonly Statement[];
  readonly notProven: readonly Statement[];
}
