import type { NoticeContent } from '../../case/notice.ts';
import { CLASS_WORDS } from '../../i18n/catalog/notice-words.ts';
import { addressesOf, hostOf } from '../addresses.ts';
import { keyBlocks, linkedBlocks, openingBlocks, signatureBlocks } from './generic.ts';
import { list, paragraphs, rows, utc } from './model.ts';
import type { Block, NoticeDocument } from './model.ts';
import {
  consideredBlocks,
  measureBlocks,
  modeWords,
  partyBlocks,
  statementBlocks,
  workBlock,
} from './parts.ts';
import { captureBlocks, evidenceBlocks, observationLines } from './proof.ts';
import { PHRASES } from './phrases.ts';
import { workOf } from '../lookup.ts';
import { rightWords } from '../rights.ts';

const LANGUAGE = 'zh-CN';

/**
 * The order of the National Copyright Administration's model form. The stars with which it marks what must be filled in
 * belong to the empty form and not to what is sent.
 */
export function chineseDocument(content: NoticeContent): NoticeDocument {
  const { provider, notifier, holder } = content;
  const agent = notifier && notifier.id !== holder?.id ? notifier : null;
  return {
    language: LANGUAGE,
    title: `要求采取删除、断开链接等必要措施的通知书${content.kind === 'correction' ? '（更正）' : ''}`,
    opening: openingBlocks(content),
    sections: [
      {
        heading: '网络服务提供者',
        blocks: [
          rows(
            ['名称', provider.legalEntity ?? provider.name],
            ['服务类型', CLASS_WORDS[provider.serviceClass][LANGUAGE]],
          ),
        ],
      },
      { heading: '权利人', blocks: holder ? partyBlocks(holder, LANGUAGE) : [] },
      { heading: '代理人（通知人）', blocks: agent ? partyBlocks(agent, LANGUAGE) : [] },
      { heading: '作品及权属证明', blocks: content.works.map((work) => workBlock(work, LANGUAGE)) },
      {
        heading: '侵权内容及网络地址',
        blocks: content.items.map((_item, index) => infringement(content, index)),
      },
      {
        heading: '事实和证明材料',
        blocks: [...paragraphs(content.reason), ...evidenceBlocks(content), ...keyBlocks(content)],
      },
      { heading: '通知要求', blocks: measureBlocks(content) },
      { heading: '关联通知', blocks: linkedBlocks(content) },
      { heading: '保证与声明', blocks: statementBlocks(content) },
      { heading: '已考虑的例外情形', blocks: consideredBlocks(content) },
      { heading: '签名（盖章）', blocks: signatureBlocks(content) },
    ].filter((section) => section.blocks.length > 0),
  };
}

function infringement(content: NoticeContent, index: number): Block {
  const item = content.items[index];
  if (!item) return { kind: 'paragraph', text: '' };
  const { label } = PHRASES[LANGUAGE];
  const work = workOf(content, item);
  const addresses = addressesOf(item, content.scopeHosts);
  const domains = new Set(addresses.map((url) => hostOf(url) ?? ''));
  return {
    kind: 'group',
    heading: `第${index + 1}项`,
    blocks: [
      rows(
        ['域名', [...domains].filter(Boolean).join('、'), true],
        ['侵权内容', item.description],
        ['作品', work?.title],
        ['被侵害的权利', rightWords(content.regime, item.right, LANGUAGE)],
        ['使用方式', modeWords(item, LANGUAGE)],
        [label.account, item.account],
      ),
      ...list(addresses, '网络地址', true),
      rows([label.page, item.pageUrl, true], [label.found, utc(item.foundAt)]),
      ...captureBlocks(content, item),
      ...list(observationLines(content, item), label.observations),
    ],
  };
}
