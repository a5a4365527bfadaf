import type { CaseFile } from '../case/case-file.ts';
import type { EvidenceCapture, LinkedNotice, NoticeContent, NoticeDraft } from '../case/notice.ts';
import type { Instant } from '../case/values.ts';
import { captureIdsBehind } from './lookup.ts';
import { REGIMES } from './regimes/index.ts';

/** The parts of a case that a notice draws on. */
export type NoticeSources = Pick<CaseFile, 'parties' | 'works' | 'items'>;

/** What else a draft needs to become text. */
export interface ContentOptions {
  readonly captures: readonly EvidenceCapture[];
  /** Drafts and notices of the same matter; the draft itself may be among them. */
  readonly matter?: readonly (Pick<NoticeDraft, 'id' | 'matterId' | 'provider'> & {
    /** When it was begun; absent for a finalised one. */
    readonly createdAt?: Instant;
  })[];
  readonly keyFingerprint?: string;
}

/**
 * Resolves a draft's ids into the one model that every rendering comes from. Ids that lead nowhere are left out, so
 * that readiness finds what is missing; the order of the draft's items is kept.
 */
export function buildContent(
  draft: NoticeDraft,
  sources: NoticeSources,
  options: ContentOptions,
): NoticeContent {
  const { holderId, notifierId, itemIds, regime, createdAt: _createdAt, id, ...rest } = draft;
  const byId = new Map(sources.items.map((item) => [item.id, item]));
  const items = [...new Set(itemIds)].flatMap((itemId) => byId.get(itemId) ?? []);
  const workIds = new Set(items.map((item) => item.workId));
  const captureIds = new Set(items.flatMap(captureIdsBehind));
  return {
    ...rest,
    noticeId: id,
    regime: REGIMES[regime],
    holder: sources.parties.find((party) => party.id === holderId) ?? null,
    notifier: sources.parties.find((party) => party.id === notifierId) ?? null,
    works: sources.works.filter((work) => workIds.has(work.id)),
    items,
    captures: options.captures.filter((capture) => captureIds.has(capture.id)),
    linked: linkedTo(draft, options.matter ?? []),
    ...(options.keyFingerprint === undefined ? {} : { keyFingerprint: options.keyFingerprint }),
  };
}

/** A notice begun after this one was signed is not mentioned: the words signed stay the words signed. */
function linkedTo(
  draft: NoticeDraft,
  matter: NonNullable<ContentOptions['matter']>,
): readonly LinkedNotice[] {
  const signedAt = draft.signature?.at;
  const isLater = (begun: Instant | undefined) =>
    signedAt !== undefined && begun !== undefined && Date.parse(begun) > Date.parse(signedAt);
  return matter
    .filter((other) => other.matterId === draft.matterId && other.id !== draft.id)
    .filter(({ createdAt }) => !isLater(createdAt))
    .map(({ id, provider }) => ({
      noticeId: id,
      provider: provider.name,
      serviceClass: provider.serviceClass,
    }));
}
