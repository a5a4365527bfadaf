import type { Audience, NoticeContent } from '../../case/notice.ts';
import type { Language } from '../../case/settings.ts';
import { viewFor } from '../audience.ts';
import { documentOf } from '../document/index.ts';
import type { Block, NoticeDocument } from '../document/model.ts';

/** The plain text of a notice: stands alone, without attachments. Lines end in LF; the last line too. */
export function renderText(content: NoticeContent, audience: Audience): string {
  return writeText(documentOf(viewFor(content, audience)));
}

/**
 * The words a signature is given for: everything in the notice as counsel sees it, but the signature itself.
 * Their digest is what {@link Signature.textDigest} fixes.
 */
export function textToSign(content: NoticeContent): string {
  const { signature: _signature, ...unsigned } = content;
  return renderText(unsigned, 'full');
}

/** Any document of this shape as plain text; what it holds must be clean already. */
export function writeText(document: NoticeDocument): string {
  const lines = [
    document.title,
    '',
    ...document.opening.flatMap((block) => writeBlock(block, '', document.language)),
  ];
  document.sections.forEach((section, index) => {
    lines.push('', sectionHeading(section.heading, index + 1, document.language));
    for (const block of section.blocks) lines.push(...writeBlock(block, '  ', document.language));
  });
  return `${lines.join('\n')}\n`;
}

/** `3. Works`, or `三、作品` as Chinese documents are numbered. */
export function sectionHeading(heading: string, number: number, language: Language): string {
  return language === 'zh-CN' ? `${chineseNumber(number)}、${heading}` : `${number}. ${heading}`;
}

function chineseNumber(number: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  if (number < 10) return digits[number] ?? '';
  const tens = number < 20 ? '' : (digits[Math.floor(number / 10)] ?? '');
  return `${tens}十${digits[number % 10] ?? ''}`;
}

/** A free text may hold line breaks; each line is set in, so that none can pass for a heading of the notice. */
function inset(text: string, indent: string): string {
  return text.replaceAll('\n', `\n${indent}  `);
}

function writeBlock(block: Block, indent: string, language: Language): string[] {
  const colon = language === 'en' ? ': ' : '：';
  if (block.kind === 'rows')
    return block.rows.map((row) => `${indent}${row.label}${colon}${inset(row.value, indent)}`);
  if (block.kind === 'paragraph') return [`${indent}${inset(block.text, indent)}`];
  if (block.kind === 'list') {
    const entries = block.entries.map((entry) => `${indent}- ${inset(entry, indent)}`);
    return block.label === undefined ? entries : [`${indent}${block.label}${colon.trimEnd()}`, ...entries];
  }
  return [
    `${indent}${inset(block.heading, indent)}`,
    ...block.blocks.flatMap((one) => writeBlock(one, `${indent}  `, language)),
  ];
}
