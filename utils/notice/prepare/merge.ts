import type { Notice, NoticeDraft } from '../../case/notice.ts';
import type { ServerRole } from '../../case/hosting.ts';
import type { Id } from '../../case/values.ts';
import { suggestionIn } from './suggest.ts';

/** A draft as the store holds it. `untouched`: the rules wrote it, and nobody has changed it since. */
export type PreparedDraft = NoticeDraft & { readonly untouched?: true };

/** What preparing changes: drafts to keep (new ones, and untouched ones made anew), and untouched ones to drop. */
export interface PreparedChange {
  readonly keep: readonly NoticeDraft[];
  readonly drop: readonly Id[];
}

interface Addressed {
  readonly matterId: Id;
  readonly providerId: string;
  readonly letter: boolean;
  readonly itemIds: readonly Id[];
}

/**
 * Puts freshly prepared drafts beside what is there. A draft a person has changed and a finalised notice are never
 * altered, and an item already written about to a recipient is not written about to it again; so what is new goes
 * into a draft of its own, in the matter its items belong to. Drafts nobody has touched are made anew, and dropped
 * where the newest findings no longer lead to their recipient; one that somebody asked for (a search engine, a
 * registrar, a letter) stays.
 */
export function mergePrepared(
  made: readonly NoticeDraft[],
  drafts: readonly PreparedDraft[],
  notices: readonly Notice[],
  usual: readonly ServerRole[],
): PreparedChange {
  const untouched = drafts.filter((draft) => draft.untouched);
  const settled = [...drafts.filter((draft) => !draft.untouched).map(keyOf), ...notices.map(keyOfNotice)];
  const matterOf = matters([...settled, ...untouched.map(keyOf)]);
  const keep: NoticeDraft[] = [];
  const renewed = new Set<Id>();
  for (const draft of made) {
    const key = keyOf(draft);
    const taken = new Set(settled.filter((one) => sameRecipient(one, key)).flatMap((one) => one.itemIds));
    const itemIds = draft.itemIds.filter((id) => !taken.has(id));
    if (itemIds.length === 0) continue;
    const old = untouched.find((one) => sameRecipient(keyOf(one), key) && !renewed.has(one.id));
    if (old) renewed.add(old.id);
    const known = itemIds.map((id) => matterOf.get(id)).find((id) => id !== undefined);
    const matterId = old?.matterId ?? known ?? draft.matterId;
    const fresh = { ...draft, itemIds, matterId, ...(old ? { id: old.id, createdAt: old.createdAt } : {}) };
    keep.push(withSaid(fresh, drafts));
  }
  const drop = untouched.filter((one) => !renewed.has(one.id) && isFound(one, usual)).map(({ id }) => id);
  return { keep, drop };
}

/**
 * The reason that the user has given in another draft of the matter is not asked again, where it is written in the
 * same language or in the suggested words. Answers about exceptions are given for each notice, and only proposed.
 */
function withSaid(draft: NoticeDraft, others: readonly PreparedDraft[]): NoticeDraft {
  const siblings = others.filter((other) => {
    const theirs = new Set(other.itemIds);
    return (
      other.matterId === draft.matterId &&
      other.untouched === undefined &&
      draft.itemIds.every((id) => theirs.has(id))
    );
  });
  const said = siblings.find(({ reason, language }) => reason !== '' && language === draft.language)?.reason;
  const suggested = siblings
    .map(({ reason }) => suggestionIn(reason, draft.language))
    .find((one) => one !== null);
  return {
    ...draft,
    reason: draft.reason === '' ? (said ?? suggested ?? '') : draft.reason,
  };
}

/** Whether a draft stands there because of what was found, and not because somebody asked for it. */
function isFound({ provider }: NoticeDraft, usual: readonly ServerRole[]): boolean {
  return provider.id.startsWith('host:') || (provider.role !== undefined && usual.includes(provider.role));
}

function keyOf({ matterId, provider, kind, itemIds }: NoticeDraft): Addressed {
  return { matterId, providerId: provider.id, letter: kind === 'letter', itemIds };
}

function keyOfNotice({ content }: Notice): Addressed {
  const { matterId, provider, kind, items } = content;
  return { matterId, providerId: provider.id, letter: kind === 'letter', itemIds: items.map(({ id }) => id) };
}

function sameRecipient(a: Addressed, b: Addressed): boolean {
  return a.providerId === b.providerId && a.letter === b.letter;
}

/** The matter each item is already part of: the first it was written about in. */
function matters(known: readonly Addressed[]): ReadonlyMap<Id, Id> {
  const found = new Map<Id, Id>();
  for (const { itemIds, matterId } of known)
    for (const id of itemIds) if (!found.has(id)) found.set(id, matterId);
  return found;
}

/** Where a recipient stands in the list: who keeps the content first, then who stands before it, registrars last. */
const RANK = [
  'ecommerce',
  'ai_model',
  'hosting',
  'iaas',
  'cache_cdn',
  'conduit',
  'search_link',
  'dns_registrar',
  'site_operator',
] as const satisfies readonly NoticeDraft['provider']['serviceClass'][];

/** Drafts in the order they are written in: oldest matter first, in it by what the recipient does, then by name. */
export function inWritingOrder<T extends NoticeDraft>(drafts: readonly T[]): T[] {
  const rank = (draft: T) => RANK.indexOf(draft.provider.serviceClass);
  return drafts.toSorted(
    (a, b) =>
      compare(a.createdAt, b.createdAt) ||
      compare(a.matterId, b.matterId) ||
      rank(a) - rank(b) ||
      compare(a.provider.name, b.provider.name) ||
      compare(a.id, b.id),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
