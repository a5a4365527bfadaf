import type { ByteSource } from '../../integrity/digest.ts';

/** What can be wrong with a container, other than that it cannot be read at all. */
export type ZipProblemCode =
  /** Central directory and local header do not say the same. */
  | 'header-mismatch'
  | 'encrypted'
  | 'unknown-method'
  | 'duplicate-name'
  | 'unsafe-name'
  /** Two entries share bytes, or bytes belong to no entry. */
  | 'overlap'
  | 'hidden-bytes'
  | 'wrong-order'
  /** An extra field that another program could take for another name, another content or another kind of file. */
  | 'foreign-field'
  /** A link, a device or a folder that says it is a file. */
  | 'not-a-file'
  /** More would come out than a bundle can hold. */
  | 'bomb';

/** One thing wrong with a container. `detail` is technical English. */
export interface ZipProblem {
  readonly code: ZipProblemCode;
  /** Name of the entry, where it is about one. */
  readonly name?: string;
  readonly detail: string;
}

/** An entry as the central directory describes it. Sizes and offsets in bytes. */
export interface ZipEntry {
  readonly name: string;
  readonly directory: boolean;
  readonly flags: number;
  /** 0 stored, 8 deflated; anything else is a problem and cannot be read. */
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the local header begins. */
  readonly headerOffset: number;
}

/** An entry with the place of its data, once its local header has been read. */
export interface LocatedEntry extends ZipEntry {
  readonly dataOffset: number;
}

/** An opened container. */
export interface ZipArchive {
  readonly source: ByteSource;
  /** In the order of the central directory. */
  readonly entries: readonly LocatedEntry[];
  readonly problems: readonly ZipProblem[];
  /** Where the central directory begins. */
  readonly directoryOffset: number;
  /** Where it ends and the end records begin. */
  readonly directoryEnd: number;
}

/** Bounds on what is read from a container that may be hostile. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of the central directory. */
  readonly directoryBytes: number;
  /** Bytes of all entries, unpacked. */
  readonly totalBytes: number;
  /** Unpacked bytes per byte of the container. */
  readonly ratio: number;
}

/** A bundle's own entries are stored; a re-packed bundle of pictures and pages stays far below a ratio of 100. */
export const ZIP_LIMITS: ZipLimits = {
  entries: 500_000,
  directoryBytes: 256 * 1024 ** 2,
  totalBytes: 1024 ** 4,
  ratio: 100,
};

/** Bits of the general purpose flag: encrypted, sizes follow the data, strong encryption, UTF-8, masked headers. */
export const FLAGS = {
  encrypted: 0x0001,
  descriptor: 0x0008,
  strongEncryption: 0x0040,
  masked: 0x2000,
} as const;

/** Why a name must not be unpacked; null for a safe one. */
export function whyUnsafe(name: string): string | null {
  const path = name.endsWith('/') ? name.slice(0, -1) : name;
  if (path === '' || name.length > 1_000) return 'empty or too long';
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f\\:*?"<>|]/.test(name)) return 'a character that no file name may have';
  const segments = path.split('/');
  if (segments.includes('')) return 'absolute, or an empty folder name';
  if (segments.some((segment) => segment === '.' || segment === '..')) return 'leaves its folder';
  // Windows drops these when it unpacks, and the file lands on another one.
  if (segments.some((segment) => /[. ]$/.test(segment))) return 'ends with a dot or a space';
  if (/[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/.test(name))
    return 'characters that hide or turn text';
  return null;
}
