import type { Texts } from '../../components/texts.ts';
import type { Item, Party, Work } from '../../utils/case/dispute.ts';
import { MODE_WORDS, RIGHT_WORDS, WORK_WORDS } from '../../utils/i18n/catalog/notice-words.ts';

/** A line of a list: what it is, what is known, and what it plainly lacks. */
export interface ListedRow {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly lack?: string;
}

/** A work as its list shows it. */
export function listedWork(work: Work, { t, language }: Texts): ListedRow {
  const rights = work.rightsClaimed.map((right) => RIGHT_WORDS[right][language]);
  return {
    id: work.id,
    title: work.title,
    detail: [WORK_WORDS[work.kind][language], work.author, rights.join(', ')].join(' · '),
    ...(work.titleDocuments.length === 0 ? { lack: t('work.documents-none') } : {}),
  };
}

/** A party as its list shows it. */
export function listedParty(party: Party, { t }: Texts): ListedRow {
  return {
    id: party.id,
    title: party.legalName,
    detail: [t(`party.role-${party.role}`), t(`party.authority-${party.authority}`), party.email].join(' · '),
    ...(party.authority === 'agent' && !party.powerOfAttorney ? { lack: t('party.power-help') } : {}),
  };
}

/** An item as its list shows it. */
export function listedItem(item: Item, works: readonly Work[], { t, language }: Texts): ListedRow {
  const work = works.find(({ id }) => id === item.workId);
  return {
    id: item.id,
    title: item.description,
    detail: [
      work?.title ?? t('item.work-none'),
      ...(item.mode === 'other' ? [] : [MODE_WORDS[item.mode][language]]),
      item.pageUrl,
    ].join(' · '),
    ...(item.captureIds.length === 0 ? { lack: t('item.captures-help') } : {}),
  };
}
