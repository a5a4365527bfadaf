import type { AttachedDocument, Item, Party, Work } from '../../case/dispute.ts';
import type { NoticeContent } from '../../case/notice.ts';
import type { Language } from '../../case/settings.ts';
import {
  DOCUMENT_WORDS,
  EXCEPTION_WORDS,
  MEASURE_WORDS,
  MODE_WORDS,
  WORK_WORDS,
} from '../../i18n/catalog/notice-words.ts';
import { addressesOf } from '../addresses.ts';
import { list, paragraphs, rows, utc } from './model.ts';
import type { Block } from './model.ts';
import { captureBlocks, observationLines } from './proof.ts';
import { PHRASES } from './phrases.ts';
import { workOf } from '../lookup.ts';
import { rightWords } from '../rights.ts';

/** Postal address on one line. */
export function postalAddress(party: Party): string {
  const line = [party.address, party.city, party.state, party.postalCode, party.country];
  return line
    .map((part) => (part ?? '').trim().replaceAll(/\s*\n\s*/g, ', '))
    .filter((part) => part !== '')
    .join(', ');
}

function documentLine(document: AttachedDocument, language: Language): string {
  return `${DOCUMENT_WORDS[document.kind][language]}: ${document.name} (${document.digest})`;
}

/** Who a party is and how to reach it. */
export function partyBlocks(party: Party, language: Language): Block[] {
  const { label, sentence } = PHRASES[language];
  const power = party.powerOfAttorney;
  return [
    rows(
      [label.name, party.legalName],
      [label.person, party.contactName === party.legalName ? undefined : party.contactName],
      [label.representative, party.legalRepresentative],
      [label.address, party.address.trim() === '' ? undefined : postalAddress(party)],
      [label.phone, party.phone],
      [label.email, party.email],
      [label.identity, party.identityReference],
      [label.authority, sentence[party.authority]],
      [label.power, power && `${power.name} (${power.digest})`],
    ),
  ];
}

/** What a work is and what shows title to it. */
export function workBlock(work: Work, language: Language): Block {
  const { label } = PHRASES[language];
  return {
    kind: 'group',
    heading: work.title,
    blocks: [
      rows(
        [label.kind, WORK_WORDS[work.kind][language]],
        [label.author, work.author],
        [label.published, work.firstPublication],
        [label.registration, work.registrationNumber],
      ),
      ...list(work.authorisedUrls, label.authorised, true),
      ...list(
        work.titleDocuments.map((document) => documentLine(document, language)),
        label['title-documents'],
      ),
    ],
  };
}

/** How an item uses the work; undefined where nobody said: a notice states no more than its notifier did. */
export function modeWords({ mode }: Pick<Item, 'mode'>, language: Language): string | undefined {
  return mode === 'other' ? undefined : MODE_WORDS[mode][language];
}

/** What an item is, where, and which captures show it. `number` counts from 1. */
export function itemBlock(content: NoticeContent, item: Item, number: number): Block {
  const { language } = content;
  const { label } = PHRASES[language];
  const work = workOf(content, item);
  const heading = language === 'zh-CN' ? `${label.item}${number}项` : `${label.item} ${number}`;
  return {
    kind: 'group',
    heading,
    blocks: [
      rows(
        [label.work, work?.title],
        [label.right, rightWords(content.regime, item.right, language)],
        [label.use, modeWords(item, language)],
        [label.what, item.description],
        [label.account, item.account],
      ),
      ...list(addressesOf(item, content.scopeHosts), label.infringing, true),
      rows([label.page, item.pageUrl, true], [label.found, utc(item.foundAt)]),
      ...captureBlocks(content, item),
      ...list(observationLines(content, item), label.observations),
    ],
  };
}

/** What is asked, and why nothing less would do where that was said. */
export function measureBlocks(content: NoticeContent): Block[] {
  return [
    ...list(content.measures.map((measure) => MEASURE_WORDS[measure][content.language])),
    ...paragraphs(content.measureNote),
  ];
}

/** Statements in full, each as it was confirmed. */
export function statementBlocks(content: NoticeContent): Block[] {
  return content.statements.flatMap((statement) => paragraphs(statement.text));
}

/**
 * Exceptions that were asked about and do not apply. Nothing is said of them while one is not settled: a list that
 * leaves one out would tell the reader which.
 */
export function consideredBlocks(content: NoticeContent): Block[] {
  const { language } = content;
  if (content.exceptions.some(({ answer }) => answer !== 'does-not-apply')) return [];
  const names = content.exceptions
    .filter((one) => one.answer === 'does-not-apply')
    .map((one) => EXCEPTION_WORDS[one.id][language]);
  return names.length === 0 ? [] : [...paragraphs(PHRASES[language].sentence.considered), ...list(names)];
}
