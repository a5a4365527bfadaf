import type { EarlierNotice, NoticeContent, NoticeDraft } from '../case/notice.ts';
import { takesBack } from '../case/notice-kind.ts';
import { noticeAddresses } from './addresses.ts';
import type { ContentOptions } from './content.ts';

/**
 * What a correction or retraction says of the notice before it: when, by which channel, about which addresses and
 * works. One that takes back is about exactly what that notice was about, as it was then, whatever the case holds now.
 * Nothing where the earlier notice is not held.
 */
export function earlierOf(
  draft: NoticeDraft,
  { notices = [], deliveries = [] }: Pick<ContentOptions, 'notices' | 'deliveries'>,
): Partial<NoticeContent> {
  const id = draft.retracts ?? draft.supersedes;
  const notice = id === undefined ? undefined : notices.find((one) => one.id === id);
  if (!notice) return {};
  const { content, finalisedAt } = notice;
  const { items, works, captures, scopeHosts } = content;
  const earlier: EarlierNotice = {
    noticeId: notice.id,
    version: content.version,
    finalisedAt,
    channel: content.channel?.address ?? null,
    sent: deliveries
      .filter(({ noticeId, type }) => noticeId === notice.id && type === 'sent')
      .filter(({ at }) => draft.signature === undefined || Date.parse(at) <= Date.parse(draft.signature.at))
      .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
      .map(({ at, channel }) => ({ at, channel })),
    addresses: noticeAddresses(content),
    works: works.map(({ title }) => title),
  };
  return takesBack(draft) ? { earlier, items, works, captures, scopeHosts } : { earlier };
}
