import { FailureError } from '../../case/result.ts';
import { noticeFolder } from '../../notice/notice-folder.ts';
import type { BundleEntry, EntryProducer } from '../ports.ts';
import { readableJson } from './payload.ts';

/**
 * `data/notices/<recipient>-<id>/…`: each finalised notice with the files it was finalised with, byte for byte. A case
 * file imported without its bundle names files that are not on this machine: those are listed beside the notice.
 */
export const noticesProducer: EntryProducer = {
  id: 'notices',
  async *produce({ source, audience }) {
    if (audience) {
      yield* audience.notices;
      return;
    }
    for (const notice of source.caseFile.notices ?? []) {
      const folder = noticeFolder(notice);
      yield { path: `${folder}/notice.json`, content: readableJson(notice) };
      const notHeld: string[] = [];
      for (const { path, digest, size } of notice.renderings) {
        const blob = await source.blob(digest);
        if (blob.ok) {
          yield {
            path: `${folder}/${path}`,
            content: blob.value,
            expected: { digest, size },
          } satisfies BundleEntry;
        } else if (blob.failure.code === 'not-found') notHeld.push(path);
        else throw new FailureError(blob.failure.code, `${folder}/${path}: ${blob.failure.detail}`);
      }
      if (notHeld.length > 0) yield { path: `${folder}/not-held.json`, content: readableJson(notHeld) };
    }
  },
};
