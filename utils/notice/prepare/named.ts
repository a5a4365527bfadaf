import type { CaseFile } from '../../case/case-file.ts';
import type { Item } from '../../case/dispute.ts';
import type { NoticeProvider } from '../../case/notice.ts';
import type { ServiceClass } from '../../case/regime.ts';
import { addressesOf, hostOf } from '../addresses.ts';

/** Whom a draft is made for: the hosts it is narrowed to (empty: not narrowed) and the items it is about. */
export interface Target {
  readonly provider: NoticeProvider;
  readonly hosts: readonly string[];
  readonly mine: readonly Item[];
  readonly kind: 'notice' | 'letter';
}

/** Classes that keep what they serve: an address has one of them, so that of another is none of their business. */
const KEEPERS: ReadonlySet<ServiceClass> = new Set(['hosting', 'iaas', 'ai_model', 'ecommerce']);

/** Whether a recipient keeps the content itself. */
export function keepsContent({ serviceClass }: Pick<NoticeProvider, 'serviceClass'>): boolean {
  return KEEPERS.has(serviceClass);
}

/**
 * Recipients of the user's own description that the hosting rules did not find; to an operator it is a letter. Each
 * gets the items of the sites it was named for. Where that was not said, one who keeps content gets none of the
 * items that somebody else was found to host; and never an address somebody else was found to host, but on a
 * site it was named for.
 */
export function namedTargets(caseFile: CaseFile, items: readonly Item[], found: readonly Target[]): Target[] {
  const known = new Set(found.map(({ provider }) => provider.id));
  const hosted = new Set(
    found.filter(({ provider }) => keepsContent(provider)).flatMap(({ hosts }) => hosts),
  );
  const own = (caseFile.providers ?? []).filter(({ id }) => !known.has(id) && !id.startsWith('operator:'));
  return own.flatMap((provider) => {
    const { namedFor } = provider;
    const elsewhere = keepsContent(provider) ? hosted.difference(new Set(namedFor)) : new Set<string>();
    const sites = namedFor && new Set(namedFor);
    const mine = items.filter((item) => {
      const host = hostOf(item.pageUrl);
      if (sites) return host !== null && sites.has(host);
      return host === null || !elsewhere.has(host);
    });
    if (mine.length === 0) return [];
    return [{ provider, hosts: hostsWithout(mine, elsewhere), mine, kind: kindFor(provider) }];
  });
}

/** Hosts of the items' addresses without those of others; empty, so not narrowed, where there is none of those. */
function hostsWithout(items: readonly Item[], elsewhere: ReadonlySet<string>): string[] {
  const all = new Set(items.flatMap((item) => addressesOf(item)).flatMap((url) => hostOf(url) ?? []));
  return all.isDisjointFrom(elsewhere) ? [] : [...all.difference(elsewhere)];
}

/** Who runs the site is outside every provider's procedure: what goes to them is a letter. */
function kindFor({ serviceClass }: NoticeProvider): Target['kind'] {
  return serviceClass === 'site_operator' ? 'letter' : 'notice';
}
