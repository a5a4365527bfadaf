import type { Bytes } from '../../integrity/bytes.ts';
import { bundledRoots } from '../../integrity/timestamp/bundled-roots.ts';
import { signatureCheck, timestampCheck } from './attest-checks.ts';
import type { BundleCheck } from './types.ts';

/**
 * Checks of what speaks about the finished bag: signature, trusted time. The dashboard, the command line and
 * `verify.html` all run these, so that they never say different things.
 * @param roots DER of the timestamp roots to trust; the bundled ones where not given.
 */
export function furtherChecks(roots: readonly Bytes[] = bundledRoots()): readonly BundleCheck[] {
  return [signatureCheck, timestampCheck(roots)];
}
