import { isTile, wholePageTiles, type ArtifactEntry } from '../../utils/case/artifact.ts';
import type { Box } from '../../utils/case/facts.ts';

/** One piece of the whole-page picture, placed on the page in CSS pixels. */
export interface Tile {
  readonly entry: ArtifactEntry;
  readonly box: Box;
}

/** The whole page as its tiles say; null where there is none with a known place. */
export interface WholePage {
  readonly tiles: readonly Tile[];
  readonly width: number;
  readonly height: number;
  /** True where it was drawn again by code instead of photographed. */
  readonly rendering: boolean;
}

/** The picture of the visible part, if there is one. */
export function viewportOf(entries: readonly ArtifactEntry[]): ArtifactEntry | undefined {
  return entries.find(({ path }) => path === 'shots/viewport.png');
}

/**
 * Pictures that stand by themselves: stills of videos, readers that scroll inside the page, later looks at the screen.
 * Items cut out of the tiles follow what is hidden on the whole page.
 */
export function furtherPictures(entries: readonly ArtifactEntry[]): ArtifactEntry[] {
  return entries.filter(
    (entry) =>
      entry.mediaType.startsWith('image/') &&
      !isTile(entry.path) &&
      !entry.path.startsWith('items/') &&
      entry !== viewportOf(entries),
  );
}

/** Pixels of a picture, as its artifact says; null where it does not. */
export function sizeOf({ about }: ArtifactEntry): { readonly width: number; readonly height: number } | null {
  const { width, height } = about ?? {};
  return typeof width === 'number' && typeof height === 'number' && width > 0 && height > 0
    ? { width, height }
    : null;
}

/** Puts a capture's tiles together. Entries without a readable place are left out. */
export function wholePageOf(entries: readonly ArtifactEntry[]): WholePage | null {
  const tiles = wholePageTiles(entries)
    .map((entry) => ({ entry, box: boxOf(entry.about?.['box']) }))
    .filter((tile): tile is Tile => tile.box !== null);
  if (tiles.length === 0) return null;
  return {
    tiles,
    width: Math.max(...tiles.map(({ box }) => box.x + box.width)),
    height: Math.max(...tiles.map(({ box }) => box.y + box.height)),
    rendering: tiles.some(({ entry }) => entry.about?.['kind'] === 'rendering'),
  };
}

function boxOf(value: unknown): Box | null {
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height } = value as Record<string, unknown>;
  const numbers = [x, y, width, height];
  if (!numbers.every((one): one is number => typeof one === 'number' && Number.isFinite(one))) return null;
  const [left = 0, top = 0, wide = 0, high = 0] = numbers;
  return wide > 0 && high > 0 && left >= 0 && top >= 0
    ? { x: left, y: top, width: wide, height: high }
    : null;
}
