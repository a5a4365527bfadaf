import { fail, succeed, type Result } from '../../case/result.ts';
import type { Bytes } from '../bytes.ts';
import { DerError } from '../der.ts';
import { derBlocks } from '../pem.ts';
import { bundledRoots } from './bundled-roots.ts';
import { basicConstraints, parseCertificate } from '../x509/certificate.ts';
import { sameName } from '../x509/name.ts';

/** A user's roots are few; a file of every root there is would be a mistake. */
const MAXIMUM_ROOTS = 50;

/**
 * Root certificates out of a PEM text; certificates of issuers between may stand beside them.
 * @returns DER of each; `invalid-data` where the text holds something else, `[]` for an empty text.
 */
export function rootsFromPem(text: string): Result<Bytes[]> {
  if (!text.trim()) return succeed([]);
  const blocks = derBlocks('CERTIFICATE', text);
  if (!blocks?.length) return fail('invalid-data', 'no certificate in PEM form');
  if (blocks.length > MAXIMUM_ROOTS) return fail('too-large', `${blocks.length} certificates`);
  try {
    const certificates = blocks.map((block) => parseCertificate(block));
    if (certificates.some((one) => !basicConstraints(one).ca)) {
      return fail('invalid-data', 'a certificate that is not an authority');
    }
    const hasRoot = certificates.some((one) => sameName(one.subject, one.issuer));
    return hasRoot
      ? succeed(blocks)
      : fail('invalid-data', 'no root: every certificate is issued by another');
  } catch (thrown) {
    if (thrown instanceof DerError) return fail('invalid-data', thrown.message);
    throw thrown;
  }
}

/** The roots a timestamp may lead to: those of the extension and the user's own. */
export function trustedRoots(userPem: string): Result<Bytes[]> {
  const own = rootsFromPem(userPem);
  return own.ok ? succeed([...bundledRoots(), ...own.value]) : own;
}
