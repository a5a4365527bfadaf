import type { HostingEnvironment } from '../hosting/environment.ts';
import { lookupCache } from '../store/lookup-cache.ts';
import type { PrimaFacieDatabase } from '../store/database.ts';
import { browser, isFirefox } from './browser.ts';
import type { RedirectWatch } from './watch-redirects.ts';

/** What lookups need of this browser. Made once per background: limits and single flight hang on its cache. */
export function hostingEnvironment(
  db: PrimaFacieDatabase,
  redirects: RedirectWatch,
): Omit<HostingEnvironment, 'settings'> {
  return {
    fetch: (url, init) => fetch(url, init),
    now: () => new Date(),
    monotonicNow: () => performance.now(),
    cache: lookupCache(db),
    loadOverrides: () => db.providerOverrides.toArray(),
    redirectTarget: redirects.targetOf,
    ...(isFirefox ? { resolveWithBrowser } : {}),
  };
}

/** Firefox's own resolver, past its cache. */
async function resolveWithBrowser(host: string) {
  const { addresses, canonicalName } = await browser.dns.resolve(host, ['bypass_cache', 'canonical_name']);
  return { addresses, ...(canonicalName ? { canonicalName } : {}) };
}
