import type { Digest, Instant } from './values.ts';

/** How an artifact came to be: bytes as an API returned them, or something computed from such bytes. */
export type ArtifactRole = 'original' | 'derived';

/**
 * Immutable bytes. Rows are keyed by digest, so equal bytes are kept once.
 * Invariant: `crc32`, `digest` and `size` are those of the bytes as they were taken, whether they are sealed or not.
 */
export interface Artifact {
  readonly digest: Digest;
  /** CRC-32 (IEEE 802.3, as ZIP uses it), unsigned. */
  readonly crc32: number;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  /** The bytes, or the sealed form of them. */
  readonly blob: Blob;
  /** Whether `blob` is sealed by the vault; a number, since IndexedDB has no index over booleans. */
  readonly sealed?: 1;
}

/** One artifact's place in a capture. `path` is relative to the capture's folder in the bundle. */
export interface ArtifactEntry {
  readonly captureId: string;
  /** Position within the capture, from 0. */
  readonly index: number;
  /** Relative path in the capture's folder, `/`-separated, lower-case ASCII: `shots/viewport.png`. */
  readonly path: string;
  readonly digest: Digest;
  readonly crc32: number;
  readonly size: number;
  readonly mediaType: string;
  readonly role: ArtifactRole;
  /** Paths, within the same capture, of what a derived artifact was computed from. */
  readonly derivedFrom?: readonly string[];
  /** The step that took it. */
  readonly step: string;
  /** How it was made, e.g. `debugger`, `captureTab`, `captureVisibleTab`, `html2canvas`. */
  readonly method?: string;
  readonly takenAt: Instant;
  /** Facts about these bytes that the bytes do not carry themselves (a tile's place on the page …). JSON only. */
  readonly about?: Readonly<Record<string, unknown>>;
}

/** What a step hands over: bytes not yet digested. */
export interface ArtifactDraft {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer> | Blob | string;
  readonly role: ArtifactRole;
  readonly derivedFrom?: readonly string[];
  readonly method?: string;
  readonly takenAt?: Instant;
  readonly about?: Readonly<Record<string, unknown>>;
}

const TILE_PATH = /^(tiles[^/]*)\/[^/]+\.png$/;

/** Whether a picture is a tile of the whole page, of whichever method. */
export function isTile(path: string): boolean {
  return TILE_PATH.test(path);
}

/**
 * The tiles that show the whole page: where one method breaks off, the next begins a folder of its own, so they are
 * those of the last folder that was begun.
 */
export function wholePageTiles<T extends Pick<ArtifactEntry, 'path'>>(entries: readonly T[]): T[] {
  const folder = TILE_PATH.exec(entries.findLast(({ path }) => isTile(path))?.path ?? '')?.[1];
  return entries.filter(({ path }) => TILE_PATH.exec(path)?.[1] === folder && folder !== undefined);
}

const HOSTING_PATH = /^(later\/[^/]+\/)?net\/hosting\.json$/;

/**
 * A capture's findings on who serves it, the first to the newest: what was found at capture, then what was looked up
 * later (`later/<time>/net/hosting.json`). Empty where hosting was never looked at.
 */
export function hostingEntries<E extends Pick<ArtifactEntry, 'path' | 'index'>>(entries: readonly E[]): E[] {
  return entries.filter(({ path }) => HOSTING_PATH.test(path)).toSorted((a, b) => a.index - b.index);
}
