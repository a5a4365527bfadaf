import type { NoticeContent } from '../../case/notice.ts';
import { list, paragraphs, rows, utc } from './model.ts';
import type { Block } from './model.ts';
import { PHRASES } from './phrases.ts';

/**
 * Which notice is corrected or taken back, told so that whoever holds neither it nor our numbers can find it: when, by
 * which channel, about which addresses and works.
 */
export function earlierBlocks(content: NoticeContent): Block[] {
  const { supersedes, retracts, earlier, language } = content;
  const { label, sentence } = PHRASES[language];
  const named = (id: string | undefined) =>
    id !== undefined && id === earlier?.noticeId ? `${id} (${earlier.version})` : id;
  if (supersedes === undefined && retracts === undefined) return [];
  return [
    rows(
      [label.withdraws, named(retracts), true],
      [label.corrects, named(supersedes), true],
      [label['earlier-date'], earlier && utc(earlier.finalisedAt)],
      [label['earlier-channel'], earlier?.channel ?? undefined, true],
    ),
    ...list(earlier?.sent.map(({ at, channel }) => `${utc(at)}, ${channel}`) ?? [], label['earlier-sent']),
    ...list(earlier?.works ?? [], label['earlier-works']),
    ...list(earlier?.addresses ?? [], label['earlier-addresses'], true),
    ...paragraphs(retracts === undefined ? sentence.correction : sentence.retraction),
  ];
}
