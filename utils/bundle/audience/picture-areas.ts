import type { ArtifactEntry } from '../../case/artifact.ts';
import type { Box } from '../../case/facts.ts';
import { WHOLE_PAGE, type Redaction, type RedactionTarget } from '../../case/redaction.ts';

type AreaTarget = Extract<RedactionTarget, { readonly kind: 'area' }>;
type ReviewTarget = Extract<RedactionTarget, { readonly kind: 'reviewed' }>;

/** What is to be done with the pictures of one capture. */
export interface PicturePlan {
  /** Whether anything at all is hidden in a picture of this capture. */
  readonly hasAreas: boolean;
  /** Areas on the page, in CSS pixels. */
  readonly onPage: readonly Box[];
  /**
   * Areas of a picture in its own pixels, before rounding; null where nobody has looked through it, so that it must
   * not go out beside others in which something is hidden.
   */
  areas(entry: ArtifactEntry): readonly Box[] | null;
}

/** Reads the redactions of a capture's pictures; those taken back count for nothing. */
export function picturePlan(captureId: string, redactions: readonly Redaction[]): PicturePlan {
  const targets = redactions.filter(({ withdrawnAt }) => !withdrawnAt).map(({ target }) => target);
  const own = targets.filter(
    (target): target is AreaTarget | ReviewTarget => target.kind !== 'text' && target.captureId === captureId,
  );
  const areasOf = (picture: string): readonly Box[] | null => {
    const about = own.filter((target) => target.picture === picture);
    return about.length > 0 ? about.flatMap((target) => (target.kind === 'area' ? [target.box] : [])) : null;
  };
  const onPage = areasOf(WHOLE_PAGE);
  return {
    hasAreas: own.some(({ kind }) => kind === 'area'),
    onPage: onPage ?? [],
    areas(entry) {
      if (!isOfPage(entry.path)) return areasOf(entry.path);
      const place = placeOf(entry);
      return onPage && place && onPage.map((box) => toPicture(box, place));
    },
  };
}

/** Tiles, and items cut out of them, show the page at a known place: what is hidden on it is hidden in them. */
function isOfPage(path: string): boolean {
  return /^(?:tiles[^/]*|items)\/[^/]+\.png$/.test(path);
}

interface Place {
  readonly box: Box;
  readonly scale: number;
}

function placeOf({ about }: ArtifactEntry): Place | null {
  const { box, scale } = (about ?? {}) as { readonly box?: Box; readonly scale?: number };
  return box && scale && Number.isFinite(scale) ? { box, scale } : null;
}

/** One pixel more on each side: the edge of a picture lies between pixels where the ratio is not whole. */
function toPicture(box: Box, { box: shown, scale }: Place): Box {
  return {
    x: (box.x - shown.x) * scale - 1,
    y: (box.y - shown.y) * scale - 1,
    width: box.width * scale + 2,
    height: box.height * scale + 2,
  };
}
