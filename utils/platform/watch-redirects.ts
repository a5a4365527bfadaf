import { browser, isFirefox } from './browser.ts';

/** Redirects beyond these are forgotten, the oldest first. */
const KEPT = 200;
/** The event may arrive a little after the response it tells of. */
const PATIENCE_MS = 1_000;
const PAUSE_MS = 20;
/** Requests of our own background belong to no tab. */
const NO_TAB = -1;

/** Where our own requests were sent on to: `fetch` hides the target of a redirect it does not follow. */
export interface RedirectWatch {
  /** The target of a redirect that was just answered at `url`; null where the browser did not tell in time. */
  targetOf(url: string): Promise<string | null>;
}

/**
 * Watches redirects of our own requests. Register in the worker's first turn. Chromium tells of a redirect even
 * where `fetch` does not follow it; Firefox tells of the response's headers only.
 */
export function watchRedirects(): RedirectWatch {
  const targets = new Map<string, string>();
  const keep = (url: string, target: string) => {
    targets.delete(url);
    targets.set(url, target);
    const oldest = targets.keys().next().value;
    if (targets.size > KEPT && oldest !== undefined) targets.delete(oldest);
  };
  const filter = { urls: ['<all_urls>'], tabId: NO_TAB };
  if (isFirefox) {
    browser.webRequest.onHeadersReceived.addListener(
      ({ url, statusCode, responseHeaders, tabId }) => {
        if (tabId !== NO_TAB || statusCode < 300 || statusCode > 399) return undefined;
        const location = responseHeaders?.find(({ name }) => name.toLowerCase() === 'location')?.value ?? '';
        if (location && URL.canParse(location, url)) keep(url, new URL(location, url).href);
        return undefined;
      },
      filter,
      ['responseHeaders'],
    );
  } else {
    browser.webRequest.onBeforeRedirect.addListener(({ url, redirectUrl, tabId }) => {
      if (tabId === NO_TAB) keep(url, redirectUrl);
    }, filter);
  }
  return {
    async targetOf(url) {
      for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
        const target = targets.get(url);
        targets.delete(url);
        if (target !== undefined) return target;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
      return null;
    },
  };
}
