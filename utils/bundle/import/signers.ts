import { hexOf, type Id } from '../../case/values.ts';
import type { Store } from '../../store/store.ts';
import type { ReadBundle } from './read-bundle.ts';

/**
 * How far a bundle may change a case that is here. Anybody can extend a copy of a bundle and hash its custody log anew:
 * only the signature says whose words the new ones are.
 *
 * `known`: signed with a key of this installation, or with one that was accepted before; its custody log may go on in
 * ours. `accepted`: signed, and somebody has just said that the key is known to them; what it brings is merged, its log
 * stands beside ours. `unsigned`: brings captures and rows that are not here, and changes nothing that is.
 */
export type Standing = 'known' | 'accepted' | 'unsigned';

/** Fingerprints, in hexadecimal, of the keys whose bundles may continue this case without a question. */
export async function knownSigners({ db }: Pick<Store, 'db'>, caseId: Id): Promise<ReadonlySet<string>> {
  const own = await db.signingKeys.toArray();
  const imports = await db.imports.where('caseId').equals(caseId).toArray();
  return new Set([
    ...own.map(({ fingerprint }) => hexOf(fingerprint)),
    ...imports.flatMap(({ record, signerAccepted }) => (signerAccepted && record.signer) || []),
  ]);
}

/** The standing of bundles that come in together: that of the least known among them. */
export function standingOf(
  bundles: readonly Pick<ReadBundle, 'signer' | 'report'>[],
  known: ReadonlySet<string>,
): Standing {
  const signers = bundles.map(({ signer, report }) => (report.verdict === 'whole' ? signer : null));
  if (signers.includes(null)) return 'unsigned';
  return signers.every((signer) => signer !== null && known.has(signer)) ? 'known' : 'accepted';
}
