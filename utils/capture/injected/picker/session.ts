import { allCandidates, candidateAt, labelOf, rectOf, urlsOf } from './elements.ts';
import type { Marks, Rect } from './marks.ts';
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

  const end = () => {
    if (stop.signal.aborted) return;
    stop.abort();
    overlay.remove();
    ended();
  };
  const setRegionMode = (on: boolean) => {
    regionMode = on;
    overlay.setRegionMode(on);
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
    const hovered = drag ? rectBetween(drag.from, drag.to) : hover?.isConnected ? rectOf(hover) : null;
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
      marks.addRegion(rect, candidateAt(rect.x + rect.width / 2, rect.y + rect.height / 2, host));
      setRegionMode(false);
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
  on(buttons.region, 'click', () => setRegionMode(!regionMode));
  on(buttons.undo, 'click', () => marks.undo());
  on(buttons.done, 'click', end);
  on(window, 'keydown', (event) => press(event), { capture: true });
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
  };
  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inBar = overlay.hasButtonFocus();
    if (inBar && ['Enter', ' ', 'Tab'].includes(event.key)) return;
    const known = event.key === 'Tab' ? () => move(event.shiftKey ? -1 : 1) : KEYS[event.key];
    if (!known) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    known();
  }
  overlay.show();
  frame();
  return { end };
}
