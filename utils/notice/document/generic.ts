import type { NoticeContent } from '../../case/notice.ts';
import { takesBack } from '../../case/notice-kind.ts';
import type { Language } from '../../case/settings.ts';
import { CLASS_WORDS } from '../../i18n/catalog/notice-words.ts';
import {
  consideredBlocks,
  itemBlock,
  measureBlocks,
  partyBlocks,
  statementBlocks,
  workBlock,
} from './parts.ts';
import { earlierBlocks } from './earlier.ts';
import { list, paragraphs, rows, utc } from './model.ts';
import type { Block, NoticeDocument, Section } from './model.ts';
import { PHRASES } from './phrases.ts';
import { evidenceBlocks } from './proof.ts';

/** The layout for laws that prescribe elements and no form. */
export function genericDocument(content: NoticeContent): NoticeDocument {
  const { language } = content;
  return {
    language,
    title: titleOf(content),
    opening: openingBlocks(content),
    sections: takesBack(content) ? retractionSections(content) : noticeSections(content),
  };
}

function titleOf(content: NoticeContent): string {
  const { title } = PHRASES[content.language];
  if (content.kind !== 'letter') return title[content.kind];
  if (takesBack(content)) return title['letter-retraction'];
  return title[content.supersedes === undefined ? 'letter' : 'letter-correction'];
}

/** To whom, how, under which law, and which notice this is. */
export function openingBlocks(content: NoticeContent): Block[] {
  const { language, provider, channel, regime } = content;
  const { label } = PHRASES[language];
  const section = regime.sections?.[provider.serviceClass];
  // A letter is outside the procedure of the law, and what takes a notice back demands nothing under it.
  const outside = content.kind === 'letter' || takesBack(content);
  return [
    rows(
      [label.to, provider.legalEntity ?? provider.name],
      [label.by, channel?.address, true],
      [label.law, outside ? undefined : lawLine(regime.law, section, language)],
      [label.id, `${content.noticeId} (${content.version})`, true],
      [label.matter, content.matterId, true],
    ),
    ...earlierBlocks(content),
  ];
}

/** The paragraph that covers the recipient's class, where it names the law itself; otherwise both. */
function lawLine(law: string, section: string | undefined, language: Language): string {
  if (section === undefined) return law;
  return section.startsWith(law) ? section : inBrackets(law, section, language);
}

/** A remark behind a text, in the brackets of the language. */
function inBrackets(text: string, remark: string, language: Language): string {
  return language === 'en' ? `${text} (${remark})` : `${text}（${remark}）`;
}

function noticeSections(content: NoticeContent): Section[] {
  const { language } = content;
  const { heading } = PHRASES[language];
  return [
    { heading: heading.holder, blocks: content.holder ? partyBlocks(content.holder, language) : [] },
    { heading: heading.notifier, blocks: senderBlocks(content) },
    { heading: heading.works, blocks: content.works.map((work) => workBlock(work, language)) },
    {
      heading: heading.items,
      blocks: content.items.map((item, index) => itemBlock(content, item, index + 1)),
    },
    { heading: heading.reason, blocks: paragraphs(content.reason) },
    { heading: heading.measure, blocks: measureBlocks(content) },
    { heading: heading.evidence, blocks: [...evidenceBlocks(content), ...keyBlocks(content)] },
    { heading: heading.linked, blocks: linkedBlocks(content) },
    { heading: heading.statements, blocks: statementBlocks(content) },
    { heading: heading.considered, blocks: consideredBlocks(content) },
    { heading: heading.signature, blocks: signatureBlocks(content) },
  ].filter((section) => section.blocks.length > 0);
}

function retractionSections(content: NoticeContent): Section[] {
  const { heading } = PHRASES[content.language];
  return [
    { heading: heading.notifier, blocks: senderBlocks(content) },
    { heading: heading.reason, blocks: paragraphs(content.reason) },
    { heading: heading.signature, blocks: signatureBlocks(content) },
  ].filter((section) => section.blocks.length > 0);
}

function senderBlocks(content: NoticeContent): Block[] {
  const { notifier, holder, language } = content;
  if (!notifier) return [];
  if (notifier.id === holder?.id && !takesBack(content)) {
    const { label, sentence } = PHRASES[language];
    return [rows([label.name, notifier.legalName], [label.authority, sentence['same-as-holder']])];
  }
  return partyBlocks(notifier, language);
}

/** Which key signed the bundle. */
export function keyBlocks(content: NoticeContent): Block[] {
  const { label } = PHRASES[content.language];
  return content.keyFingerprint === undefined ? [] : [rows([label.key, content.keyFingerprint, true])];
}

/** The other notices of the matter. */
export function linkedBlocks(content: NoticeContent): Block[] {
  const { language, linked } = content;
  if (linked.length === 0) return [];
  const lines = linked.map((one) =>
    inBrackets(one.provider, CLASS_WORDS[one.serviceClass][language], language),
  );
  return [...paragraphs(PHRASES[language].sentence.linked), ...list(lines)];
}

/** The name as typed, and when. */
export function signatureBlocks(content: NoticeContent): Block[] {
  const { signature, language } = content;
  const { label, sentence } = PHRASES[language];
  if (!signature) return [rows([label.signature, sentence.unsigned])];
  return [rows([label.signature, signature.name], [label.date, utc(signature.at)])];
}
