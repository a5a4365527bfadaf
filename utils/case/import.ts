import type { Digest, Id, Instant } from './values.ts';

/**
 * What became of an imported custody log. `continued`: this case's own log goes on from it; `known`: this case's log
 * already held all of it; `branch`: it stands beside this case's own log, whole and as it came.
 */
export type ChainKept = 'continued' | 'known' | 'branch';

/** Something that was wrong with a bundle when it was imported all the same. */
export interface ImportFinding {
  readonly severity: 'failure' | 'warning';
  readonly code: string;
  readonly path?: string;
  readonly detail?: string;
}

/** `import.json`: one bundle that was imported into a case, and what its verification said. */
export interface ImportRecord {
  readonly schema: 'prima-facie/import/1';
  /** What names the bundle: the digest of its tag manifest. */
  readonly bundle: Digest;
  readonly fileName: string;
  readonly importedAt: Instant;
  /** Who imported it. */
  readonly actor: string;
  /** `not-whole`: it did not verify, and was opened all the same. */
  readonly verdict: 'whole' | 'not-whole';
  readonly findings: readonly ImportFinding[];
  /** Fingerprint of the key that signed it, in hexadecimal; null where it bears no good signature. */
  readonly signer: string | null;
  readonly exportedAt: Instant | null;
  readonly software: string | null;
  readonly custody: {
    readonly entries: number;
    readonly head: Digest | null;
    readonly kept: ChainKept;
  };
  /** The captures it held. */
  readonly captureIds: readonly Id[];
}

/** A file of an imported bundle that is kept as it came; `path` is relative to the import's folder. */
export interface ImportFile {
  readonly path: string;
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
}

/** An import as stored. */
export interface StoredImport {
  readonly caseId: Id;
  /** The hexadecimal digits of `record.bundle`. */
  readonly id: string;
  readonly record: ImportRecord;
  readonly files: readonly ImportFile[];
  /** Who imported it here knew the key that signed it: its later bundles may continue this case without a question. */
  readonly signerAccepted?: boolean;
}
