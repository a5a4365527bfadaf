import type { Digest } from '../case/values.ts';
import { hexOf } from '../case/values.ts';
import type { WrittenFile } from './ports.ts';

/** The bag declaration of BagIt 1.0 (RFC 8493 section 2.1.1). */
export const BAG_DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A label and its value in `bag-info.txt`. */
export type BagInfoLine = readonly [label: string, value: string];

/** A manifest as `sha256sum` writes and reads it: hexadecimal digest, two spaces, path. */
export function manifestText(files: readonly Pick<WrittenFile, 'digest' | 'path'>[]): string {
  return files.map(({ digest, path }) => `${hexOf(digest)}  ${path}\n`).join('');
}

/** A line of a manifest. */
export interface ManifestLine {
  readonly digest: Digest;
  readonly path: string;
}

const MANIFEST_LINE = /^([0-9a-f]{64}) {2}([^\s].*)$/;

/** Parses a manifest strictly as {@link manifestText} writes it; null where any line is otherwise. */
export function parseManifest(text: string): ManifestLine[] | null {
  if (text === '') return [];
  if (!text.endsWith('\n')) return null;
  const lines: ManifestLine[] = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const [, hex, path] = MANIFEST_LINE.exec(line) ?? [];
    if (!hex || !path) return null;
    lines.push({ digest: `sha256:${hex}`, path });
  }
  return lines;
}

/** A value on one line. */
function plain(value: string): string {
  return value.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
}

/** `bag-info.txt`; values lose their line breaks and other control characters, so no value can forge a label. */
export function bagInfoText(lines: readonly BagInfoLine[]): string {
  return lines
    .filter(([, value]) => plain(value) !== '')
    .map(([label, value]) => `${label}: ${plain(value).toWellFormed()}\n`)
    .join('');
}

/** Parses `bag-info.txt` as {@link bagInfoText} writes it; null where a line is otherwise or a label comes twice. */
export function parseBagInfo(text: string): ReadonlyMap<string, string> | null {
  const info = new Map<string, string>();
  if (!text.endsWith('\n')) return null;
  for (const line of text.slice(0, -1).split('\n')) {
    const [, label, value] = /^([A-Za-z][A-Za-z-]*): (.+)$/.exec(line) ?? [];
    if (!label || !value || info.has(label)) return null;
    info.set(label, value);
  }
  return info;
}

/** Octets and number of the payload files (RFC 8493 section 2.2.2). */
export function payloadOxum(files: Iterable<{ readonly size: number }>): string {
  let bytes = 0;
  let count = 0;
  for (const { size } of files) {
    bytes += size;
    count += 1;
  }
  return `${bytes}.${count}`;
}
