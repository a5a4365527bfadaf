import { allCandidates, candidateAt, labelOf, urlsOf } from './elements.ts';
import { isThere, rectOf } from './frames.ts';
import { keyRegion, type KeyRegion } from './key-region.ts';
import type { Marks, Rect } from './marks.ts';
import { scrollUnder } from './wheel.ts';
import { createOverlay, type PickerWords } from './overlay.ts';

/** A drag shorter than this, in CSS pixels, is a click. */
const CLICK = 5;

const rectBetween = (a: Point, b: Point): Rect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A run of marking; `end` takes the overlay off the page and keeps the marks. */
export interface PickerSession {
  readonly end: () => void;
}

/** Shows the overlay and lets the user mark. Only events of the user's own hand count (`isTrusted`). */
export function startSession(marks: Marks, words: PickerWords, ended: () => void): PickerSession {
  const overlay = createOverlay(words);
  const { layer, host, buttons } = overlay;
  const stop = new AbortController();
  let hover: Element | null = null;
  let drag: { readonly from: Point; to: Point } | null = null;
  let regionMode = false;
  let drawn: KeyRegion | null = null;

  const end = () => {
    if (stop.signal.aborted) return;
    stop.abort();
    overlay.remove();
    ended();
  };
  const setRegionMode = (on: boolean) => {
    regionMode = on;
    overlay.setRegionMode(on);
    drawn = null;
  };
  /** By the keyboard: from the middle of what was looked at, else of the viewport. */
  const drawByKeys = () => {
    const from = hover && isThere(hover) ? rectOf(hover) : new DOMRect(0, 0, innerWidth, innerHeight);
    setRegionMode(true);
    look(null);
    const middle = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
    drawn = keyRegion(middle, words, { width: innerWidth, height: innerHeight });
    overlay.say(drawn.text());
    layer.focus({ preventScroll: true });
  };
  const markDrawn = (rect: Rect) => {
    if (rect.width < CLICK || rect.height < CLICK) return overlay.say(words.regionTooSmall);
    addRegion(rect);
    const { width, height } = rect;
    overlay.say(words.regionMarked.replace('{width}', String(width)).replace('{height}', String(height)));
  };
  const addRegion = (rect: Rect) => {
    marks.addRegion(rect, candidateAt(rect.x + rect.width / 2, rect.y + rect.height / 2, host));
    setRegionMode(false);
  };
  const look = (element: Element | null) => {
    if (element === hover) return;
    hover = element;
    overlay.say(
      element ? labelOf(element).slice(0, 80) || (urlsOf(element)[0] ?? words.hint).slice(0, 80) : words.hint,
    );
  };
  const move = (by: number) => {
    const all = allCandidates();
    if (all.length === 0) return;
    const at = hover ? all.indexOf(hover) : -1;
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length] ?? null;
    if (next)
      Element.prototype.scrollIntoView.call(next, { block: 'center', inline: 'center', behavior: 'instant' });
    look(next);
  };
  const frame = () => {
    if (stop.signal.aborted) return;
    overlay.show();
    const looked = hover && isThere(hover) ? rectOf(hover) : null;
    const hovered = drag ? rectBetween(drag.from, drag.to) : (drawn?.rect() ?? looked);
    overlay.draw(
      hovered,
      marks.rects().map(({ rect }) => rect),
    );
    requestAnimationFrame(frame);
  };
  const on = <K extends keyof WindowEventMap>(
    target: EventTarget,
    type: K,
    act: (event: WindowEventMap[K]) => void,
    options: AddEventListenerOptions = {},
  ) =>
    target.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) act(event as WindowEventMap[K]);
      },
      { ...options, signal: stop.signal },
    );

  on(layer, 'pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    layer.focus({ preventScroll: true });
    const from = { x: event.clientX, y: event.clientY };
    if (!event.shiftKey && !regionMode) return;
    drawn = null;
    drag = { from, to: from };
    layer.setPointerCapture(event.pointerId);
  });
  on(layer, 'pointermove', (event) => {
    const to = { x: event.clientX, y: event.clientY };
    if (drag) drag.to = to;
    else look(regionMode || event.shiftKey ? null : candidateAt(to.x, to.y, host));
  });
  on(layer, 'pointerup', (event) => {
    if (event.button !== 0) return;
    const done = drag;
    drag = null;
    if (done) {
      const rect = rectBetween(done.from, { x: event.clientX, y: event.clientY });
      if (rect.width < CLICK || rect.height < CLICK) return;
      addRegion(rect);
      return;
    }
    const element = candidateAt(event.clientX, event.clientY, host);
    if (!element) return;
    look(element);
    marks.toggle(element);
  });
  on(layer, 'pointercancel', () => {
    drag = null;
  });
  // A click without a pointer is the keyboard's.
  on(buttons.region, 'click', ({ detail }) => {
    if (regionMode || detail > 0) setRegionMode(!regionMode);
    else drawByKeys();
  });
  on(buttons.undo, 'click', () => marks.undo());
  on(buttons.done, 'click', end);
  on(window, 'keydown', (event) => press(event), { capture: true });
  on(
    layer,
    'wheel',
    (event) => {
      if (!event.ctrlKey && scrollUnder(event, host)) event.preventDefault();
    },
    { passive: false },
  );
  // What reaches the overlay is not for the page: a reader that turns pages on a click stays where it is.
  for (const type of [
    'click',
    'dblclick',
    'mousedown',
    'mouseup',
    'pointerdown',
    'pointerup',
    'contextmenu',
  ] as const)
    on(host, type, (event) => event.stopPropagation());

  const KEYS: Readonly<Record<string, () => void>> = {
    Escape: end,
    ArrowDown: () => move(1),
    ArrowRight: () => move(1),
    ArrowUp: () => move(-1),
    ArrowLeft: () => move(-1),
    Enter: () => hover && marks.toggle(hover),
    ' ': () => hover && marks.toggle(hover),
    Backspace: () => marks.undo(),
    r: drawByKeys,
    R: drawByKeys,
  };
  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inBar = overlay.hasButtonFocus();
    if (inBar && ['Enter', ' ', 'Tab'].includes(event.key)) return;
    if (drawn && draw(drawn, event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const known = event.key === 'Tab' ? () => move(event.shiftKey ? -1 : 1) : KEYS[event.key];
    if (!known) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    known();
  }
  /** Keys while a region is drawn by them. Returns whether it was one. */
  function draw(region: KeyRegion, { key, shiftKey }: KeyboardEvent): boolean {
    if (key === 'Escape') setRegionMode(false);
    else if (key === 'Enter' || key === ' ') {
      const rect = region.enter();
      if (rect) {
        markDrawn(rect);
        return true;
      }
    } else if (!region.move(key, shiftKey)) return false;
    overlay.say(drawn?.text() ?? words.hint);
    return true;
  }
  overlay.show();
  frame();
  return { end };
}
