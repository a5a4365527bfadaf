import type { Box } from '../../case/facts.ts';
import type { HiddenElements } from './fixed-elements.ts';

/** An element that scrolls by itself: a reader in a box or a frame of its own. Sizes in CSS pixels. */
export interface InnerScroller {
  /** Position in the list kept in the page's isolated world. */
  readonly index: number;
  readonly name: string;
  /** What of it is visible, from the page's top left corner. */
  readonly box: Box;
  readonly scrollHeight: number;
  readonly scrollTop: number;
}

/** Kept in the isolated world, which the page cannot reach. */
interface Scrollers {
  primaFacieScrollers?: Element[];
  primaFacieStuck?: { element: HTMLElement; value: string; priority: string }[];
}

/**
 * Finds elements that scroll by themselves and are large enough to be read in: at least 200 × 200 px and a fifth
 * higher inside than outside; those in open shadow roots and in frames of the page's own origin as well, and such
 * frames themselves. The largest first. Injected as a function: it may use nothing from outside itself.
 */
export function findInnerScrollers(maximum: number): InnerScroller[] {
  /** Where a document's viewport begins on the page, and what of it can be seen. */
  interface View {
    readonly x: number;
    readonly y: number;
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  const LEAST = 200;
  const found: { element: Element; box: Box }[] = [];
  const boxIn = (element: Element, view: View): Box => {
    const isRoot = element === element.ownerDocument.scrollingElement;
    const { left, top } = element.getBoundingClientRect();
    const x = view.x + (isRoot ? 0 : left + element.clientLeft);
    const y = view.y + (isRoot ? 0 : top + element.clientTop);
    return {
      x: Math.round(x),
      y: Math.round(y),
      width: Math.min(element.clientWidth, Math.floor(view.right - x)),
      height: Math.min(element.clientHeight, Math.floor(view.bottom - y)),
    };
  };
  const consider = (element: Element, view: View) => {
    if (element.clientHeight < LEAST || element.clientWidth < LEAST) return;
    if (element.scrollHeight < element.clientHeight * 1.2) return;
    const { overflowY } = getComputedStyle(element);
    const isRoot = element === element.ownerDocument.scrollingElement;
    if (isRoot ? overflowY === 'hidden' : overflowY !== 'auto' && overflowY !== 'scroll') return;
    const box = boxIn(element, view);
    // What a frame hides of the reader in it cannot be pictured piece by piece.
    if (box.width < LEAST || box.height < LEAST || box.x < view.left || box.y < view.top) return;
    found.push({ element, box });
  };
  const visit = (root: Document | ShadowRoot, view: View) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot, view);
      const inner = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
      if (inner) {
        const { left, top } = element.getBoundingClientRect();
        const x = view.x + left + element.clientLeft;
        const y = view.y + top + element.clientTop;
        visit(inner, {
          x,
          y,
          left: Math.max(view.left, Math.floor(x)),
          top: Math.max(view.top, Math.floor(y)),
          right: Math.min(view.right, x + element.clientWidth),
          bottom: Math.min(view.bottom, y + element.clientHeight),
        });
      } else if (element !== document.scrollingElement && element !== document.documentElement)
        consider(element, view);
    }
  };
  const all = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  visit(document, { x: scrollX, y: scrollY, ...all });
  found.sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
  const kept = found.slice(0, maximum);
  (globalThis as Scrollers).primaFacieScrollers = kept.map(({ element }) => element);
  return kept.map(({ element, box }, index) => ({
    index,
    name: `${element.localName}${element.id ? `#${element.id}` : ''}${
      element.ownerDocument === document ? '' : ' in a frame'
    }`.slice(0, 100),
    box,
    scrollHeight: element.scrollHeight,
    scrollTop: element.scrollTop,
  }));
}

/** Scrolls one of the found elements, waits for it to be drawn, and returns where it really is. */
export async function scrollInner(index: number, top: number): Promise<number> {
  const element = (globalThis as Scrollers).primaFacieScrollers?.[index];
  if (!element?.isConnected) return -1;
  element.scrollTo({ top, behavior: 'instant' });
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, 500);
  });
  return element.scrollTop;
}

/**
 * Scrolls through one of the found elements, so that pictures which load when seen do load, and waits for them.
 * Returns how high it is inside then; whoever called it scrolls it back.
 */
export async function loadInner(index: number, maximumMs: number): Promise<number> {
  const element = (globalThis as Scrollers).primaFacieScrollers?.[index];
  if (!element?.isConnected) return -1;
  const began = performance.now();
  const left = () => Math.max(0, maximumMs - (performance.now() - began));
  const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));
  for (let top = 0; top < element.scrollHeight && left() > 0; top += element.clientHeight) {
    element.scrollTo({ top, behavior: 'instant' });
    await Promise.race([
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
      pause(500),
    ]);
  }
  const within = element === element.ownerDocument.scrollingElement ? element.ownerDocument : element;
  const waiting = [...within.querySelectorAll('img')].filter((image) => !image.complete && image.currentSrc);
  const loads = waiting.map(
    (image) =>
      new Promise<void>((resolve) => {
        image.addEventListener('load', () => resolve(), { once: true });
        image.addEventListener('error', () => resolve(), { once: true });
      }),
  );
  await Promise.race([Promise.all(loads), pause(left())]);
  return element.scrollHeight;
}

/**
 * Hides what stays in view in one of the found elements while it scrolls, once it has been pictured, so that it
 * appears once. {@link showStuck} undoes it.
 */
export function hideStuck(index: number): HiddenElements {
  const scope = globalThis as Scrollers;
  const element = scope.primaFacieScrollers?.[index];
  const stuck = (scope.primaFacieStuck ??= []);
  const before = stuck.length;
  const isRoot = element === element?.ownerDocument.scrollingElement;
  const shown = element?.getBoundingClientRect();
  const top = isRoot ? 0 : (shown?.top ?? 0);
  const bottom = top + (element?.clientHeight ?? 0);
  for (const one of element?.querySelectorAll<HTMLElement>('*') ?? []) {
    const { position } = getComputedStyle(one);
    if (position !== 'sticky' && !(isRoot && position === 'fixed')) continue;
    const box = one.getBoundingClientRect();
    if (box.bottom <= top || box.top >= bottom || one.style.visibility === 'hidden') continue;
    const { style } = one;
    stuck.push({
      element: one,
      value: style.getPropertyValue('visibility'),
      priority: style.getPropertyPriority('visibility'),
    });
    style.setProperty('visibility', 'hidden', 'important');
  }
  return {
    count: stuck.length - before,
    names: stuck
      .slice(before, before + 20)
      .map(({ element: one }) =>
        `${one.localName}${one.id ? `#${one.id}` : ''} ${String(one.className)}`.trim().slice(0, 100),
      ),
  };
}

/** Undoes {@link hideStuck}; returns how many elements were put back. */
export function showStuck(): number {
  const scope = globalThis as Scrollers;
  const stuck = scope.primaFacieStuck ?? [];
  for (const { element, value, priority } of stuck) {
    if (value) element.style.setProperty('visibility', value, priority);
    else element.style.removeProperty('visibility');
  }
  delete scope.primaFacieStuck;
  return stuck.length;
}
