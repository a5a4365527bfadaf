import type { QuickDraft } from '../../../components/notices/quick-draft.ts';
import type { Capture } from '../../../utils/case/capture.ts';
import type { Item } from '../../../utils/case/dispute.ts';
import type { NoticeProvider } from '../../../utils/case/notice.ts';
import { succeed, type Result } from '../../../utils/case/result.ts';
import type { Id } from '../../../utils/case/values.ts';
import { sitesOf } from '../../../utils/notice/addresses.ts';
import { suggestionIn } from '../../../utils/notice/prepare/suggest.ts';
import { attachFile, saveRow } from '../../../utils/platform/case-rows.ts';
import { draftsOf, saveDraft } from '../../../utils/store/notice-desk.ts';
import { keepProvider, typedProvider } from '../../../utils/store/recipients.ts';
import type { Store } from '../../../utils/store/store.ts';
import { ENVIRONMENT } from './notice-state.svelte.ts';

/** The captured page itself as an item, where nothing on it was marked. */
function itemOn({ id: captureId, caseId, urlFinal, startedAt }: Capture, id: Id): Item {
  return {
    id,
    caseId,
    captureIds: [captureId],
    pageUrl: urlFinal,
    urls: [],
    description: '',
    mode: 'other',
    foundAt: startedAt,
    observations: [],
  };
}

/** The sites a host is named for: the one chosen, else the only one there is; undefined where neither. */
function namedFor({ hostSite }: QuickDraft, items: readonly Item[]): readonly string[] | undefined {
  const sites = sitesOf(items);
  if (hostSite && sites.includes(hostSite)) return [hostSite];
  return sites.length === 1 ? sites : undefined;
}

/** Keeps what was typed on the one page as party, work, item and recipients, and prepares the notices. */
export async function startNotices(
  store: Store,
  caseId: Id,
  draft: QuickDraft,
  capture: Capture,
  claimed: readonly NoticeProvider[],
): Promise<Result<null>> {
  const { newId, now } = ENVIRONMENT;
  const at = now().toISOString();
  const proof = draft.proof ? await attachFile(store, caseId, draft.proof, 'other') : null;
  if (proof && !proof.ok) return proof;
  const workId = newId();
  const party = await saveRow(store, 'parties', {
    id: newId(),
    caseId,
    role: 'right-holder',
    kind: 'person',
    legalName: draft.name.trim(),
    address: draft.address.trim(),
    ...(draft.city.trim() ? { city: draft.city.trim() } : {}),
    ...(draft.state.trim() ? { state: draft.state.trim() } : {}),
    country: draft.country.trim().toUpperCase(),
    phone: draft.phone.trim(),
    email: draft.email.trim(),
    authority: 'owner',
  });
  if (!party.ok) return party;
  const work = await saveRow(store, 'works', {
    id: workId,
    caseId,
    title: draft.title.trim(),
    kind: draft.kind,
    author: draft.author.trim(),
    rightsClaimed: [draft.right],
    authorisedUrls: [],
    titleDocuments: proof ? [proof.value] : [],
  });
  if (!work.ok) return work;
  const marked = await store.db.items.where('caseId').equals(caseId).toArray();
  const items = marked.length > 0 ? marked : [itemOn(capture, newId())];
  for (const one of items) {
    const item = await saveRow(store, 'items', {
      ...one,
      workId: one.workId ?? workId,
      right: one.right ?? draft.right,
      mode: one.mode === 'other' ? draft.mode : one.mode,
      description: [draft.description.trim(), one.description].filter(Boolean).join(': '),
    });
    if (!item.ok) return item;
  }
  for (const provider of claimed.filter(({ id }) => draft.claimed.includes(id)))
    await keepProvider(store, caseId, provider);
  if (draft.hostName)
    await keepProvider(
      store,
      caseId,
      typedProvider(draft.hostName, draft.hostAddress, 'hosting', at, null, namedFor(draft, items)),
    );
  const prepared = await draftsOf(store, caseId, ENVIRONMENT);
  if (!prepared.ok) return prepared;
  const reason = draft.reason.trim();
  if (reason)
    for (const one of prepared.value)
      await saveDraft(store, { ...one.draft, reason: suggestionIn(reason, one.draft.language) ?? reason });
  return succeed(null);
}
