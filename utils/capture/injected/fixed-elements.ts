/** What {@link hideFixed} did. */
export interface HiddenElements {
  readonly count: number;
  /** The first few, as tag, id and class. */
  readonly names: readonly string[];
}

/** Kept in the isolated world, which the page cannot reach, between hiding and showing. */
interface Hidden {
  primaFacieHidden?: { element: HTMLElement; value: string; priority: string }[];
}

/**
 * Hides elements that stay in view while the page scrolls, so that a stitched picture shows them once: those that are in
 * view now, and have been pictured. One that comes into view further down is hidden when it has been, too.
 * Injected as a function: it may use nothing from outside itself. {@link showFixed} undoes it.
 */
export function hideFixed(): HiddenElements {
  const scope = globalThis as Hidden;
  const hidden = (scope.primaFacieHidden ??= []);
  const before = hidden.length;
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const { position } = getComputedStyle(element);
    if (position !== 'fixed' && position !== 'sticky') continue;
    const { top, bottom } = element.getBoundingClientRect();
    const { style } = element;
    if (bottom <= 0 || top >= innerHeight || style.visibility === 'hidden') continue;
    hidden.push({
      element,
      value: style.getPropertyValue('visibility'),
      priority: style.getPropertyPriority('visibility'),
    });
    style.setProperty('visibility', 'hidden', 'important');
  }
  return {
    count: hidden.length - before,
    names: hidden.slice(before, before + 20).map(({ element }) => {
      const { id, className } = element;
      return `${element.localName}${id ? `#${id}` : ''} ${String(className)}`.trim().slice(0, 100);
    }),
  };
}

/** Undoes {@link hideFixed}; returns how many elements were put back. */
export function showFixed(): number {
  const scope = globalThis as Hidden;
  const hidden = scope.primaFacieHidden ?? [];
  for (const { element, value, priority } of hidden) {
    if (value) element.style.setProperty('visibility', value, priority);
    else element.style.removeProperty('visibility');
  }
  delete scope.primaFacieHidden;
  return hidden.length;
}

/** Where the page is scrolled to. */
export function placeNow(): { x: number; y: number } {
  return { x: scrollX, y: scrollY };
}

/** Scrolls to a place and waits for it to be drawn; returns where the page really is. */
export async function scrollToPlace(x: number, y: number): Promise<{ x: number; y: number }> {
  scrollTo({ left: x, top: y, behavior: 'instant' });
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, 500);
  });
  return { x: scrollX, y: scrollY };
}
