import type { Bytes } from '../../integrity/bytes.ts';
import { bundledRoots } from '../../integrity/timestamp/bundled-roots.ts';
import { archivesCheck } from './archive-checks.ts';
import { signatureCheck, timestampCheck } from './attest-checks.ts';
import { continuesCheck } from './case-checks.ts';
import type { BundleCheck } from './types.ts';

/** What the reader knows from elsewhere, as {@link parseFingerprints} gives it. */
export interface Known {
  /** Fingerprints of keys, one of which must have signed; none: any key. */
  readonly signers?: readonly string[];
  /** Heads of earlier custody logs of the case, each of which the log must hold. */
  readonly heads?: readonly string[];
}

/**
 * Checks of what speaks about the finished bag: signature, trusted time. The dashboard, the command line and
 * `verify.html` all run these, so that they never say different things.
 * @param roots DER of the timestamp roots to trust; the bundled ones where not given.
 */
export function furtherChecks(
  roots: readonly Bytes[] = bundledRoots(),
  { signers = [], heads = [] }: Known = {},
): readonly BundleCheck[] {
  return [archivesCheck, continuesCheck(heads), signatureCheck(signers), timestampCheck(roots)];
}

/** What stands before a fingerprint where tools and `bag-info.txt` print one. */
const BEFORE = /^(?:(?:\d+\s+)?sha-?256(?:\s*fingerprint|\([^)]*\))?\s*[:=]|\(stdin\)=|\S*\(stdin\)\s*=)\s*/i;
/** What `sha256sum` prints behind one: the name of the file, `-` for standard input. */
const BEHIND = /\s+\*?(?:-|\S*\.\S+)$/;

/**
 * SHA-256 digests as a person pastes them: one a line, or between commas; with colons or spaces, in either case, with
 * what tools print around them.
 * @returns each as 64 hexadecimal digits in small letters; null where one is no such digest.
 */
export function parseFingerprints(text: string): string[] | null {
  const parts = text.split(/[\n\r,;]+/).flatMap((part) => part.trim() || []);
  const found = parts.map((part) =>
    part.replace(BEFORE, '').replace(BEHIND, '').replaceAll(/[\s:]/g, '').toLowerCase(),
  );
  return found.every((one) => /^[0-9a-f]{64}$/.test(one)) ? found : null;
}
