import type { CaseFile } from '../../case/case-file.ts';
import { documentsOf } from '../../case/documents.ts';
import type { Audience } from '../../case/notice.ts';
import type { RedactedFile } from '../../case/redaction.ts';
import type { BundleSource } from '../ports.ts';
import { documentPath } from '../producers/document-path.ts';
import type { HiddenTexts } from './hidden-texts.ts';

/** A case file without the documents that an audience does not get, and the list of those. */
export interface DocumentsView {
  readonly file: CaseFile;
  readonly files: readonly RedactedFile[];
}

/**
 * Attached documents name people, and cannot be searched or painted over here: `forward-safe` has none of them,
 * `recipient` proof of title and authority unless a text is hidden in the case. Nobody outside gets the rest.
 * @param view the case file as the audience sees it otherwise.
 */
export async function documentsFor(
  { caseFile, blob }: BundleSource,
  view: CaseFile,
  { audience, hidden }: { readonly audience: Audience; readonly hidden: HiddenTexts },
): Promise<DocumentsView> {
  const some = audience === 'recipient' && !hidden.anyTyped;
  const file = some ? view : withoutDocuments(view);
  const kept = new Set(documentsOf(file).map(({ digest }) => digest));
  const shown = new Set(documentsOf(view).map(({ digest }) => digest));
  const files: RedactedFile[] = [];
  for (const { digest } of documentsOf(caseFile)) {
    const held = kept.has(digest) ? null : await blob(digest);
    if (!held?.ok) continue;
    files.push({
      path: documentPath({ digest }, held.value.type),
      state: 'left-out',
      original: { digest, size: held.value.size },
      why: shown.has(digest) ? 'opaque' : 'audience',
    });
  }
  return { file, files };
}

function withoutDocuments(file: CaseFile): CaseFile {
  return {
    ...file,
    works: file.works.map((work) => ({ ...work, titleDocuments: [] })),
    parties: file.parties.map(({ powerOfAttorney: _document, ...party }) => party),
  };
}
