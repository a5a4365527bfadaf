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
 * A step waits for two frames (25 ms where the tab draws none) and for those images that it brought into view.
 */
export async function scrollThrough(options: ScrollOptions): Promise<ScrollReport> {
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
      pause(25),
    ]);
  const jump = (x: number, y: number) => scrollTo({ left: x, top: y, behavior: 'instant' });
  const inView = (image: HTMLImageElement) => {
    const { top, bottom } = image.getBoundingClientRect();
    return bottom > -innerHeight && top < innerHeight * 2;
  };
  const loaded = (image: HTMLImageElement) =>
    new Promise<void>((resolve) => {
      image.addEventListener('load', () => resolve(), { once: true });
      image.addEventListener('error', () => resolve(), { once: true });
    });
  const images = document.images;
  let firstPending = 0;
  /** Images are visited in document order, so those done at the front need no second look. */
  const pendingInView = (): HTMLImageElement[] => {
    while (
      firstPending < images.length &&
      images[firstPending]?.complete &&
      images[firstPending]?.currentSrc
    ) {
      firstPending += 1;
    }
    const pending: HTMLImageElement[] = [];
    for (let index = firstPending; index < Math.min(images.length, firstPending + 400); index += 1) {
      const image = images[index];
      if (image && !image.complete && inView(image)) pending.push(image);
    }
    return pending;
  };

  for (let y = 0; ; y += innerHeight) {
    if (flag.primaFacieStop) stopped = 'asked';
    else if (y >= options.maximumHeight) stopped = 'height';
    else if (elapsed() > options.maximumMs) stopped = 'time';
    if (stopped || y >= scroller.scrollHeight) break;
    jump(before.x, y);
    steps += 1;
    await frames();
    const pending = pendingInView();
    imagesWaitedFor += pending.length;
    if (pending.length > 0) await Promise.race([Promise.all(pending.map(loaded)), pause(1_500)]);
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
