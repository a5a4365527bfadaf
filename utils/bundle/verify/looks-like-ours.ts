import type { ByteSource } from '../../integrity/digest.ts';
import { AGE_HEADER } from '../../integrity/age-header.ts';
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

/** Whether bytes are an age file: no fault of theirs, but nothing can be said of what is inside. */
export async function isAgeSource(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, Math.min(source.size, AGE_HEADER.length));
  return new TextDecoder('latin1').decode(head) === AGE_HEADER;
}
