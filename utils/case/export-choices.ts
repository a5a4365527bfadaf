import type { Audience } from './notice.ts';

/** What the person who exports decides. One object, so that dialog, writer and command line cannot disagree. */
export interface ExportChoices {
  /** Who will read the bundle; the same three as for notices. */
  readonly audience: Audience;
}

/** What is exported where nobody chose: everything, for counsel. */
export const DEFAULT_EXPORT_CHOICES: ExportChoices = { audience: 'full' };
