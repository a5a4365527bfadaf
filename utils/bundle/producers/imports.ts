import { FailureError } from '../../case/result.ts';
import { importFolder } from '../layout.ts';
import type { EntryProducer } from '../ports.ts';

/**
 * `data/imports/…`: of each bundle the case was imported from, its manifests, signature, custody log and case file as
 * they came, and what its verification said then.
 */
export const importsProducer: EntryProducer = {
  id: 'imports',
  async *produce({ source }) {
    for (const { id, files } of source.imports ?? []) {
      const folder = importFolder(id);
      for (const { path, digest, size } of files) {
        const blob = await source.blob(digest);
        if (!blob.ok) throw new FailureError(blob.failure.code, `${folder}${path}: ${blob.failure.detail}`);
        yield { path: folder + path, content: blob.value, expected: { digest, size } };
      }
    }
  },
};
