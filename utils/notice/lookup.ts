import type { Item, Work } from '../case/dispute.ts';
import type { NoticeContent } from '../case/notice.ts';

/** Works by id, kept for as long as the list is: a notice can have thousands of items, and each asks for its work. */
const indexes = new WeakMap<readonly Work[], ReadonlyMap<string, Work>>();

/** The work an item is tied to. Lists of works are never changed in place. */
export function workOf(content: Pick<NoticeContent, 'works'>, item: Pick<Item, 'workId'>): Work | undefined {
  const { works } = content;
  const index = indexes.get(works) ?? new Map(works.map((work) => [work.id, work]));
  indexes.set(works, index);
  return item.workId === undefined ? undefined : index.get(item.workId);
}
