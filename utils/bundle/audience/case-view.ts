import type { CaseFile } from '../../case/case-file.ts';
import type { Item, Work } from '../../case/dispute.ts';
import type { Audience } from '../../case/notice.ts';
import type { Language } from '../../case/settings.ts';
import { partyFor } from '../../notice/audience.ts';
import { withoutAddressSecrets } from './addresses.ts';
import { cleanDeep, type HiddenTexts } from './hidden-texts.ts';

/** `case.json` for an audience, and the names of what it leaves out. */
export interface CaseView {
  readonly file: CaseFile;
  readonly withheld: readonly string[];
}

/** What nobody outside needs of a case: what the user noted, and what was said to others. */
const INTERNAL = [
  'request',
  'drafts',
  'notices',
  'deliveries',
  'rechecks',
  'providers',
] as const satisfies (keyof CaseFile)[];

/**
 * A case as an audience may see it. `recipient`: without notes, drafts, other notices and what became of them, and
 * without identity documents. `forward-safe`: also without private addresses, telephone numbers, the operator's
 * place, the uploader's account and names of attached files, and without secrets in addresses.
 */
export function caseFor(
  file: CaseFile,
  audience: Exclude<Audience, 'full'>,
  hidden: HiddenTexts,
  language: Language,
): CaseView {
  const { notes, captureLocation, documents, ...shown } = file.case;
  const safe = audience === 'forward-safe';
  const view: CaseFile = {
    schema: file.schema,
    case: safe || captureLocation === undefined ? shown : { ...shown, captureLocation },
    parties: file.parties.map((party) => {
      const { powerOfAttorney, ...rest } = partyFor(party, audience, language);
      return powerOfAttorney && !safe ? { ...rest, powerOfAttorney } : rest;
    }),
    works: safe ? file.works.map(withoutFileNames) : file.works,
    items: safe ? file.items.map(withoutAccount) : file.items,
  };
  const clean = (text: string) => hidden.clean(safe ? withoutAddressSecrets(text) : text);
  const withheld = [
    ...INTERNAL.filter((name) => file[name] !== undefined),
    ...(notes === undefined ? [] : ['case.notes']),
    ...(documents === undefined ? [] : ['case.documents']),
    ...(file.parties.some((party) => party.identityReference !== undefined)
      ? ['parties.identityReference']
      : []),
    ...(safe ? forForwarding(file) : []),
  ];
  return { file: cleanDeep(view, clean), withheld };
}

function forForwarding(file: CaseFile): string[] {
  const { parties, items, works } = file;
  return [
    ...(file.case.captureLocation === undefined ? [] : ['case.captureLocation']),
    ...(parties.some(({ phone }) => phone !== '') ? ['parties.phone'] : []),
    ...(parties.some(({ kind }) => kind === 'person') ? ['parties.address'] : []),
    ...(parties.some(({ powerOfAttorney }) => powerOfAttorney) ? ['parties.powerOfAttorney'] : []),
    ...(works.some(({ titleDocuments }) => titleDocuments.length > 0) ? ['works.titleDocuments'] : []),
    ...(items.some(({ account }) => account !== undefined) ? ['items.account'] : []),
  ];
}

function withoutFileNames(work: Work): Work {
  return { ...work, titleDocuments: [] };
}

function withoutAccount({ account: _account, ...item }: Item): Item {
  return item;
}
