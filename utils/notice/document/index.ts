import type { NoticeContent } from '../../case/notice.ts';
import { takesBack } from '../../case/notice-kind.ts';
import { chineseDocument } from './china.ts';
import { genericDocument } from './generic.ts';
import { japaneseDocument } from './japan.ts';
import type { NoticeDocument } from './model.ts';

/** A notice as prose, in the layout of its law: China's model form, Japan's Form A, or the general one. */
export function documentOf(content: NoticeContent): NoticeDocument {
  const prescribed = content.kind !== 'letter' && !takesBack(content);
  if (prescribed && content.regime.jurisdiction === 'CN' && content.language === 'zh-CN')
    return chineseDocument(content);
  if (prescribed && content.regime.id === 'jp-ipdpa' && content.language === 'ja')
    return japaneseDocument(content);
  return genericDocument(content);
}
