import type { MarkKind } from '../../../case/mark.ts';
import { getter } from '../../read-page.ts';
import { documentIn, originIn, rectOf } from './frames.ts';

/*
 * What can be marked on a page. Like the probe, this runs in the isolated world and takes every member from its
 * prototype: named elements of the page shadow members of `document` and of forms.
 */
const queryAll = Document.prototype.querySelectorAll;
const queryRoot = DocumentFragment.prototype.querySelectorAll;
const queryIn = Element.prototype.querySelectorAll;
const attribute = Element.prototype.getAttribute;
const closest = Element.prototype.closest;
const shadowOf = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
const textOf = getter<string | null>(Node.prototype, 'textContent');
const baseOf = getter<string>(Node.prototype, 'baseURI');
const nameOf = getter<string>(Element.prototype, 'localName');
const shownImage = getter<string>(HTMLImageElement.prototype, 'currentSrc');
const shownMedia = getter<string>(HTMLMediaElement.prototype, 'currentSrc');

const MEDIA: Readonly<Record<string, MarkKind>> = {
  img: 'image',
  image: 'image',
  video: 'video',
  audio: 'audio',
  iframe: 'frame',
  frame: 'frame',
  embed: 'embed',
  object: 'embed',
  canvas: 'canvas',
};
const CANDIDATES = [...Object.keys(MEDIA), 'a[href]'].join(',');
const MAXIMUM_CANDIDATES = 5_000;
const MAXIMUM_URLS = 20;
/** Smaller things are pixels of trackers, not what anyone marks. */
const MINIMUM_SIDE = 8;
/** Elements under the pointer that are looked at, from the top. */
const DEPTH = 40;

/** What kind of thing an element is. */
export function kindOf(element: Element): MarkKind {
  const media = MEDIA[nameOf(element)];
  if (media) return media;
  if (backgroundsOf(element).length > 0) return 'background';
  return nameOf(element) === 'a' ? 'link' : 'element';
}

/** Absolute http(s) addresses an element refers to; what it shows comes first, where it leads to last. */
export function urlsOf(element: Element): string[] {
  const found: (string | null)[] = [];
  // By name: the classes of a frame's elements are those of its own realm.
  const name = nameOf(element);
  if (name === 'img') found.push(shownImage(element));
  if (name === 'video' || name === 'audio') found.push(shownMedia(element));
  for (const key of ['src', 'data', 'poster']) found.push(attribute.call(element, key));
  for (const source of queryIn.call(element, 'source[src]')) found.push(attribute.call(source, 'src'));
  found.push(...backgroundsOf(element), attribute.call(element, 'href'));
  const link = closest.call(element, 'a[href]');
  if (link) found.push(attribute.call(link, 'href'));
  const base = baseOf(element);
  const urls = found.flatMap((value) => {
    if (!value || value.startsWith('data:') || !URL.canParse(value, base)) return [];
    const url = new URL(value, base);
    return /^https?:$/.test(url.protocol) && url.href.length <= 8_192 ? [url.href] : [];
  });
  return [...new Set(urls)].slice(0, MAXIMUM_URLS);
}

/** What an element says of itself: its alternative text, its label or the start of its text. */
export function labelOf(element: Element): string {
  const own = ['alt', 'aria-label', 'title']
    .map((name) => attribute.call(element, name)?.trim())
    .find(Boolean);
  const text = own ?? (textOf(element) ?? '').slice(0, 2_000).replaceAll(/\s+/g, ' ').trim();
  return text.slice(0, 300).toWellFormed();
}

function backgroundsOf(element: Element): string[] {
  const { backgroundImage } = getComputedStyle(element);
  return [...backgroundImage.matchAll(/url\("((?:[^"\\]|\\.)*)"\)/g)].flatMap(([, url]) =>
    url ? [url] : [],
  );
}

/** Elements at a place of the viewport, topmost first, those in open shadow roots and frames before what holds them. */
function stackAt(x: number, y: number, host: Element): Element[] {
  const seen = new Set<Element>();
  const visit = (elements: readonly Element[]) => {
    for (const element of elements) {
      if (element === host || seen.has(element) || seen.size > DEPTH) continue;
      const inner = documentIn(element);
      if (inner) {
        const from = originIn(element);
        visit(Document.prototype.elementsFromPoint.call(inner, x - from.x, y - from.y));
      }
      const root = shadowOf(element);
      seen.add(element);
      if (root) {
        // The host's content lies above the host itself.
        seen.delete(element);
        visit(ShadowRoot.prototype.elementsFromPoint.call(root, x, y).filter((one) => one !== element));
        seen.add(element);
      }
    }
  };
  visit(Document.prototype.elementsFromPoint.call(document, x, y));
  return [...seen];
}

/**
 * What a click at a place of the viewport means: a picture, player or frame under whatever lies above it, else a
 * background picture, else the link, else the topmost element.
 */
export function candidateAt(x: number, y: number, host: Element): Element | null {
  const stack = stackAt(x, y, host).filter((element) => !['html', 'body'].includes(nameOf(element)));
  const media = stack.find((element) => nameOf(element) in MEDIA);
  if (!media) return without(stack);
  // A frame that can be looked into means what stands in it at this place, where anything does.
  const inner = documentIn(media);
  return inner ? (without(stack.filter(({ ownerDocument }) => ownerDocument === inner)) ?? media) : media;
}

/** What is topmost, where nothing is a picture, player or frame by itself. */
function without(stack: readonly Element[]): Element | null {
  const background = stack.find((element) => backgroundsOf(element).length > 0);
  const link = stack[0] ? closest.call(stack[0], 'a[href]') : null;
  return background ?? link ?? stack[0] ?? null;
}

/** The topmost element at a place of the viewport. */
export function elementAt(x: number, y: number, host: Element): Element | null {
  return stackAt(x, y, host)[0] ?? null;
}

/** Everything the keyboard can go through, in the order of the document, open shadow roots included. */
export function allCandidates(): Element[] {
  const found: Element[] = [];
  const visit = (elements: ArrayLike<Element> & Iterable<Element>) => {
    // What a style sheet paints is only known by asking each element.
    const isSmall = elements.length <= MAXIMUM_CANDIDATES;
    for (const element of elements) {
      if (found.length >= MAXIMUM_CANDIDATES) return;
      const root = shadowOf(element);
      if (root) visit(queryRoot.call(root, '*'));
      const inner = documentIn(element);
      if (inner) visit(queryAll.call(inner, '*'));
      const isOne = Element.prototype.matches.call(element, CANDIDATES);
      if (!isOne && !(isSmall && backgroundsOf(element).length > 0)) continue;
      // A link around a picture is the picture; its address is among the picture's.
      if (nameOf(element) === 'a' && queryIn.call(element, Object.keys(MEDIA).join(',')).length > 0) continue;
      const { width, height } = rectOf(element);
      if (width >= MINIMUM_SIDE && height >= MINIMUM_SIDE) found.push(element);
    }
  };
  visit(queryAll.call(document, '*'));
  return found;
}
