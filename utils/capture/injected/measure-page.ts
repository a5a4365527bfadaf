/** Sizes of a page in CSS pixels. */
export interface PageMeasure {
  readonly width: number;
  readonly height: number;
  readonly viewport: { readonly width: number; readonly height: number };
  /** Where the page's left edge lies: below zero where a page written from right to left scrolls to the left. */
  readonly left: number;
  readonly scroll: { readonly x: number; readonly y: number };
  /** Device pixels per CSS pixel. */
  readonly scale: number;
}

/** Measures the page. Injected as a function: it may use nothing from outside itself. */
export function measurePage(): PageMeasure {
  const element = document.scrollingElement ?? document.documentElement;
  return {
    width: element.scrollWidth,
    height: element.scrollHeight,
    left:
      getComputedStyle(element).direction === 'rtl'
        ? Math.min(0, element.clientWidth - element.scrollWidth)
        : 0,
    viewport: { width: element.clientWidth, height: innerHeight },
    scroll: { x: scrollX, y: scrollY },
    scale: devicePixelRatio,
  };
}
