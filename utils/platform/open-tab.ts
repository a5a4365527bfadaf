import { FailureError } from '../case/result.ts';
import type { TabPort } from '../capture/ports.ts';
import { scrollThrough, stopScrolling } from '../capture/injected/scroll-through.ts';
import { orAborted } from '../capture/run-capture.ts';
import type { RequestLog } from '../hosting/request-log.ts';
import { browser, isFirefox } from './browser.ts';
import { captureTabPixels } from './capture-tab-pixels.ts';
import { debuggerPixels } from './debugger-pixels.ts';
import { callInTab, runInTab } from './run-in-tab.ts';
import { visiblePicture } from './visible-tab.ts';

/** A script result larger than about 64 MB does not come through the browser's message pipe. */
const MAXIMUM_HTML = 30_000_000;

/** The DOM as HTML, written in the page's isolated world; prototypes, because named elements shadow members. */
function writeHtml(maximum: number): { html: string; cut: number | null } {
  const page = document;
  const root = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')?.get?.call(
    page,
  ) as Element;
  const doctype = Object.getOwnPropertyDescriptor(Document.prototype, 'doctype')?.get?.call(
    page,
  ) as Node | null;
  const head = doctype ? new XMLSerializer().serializeToString(doctype) : '';
  const html = `${head}${root.outerHTML}`.toWellFormed();
  return { html: html.slice(0, maximum), cut: html.length > maximum ? html.length : null };
}

/** One tab, as the capture pipeline sees it. */
export function openTab(tabId: number, log: RequestLog): TabPort {
  return {
    tabId,
    async describe() {
      const [tab, zoom] = await Promise.all([browser.tabs.get(tabId), browser.tabs.getZoom(tabId)]).catch(
        (error: unknown) => Promise.reject(new FailureError('tab-closed', String(error))),
      );
      return { url: tab.url ?? '', title: tab.title ?? '', incognito: tab.incognito, zoom };
    },
    viewport: (signal) => visiblePicture(tabId, signal),
    probe: () => runInTab(tabId, { files: ['probe.js'], injectImmediately: true }),
    html: () => callInTab(tabId, writeHtml, MAXIMUM_HTML),
    async scrollThrough(options, signal) {
      try {
        return await orAborted(callInTab(tabId, scrollThrough, options), signal);
      } catch (error) {
        // A pass that was broken off scrolls back by itself; a tab that is gone has nothing to scroll.
        await callInTab(tabId, stopScrolling).catch(() => undefined);
        throw error;
      }
    },
    networkLog: () => log.read(tabId),
    pixelMethods: isFirefox ? [captureTabPixels(tabId)] : [debuggerPixels(tabId)],
  };
}
