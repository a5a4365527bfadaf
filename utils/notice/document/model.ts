import type { Language } from '../../case/settings.ts';

/** A labelled value of a notice. `exact` values (addresses, digests) are never wrapped or translated. */
export interface Row {
  readonly label: string;
  readonly value: string;
  readonly exact?: true;
}

/** A part of a section. */
export type Block =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly label?: string;
      readonly entries: readonly string[];
      readonly exact?: true;
    }
  | { readonly kind: 'group'; readonly heading: string; readonly blocks: readonly Block[] };

/** A numbered part of a notice. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A notice as prose: what plain text and HTML are both written from. Plain text only, never markup. */
export interface NoticeDocument {
  readonly language: Language;
  readonly title: string;
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
}

/** A time as notices write it: UTC to the second, without a zone that a reader could misread. */
export function utc(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? at : `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** Rows without those that say nothing. */
export function rows(
  ...entries: readonly (readonly [label: string, value: string | undefined, exact?: true])[]
): Block {
  return {
    kind: 'rows',
    rows: entries.flatMap(([label, value, exact]) =>
      value === undefined || value.trim() === '' ? [] : [{ label, value, ...(exact ? { exact } : {}) }],
    ),
  };
}

/** A list; nothing where it would be empty. */
export function list(entries: readonly string[], label?: string, exact?: true): Block[] {
  if (entries.length === 0) return [];
  return [{ kind: 'list', entries, ...(label === undefined ? {} : { label }), ...(exact ? { exact } : {}) }];
}

/** Paragraphs of a free text; nothing where it is blank. */
export function paragraphs(text: string | undefined): Block[] {
  return (text ?? '').trim() === '' ? [] : [{ kind: 'paragraph', text: (text ?? '').trim() }];
}
