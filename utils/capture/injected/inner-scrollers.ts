import type { Box } from '../../case/facts.ts';

/** An element that scrolls by itself: a reader in a frame of its own. Sizes in CSS pixels. */
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
}

/**
 * Finds elements that scroll by themselves and are large enough to be read in: at least 200 × 200 px and a fifth
 * higher inside than outside. The largest first. Injected as a function: it may use nothing from outside itself.
 */
export function findInnerScrollers(maximum: number): InnerScroller[] {
  const page = document.scrollingElement;
  const found: { element: Element; area: number }[] = [];
  for (const element of document.querySelectorAll('body, body *')) {
    if (element === page || element.clientHeight < 200 || element.clientWidth < 200) continue;
    if (element.scrollHeight < element.clientHeight * 1.2) continue;
    const { overflowY } = getComputedStyle(element);
    if (overflowY !== 'auto' && overflowY !== 'scroll') continue;
    found.push({ element, area: element.clientHeight * element.clientWidth });
  }
  found.sort((a, b) => b.area - a.area);
  const kept = found.slice(0, maximum).map(({ element }) => element);
  (globalThis as Scrollers).primaFacieScrollers = kept;
  return kept.map((element, index) => {
    const { left, top } = element.getBoundingClientRect();
    return {
      index,
      name: `${element.localName}${element.id ? `#${element.id}` : ''}`.slice(0, 100),
      box: {
        x: Math.round(left + scrollX + element.clientLeft),
        y: Math.round(top + scrollY + element.clientTop),
        width: element.clientWidth,
        height: element.clientHeight,
      },
      scrollHeight: element.scrollHeight,
      scrollTop: element.scrollTop,
    };
  });
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
