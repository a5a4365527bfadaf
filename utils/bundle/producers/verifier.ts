import { FailureError } from '../../case/result.ts';
import { VERIFIER } from '../layout.ts';
import type { EntryProducer } from '../ports.ts';

/**
 * `verify/verify.html`: the verifier as one page that works from disk.
 * @param load gives the page as the build made it.
 */
export function verifierProducer(load: () => Promise<string>): EntryProducer {
  return {
    id: 'verifier',
    async *produce() {
      const content = await load();
      if (!content.startsWith('<!doctype html>')) throw new FailureError('not-available', VERIFIER);
      yield { path: VERIFIER, content };
    },
  };
}
