import type { NoticeContent } from '../../case/notice.ts';
import {
  itemBlock,
  measureBlocks,
  modeWords,
  consideredBlocks,
  partyBlocks,
  statementBlocks,
  workBlock,
} from './parts.ts';
import { keyBlocks, linkedBlocks, openingBlocks, signatureBlocks } from './generic.ts';
import { list, paragraphs } from './model.ts';
import type { NoticeDocument } from './model.ts';
import { evidenceBlocks } from './proof.ts';
import { rightWords } from '../rights.ts';

const LANGUAGE = 'ja';

/** The order of Form A of the copyright guidelines under the Information Distribution Platform Act. */
export function japaneseDocument(content: NoticeContent): NoticeDocument {
  const { holder, notifier } = content;
  const agent = notifier && notifier.id !== holder?.id ? notifier : null;
  return {
    language: LANGUAGE,
    title: `著作物等の送信を防止する措置の申出書${content.kind === 'correction' ? '（訂正）' : ''}`,
    opening: openingBlocks(content),
    sections: [
      { heading: '申出者（権利者）', blocks: holder ? partyBlocks(holder, LANGUAGE) : [] },
      { heading: '申出者の代理人', blocks: agent ? partyBlocks(agent, LANGUAGE) : [] },
      {
        heading: '侵害情報の特定及び侵害の態様',
        blocks: content.items.map((item, index) => itemBlock(content, item, index + 1)),
      },
      { heading: '著作物等の説明', blocks: content.works.map((work) => workBlock(work, LANGUAGE)) },
      { heading: '侵害されたとする権利', blocks: list(rightsOf(content)) },
      { heading: '著作権等が侵害されたとする理由', blocks: paragraphs(content.reason) },
      { heading: '侵害の態様', blocks: list(modesOf(content)) },
      {
        heading: '権利の侵害を確認する方法',
        blocks: [...evidenceBlocks(content), ...keyBlocks(content)],
      },
      { heading: '求める措置', blocks: measureBlocks(content) },
      { heading: '関連する申出', blocks: linkedBlocks(content) },
      { heading: '表明', blocks: statementBlocks(content) },
      { heading: '検討した権利制限等', blocks: consideredBlocks(content) },
      { heading: '署名', blocks: signatureBlocks(content) },
    ].filter((section) => section.blocks.length > 0),
  };
}

function rightsOf(content: NoticeContent): string[] {
  const { items, regime } = content;
  return [...new Set(items.flatMap(({ right }) => rightWords(regime, right, LANGUAGE) ?? []))];
}

function modesOf(content: NoticeContent): string[] {
  return [...new Set(content.items.flatMap((item) => modeWords(item, LANGUAGE) ?? []))];
}
