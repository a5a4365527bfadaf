import type { Work } from '../../case/dispute.ts';
import type { NoticeContent } from '../../case/notice.ts';
import type { Language } from '../../case/settings.ts';
import { WORK_WORDS } from '../../i18n/catalog/notice-words.ts';

type Named = Pick<NoticeContent, 'works' | 'language'>;

/** The least by which a work is told: title and kind. */
export function workWords({ title, kind }: Work, language: Language): string {
  return `${title} [${WORK_WORDS[kind][language]}]`;
}

/** Works in a line: title, kind, author, an authorised copy. */
export function worksLine({ works, language }: Named): string {
  return works.map((work) => `${withAuthor(work, language)}${authorisedAt(work)}`).join('; ');
}

/** The most that can be said of the works within so many characters; titles alone where nothing more fits. */
export function worksLineWithin({ works, language }: Named, maximum: number): string {
  const ways = [
    worksLine({ works, language }),
    works.map((work) => withAuthor(work, language)).join('; '),
    works.map((work) => workWords(work, language)).join('; '),
  ];
  return ways.find((line) => line.length <= maximum) ?? works.map(({ title }) => title).join('; ');
}

function withAuthor(work: Work, language: Language): string {
  const by = work.author === '' ? '' : `, ${work.author}`;
  return `${work.title} [${WORK_WORDS[work.kind][language]}${by}]`;
}

function authorisedAt({ authorisedUrls: [first] }: Work): string {
  return first === undefined ? '' : ` (${first})`;
}
