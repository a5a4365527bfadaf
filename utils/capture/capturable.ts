import { fail, succeed, type Result } from '../case/result.ts';

/** Why a page cannot be captured, as the `detail` of a `blocked-page` failure. */
export type BlockedReason = 'browser-page' | 'extension-page' | 'store' | 'pdf-viewer' | 'no-page';

/** Stores whose pages browsers close to every extension. */
const STORES = new Set(['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com']);

/**
 * Whether a browser lets an extension work on a page. Asked before anything is recorded, so that the refusal is a
 * sentence and not a half capture.
 * @param contentType of the main response, where it is known: both browsers show PDF in a viewer of their own.
 */
export function checkCapturable(url: string, contentType?: string): Result<URL> {
  const blocked = (reason: BlockedReason) => fail('blocked-page', reason);
  if (url === '' || url === 'about:blank' || !URL.canParse(url)) return blocked('no-page');
  const parsed = new URL(url);
  if (parsed.protocol.endsWith('-extension:')) return blocked('extension-page');
  if (!['http:', 'https:', 'file:', 'data:', 'blob:'].includes(parsed.protocol))
    return blocked('browser-page');
  if (STORES.has(parsed.hostname)) return blocked('store');
  if (parsed.hostname === 'chrome.google.com' && parsed.pathname.startsWith('/webstore'))
    return blocked('store');
  if (contentType?.startsWith('application/pdf')) return blocked('pdf-viewer');
  return succeed(parsed);
}
