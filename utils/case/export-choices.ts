import type { Audience } from './notice.ts';

/** What the person who exports decides. One object, so that dialog, writer and command line cannot disagree. */
export interface ExportChoices {
  /** Who will read the bundle; the same three as for notices. */
  readonly audience: Audience;
  /** Cut into volumes of at most this size, in bytes; one file where absent. */
  readonly volumeBytes?: number;
  /** Encrypted in the age format, for whoever has the passphrase or the keys. */
  readonly encryptTo?: ExportEncryption;
  /** With the case as CASE/UCO JSON-LD, for tools that read investigation graphs. */
  readonly withCaseUco?: boolean;
  /** Without `report.pdf`, where time counts more; `report.html` is always there. */
  readonly withoutPdf?: boolean;
}

/** Who can open an encrypted export; never both, by the format. */
export type ExportEncryption =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] };

/** What is exported where nobody chose: everything, for counsel. */
export const DEFAULT_EXPORT_CHOICES: ExportChoices = { audience: 'full' };
