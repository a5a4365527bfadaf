import { wholePageTiles, type ArtifactEntry } from '../case/artifact.ts';
import type { Box } from '../case/facts.ts';

/** Longest side of a cut-out picture in device pixels: every browser's canvas takes it. */
const MAXIMUM_SIDE = 16_384;

/** A tile as its artifact describes it. */
export interface Tile {
  readonly path: string;
  readonly digest: ArtifactEntry['digest'];
  readonly box: Box;
  /** Device pixels per CSS pixel. */
  readonly scale: number;
  /** Size in device pixels. */
  readonly width: number;
  readonly height: number;
  /** Where the page's left edge lies, from which `box` counts; absent: at 0. */
  readonly left?: number;
}

/** Part of a tile, in device pixels, and where it goes in the picture that is cut out. */
export interface Piece {
  readonly tile: Tile;
  readonly sourceX: number;
  readonly sourceY: number;
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
}

/** How to cut a picture out of tiles. Sizes in device pixels. */
export interface CropPlan {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** The tiles of the whole page whose place is known. */
export function tilesOf(artifacts: readonly ArtifactEntry[]): Tile[] {
  return wholePageTiles(artifacts).flatMap(({ path, digest, about }): Tile[] => {
    const { box, scale, width, height, left } = (about ?? {}) as Partial<Tile>;
    if (!box || !scale || !width || !height) return [];
    return [{ path, digest, box, scale, width, height, ...(left === undefined ? {} : { left }) }];
  });
}

/**
 * Which pixels of which tiles show a part of the page; null where none does. Whole device pixels, so that nothing is
 * drawn between pixels and every pixel of the cut equals the tile's.
 */
export function planCrop(tiles: readonly Tile[], place: Box): CropPlan | null {
  const [first] = tiles;
  if (!first) return null;
  // A page written from right to left counts to the left from the place where reading begins; tiles never do.
  const box = { ...place, x: place.x - (first.left ?? 0) };
  const { scale } = first;
  const right = Math.max(...tiles.map((tile) => Math.round(tile.box.x * scale) + tile.width));
  const bottom = Math.max(...tiles.map((tile) => Math.round(tile.box.y * scale) + tile.height));
  const left = Math.max(0, Math.floor(box.x * scale));
  const top = Math.max(0, Math.floor(box.y * scale));
  const width = Math.min(right, Math.ceil((box.x + box.width) * scale), left + MAXIMUM_SIDE) - left;
  const height = Math.min(bottom, Math.ceil((box.y + box.height) * scale), top + MAXIMUM_SIDE) - top;
  if (width <= 0 || height <= 0) return null;
  const pieces = tiles.flatMap((tile): Piece[] => {
    const tileX = Math.round(tile.box.x * scale);
    const tileY = Math.round(tile.box.y * scale);
    const x0 = Math.max(left, tileX);
    const y0 = Math.max(top, tileY);
    const x1 = Math.min(left + width, tileX + tile.width);
    const y1 = Math.min(top + height, tileY + tile.height);
    if (x1 <= x0 || y1 <= y0) return [];
    return [
      {
        tile,
        sourceX: x0 - tileX,
        sourceY: y0 - tileY,
        width: x1 - x0,
        height: y1 - y0,
        x: x0 - left,
        y: y0 - top,
      },
    ];
  });
  return pieces.length > 0 ? { width, height, pieces } : null;
}
