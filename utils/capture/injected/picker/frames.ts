import { getter } from '../../read-page.ts';

/*
 * Frames of the page's own origin are marked in as the page is: the browser shows their documents to the same isolated
 * world. Places are always of the top viewport.
 */
const contentOf = getter<Document | null>(HTMLIFrameElement.prototype, 'contentDocument');
const nameOf = getter<string>(Element.prototype, 'localName');
const ownerOf = getter<Document | null>(Node.prototype, 'ownerDocument');
const viewOf = getter<(Window & typeof globalThis) | null>(Document.prototype, 'defaultView');
const boxOf = Element.prototype.getBoundingClientRect;
const leftOf = getter<number>(Element.prototype, 'clientLeft');
const topOf = getter<number>(Element.prototype, 'clientTop');

/** The document in a frame, where it is of the page's own origin. */
export function documentIn(frame: Element): Document | null {
  return nameOf(frame) === 'iframe' ? contentOf(frame) : null;
}

/** The frame that an element's document stands in: null in the page itself, undefined where that is gone. */
export function frameAround(element: Element): Element | null | undefined {
  const owner = ownerOf(element);
  const view = owner ? viewOf(owner) : null;
  if (view === window) return null;
  return view?.frameElement ?? undefined;
}

/** Whether an element is still in the page, and all frames around it are. */
export function isThere(element: Element): boolean {
  if (!element.isConnected) return false;
  const frame = frameAround(element);
  return frame === null || (frame !== undefined && isThere(frame));
}

/** Where the document of a frame begins, in the top viewport. */
export function originIn(frame: Element): { x: number; y: number } {
  const { x, y } = rectOf(frame);
  return { x: x + leftOf(frame), y: y + topOf(frame) };
}

/** Where an element is in the top viewport. */
export function rectOf(element: Element): DOMRect {
  const { x, y, width, height } = boxOf.call(element);
  const frame = frameAround(element);
  const origin = frame ? originIn(frame) : { x: 0, y: 0 };
  return new DOMRect(x + origin.x, y + origin.y, width, height);
}
