import type { Item, Work } from '../../case/dispute.ts';
import type { FormId, NoticeContent } from '../../case/notice.ts';
import type { Language } from '../../case/settings.ts';
import { addressesOf, hostOf } from '../addresses.ts';
import { workOf } from '../lookup.ts';
import { FORM_LIMITS } from './limits.ts';
import type { FormLimits } from './limits.ts';
import { workWords } from './works.ts';

/** One filling of a form: the items it speaks of, and the addresses it reports. */
export interface Filling {
  readonly items: readonly Item[];
  readonly addresses: readonly string[];
}

/** What of a notice is dealt out over a form's fillings. */
type Dealt = Pick<NoticeContent, 'items' | 'works' | 'scopeHosts' | 'language'>;

/** An item with those of its addresses that one report can hold together. */
interface Share {
  readonly item: Item;
  readonly addresses: readonly string[];
}

/**
 * Deals a notice out over as many fillings of a form as its limits on hosts, addresses and names of works need. Every
 * address is reported once, but that of a page which several works share where they do not fit into one filling: no
 * work is named without an address of its own use.
 */
export function fillingsOf(content: Dealt, form: FormId): Filling[] {
  const limits = FORM_LIMITS[form];
  return sharesOf(content, limits.oneHost === true).flatMap((shares) => fill(shares, content, limits));
}

function sharesOf({ items, scopeHosts }: Dealt, oneHost: boolean): Share[][] {
  const byHost = new Map<string | null, Share[]>();
  for (const item of items) {
    const mine = Map.groupBy(addressesOf(item, scopeHosts), (url) => (oneHost ? hostOf(url) : null));
    for (const [host, addresses] of mine) {
      const shares = byHost.get(host);
      if (shares) shares.push({ item, addresses });
      else byHost.set(host, [{ item, addresses }]);
    }
  }
  return [...byHost.values()];
}

function fill(shares: readonly Share[], content: Dealt, limits: FormLimits): Filling[] {
  const { maximumUrls = Infinity } = limits;
  const reported = new Set<string>();
  const done: { items: Set<Item>; addresses: Set<string> }[] = [];
  let works = worksWithin(limits, content.language);
  let open = { items: new Set<Item>(), addresses: new Set<string>() };
  const next = () => {
    works = worksWithin(limits, content.language);
    open = { items: new Set(), addresses: new Set() };
    done.push(open);
  };
  done.push(open);
  for (const { item, addresses } of shares) {
    const work = workOf(content, item);
    if (!works.fits(work)) next();
    const fresh = addresses.filter((url) => !reported.has(url));
    const isThere = fresh.length > 0 || addresses.some((url) => open.addresses.has(url));
    for (const url of isThere ? fresh : addresses.slice(0, 1)) {
      if (open.addresses.size >= maximumUrls) next();
      works.add(work);
      open.items.add(item);
      open.addresses.add(url);
      reported.add(url);
    }
    works.add(work);
    open.items.add(item);
  }
  return done.map(({ items, addresses }) => ({ items: [...items], addresses: [...addresses] }));
}

/** Counts the characters that the names of works take in a form's field. */
export function worksWithin({ maximumWork = Infinity }: FormLimits, language: Language) {
  const named = new Set<Work>();
  let length = 0;
  const sizeOf = (work: Work) => workWords(work, language).length + (named.size > 0 ? 2 : 0);
  return {
    /** Whether one more work fits; the first always does, since there is nothing to leave it out for. */
    fits: (work: Work | undefined): boolean =>
      work === undefined || named.size === 0 || named.has(work) || length + sizeOf(work) <= maximumWork,
    add: (work: Work | undefined): void => {
      if (work === undefined || named.has(work)) return;
      length += sizeOf(work);
      named.add(work);
    },
  };
}
