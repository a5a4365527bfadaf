import type { AttachedDocument } from '../../case/dispute.ts';
import { hexOf } from '../../case/values.ts';

/** Extensions for attached documents; a name somebody typed never becomes a path. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
  'image/webp': 'webp',
  'text/plain': 'txt',
  'application/zip': 'zip',
  'application/msword': 'doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** The media type of an attached document in a bundle, by the extension that {@link documentPath} gave it. */
export function mediaTypeOf(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const found = Object.entries(EXTENSIONS).find(([, one]) => one === extension);
  return found?.[0] ?? 'application/octet-stream';
}

/** Path of an attached document: its digest, and an extension by its media type. */
export function documentPath(document: Pick<AttachedDocument, 'digest'>, mediaType: string): string {
  const extension = EXTENSIONS[mediaType.split(';')[0]?.trim().toLowerCase() ?? ''] ?? 'bin';
  return `data/documents/${hexOf(document.digest).slice(0, 16)}.${extension}`;
}
