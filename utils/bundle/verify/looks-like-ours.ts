import type { ByteSource } from '../../integrity/digest.ts';
import { BAGIT, timeOfTopFolder } from '../layout.ts';
import { viewOf } from '../zip/end-record.ts';
import { endRecords, LOCAL_SIGNATURE, LOCAL_SIZE } from '../zip/format.ts';

/**
 * Whether bytes that cannot be opened as a zip were once a bundle: they begin as ours do, or end so. A download
 * cut short or a damaged directory is then called damaged, and not some other file.
 */
export async function looksLikeOurs(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, Math.min(source.size, LOCAL_SIZE + 100));
  if (head.byteLength > LOCAL_SIZE && viewOf(head).getUint32(0, true) === LOCAL_SIGNATURE) {
    const name = new TextDecoder().decode(head.subarray(LOCAL_SIZE));
    const [top = '', file = ''] = name.split('/');
    if (timeOfTopFolder(top) && file.startsWith(BAGIT)) return true;
  }
  const comment = endRecords(0, 0, 0).subarray(22);
  if (source.size < comment.byteLength) return false;
  const tail = await source.read(source.size - comment.byteLength, source.size);
  return comment.every((byte, index) => byte === tail[index]);
}
