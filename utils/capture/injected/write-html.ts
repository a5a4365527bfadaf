/** A frame's DOM as HTML. */
export interface FrameHtml {
  readonly url: string;
  readonly html: string;
  /** The true length in characters, where `html` was cut. */
  readonly cut: number | null;
  readonly shadowRoots: number;
  /** Values of password fields and request tokens that were left out. */
  readonly secrets: number;
}

/**
 * Writes the DOM as it stands: doctype, root element with its attributes, and shadow roots as declarative ones
 * (`<template shadowrootmode>`), open ones always and closed ones where the browser lets an extension see them.
 * Injected as a function: it may use nothing from outside itself. Named elements shadow members of `document`, so
 * these are taken from the prototype.
 */
export function writeHtml(maximum: number): FrameHtml {
  const read = (name: string) =>
    Object.getOwnPropertyDescriptor(Document.prototype, name)?.get?.call(document) as Element | null;
  const api = globalThis as {
    chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
  };
  const shadowOf = (element: Element): ShadowRoot | null => {
    const own = (element as Element & { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
    if (own !== undefined) return own;
    if (!(element instanceof HTMLElement)) return element.shadowRoot;
    return api.chrome?.dom?.openOrClosedShadowRoot?.(element) ?? element.shadowRoot;
  };
  const shadowRoots: ShadowRoot[] = [];
  const collect = (root: Document | ShadowRoot) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const shadow = shadowOf(node as Element);
      if (!shadow) continue;
      shadowRoots.push(shadow);
      collect(shadow);
    }
  };
  collect(document);
  const root = read('documentElement');
  const doctype = read('doctype') as Node | null;
  const head = doctype ? `${new XMLSerializer().serializeToString(doctype)}\n` : '';
  let html = root?.outerHTML ?? '';
  if (root && shadowRoots.length > 0) {
    const shell = (root.cloneNode(false) as Element).outerHTML;
    const end = shell.lastIndexOf('</');
    html = `${shell.slice(0, end)}${root.getHTML({ shadowRoots })}${shell.slice(end)}`;
  }
  // Secrets of the reader: what a password field holds, and the tokens a site gives this session alone.
  let secrets = 0;
  const tag = /<(?:input|meta)\b(?:[^">]|"[^"]*")*>/gi;
  const held = /(\s(?:value|content)=")([^"]+)(")/gi;
  const isSecret = (text: string) =>
    /\stype="password"/i.test(text) ||
    /\sname="[^"]*(?:csrf|xsrf|authenticity.?token|request.?verification)/i.test(text);
  const whole = `${head}${html}`.toWellFormed().replace(tag, (text) => {
    if (!isSecret(text)) return text;
    return text.replace(held, (_whole, before: string, _value, after: string) => {
      secrets += 1;
      return `${before}(omitted)${after}`;
    });
  });
  return {
    url: location.href,
    html: whole.slice(0, maximum),
    cut: whole.length > maximum ? whole.length : null,
    shadowRoots: shadowRoots.length,
    secrets,
  };
}
