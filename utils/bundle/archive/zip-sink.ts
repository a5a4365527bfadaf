import JSZip from 'jszip';

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

/** {@link ZipSink} by JSZip, which holds everything in memory: for archives up to some 64 MB. */
export const jszipSink: ZipSink = async (files, modifiedAt) => {
  const zip = new JSZip();
  const date = new Date(modifiedAt);
  for (const { path, blob } of files) {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    zip.file(path, bytes, { date, compression: 'STORE', createFolders: false, binary: true });
  }
  const bytes = await zip.generateAsync({ type: 'uint8array', platform: 'DOS', streamFiles: false });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/wacz' });
};
