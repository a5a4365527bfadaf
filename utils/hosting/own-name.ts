import { classifyHost } from './classify.ts';
import { registeredDomain, registrableDomain } from './host-name.ts';

/**
 * The name that whoever runs a site registered; null where a provider gave it out. The registrar of `pages.dev` is
 * Cloudflare's own and has nothing to do with `pirate.pages.dev`: nobody asks for it and nobody writes to it.
 */
export function ownName(host: string): string | null {
  const domain = registeredDomain(host);
  if (domain === null || domain !== registrableDomain(host)) return null;
  const provided = classifyHost({ host: domain, address: null }).some(({ role }) => role !== 'platform');
  return provided ? null : domain;
}
