import type { CaseFile } from './case-file.ts';
import type { AttachedDocument } from './dispute.ts';
import type { NoticeContent } from './notice.ts';

/** The documents a finalised notice rests on: it keeps its own copy of works and parties, whatever becomes of theirs. */
export function documentsNamedBy({ works, holder, notifier }: NoticeContent): AttachedDocument[] {
  return [
    ...works.flatMap((work) => work.titleDocuments),
    ...[holder, notifier].flatMap((party) => party?.powerOfAttorney ?? []),
  ];
}

/**
 * Every file a case names beside its captures, each once: documents of the case, title documents, powers of
 * attorney, those that finalised notices rest on, and proof of deliveries.
 */
export function documentsOf(file: CaseFile): AttachedDocument[] {
  const proofs = (file.deliveries ?? []).flatMap(({ id, at, proof, proofDocuments = [] }) =>
    proof.map(
      (digest): AttachedDocument =>
        proofDocuments.find((one) => one.digest === digest) ?? {
          digest,
          name: `delivery ${id}`,
          kind: 'other',
          addedAt: at,
        },
    ),
  );
  const all = [
    ...(file.case.documents ?? []),
    ...file.works.flatMap((work) => work.titleDocuments),
    ...file.parties.flatMap((party) => party.powerOfAttorney ?? []),
    ...(file.notices ?? []).flatMap(({ content }) => documentsNamedBy(content)),
    ...proofs,
  ];
  return [...new Map(all.map((document) => [document.digest, document])).values()];
}
