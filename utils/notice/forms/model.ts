import type { Party } from '../../case/dispute.ts';
import type { EvidenceCapture, FormId, NoticeContent } from '../../case/notice.ts';
import { MEASURE_WORDS } from '../../i18n/catalog/notice-words.ts';
import { cut } from '../renderings/files.ts';
import { workOf } from '../lookup.ts';
import { rightWords } from '../rights.ts';

/** One field of a web form, to be copied. */
export interface FormField {
  /** The field's name where the form has one, else a short id of ours. */
  readonly id: string;
  /** As the form shows it. */
  readonly label: string;
  readonly value: string;
  /** Longest value the form takes, in characters. */
  readonly maximum?: number;
  /** True where the value was cut to fit: the user is told. */
  readonly shortened?: true;
  readonly required: boolean;
  /** What to know when filling it in. */
  readonly note?: string;
}

/** One filling of a form. A notice can need several, where the form takes one host or so many addresses at a time. */
export interface FormSubmission {
  readonly form: FormId;
  readonly number: number;
  readonly of: number;
  readonly addresses: readonly string[];
  readonly fields: readonly FormField[];
}

/** Makes the fields for some addresses of a notice. The content is already what the recipient may see. */
export type FormBuilder = (content: NoticeContent, addresses: readonly string[]) => readonly FormField[];

/** A field, cut to its limit where it has one. */
export function field(
  id: string,
  label: string,
  value: string | undefined,
  options: { readonly maximum?: number; readonly optional?: true; readonly note?: string } = {},
): FormField {
  const full = (value ?? '').trim();
  const { maximum } = options;
  const kept = maximum === undefined ? full : cut(full, maximum);
  return {
    id,
    label,
    value: kept,
    required: !options.optional,
    ...(maximum === undefined ? {} : { maximum }),
    ...(kept === full ? {} : { shortened: true as const }),
    ...(options.note === undefined ? {} : { note: options.note }),
  };
}

/** The natural person who writes, else the name of the party. */
export function personOf(party: Party | null): string {
  return party?.contactName ?? party?.legalName ?? '';
}

/** Captures of the material itself: what was observed elsewhere, such as terms, comes from another server. */
export function shownCaptures(content: NoticeContent): EvidenceCapture[] {
  const shown = new Set(content.items.flatMap(({ captureIds }) => captureIds));
  return content.captures.filter(({ id }) => shown.has(id));
}

/** What is shown where, for free-text fields that hold no personal data. */
export function explanation(content: NoticeContent): string {
  const { language } = content;
  const items = content.items.map((item, index) => {
    const work = workOf(content, item);
    const right = rightWords(content.regime, item.right, language);
    return `${index + 1}. ${work?.title ?? ''}${right ? ` [${right}]` : ''}: ${item.description}`;
  });
  const proofs = content.captures.map((one) => `${one.startedAt} ${one.urlFinal} ${one.digest ?? ''}`.trim());
  const measures = content.measures.map((measure) => MEASURE_WORDS[measure][language]);
  return [
    ...items,
    content.reason,
    ...measures,
    ...(content.measureNote ? [content.measureNote] : []),
    ...proofs,
  ].join('\n');
}

/** The statements in full, one to a line. */
export function statementsText(content: NoticeContent): string {
  return content.statements.map((statement) => statement.text).join('\n');
}
