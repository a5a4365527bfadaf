import JSZip from 'jszip';
import { zipWriter } from '../zip/writer.ts';

const WACZ = 'application/wacz';

/** A file of a zip. `crc32` is that of exactly `blob`. */
export interface ZipFile {
  /** `/`-separated, ASCII. */
  readonly path: string;
  readonly blob: Blob;
  /** CRC-32 (IEEE 802.3), unsigned. */
  readonly crc32: number;
}

/** Packs stored (uncompressed) files in the order given. Equal input gives equal bytes. */
export type ZipSink = (files: readonly ZipFile[], modifiedAt: string) => Promise<Blob>;

/**
 * Bytes above which an archive is no longer given to JSZip: it holds everything in memory, and reckons each checksum
 * anew, in JavaScript, 25 ms for a megabyte.
 */
const MAXIMUM_JSZIP = 512 * 1024;

/** {@link ZipSink} for archives of any size: JSZip packs small ones, Blobs of references the others. */
export const waczSink: ZipSink = (files, modifiedAt) => {
  const total = files.reduce((sum, { blob }) => sum + blob.size, 0);
  return (total <= MAXIMUM_JSZIP ? jszipSink : storedSink)(files, modifiedAt);
};

/** {@link ZipSink} that refers to the Blobs it is given and copies none. */
export const storedSink: ZipSink = async (files, modifiedAt) => {
  const zip = zipWriter(new Date(modifiedAt));
  for (const { path, blob, crc32 } of files) zip.add({ name: path, crc32, size: blob.size }, blob);
  return zip.finish().slice(0, undefined, WACZ);
};

/** {@link ZipSink} by JSZip. */
export const jszipSink: ZipSink = async (files, modifiedAt) => {
  const zip = new JSZip();
  const date = new Date(modifiedAt);
  for (const { path, blob } of files) {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    zip.file(path, bytes, { date, compression: 'STORE', createFolders: false, binary: true });
  }
  const bytes = await zip.generateAsync({ type: 'uint8array', platform: 'DOS', streamFiles: false });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: WACZ });
};
