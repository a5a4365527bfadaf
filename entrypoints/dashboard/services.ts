import type { ImportSummary } from '../../components/dashboard/ImportView.svelte';
import type { ExportChoices } from '../../utils/case/export-choices.ts';
import type { Failure, Result } from '../../utils/case/result.ts';
import type { Digest, Id } from '../../utils/case/values.ts';
import type { Language } from '../../utils/case/settings.ts';
import type { Redaction, RedactionCounts } from '../../utils/case/redaction.ts';
import type { NewRedaction } from '../../utils/store/redactions.ts';
import type { Store } from '../../utils/store/store.ts';
import type { StampState } from './attest.ts';

/** How the work goes on and can be stopped. Bytes; `total` is null where it is not known beforehand. */
export interface WorkOptions {
  readonly language: Language;
  readonly onProgress: (done: number, total: number | null) => void;
  readonly signal: AbortSignal;
}

/** As {@link WorkOptions}; `onAsking` is told which timestamp authority is asked. */
export interface ExportOptions extends WorkOptions {
  readonly choices: ExportChoices;
  readonly onAsking: (url: string) => void;
  /** The report is being printed. */
  readonly onPrinting: () => void;
  readonly onEncrypting: (name: string, done: number, total: number) => void;
}

/** A file as it goes out: a bundle or one of its volumes, encrypted or not. */
export interface ExportedFile {
  readonly blob: Blob;
  readonly fileName: string;
  readonly tagManifestDigest: Digest;
  readonly stamp: StampState;
}

/** What an export gives. */
export interface ExportedBundle {
  readonly files: readonly ExportedFile[];
  /** Captures that are larger than a volume may be. */
  readonly tooLarge: number;
  /** Fingerprint of the key that signed it, in hexadecimal. */
  readonly signer: string;
  /** Why there is no `report.pdf`; null where there is. */
  readonly unprinted: Failure | null;
  /** What a copy for an audience does not show; null for a full bundle. */
  readonly redacted: RedactionCounts | null;
}

/** What a verification found, in sentences of the reader's language. */
export interface VerifyOutcome {
  readonly verdict: 'whole' | 'not-whole' | 'not-a-bundle';
  /** Tied to a key or to a known authority's time; otherwise anybody could have made it. */
  readonly isAnchored: boolean;
  readonly headline: string;
  /** What is known of the bundle; null where nothing could be read of it. */
  readonly about: {
    readonly title: string | null;
    readonly exportedAt: string | null;
    readonly captures: number;
    readonly files: number;
    readonly bytes: number;
  } | null;
  /** Failures first. `path` is the file each is about. */
  readonly findings: readonly {
    readonly severity: 'failure' | 'warning';
    readonly code: string;
    readonly path: string | null;
    readonly text: string;
  }[];
  readonly checks: readonly { readonly id: string; readonly state: string; readonly text: string }[];
  readonly proven: readonly string[];
  readonly notProven: readonly string[];
}

/** What became of several files: each alone, and sets of volumes together, in sentences of the reader's language. */
export interface VerifyAnswer {
  readonly files: readonly {
    readonly name: string;
    /** Name of the full bundle it was held against. */
    readonly against: string | null;
    /** Null where the file could not be read. */
    readonly outcome: VerifyOutcome | null;
    readonly unreadable: string | null;
  }[];
  readonly sets: readonly {
    readonly group: string;
    readonly isWhole: boolean;
    readonly texts: readonly string[];
  }[];
}

/** As {@link WorkOptions}, by phase. */
export interface ImportRequest extends Pick<WorkOptions, 'language' | 'signal'> {
  readonly onPhase: (phase: 'checking' | 'storing', done: number, total: number | null) => void;
  /** Opens what does not verify all the same, marked as broken. */
  readonly evenIfBroken: boolean;
  /** Merges into a case that is here although the signer is not known here. */
  readonly acceptSigners: boolean;
}

/** What became of an import. */
export type ImportAnswer =
  | ({ readonly state: 'imported' } & ImportSummary)
  | {
      readonly state: 'asks';
      readonly title: string;
      readonly files: readonly { readonly name: string; readonly signer: string | null }[];
    }
  | {
      readonly state: 'refused';
      readonly files: readonly { readonly name: string; readonly outcome: VerifyOutcome }[];
      readonly mayBeOpened: boolean;
    };

/** What the dashboard does beyond reading the store. */
export interface DashboardServices {
  readonly store: Store;
  readonly saveFile: (blob: Blob, name: string, signal?: AbortSignal) => Promise<void>;
  /** Asks for a timestamp over a capture that has none. */
  readonly stamp: (captureId: Id) => Promise<Result<unknown>>;
  /** Looks up again who serves a capture; adds files to it. */
  readonly lookUp: (captureId: Id) => Promise<Result<unknown>>;
  /** Hides something in copies for others; nothing captured is changed. */
  readonly redact: (redaction: NewRedaction) => Promise<Result<Redaction>>;
  readonly withdrawRedaction: (id: Id) => Promise<Result<Redaction>>;
  readonly exportCase: (caseId: Id, options: ExportOptions) => Promise<Result<ExportedBundle>>;
  /** Imports a bundle, or all volumes of one: all of it or nothing. */
  readonly importBundles: (files: readonly File[], request: ImportRequest) => Promise<Result<ImportAnswer>>;
  /**
   * Checks files alone and together. `against`: position of the full bundle that the others are held against; without
   * it, a copy is held against the full bundle of its case where that is among them. `signers`: fingerprints of keys, one
   * of which must have signed; none: any.
   */
  readonly verifyFiles: (
    files: readonly File[],
    options: WorkOptions & { readonly against?: number; readonly signers: readonly string[] },
  ) => Promise<VerifyAnswer>;
}
