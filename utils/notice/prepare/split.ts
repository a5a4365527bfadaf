import type { Item } from '../../case/dispute.ts';
import type { NoticeContent, NoticeDraft } from '../../case/notice.ts';
import type { Id, Instant } from '../../case/values.ts';
import { addressesOf, hostOf } from '../addresses.ts';
import type { NoticeSources } from '../content.ts';
import { worksWithin } from '../forms/fillings.ts';
import { FORM_LIMITS } from '../forms/limits.ts';
import type { FormLimits } from '../forms/limits.ts';
import { workOf } from '../lookup.ts';

/**
 * A draft that asks more of a web form than it takes, as several: one for each host name, and for so many addresses
 * and works as one filling holds. The first keeps the draft's id. Nothing confirmed or signed comes along, since each says something else; answers about
 * exceptions do. An item alone may still have too many addresses: it cannot be divided.
 */
export function splitDraft(
  draft: NoticeDraft,
  { items, works }: Pick<NoticeSources, 'items' | 'works'>,
  env: { readonly newId: () => Id; readonly now: Instant },
): NoticeDraft[] {
  const form = draft.channel?.form;
  if (!form) return [draft];
  const limits = FORM_LIMITS[form];
  const named = { works, language: draft.language };
  const wanted = new Set(draft.itemIds);
  const mine = items.filter(({ id }) => wanted.has(id));
  const parts = [...byHost(mine, draft.scopeHosts, limits.oneHost === true)].flatMap(([hosts, group]) =>
    byRoom(group, hosts, limits, named).map((chunk) => ({ hosts, itemIds: chunk.map(({ id }) => id) })),
  );
  const { signature: _signature, ...unsigned } = draft;
  return parts.length < 2
    ? [draft]
    : parts.map(({ hosts, itemIds }, index) => ({
        ...unsigned,
        ...(index === 0 ? {} : { id: env.newId(), createdAt: env.now }),
        scopeHosts: hosts,
        itemIds,
        statements: [],
      }));
}

function byHost(
  items: readonly Item[],
  scope: readonly string[],
  oneHost: boolean,
): Map<readonly string[], readonly Item[]> {
  if (!oneHost) return new Map([[scope, items]]);
  const found = new Map<string, Item[]>();
  for (const item of items) {
    for (const host of new Set(addressesOf(item, scope).map(hostOf))) {
      if (host === null) continue;
      const group = found.get(host);
      if (group) group.push(item);
      else found.set(host, [item]);
    }
  }
  return new Map([...found].map(([host, group]) => [[host], group]));
}

function byRoom(
  items: readonly Item[],
  hosts: readonly string[],
  limits: FormLimits,
  { works, language }: Pick<NoticeContent, 'works' | 'language'>,
): Item[][] {
  const chunks: Item[][] = [];
  let room = 0;
  let named = worksWithin(limits, language);
  for (const item of items) {
    const count = addressesOf(item, hosts).length;
    const work = workOf({ works }, item);
    const last = chunks.at(-1);
    if (last && count <= room && named.fits(work)) last.push(item);
    else {
      chunks.push([item]);
      room = limits.maximumUrls ?? Infinity;
      named = worksWithin(limits, language);
    }
    room -= count;
    named.add(work);
  }
  return chunks;
}
