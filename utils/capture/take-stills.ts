import type { ArtifactDraft } from '../case/artifact.ts';
import type { Box } from '../case/facts.ts';
import type { VideoState } from './injected/read-videos.ts';
import { withPixels } from './pixel-session.ts';
import { pngSize } from './png.ts';
import type { PixelSession } from './ports.ts';
import { orAborted } from './run-capture.ts';
import { redactUrl } from './secrets.ts';
import type { StepContext } from './step.ts';

const MAXIMUM_STILLS = 6;
const SMALLEST_STILL = 100;

type Player = VideoState & { readonly frameId: number };

/** What a still shows, as the page said right before it was taken. */
interface Shown {
  readonly box: Box;
  readonly about: Readonly<Record<string, unknown>>;
}

/**
 * What the players show: the video elements of the page, and frames that hold a player. Address, time and place of
 * each are read right before its picture: the page may have moved since, and a film runs on.
 */
export async function* stills(
  players: readonly Player[],
  context: StepContext,
  signal: AbortSignal,
): AsyncGenerator<ArtifactDraft> {
  const { tab, environment, notCaptured } = context;
  const [method] = tab.pixelMethods;
  if (!method || players.length === 0) return;
  yield* withPixels(method, signal, async function* (session) {
    for (let index = 0; ; index += 1) {
      const all = await orAborted(shownNow(context), signal);
      const still = all[index];
      if (!still) return;
      if (index === MAXIMUM_STILLS) {
        notCaptured(
          'media.stills',
          `${all.length} players and frames; the first ${MAXIMUM_STILLS} were taken`,
        );
        return;
      }
      const { bytes } = await orAborted(session.shot(inTiles(still.box, session), signal), signal);
      const size = pngSize(bytes);
      if (!size) continue;
      yield {
        path: `media/still-${String(index).padStart(2, '0')}.png`,
        mediaType: 'image/png',
        bytes,
        role: 'original',
        method: method.id,
        takenAt: environment.now().toISOString(),
        about: { ...still.about, box: still.box, scale: session.scale, ...size },
      };
    }
  });
}

async function shownNow({ tab }: StepContext): Promise<Shown[]> {
  const [players, frames] = await Promise.all([tab.videos(), tab.frameBoxes()]);
  const own = players.filter(({ frameId }) => frameId === 0);
  const inFrames = players.filter(({ frameId }) => frameId !== 0);
  return [
    ...own.map((player): Shown => ({ box: player.box, about: said(player) })),
    ...(inFrames.length === 0 ? [] : frames).map(({ url, box }): Shown => {
      const held = inFrames.filter(({ frameUrl }) => frameUrl === url);
      // A frame that was sent on has another address than its element names: then its players are not told apart.
      return { box, about: { url: redactUrl(url).value, players: held.map(said) } };
    }),
  ].filter(({ box }) => box.width >= SMALLEST_STILL && box.height >= SMALLEST_STILL);
}

function said({ url, currentTime, duration, paused }: Player) {
  return { url: redactUrl(url).value, currentTime, duration, paused };
}

/** Whole pixels, counted from the page's left edge, as pictures are. */
function inTiles({ x, y, width, height }: Box, { left = 0 }: PixelSession): Box {
  return {
    x: Math.round(x) - left,
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
  };
}
