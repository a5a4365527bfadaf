import type { NoticeContent } from '../case/notice.ts';
import type { Digest } from '../case/values.ts';

/** A file that can be sent along with a notice: a document, or a capture, which lies in the evidence bundle. */
export interface Attachable {
  readonly digest: Digest;
  /** Name of the document's file; absent for a capture. */
  readonly name?: string;
  /** Number and page of the capture; absent for a document. */
  readonly capture?: { readonly number: number; readonly url: string };
}

type Parts = Pick<NoticeContent, 'works' | 'captures' | 'notifier'>;

/** All that a notice can have along with it: the works' documents, the power of attorney, the captures; each once. */
export function attachableTo({ works, captures, notifier }: Parts): Attachable[] {
  const power = notifier?.powerOfAttorney;
  const documents = [...works.flatMap(({ titleDocuments }) => titleDocuments), ...(power ? [power] : [])];
  const all: Attachable[] = [
    ...documents.map(({ digest, name }) => ({ digest, name })),
    ...captures.flatMap(({ digest, number, urlFinal: url }) =>
      digest === null ? [] : [{ digest, capture: { number, url } }],
    ),
  ];
  return [...new Map(all.map((one) => [one.digest, one])).values()];
}

/** What is said to be along with a notice. A digest that leads nowhere any more is left out. */
export function attachedTo(content: Parts & Pick<NoticeContent, 'attached'>): Attachable[] {
  const chosen = new Set(content.attached);
  return attachableTo(content).filter(({ digest }) => chosen.has(digest));
}
