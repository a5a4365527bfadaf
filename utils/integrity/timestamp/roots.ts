import { fail, succeed, type Result } from '../../case/result.ts';
import type { Bytes } from '../bytes.ts';
import { DerError } from '../der.ts';
import { derBlocks } from '../pem.ts';
import { basicConstraints, parseCertificate } from '../x509/certificate.ts';

/** A user's roots are few; a file of every root there is would be a mistake. */
const MAXIMUM_ROOTS = 50;

/**
 * Root certificates out of a PEM text.
 * @returns DER of each; `invalid-data` where the text holds something else, `[]` for an empty text.
 */
export function rootsFromPem(text: string): Result<Bytes[]> {
  if (!text.trim()) return succeed([]);
  const blocks = derBlocks('CERTIFICATE', text);
  if (!blocks?.length) return fail('invalid-data', 'no certificate in PEM form');
  if (blocks.length > MAXIMUM_ROOTS) return fail('too-large', `${blocks.length} certificates`);
  for (const block of blocks) {
    const problem = problemOf(block);
    if (problem) return fail('invalid-data', problem);
  }
  return succeed(blocks);
}

function problemOf(der: Bytes): string | null {
  try {
    return basicConstraints(parseCertificate(der)).ca ? null : 'a certificate that is not an authority';
  } catch (thrown) {
    if (thrown instanceof DerError) return thrown.message;
    throw thrown;
  }
}
