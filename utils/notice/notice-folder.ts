import type { Notice } from '../case/notice.ts';

/** The folder of a notice in the bundle: recipient and start of the id, lower-case ASCII. */
export function noticeFolder(notice: Pick<Notice, 'id' | 'content'>): string {
  const name = notice.content.provider.id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
  return `data/notices/${name.replaceAll(/^-+|-+$/g, '') || 'recipient'}-${notice.id.slice(0, 8).toLowerCase()}`;
}
