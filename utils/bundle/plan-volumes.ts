import { CAPTURES } from './layout.ts';

/** A file to be put into volumes: its path in the bag and its size in bytes. */
export interface VolumeEntry {
  readonly path: string;
  readonly size: number;
}

/** One volume: a bag of its own, with everything that belongs to the case and some of its captures. */
export interface Volume {
  /** From 1. */
  readonly number: number;
  /** In the order given: shared files first. */
  readonly entries: readonly VolumeEntry[];
  /** Bytes of the zip, estimated from above. */
  readonly bytes: number;
  /** True where a single capture is larger than the volume may be: it cannot be cut without ceasing to verify alone. */
  readonly exceeds: boolean;
}

/** The volumes of an export. */
export interface VolumePlan {
  readonly volumes: readonly Volume[];
  /** Folders of captures that are too large by themselves, for the person who chose the size. */
  readonly tooLarge: readonly string[];
}

/** Headers of one file in a zip: local header, data descriptor, directory entry, each with its ZIP64 field. */
const ZIP_BYTES_PER_FILE = 30 + 24 + 46 + 28 + 20;
/** A line of a manifest: digest, two spaces, line feed. */
const MANIFEST_BYTES_PER_FILE = 64 + 2 + 1;
/** Top folder's name and slash, before every path. */
const TOP_FOLDER_BYTES = 32;
/** The bag's own files, signature, timestamp and chain, and the end of the zip. */
const FIXED_BYTES = 32 * 1024;

/** Bytes a file takes in a volume: itself, twice its name in the zip, once in a manifest. */
export function bytesInVolume({ path, size }: VolumeEntry): number {
  const name = path.length + TOP_FOLDER_BYTES;
  return size + ZIP_BYTES_PER_FILE + 2 * name + MANIFEST_BYTES_PER_FILE + path.length;
}

/**
 * Distributes a bag's files over volumes of at most `maxBytes`, each of which verifies alone: a capture is never cut,
 * and files that are not of a capture (case, custody log, verifier, report) stand in every volume. Captures keep
 * their order. A capture that is too large alone gets a volume of its own, and is named.
 * @param entries every file of the bag but its own manifests, in bag order.
 */
export function planVolumes(entries: readonly VolumeEntry[], maxBytes: number): VolumePlan {
  const shared = entries.filter((entry) => captureOf(entry.path) === null);
  const base = FIXED_BYTES + total(shared);
  const volumes: Volume[] = [];
  const tooLarge: string[] = [];
  let taken: VolumeEntry[] = [];
  const close = (): void => {
    const bytes = base + total(taken);
    const number = volumes.length + 1;
    volumes.push({ number, entries: [...shared, ...taken], bytes, exceeds: bytes > maxBytes });
    taken = [];
  };
  for (const [folder, files] of captures(entries)) {
    const isFull = base + total(taken) + total(files) > maxBytes;
    if (isFull && taken.length > 0) close();
    if (base + total(files) > maxBytes) tooLarge.push(folder);
    taken.push(...files);
  }
  if (taken.length > 0 || volumes.length === 0) close();
  return { volumes, tooLarge };
}

/**
 * The lines of `bag-info.txt` that tie volumes together (RFC 8493 section 2.2.2).
 * @param group the same in all volumes: the name of the export.
 */
export function volumeInfo(
  group: string,
  number: number,
  count: number,
): readonly (readonly [string, string])[] {
  return [
    ['Bag-Group-Identifier', group],
    ['Bag-Count', `${number} of ${count}`],
  ];
}

function captures(entries: readonly VolumeEntry[]): Map<string, VolumeEntry[]> {
  const folders = new Map<string, VolumeEntry[]>();
  for (const entry of entries) {
    const folder = captureOf(entry.path);
    if (folder === null) continue;
    const files = folders.get(folder) ?? [];
    files.push(entry);
    folders.set(folder, files);
  }
  return folders;
}

function captureOf(path: string): string | null {
  if (!path.startsWith(CAPTURES)) return null;
  return path.slice(0, path.indexOf('/', CAPTURES.length) + 1);
}

function total(entries: readonly VolumeEntry[]): number {
  return entries.reduce((sum, entry) => sum + bytesInVolume(entry), 0);
}
