/** Bounds of a scroll pass. */
export interface ScrollOptions {
  /** Stop when so much of the page, in CSS pixels, has been seen. */
  readonly maximumHeight: number;
  /** Stop after so many milliseconds. */
  readonly maximumMs: number;
}

/** What a scroll pass did. Sizes and positions in CSS pixels. */
export interface ScrollReport {
  readonly before: { readonly x: number; readonly y: number };
  readonly after: { readonly x: number; readonly y: number };
  readonly heightBefore: number;
  readonly heightAfter: number;
  readonly steps: number;
  readonly imagesWaitedFor: number;
  readonly durationMs: number;
  /** Why it ended before the end of the page. */
  readonly stopped: 'height' | 'time' | 'asked' | null;
}

/** Set in the isolated world, which the page cannot reach, to break a pass off. */
interface StopFlag {
  primaFacieStop?: boolean;
}

/**
 * Scrolls through the page, one viewport at a time, so that images which load when seen do load, and back to where
 * the reader was. Injected as a function: it may use nothing from outside itself.
 *
 * A step waits for two frames which are when observers of visibility are told (25 ms in a hidden tab, which draws none).
 */
export async function scrollThrough(options: ScrollOptions): Promise<ScrollReport> {
  const MAXIMUM_ROUNDS = 4;
  const PATIENCE_MS = 20_000;
  const STALLED_MS = 3_000;
  /** A busy machine is slow to draw; going on without it would miss what loads when seen. */
  const FRAME_MS = 2_000;
  const HIDDEN_MS = 25;
  const flag = globalThis as StopFlag;
  delete flag.primaFacieStop;
  const started = performance.now();
  const scroller = document.scrollingElement ?? document.documentElement;
  const before = { x: scrollX, y: scrollY };
  const heightBefore = scroller.scrollHeight;
  let steps = 0;
  let imagesWaitedFor = 0;
  let stopped: ScrollReport['stopped'] = null;

  const elapsed = () => performance.now() - started;
  const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
  const frames = () =>
    Promise.race([
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
      pause(document.visibilityState === 'visible' ? FRAME_MS : HIDDEN_MS),
    ]);
  const jump = (x: number, y: number) => scrollTo({ left: x, top: y, behavior: 'instant' });
  const loaded = (image: HTMLImageElement) =>
    new Promise<void>((resolve) => {
      image.addEventListener('load', () => resolve(), { once: true });
      image.addEventListener('error', () => resolve(), { once: true });
    });
  /** Images that were scrolled past and are not there yet. Chromium does not tell which of them have begun. */
  const pending = (reached: number) =>
    [...document.images].filter((image) => {
      if (image.complete || (image.getAttribute('src') ?? image.getAttribute('srcset') ?? '') === '')
        return false;
      const [box] = image.getClientRects();
      return box !== undefined && box.top + scrollY < reached;
    });
  /** Waits until all have loaded, none has for a while, or the deadline has come. */
  const settled = async (waiting: readonly HTMLImageElement[], deadline: number) => {
    const open = new Set(waiting);
    const loads = waiting.map((image) => loaded(image).then(() => open.delete(image)));
    let last = open.size;
    do {
      last = open.size;
      await Promise.race([Promise.all(loads), pause(STALLED_MS)]);
    } while (open.size > 0 && open.size < last && elapsed() < deadline);
  };
  const pass = async (from: number): Promise<number> => {
    let y = from;
    for (; y < scroller.scrollHeight; y += innerHeight) {
      if (flag.primaFacieStop) stopped = 'asked';
      else if (y >= options.maximumHeight) stopped = 'height';
      else if (elapsed() > options.maximumMs) stopped = 'time';
      if (stopped) break;
      jump(before.x, y);
      steps += 1;
      await frames();
    }
    return y;
  };

  // Images go on loading when they are out of view again: they are waited for once, at the end. Where that made the
  // page longer, the rest is scrolled through as well.
  let reached = await pass(0);
  for (let round = 0; round < MAXIMUM_ROUNDS; round += 1) {
    const waiting = pending(reached);
    imagesWaitedFor += waiting.length;
    const patience = Math.min(PATIENCE_MS, options.maximumMs - elapsed());
    await settled(waiting, elapsed() + patience);
    if (stopped || scroller.scrollHeight <= reached) break;
    reached = await pass(reached);
  }
  // The reader's place, also where the page moved things meanwhile: asked for twice.
  jump(before.x, before.y);
  await frames();
  jump(before.x, before.y);
  await frames();
  return {
    before,
    after: { x: scrollX, y: scrollY },
    heightBefore,
    heightAfter: scroller.scrollHeight,
    steps,
    imagesWaitedFor,
    durationMs: Math.round(elapsed()),
    stopped,
  };
}

/** Breaks off a pass that runs in this page; it scrolls back by itself. */
export function stopScrolling(): void {
  (globalThis as StopFlag).primaFacieStop = true;
}
