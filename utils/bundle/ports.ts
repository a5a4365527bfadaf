import type { ArtifactEntry } from '../case/artifact.ts';
import type { Capture } from '../case/capture.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { ChainCheck, CustodyEntry, WithheldEntry } from '../case/custody.ts';
import type { StoredImport } from '../case/import.ts';
import type { Audience } from '../case/notice.ts';
import type { Redaction, RedactionsFile } from '../case/redaction.ts';
import type { Result } from '../case/result.ts';
import type { Language } from '../case/settings.ts';
import type { Digest, Instant } from '../case/values.ts';
import type { Fingerprint } from '../integrity/digest.ts';

/** One ended capture with the places of its artifacts, in the order they were taken. */
export interface BundledCapture {
  readonly capture: Capture;
  readonly entries: readonly ArtifactEntry[];
}

/**
 * What the writer reads of a case. A snapshot: every call of `captures` and `custody` gives the same.
 * Captures come one at a time, by number, so that memory does not grow with the case.
 */
export interface BundleSource {
  readonly caseFile: CaseFile;
  /** How many captures {@link BundleSource.captures} gives. */
  readonly captureCount: number;
  /** What the user hides from others than counsel, the oldest first. */
  readonly redactions?: readonly Redaction[];
  /** All captures, or those with the given numbers. */
  captures(numbers?: ReadonlySet<number>): AsyncIterable<BundledCapture>;
  custody(): AsyncIterable<CustodyEntry>;
  blob(digest: Digest): Promise<Result<Blob>>;
  /** Captures that came with a bundle that did not verify; marked wherever they show. */
  readonly brokenCaptures?: ReadonlySet<string>;
  /** The bundles the case was imported from. */
  readonly imports?: readonly StoredImport[];
}

/** One file of the bundle. */
export interface BundleEntry {
  /** Relative to the bag's top folder, see `isBagPath`; never built from what a page said. */
  readonly path: string;
  readonly content: string | Uint8Array<ArrayBuffer> | Blob;
  /** What these bytes must be. They are read and compared; a difference ends the export. */
  readonly expected?: Pick<Fingerprint, 'digest' | 'size'> & Partial<Pick<Fingerprint, 'crc32'>>;
}

/** A file as it went into the bundle. */
export interface WrittenFile extends Fingerprint {
  readonly path: string;
}

/** What a copy for an audience is written from. */
export interface AudienceView {
  /** The case as the audience may see it: every producer reads this one, so that none shows more than another. */
  readonly source: BundleSource;
  /** The custody log as the copy carries it. */
  readonly custody: readonly (CustodyEntry | WithheldEntry)[];
  /** Files of finalised notices written for this audience. */
  readonly notices: readonly BundleEntry[];
  readonly declaration: RedactionsFile;
  /** Whether a hidden text stands in a text that was made for the copy: it must not be written then. */
  leaks(text: string): boolean;
}

/** What names one export. */
export interface BundleIdentity {
  /** Top folder: `case-<first 8 of the case id>-<UTC>`. */
  readonly name: string;
  readonly exportedAt: Instant;
  /** Version of this extension. */
  readonly version: string;
  /** Who exports, as set in the options; may be empty, and is where the audience may not know. */
  readonly operator: string;
  /** Who it was made for. */
  readonly audience: Audience;
  /** Of the report and of HOW-TO-VERIFY. */
  readonly language: Language;
  /** Whether a trusted timestamp over the finished bag is asked for; whether it was had, only `attest/` can say. */
  readonly stampWanted?: boolean;
  /** SHA-256 of the public key (SubjectPublicKeyInfo) the bundle will be signed with, in hexadecimal. */
  readonly signerFingerprint?: string;
}

/** What a producer works with. */
export interface ProducerContext {
  readonly source: BundleSource;
  readonly identity: BundleIdentity;
  /** The check of the custody log as the store holds it. */
  readonly chain: ChainCheck;
  /** What the copy is made from where it is one for an audience; `source` is then what that audience may see. */
  readonly audience?: AudienceView;
  readonly signal: AbortSignal;
  /** Files written so far, in their order. */
  readonly written: readonly WrittenFile[];
  /** Tells the user that one more capture is in. */
  readonly captureDone: () => void;
}

/**
 * Adds files to the bundle. A bundle is the output of an ordered list of these, so a later kind of file is a
 * further producer and no change here.
 * @throws FailureError to end the export: a bundle is never written with a part silently missing.
 */
export interface EntryProducer {
  readonly id: string;
  produce(context: ProducerContext): AsyncIterable<BundleEntry> | Iterable<BundleEntry>;
}

/** Adds files under `attest/`, which speak about the finished bag and stand outside its tag manifest. */
export interface AttestProducer {
  readonly id: string;
  produce(context: ProducerContext & { readonly tagManifest: string }): AsyncIterable<BundleEntry>;
}

/** How far an export or a verification has come. */
export interface Progress {
  readonly bytes: number;
  /** Null where it is not known beforehand. */
  readonly totalBytes: number | null;
  readonly captures: number;
  readonly totalCaptures: number;
}
