import type { Box, PageFacts, PageResource, ResourceKind } from '../case/facts.ts';
import { FACT_BOUNDS } from './fact-bounds.ts';

/*
 * Runs inside the page, in the extension's isolated world. The page's scripts cannot reach this world's globals, but
 * they share the DOM: named elements shadow members of `document` and of forms (`<img name="querySelectorAll">`), so
 * every member is taken from its prototype and called on the node.
 */

/** A getter as its prototype defines it, which no named element of the page can shadow. */
export function getter<T>(prototype: object, name: string): (target: object) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new Error(`no ${name}`);
  return (target) => get.call(target) as T;
}

const documentElementOf = getter<Element | null>(Document.prototype, 'documentElement');
const queryAll = Document.prototype.querySelectorAll;
const attribute = Element.prototype.getAttribute;
const boxOf = Element.prototype.getBoundingClientRect;

/** Where each kind of resource keeps its URL. First match wins, so the more telling kinds come first. */
const RESOURCES: readonly { kind: ResourceKind; selector: string; attribute: string }[] = [
  { kind: 'image', selector: 'img', attribute: 'src' },
  { kind: 'frame', selector: 'iframe, frame', attribute: 'src' },
  { kind: 'video', selector: 'video', attribute: 'src' },
  { kind: 'audio', selector: 'audio', attribute: 'src' },
  { kind: 'poster', selector: 'video[poster]', attribute: 'poster' },
  { kind: 'source', selector: 'source[src], track[src]', attribute: 'src' },
  { kind: 'embed', selector: 'embed[src]', attribute: 'src' },
  { kind: 'embed', selector: 'object[data]', attribute: 'data' },
  { kind: 'link', selector: 'a[href], area[href]', attribute: 'href' },
  { kind: 'image', selector: 'image[href]', attribute: 'href' },
  { kind: 'stylesheet', selector: 'link[rel~="stylesheet" i][href]', attribute: 'href' },
  { kind: 'script', selector: 'script[src]', attribute: 'src' },
];

function text(value: unknown, maximum: number): string {
  return (typeof value === 'string' ? value : '').slice(0, maximum).toWellFormed();
}

function absolute(value: string, base: string): string {
  if (value.startsWith('data:')) return value;
  return URL.canParse(value, base) ? new URL(value, base).href : value;
}

function pageBox(element: Element, scroll: { x: number; y: number }): Box | null {
  const { x, y, width, height } = boxOf.call(element);
  if (width === 0 && height === 0) return null;
  const round = (value: number) => Math.round(value * 100) / 100;
  return { x: round(x + scroll.x), y: round(y + scroll.y), width: round(width), height: round(height) };
}

function resourceOf(
  element: Element,
  kind: ResourceKind,
  name: string,
  base: string,
  scroll: { x: number; y: number },
): PageResource | null {
  // An image shows the candidate the browser chose (srcset, lazy loading), which is what the reader saw.
  const chosen =
    element instanceof HTMLImageElement || element instanceof HTMLMediaElement ? element.currentSrc : '';
  const value = chosen || attribute.call(element, name) || '';
  if (value === '') return null;
  const limit = value.startsWith('data:') ? 200 : FACT_BOUNDS.url;
  const url = absolute(value.slice(0, limit), base).slice(0, FACT_BOUNDS.url).toWellFormed();
  const label = attribute.call(element, 'alt') ?? (kind === 'link' ? element.textContent : null) ?? '';
  const shown = text(label.slice(0, 500).replaceAll(/\s+/g, ' ').trim(), FACT_BOUNDS.short);
  return {
    kind,
    url,
    box: pageBox(element, scroll),
    ...(shown ? { text: shown } : {}),
    ...(value.length > limit ? { truncated: true as const } : {}),
  };
}

/** Every URL the page refers to, up to the bound; the second value is how many there are in all. */
function resourcesOf(
  page: Document,
  base: string,
  scroll: { x: number; y: number },
): [PageResource[], number] {
  const found: PageResource[] = [];
  let total = 0;
  for (const { kind, selector, attribute: name } of RESOURCES) {
    const elements = queryAll.call(page, selector);
    total += elements.length;
    for (const element of elements) {
      if (found.length >= FACT_BOUNDS.resources) break;
      const resource = resourceOf(element, kind, name, base, scroll);
      if (resource) found.push(resource);
    }
  }
  return [found, total];
}

/** Tokens a site gives this session alone: secrets of the reader. */
const SESSION_TOKEN = /csrf|xsrf|authenticity.?token|request.?verification/i;

function metaOf(page: Document): { name: string; content: string }[] {
  return [...queryAll.call(page, 'meta[content]')].slice(0, FACT_BOUNDS.meta).flatMap((meta) => {
    const name = ['property', 'name', 'itemprop', 'http-equiv']
      .map((key) => attribute.call(meta, key))
      .find(Boolean);
    if (!name) return [];
    return [
      {
        name: text(name, 200),
        content: SESSION_TOKEN.test(name)
          ? '(omitted)'
          : text(attribute.call(meta, 'content'), FACT_BOUNDS.short),
      },
    ];
  });
}

/** Reads the page's facts. Bounded by {@link FACT_BOUNDS}; what was cut is counted in `cut`. */
export function readPage(view: Window & typeof globalThis, now: () => Date): PageFacts {
  const page = view.document;
  const root = documentElementOf(page);
  const url = view.location.href;
  const base = getter<string>(Node.prototype, 'baseURI')(page);
  const body = queryAll.call(page, 'body')[0] as HTMLElement | undefined;
  const title = getter<string>(Document.prototype, 'title')(page);
  const scroll = { x: view.scrollX, y: view.scrollY };
  const [resources, total] = resourcesOf(page, base, scroll);
  const shown = body?.innerText ?? root?.textContent ?? '';
  const canonical = queryAll.call(page, 'link[rel~="canonical" i][href]')[0];
  const navigation = view.performance.getEntriesByType('navigation')[0] as
    PerformanceNavigationTiming | undefined;
  const scrolling = getter<Element | null>(Document.prototype, 'scrollingElement')(page) ?? root;
  return {
    schema: 'prima-facie/page-facts/1',
    readAt: now().toISOString(),
    url: text(url, FACT_BOUNDS.url),
    canonicalUrl: canonical
      ? text(absolute(attribute.call(canonical, 'href') ?? '', base), FACT_BOUNDS.url)
      : null,
    title: text(title, FACT_BOUNDS.title),
    language: root ? text(attribute.call(root, 'lang') ?? '', 100) || null : null,
    referrer: text(getter<string>(Document.prototype, 'referrer')(page), FACT_BOUNDS.url) || null,
    contentType: text(getter<string>(Document.prototype, 'contentType')(page), 200),
    characterSet: text(getter<string>(Document.prototype, 'characterSet')(page), 100),
    lastModified: text(getter<string>(Document.prototype, 'lastModified')(page), 100) || null,
    readyState: text(getter<string>(Document.prototype, 'readyState')(page), 20),
    meta: metaOf(page),
    jsonLd: [...queryAll.call(page, 'script[type="application/ld+json" i]')]
      .slice(0, FACT_BOUNDS.jsonLd)
      .map((script) => text(script.textContent, FACT_BOUNDS.jsonLdText)),
    resources,
    text: text(shown, FACT_BOUNDS.text),
    viewport: { width: view.innerWidth, height: view.innerHeight },
    devicePixelRatio: view.devicePixelRatio,
    scroll,
    page: { width: scrolling?.scrollWidth ?? 0, height: scrolling?.scrollHeight ?? 0 },
    cut: {
      ...(total > resources.length && resources.length >= FACT_BOUNDS.resources ? { resources: total } : {}),
      ...(shown.length > FACT_BOUNDS.text ? { text: shown.length } : {}),
      ...(title.length > FACT_BOUNDS.title ? { title: title.length } : {}),
    },
    protocol: text(navigation?.nextHopProtocol, 20) || null,
    ...(navigation && navigation.workerStart > 0 ? { throughServiceWorker: true as const } : {}),
    colorScheme: view.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    direction: root && view.getComputedStyle(root).direction === 'rtl' ? 'rtl' : 'ltr',
  };
}
