import { getter } from '../../read-page.ts';
import { frameAround } from './frames.ts';
import { elementAt } from './elements.ts';

const parentOf = getter<ParentNode | null>(Node.prototype, 'parentNode');
const LINE = 16;

/** Whether an element can be scrolled further that way by the wheel. */
function scrolls(element: Element, x: number, y: number): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  const root = element.ownerDocument.scrollingElement === element;
  const takes = (overflow: string) => root || overflow === 'auto' || overflow === 'scroll';
  const room = (from: number, shown: number, whole: number, by: number) =>
    by < 0 ? from > 0 : by > 0 && from + shown < whole - 1;
  return (
    (takes(overflowY) && room(element.scrollTop, element.clientHeight, element.scrollHeight, y)) ||
    (takes(overflowX) && room(element.scrollLeft, element.clientWidth, element.scrollWidth, x))
  );
}

/** The element next out, through shadow roots and frames of the page's own origin. */
function outOf(element: Element): Element | null {
  const parent = parentOf(element);
  if (parent instanceof Element) return parent;
  const host = (parent as { readonly host?: Element } | null)?.host;
  // Nodes of frames are of another realm: they are known by what they have.
  if (host) return host;
  const isElement = (parent as { readonly nodeType?: number } | null)?.nodeType === Node.ELEMENT_NODE;
  return isElement ? (parent as unknown as Element) : (frameAround(element) ?? null);
}

/**
 * Turns the wheel, while the overlay lies above the page, over what scrolls under it: a reader in a box or in a frame.
 * @returns false where it is the page itself, which the browser scrolls by itself.
 */
export function scrollUnder(event: WheelEvent, host: Element): boolean {
  const { clientX, clientY, deltaX, deltaY, deltaMode } = event;
  for (let at = elementAt(clientX, clientY, host); at; at = outOf(at)) {
    if (!scrolls(at, deltaX, deltaY)) continue;
    if (at === document.scrollingElement) return false;
    const unit = [1, LINE, at.clientHeight][deltaMode] ?? 1;
    at.scrollBy({ left: deltaX * unit, top: deltaY * unit, behavior: 'instant' });
    return true;
  }
  return false;
}
