import { fail, type Failure } from '../../utils/case/result.ts';

const STORES = ['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

/** The failure that a capture of this address would end with, known before it starts; null where it can be tried. */
export function refusalFor(url: string): Failure | null {
  if (!URL.canParse(url)) return refused('no address');
  const { protocol, hostname, pathname } = new URL(url);
  if (!['http:', 'https:', 'file:'].includes(protocol)) return refused(`${protocol} pages belong to the browser`);
  const store = STORES.includes(hostname) || (hostname === 'chrome.google.com' && pathname.startsWith('/webstore'));
  return store ? refused(`${hostname} is an extension store`) : null;
}

function refused(detail: string): Failure {
  return fail('blocked-page', detail).failure;
}
